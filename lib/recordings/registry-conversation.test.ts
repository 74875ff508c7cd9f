import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordingDirectory } from './recording.ts'
import {
  type ClientExchange,
  REGISTRY_CONVERSATIONS,
  readRegistryConversations,
} from './registry-conversation.ts'

// Reading holds the files to their schema and the exchanges to their order. Sections are those of distribution-spec v1.1.1.
const { recording, conversations } = await readRegistryConversations()

const UPLOADS = /\/blobs\/uploads\/$/
const UPLOAD = /\/blobs\/uploads\/.+/
const pathOf = ({ request }: ClientExchange) => new URL(request.url).pathname
const queryOf = ({ request }: ClientExchange) => new URL(request.url).searchParams
const headerOf = (side: { headers: ClientExchange['request']['headers'] }, name: string) =>
  side.headers.find(([key]) => key.toLowerCase() === name)?.[1]
const endOf = ({ startedMs, durationMs }: ClientExchange) => startedMs + durationMs
const of = (name: string) => conversations.find((each) => each.name === name)?.exchanges ?? []
const starting = (words: string) => conversations.filter(({ name }) => name.startsWith(words))
/** Times are rounded to a tenth. */
const SLACK = 0.2

test('each kind of conversation is there, by several clients', () => {
  const clients = (words: string) => new Set(starting(words).map(({ client }) => client)).size
  expect(clients('push-by-')).toBe(5)
  expect(clients('mount-by-')).toBe(4)
  expect(clients('pull-by-')).toBe(4)
  expect(clients('redirect-by-')).toBe(3)
  expect(clients('platform-by-')).toBe(3)
  expect(clients('attach-by-')).toBe(2)
  expect(clients('delete-by-')).toBe(4)
  for (const { client, registry } of conversations) {
    expect(recording.tools[client]).toMatch(/\d+\.\d+/)
    expect(recording.tools[registry]).toMatch(/\d+\.\d+/)
  }
})

test('no file holds a secret or a folder of the recording machine', async () => {
  const folder = recordingDirectory(REGISTRY_CONVERSATIONS)
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), 'utf8')
    expect(text, file).not.toMatch(/eyJ[\w-]{8}|only-on-loopback|_state=(?!‹redacted›)/)
    expect(text, file).not.toMatch(/"(?:\/tmp|\/root|\/work)\//)
    expect(text, file).not.toContain(btoa('builder:only-on-loopback'))
  }
  const proofs = conversations.flatMap(({ exchanges }) =>
    exchanges.flatMap(({ request }) => headerOf(request, 'authorization') ?? []),
  )
  expect(proofs.length).toBeGreaterThan(100)
  for (const proof of proofs) expect(proof).toMatch(/^(?:Basic|Bearer) ‹redacted›$/)
})

describe.each(conversations)('$name', ({ exchanges, commands }) => {
  test('an upload is begun, filled and closed, each at the place that was told', () => {
    for (const exchange of exchanges) {
      const { method } = exchange.request
      const { status } = exchange.response
      if (!exchange.request.url.includes('/blobs/uploads/') || status === 401) continue
      if (method === 'POST') {
        expect(pathOf(exchange)).toMatch(UPLOADS)
        // 201 only where a blob was mounted: end-4a, end-11
        expect(queryOf(exchange).has('mount') ? [201, 202] : [202]).toContain(status)
        expect(headerOf(exchange.response, 'location')).toMatch(/^http/)
        continue
      }
      expect(pathOf(exchange)).toMatch(UPLOAD)
      expect(status).toBe(method === 'PUT' ? 201 : 202)
      const begun = exchanges.filter(
        (before) =>
          headerOf(before.response, 'location')?.includes(pathOf(exchange)) &&
          endOf(before) <= exchange.startedMs + SLACK,
      )
      expect(begun.length, exchange.request.url).toBeGreaterThan(0)
    }
  })

  test('a manifest comes after every blob that it names', () => {
    const there = new Map<string, number>()
    for (const exchange of exchanges) {
      const { status } = exchange.response
      const query = queryOf(exchange)
      const digest =
        status === 201
          ? (query.get('digest') ?? query.get('mount'))
          : status === 200
            ? /\/blobs\/(sha256:\w+)$/.exec(pathOf(exchange))?.[1]
            : null
      if (digest) there.set(digest, Math.min(endOf(exchange), there.get(digest) ?? Infinity))
    }
    for (const { request, startedMs } of exchanges) {
      if (request.method !== 'PUT' || !request.url.includes('/manifests/')) continue
      const { config, layers = [] }: { config?: Blob; layers?: Blob[] } = JSON.parse(request.body!)
      for (const { digest } of config ? [config, ...layers] : []) {
        expect(there.get(digest), digest).toBeLessThanOrEqual(startedMs + SLACK)
      }
    }
  })

  test('requests stand at one of its commands', () => {
    for (const { command } of exchanges) expect(command).toBeLessThan(commands.length)
  })
})

