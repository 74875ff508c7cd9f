import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { parseConversation } from '../lib/recordings/conversation.ts'
import { type Desk, makeDesk } from '../scripts/record/image/testing/run.ts'
import { images, pushArtifact } from './harness/images.ts'
import { needRegistries } from './harness/state.ts'

let desk: Desk
test.beforeEach(async () => {
  desk = await makeDesk()
})
test.afterEach(() => desk.remove())

const recorded = join(import.meta.dirname, '../content/recordings/hello')

async function record(reference: string, env: Record<string, string>, ...args: string[]) {
  const { status, said } = await desk.start([reference, '--name=it', ...args], env).ended
  expect(said, said).toContain('content/recordings/it:')
  expect(status).toBe(0)
  const read = (file: string) => readFile(join(desk.recording('it'), file), 'utf8')
  const conversation = parseConversation(await read('conversation.ndjson'), 'conversation.ndjson')
  return {
    read,
    about: JSON.parse(await read('recording.json')),
    blobs: (await readdir(join(desk.recording('it'), 'blobs/sha256'))).sort(),
    statuses: conversation.flatMap((line) =>
      line.type === 'exchange' ? [`${line.request.method} ${line.response?.status}`] : [],
    ),
  }
}

test('records from an open registry what the lab script recorded', async () => {
  const { open } = needRegistries()
  const env = { EXTRA_REGISTRIES: open.origin }
  const all = ['--platform=all', '--layers=bytes']
  const { read, blobs, statuses, about } = await record(`${open.host}/${images.hello}`, env, ...all)
  expect(blobs).toEqual((await readdir(join(recorded, 'blobs/sha256'))).sort())
  expect(await read('index.json')).toBe(await readFile(join(recorded, 'index.json'), 'utf8'))
  expect(statuses).toEqual(['HEAD 200', 'GET 200'])
  expect(about.omittedBlobs).toEqual([])
})

test('takes the token that a registry wants', async () => {
  const { token } = needRegistries()
  const challenge = (await fetch(`${token.origin}/v2/`)).headers.get('www-authenticate') ?? ''
  const [, realm] = /realm="([^"]+)"/.exec(challenge) ?? []
  const env = { EXTRA_REGISTRIES: `${token.origin};realm=${realm}` }
  const { statuses, blobs, read } = await record(`${token.host}/${images.docker}`, env)
  expect(statuses).toEqual(['HEAD 401', 'GET 200', 'HEAD 200', 'GET 200'])
  expect(await read('conversation.ndjson')).not.toMatch(/Bearer (?!‹redacted›)[\w-]+\.|Bearer e/)
  expect(blobs).toHaveLength(3)
})

test('shows an account to its own registry only, over TLS', async () => {
  const basic = needRegistries()['basic-tls']
  const auths = {
    [basic.host]: { username: basic.account?.name, password: basic.account?.password },
  }
  const file = join(desk.directory, 'auth.json')
  await writeFile(file, JSON.stringify({ auths }), { mode: 0o600 })
  const env = {
    EXTRA_REGISTRIES: basic.origin,
    REGISTRY_AUTH_FILE: file,
    PRIVATE_REPOSITORIES: `${basic.host}/**`,
    NODE_EXTRA_CA_CERTS: join(basic.caDirectory ?? '', 'ca.crt'),
  }
  const { read, about } = await record(`${basic.host}/${images.umoci}`, env, '--layers=bytes')
  expect(about.omittedBlobs).toEqual([])
  const said = (await read('conversation.ndjson')) + JSON.stringify(about)
  expect(said).not.toContain(basic.account?.password)
  expect(said).not.toContain(btoa(`${basic.account?.name}:${basic.account?.password}`))
})

test('records what refers to the image by cosign’s tag', async () => {
  const { open } = needRegistries()
  const index = JSON.parse(await readFile(join(recorded, 'index.json'), 'utf8'))
  const subject: string = index.manifests[0].digest
  const repository = 'lab/recorded'
  const text = '{"a":"signature"}'
  await copy(open.origin, repository)
  const tag = `${subject.replace(':', '-')}.sig`
  const [layer = ''] = await pushArtifact(open, `${repository}:${tag}`, [
    { mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json', text },
  ])
  const env = { EXTRA_REGISTRIES: open.origin }
  const { read, blobs } = await record(`${open.host}/${repository}:1.0`, env)
  expect(await read('index.json')).toContain(tag)
  expect(blobs).toContain(layer.replace('sha256:', ''))

  /** The recorded image in a repository of this test, by the registry's own API. */
  async function copy(origin: string, to: string) {
    const folder = join(recorded, 'blobs/sha256')
    const names = await readdir(folder)
    const isManifest = (bytes: Buffer) =>
      /^\{"schemaVersion":2/.test(bytes.toString('latin1', 0, 20))
    const all = await Promise.all(
      names.map(async (hex) => ({ hex, bytes: await readFile(join(folder, hex)) })),
    )
    for (const { hex, bytes } of all.filter(({ bytes }) => !isManifest(bytes))) {
      const begun = await fetch(`${origin}/v2/${to}/blobs/uploads/`, { method: 'POST' })
      const place = new URL(begun.headers.get('location') ?? '', origin)
      place.searchParams.set('digest', `sha256:${hex}`)
      const headers = { 'content-type': 'application/octet-stream' }
      const put = await fetch(place, { method: 'PUT', headers, body: new Uint8Array(bytes) })
      expect(put.status).toBe(201)
    }
    const top = subject.split(':')[1]
    const manifests = all.filter(({ bytes }) => isManifest(bytes))
    for (const { hex, bytes } of manifests.sort((a) => (a.hex === top ? 1 : -1))) {
      const { mediaType } = JSON.parse(bytes.toString())
      const name = hex === top ? '1.0' : `sha256:${hex}`
      const headers = { 'content-type': mediaType }
      const put = await fetch(`${origin}/v2/${to}/manifests/${name}`, {
        ...{ method: 'PUT', headers, body: new Uint8Array(bytes) },
      })
      expect(put.status).toBe(201)
    }
  }
})
