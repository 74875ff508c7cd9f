import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { parseConversation } from '../../../lib/recordings/conversation.ts'
import { OptionsError, parseOptions } from './options.ts'
import {
  type FakeRegistry,
  HELLO,
  HELLO_BLOBS,
  hexOf,
  startRegistry,
  type Turn,
} from './testing/registry.ts'
import { type Desk, makeDesk } from './testing/run.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function place(
  turn?: Turn,
  more?: Parameters<typeof startRegistry>[1],
  recordings?: string[],
) {
  const registry = await startRegistry(turn, more)
  const desk = await makeDesk(recordings)
  closing.push(registry.close, desk.remove)
  const reference = `${registry.host}/hello:1.0`
  const env = { EXTRA_REGISTRIES: registry.origin }
  const record = async (...args: string[]) => desk.start([reference, ...args], env).ended
  return { registry, desk, reference, env, record }
}

const json = (desk: Desk, file: string) =>
  JSON.parse(readFileSync(join(desk.recording('hello-1-0'), file), 'utf8'))
const files = (desk: Desk, folder: string) =>
  readdirSync(join(desk.recording('hello-1-0'), folder)).sort()
const gets = ({ lines }: FakeRegistry) => lines.filter((line) => line.startsWith('GET'))

describe('a whole recording', () => {
  test('has the form of those that a lab script makes', async () => {
    const { desk, record, reference, registry } = await place()
    const { status, said } = await record('--platform=all', '--layers=bytes')
    expect(said).toContain(`${HELLO_BLOBS} blobs, 0 listings, 0 left out`)
    expect(status).toBe(0)
    const hello = join(process.cwd(), 'content/recordings/hello')
    expect(files(desk, 'blobs/sha256')).toEqual(readdirSync(join(hello, 'blobs/sha256')).sort())
    for (const hex of files(desk, 'blobs/sha256')) {
      expect(hexOf(readFileSync(join(desk.recording('hello-1-0'), 'blobs/sha256', hex)))).toBe(hex)
    }
    const index = readFileSync(join(desk.recording('hello-1-0'), 'index.json'), 'utf8')
    expect(index).toBe(readFileSync(join(hello, 'index.json'), 'utf8'))
    expect(json(desk, 'recording.json')).toMatchObject({
      ...{ kind: 'image', reference, omittedBlobs: [], script: 'scripts/record/image.ts' },
    })
    const text = readFileSync(join(desk.recording('hello-1-0'), 'conversation.ndjson'), 'utf8')
    const lines = parseConversation(text, 'conversation.ndjson')
    expect(lines.map(({ type }) => type)).toEqual(['exchange', 'exchange', 'resolved'])
    // The tag by HEAD, which is free at Docker Hub; a GET only by digest.
    expect(gets(registry).some((line) => line.endsWith('/manifests/1.0'))).toBe(false)
  })

  test('keeps the entries of layers and leaves their bytes out', async () => {
    const { desk, record, registry } = await place()
    const { status } = await record()
    expect(status).toBe(0)
    const listings = files(desk, 'listings')
    expect(listings).toHaveLength(3)
    const { omittedBlobs } = json(desk, 'recording.json')
    const reasons: string[] = omittedBlobs.map(({ reason }: { reason: string }) => reason)
    expect(reasons.filter((reason) => reason.startsWith('A layer of'))).toHaveLength(3)
    expect(reasons.filter((reason) => reason.includes('linux/arm64'))).toHaveLength(1)
    const lines = listings.flatMap((file) =>
      readFileSync(join(desk.recording('hello-1-0'), 'listings', file), 'utf8')
        .trimEnd()
        .split('\n'),
    )
    const last = lines.map((line) => JSON.parse(line)).filter(({ type }) => type === 'end')
    expect(last.map(({ digestVerified }) => digestVerified)).toEqual([true, true, true])
    expect(lines.some((line) => line.includes('.wh.draft'))).toBe(true)
    expect(gets(registry).filter((line) => line.includes('/manifests/'))).toHaveLength(2)
  })

  const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
  const INDEX = 'application/vnd.oci.image.index.v1+json'
  const note = JSON.stringify({
    ...{ schemaVersion: 2, mediaType: MANIFEST, artifactType: 'application/x-note' },
    config: {
      mediaType: 'application/vnd.oci.empty.v1+json',
      ...{ digest: `sha256:${hexOf('{}')}`, size: 2 },
    },
    layers: [],
    subject: { mediaType: INDEX, digest: `sha256:${HELLO}`, size: 1117 },
  })
  const list = JSON.stringify({
    ...{ schemaVersion: 2, mediaType: INDEX },
    manifests: [{ mediaType: MANIFEST, digest: `sha256:${hexOf(note)}`, size: note.length }],
  })
  const entriesOf = (desk: Desk) =>
    json(desk, 'index.json').manifests.map(
      ({ digest, annotations }: { digest: string; annotations?: Record<string, string> }) => [
        digest.slice('sha256:'.length),
        annotations?.['org.opencontainers.image.ref.name'] ?? null,
      ],
    )

  test('holds what refers to the image, by tag where the registry has no API', async () => {
    const tag = `sha256-${HELLO}`
    const { desk, record } = await place(undefined, {
      tags: { [tag]: hexOf(list) },
      documents: [note, list, '{}'],
    })
    expect((await record()).status).toBe(0)
    expect(entriesOf(desk)).toEqual([
      [HELLO, '1.0'],
      [hexOf(list), tag],
    ])
    for (const text of [note, list, '{}']) {
      expect(files(desk, 'blobs/sha256')).toContain(hexOf(text))
    }
  })

  test('asks for no tag in vain where there are thousands', async () => {
    const tag = `sha256-${HELLO}`
    const many = Array.from({ length: 1000 }, (_, i) => `1.${String(i).padStart(4, '0')}`)
    const { desk, record, registry } = await place(
      ({ url = '' }, response) => {
        if (!url.includes('/tags/list')) return false
        const isFirst = !url.includes('last=')
        const body = JSON.stringify({ name: 'hello', tags: isFirst ? many : [tag, 'unstable'] })
        const link = '</v2/hello/tags/list?n=1000&last=1.0999>; rel="next"'
        response.writeHead(200, { 'content-length': body.length, ...(isFirst ? { link } : {}) })
        response.end(body)
        return true
      },
      { tags: { [tag]: hexOf(list) }, documents: [note, list, '{}'] },
    )
    expect((await record()).status).toBe(0)
    expect(entriesOf(desk).map(([, name]: string[]) => name)).toEqual(['1.0', tag])
    const asked = registry.lines.filter((line) => line.includes('/manifests/sha256-'))
    expect(asked).toEqual([`HEAD /v2/hello/manifests/${tag}`])
  })

  test('holds it without a tag where the API names it', async () => {
    const { desk, record } = await place(
      ({ url = '' }, response) => {
        const [, subject] = /\/referrers\/sha256:([0-9a-f]+)/.exec(url) ?? []
        if (!subject) return false
        const empty = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [] })
        const body = subject === HELLO ? list : empty
        response.writeHead(200, { 'content-type': INDEX, 'content-length': body.length }).end(body)
        return true
      },
      { documents: [note, '{}'] },
    )
    expect((await record()).status).toBe(0)
    expect(entriesOf(desk)).toEqual([
      [HELLO, '1.0'],
      [hexOf(note), null],
    ])
  })
})

