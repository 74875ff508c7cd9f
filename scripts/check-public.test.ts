import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMirror, type Mirror } from '../lib/registry/mirror.ts'
import { parseSettings } from '../lib/settings.mjs'
import { askRegistry, formatPage } from './check-public.ts'

const HEX = '4bc855ad805bbac134471f531099ded05270a30d0e53f7afa75821f991a1d882'
const INDEX = readFileSync(`content/recordings/hello/blobs/sha256/${HEX}`)

let server: Server
let mirror: Mirror
let host = ''
let directory = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const found = request.url === '/v2/hello/manifests/1.0' || request.url?.endsWith(HEX)
    response.writeHead(found ? 200 : 404, {
      'content-type': 'application/vnd.oci.image.index.v1+json',
      'content-length': found ? INDEX.length : 0,
      ...(found ? { 'docker-content-digest': `sha256:${HEX}` } : {}),
    })
    response.end(found && request.method === 'GET' ? INDEX : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  directory = mkdtempSync(path.join(tmpdir(), 'check-public-'))
  mirror = createMirror(parseSettings({ CACHE_DIR: directory, EXTRA_REGISTRIES: `http://${host}` }))
})

afterAll(async () => {
  await mirror.close()
  server.close()
  rmSync(directory, { recursive: true })
})

test('a registry that answers is a row with every step and the digest', async () => {
  const row = await askRegistry(mirror, `${host}/hello:1.0`)
  expect(row).toMatchObject({ head: '200', get: '200', digest: `sha256:${HEX}`, says: '' })
})

test('one that has no such image is a row that says so', async () => {
  const row = await askRegistry(mirror, `${host}/hello:2.0`)
  expect(row).toMatchObject({ digest: '–', says: 'not-found-or-private' })
})

test('the page counts what answered', () => {
  const row = { ping: '–', token: '–', head: '200', get: '200', says: '' }
  const page = formatPage(
    [
      { ...row, image: 'a.example/x:1', digest: 'sha256:0' },
      { ...row, image: 'b.example/x:1', digest: '–', says: 'offline' },
    ],
    new Date('2026-11-23T10:00:00Z'),
  )
  expect(page).toContain('Run on 2026-11-23')
  expect(page).toContain('1 of 2 answered')
  expect(page).toContain('| `b.example/x:1` | – | – | 200 | 200 | – | offline |')
})