type Blob = { digest: string }

test.each(starting('push-'))('$name ends its uploads with one manifest', ({ exchanges }) => {
  const puts = exchanges.filter(({ request }) => request.method === 'PUT')
  expect(puts.map((put) => /\/(manifests|blobs)\//.exec(pathOf(put))?.[1])).toEqual([
    ...puts.slice(1).map(() => 'blobs'),
    'manifests',
  ])
})

test.each(['push-in-chunks', 'push-in-chunks-v3'])('%s leaves no gap between chunks', (name) => {
  const chunks = Map.groupBy(
    of(name).filter(({ request }) => request.method === 'PATCH'),
    pathOf,
  )
  expect(Math.max(...[...chunks.values()].map(({ length }) => length))).toBeGreaterThan(5)
  for (const parts of chunks.values()) {
    let at = 0
    for (const { request, response } of parts) {
      const end = at + request.bytes - 1
      expect(headerOf(request, 'content-range')).toBe(`${at}-${end}`)
      expect(headerOf(response, 'range')).toBe(`0-${end}`)
      at = end + 1
    }
  }
})

test.each(starting('mount-by-'))('$name mounts without a byte of a layer', ({ exchanges }) => {
  const mounts = exchanges.filter(
    (each) => queryOf(each).has('from') && each.request.method === 'POST',
  )
  expect(mounts.length).toBeGreaterThanOrEqual(3)
  for (const { request, response } of mounts)
    expect([request.bytes, response.status]).toEqual([0, 201])
})

test.each([...starting('pull-by-'), ...starting('platform-by-')])(
  '$name as a stranger, with a token',
  ({ exchanges }) => {
    expect(exchanges[0]?.response.status).toBe(401)
    const token = exchanges.find(({ to }) => to === 'token server')
    expect(headerOf(token!.request, 'authorization')).toBeUndefined()
    expect(token?.response.body).toContain('"token":"‹redacted›"')
  },
)

test.each(starting('platform-by-'))('$name takes one platform from the index', ({ exchanges }) => {
  const read = exchanges.filter(
    (each) => each.response.status === 200 && pathOf(each).includes('/manifests/'),
  )
  const [index, manifest] = read.map(({ response }) => JSON.parse(response.body ?? '{}'))
  expect(read).toHaveLength(2)
  const arm = index.manifests.find(
    ({ platform }: { platform: { architecture: string } }) => platform.architecture === 'arm64',
  )
  expect(pathOf(read[1]!)).toContain(arm.digest)
  const named: Blob[] = [manifest.config, ...manifest.layers]
  const stored = exchanges.filter(({ to }) => to === 'storage').map(pathOf)
  expect(stored).toHaveLength(named.length)
  for (const { digest } of named) {
    expect(stored.some((path) => path.includes(digest.slice('sha256:'.length)))).toBe(true)
  }
})

test.each([...starting('redirect-by-'), ...starting('platform-by-')])(
  '$name leaves the token at home',
  ({ exchanges }) => {
    const moved = exchanges.filter(({ response }) => response.status === 307)
    const fetched = exchanges.filter(({ to }) => to === 'storage')
    expect(moved.length).toBeGreaterThan(0)
    expect(fetched.length).toBeGreaterThan(0)
    for (const { request } of fetched) expect(headerOf(request, 'authorization')).toBeUndefined()
  },
)

test.each(starting('attach-by-'))(
  '$name keeps the list under the fallback tag',
  ({ exchanges }) => {
    const asked = exchanges.filter((each) => pathOf(each).includes('/referrers/'))
    expect(asked.map(({ response }) => response.status)).toContain(404)
    const put = exchanges.find(
      (each) => each.request.method === 'PUT' && /\/manifests\/sha256-\w{64}$/.test(pathOf(each)),
    )
    const index: { mediaType: string; manifests: object[] } = JSON.parse(put?.request.body ?? '{}')
    expect(index.mediaType).toBe('application/vnd.oci.image.index.v1+json')
    expect(index.manifests).toHaveLength(1)
    expect(put?.response.status).toBe(201)
  },
)

test.each([...starting('delete-by-'), ...starting('untag-by-')])(
  '$name: gone after 202',
  (each) => {
    const { exchanges } = each
    const deleted = exchanges.findIndex(({ request }) => request.method === 'DELETE')
    const done = exchanges.findIndex(
      ({ request, response }) => request.method === 'DELETE' && response.status === 202,
    )
    expect(deleted).toBeGreaterThan(-1)
    expect(done).toBeGreaterThan(-1)
    const after = exchanges
      .slice(done + 1)
      .filter((next) => pathOf(next).endsWith('/manifests/1.0'))
    expect(after.at(-1)?.response.status).toBe(404)
  },
)