describe('a polite guest', () => {
  test('waits as long as Retry-After says, then goes on', async () => {
    let refused = 0
    const { record } = await place(({ url = '', method }, response) => {
      if (refused > 0 || method !== 'GET' || !url.includes('/manifests/')) return false
      refused += 1
      response.writeHead(429, { 'retry-after': '1', 'content-length': 0 }).end()
      return true
    })
    const { status, said } = await record()
    expect(said).toContain('asks us to wait for 1 s')
    expect(status).toBe(0)
    expect(refused).toBe(1)
  })

  test('says when to come back rather than wait for an hour', async () => {
    const { desk, record } = await place(({ url = '' }, response) => {
      if (!url.includes('/manifests/')) return false
      response.writeHead(429, { 'retry-after': '3600', 'content-length': 0 }).end()
      return true
    })
    const { status, said } = await record()
    expect(status).toBe(1)
    expect(said).toMatch(/1 h|60 min|3,600 s/)
    expect(() => files(desk, '.')).toThrow('ENOENT')
  })

  test('leaves the last requests of a budget to others', async () => {
    const { record, registry } = await place((_, response) => {
      response.setHeader('ratelimit-limit', '100;w=21600')
      response.setHeader('ratelimit-remaining', '4;w=21600')
      return false
    })
    const { status, said } = await record()
    expect(status).toBe(1)
    expect(said).toContain('4 requests left')
    expect(gets(registry).filter((line) => line.includes('/manifests/'))).toHaveLength(1)
  })

  test('asks for nothing that an earlier recording of the repository holds', async () => {
    const { desk, record, registry, env, reference } = await place()
    expect((await record('--platform=all', '--layers=bytes')).status).toBe(0)
    registry.forget()
    // As in a fresh clone: the recording is there, what was fetched for it is not.
    const again = desk.start([reference, '--name=second', '--platform=all'], {
      ...env,
      CACHE_DIR: join(desk.directory, 'fresh'),
    })
    expect((await again.ended).status).toBe(0)
    expect(gets(registry).filter((line) => /manifests|blobs/.test(line))).toEqual([])
  })
})

test('a run that was killed goes on where it stopped', async () => {
  let answered = 0
  const hanging = new Promise<void>((resolve) => closing.push(async () => resolve()))
  let hang: (() => void) | null = null
  const reached = new Promise<void>((resolve) => {
    hang = resolve
  })
  const { desk, env, reference, registry } = await place(({ url = '', method }, response) => {
    if (method !== 'GET' || !url.includes('/blobs/') || hang === null) return false
    answered += 1
    if (answered < 4) return false
    // The fourth never ends.
    response.writeHead(200, { 'content-length': 1_000_000 })
    response.write('x')
    hang()
    return true
  })
  const args = [reference, '--platform=all', '--layers=bytes']
  const first = desk.start(args, env)
  await Promise.race([reached, hanging])
  const before = gets(registry)
  first.child.kill('SIGKILL')
  expect((await first.ended).status).toBe('SIGKILL')
  expect(() => files(desk, '.')).toThrow('ENOENT')

  hang = null
  registry.forget()
  const { status, said } = await desk.start(args, env).ended
  expect(said).toContain(`${HELLO_BLOBS} blobs`)
  expect(status).toBe(0)
  const stored = before.filter((line) => /sha256:/.test(line)).slice(0, -1)
  expect(stored.length).toBeGreaterThan(3)
  for (const line of stored) expect(gets(registry)).not.toContain(line)
  // The conversation is of the run that fetched the image, whole.
  const text = readFileSync(join(desk.recording('hello-1-0'), 'conversation.ndjson'), 'utf8')
  expect(parseConversation(text, 'x').map(({ type }) => type)).toEqual([
    'exchange',
    'exchange',
    'resolved',
  ])
})

test('bytes that are not what their digest says are never written', async () => {
  const { desk, record } = await place(({ url = '', method }, response) => {
    if (method !== 'GET' || !url.includes('/blobs/')) return false
    response.writeHead(200, { 'content-length': 5 }).end('wrong')
    return true
  })
  const { status, said } = await record('--layers=bytes')
  expect(status).toBe(1)
  expect(said).toContain('next run goes on')
  expect(() => files(desk, '.')).toThrow('ENOENT')
})

test('a name that holds another image is not written over', async () => {
  const { record } = await place(undefined, undefined, ['hello'])
  const { status, said } = await record('--name=hello')
  expect(status).toBe(1)
  expect(said).toContain('holds localhost:5000/hello:1.0 already')
})

test('a platform that is not there is answered with those that are', async () => {
  const { record } = await place()
  const { status, said } = await record('--platform=linux/ppc64le')
  expect(status).toBe(1)
  expect(said).toContain('linux/arm64')
})

describe('options', () => {
  test.each([
    { text: 'nginx', name: 'nginx-latest' },
    { text: 'ghcr.io/owner/app:1.0_RC', name: 'app-1-0-rc' },
    { text: `a/b@sha256:${'a'.repeat(64)}`, name: 'b-aaaaaaaaaaaa' },
  ])('$text is recorded as $name', ({ text, name }) => {
    expect(parseOptions([text])).toMatchObject({ name, layers: 'listing' })
  })

  test('platforms come with commas or one by one, each once', () => {
    const { platforms } = parseOptions([
      'x',
      '--platform=linux/arm64,linux/amd64',
      '--platform=linux/amd64',
    ])
    expect(platforms?.map(({ architecture }) => architecture)).toEqual(['arm64', 'amd64'])
    expect(parseOptions(['x', '--platform=all']).platforms).toBeNull()
  })

  test.each([
    { why: 'no image', args: [], says: 'Which image?' },
    { why: 'two images', args: ['a', 'b'], says: 'One image at a time' },
    { why: 'an unknown option', args: ['a', '--fast'], says: '--fast' },
    {
      why: 'an unknown way to keep layers',
      args: ['a', '--layers=some'],
      says: 'listing or bytes',
    },
    { why: 'a name that is a path', args: ['a', '--name=../b'], says: 'no name for a recording' },
  ])('$why is refused with a sentence', ({ args, says }) => {
    expect(() => parseOptions(args)).toThrow(OptionsError)
    expect(() => parseOptions(args)).toThrow(says)
  })
})
