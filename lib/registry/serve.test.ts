import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ConversationLine } from '../oci/conversation.ts'
import { type Problem, ProblemError } from '../oci/problem.ts'
import { parseReference } from '../oci/reference.ts'
import { parseSettings } from '../settings.mjs'
import { streamConversation } from './conversation.ts'
import { errorAnswer } from './errors.ts'
import { LIMITS, type Limits } from './limits.ts'
import { createMirror } from './mirror.ts'
import { type Samples, serveRegistry } from './serve.ts'
import { MANIFEST, send } from './testing/hostile-answers.ts'
import { reader, startMirror } from './testing/mirror.ts'
import { answerImage, image, startServer, type TestServer } from './testing/upstream.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const samples: Samples = {
  async manifest(name) {
    throw new ProblemError({ kind: 'sample-unknown', name })
  },
  async tags(name) {
    if (name === 'none') throw new ProblemError({ kind: 'sample-unknown', name })
    return ['2', '10', '1']
  },
  async referrers() {
    return []
  },
  async blob(_, digest) {
    return { size: 5, bytes: Buffer.from(digest.slice(7, 12)), private: false }
  },
}

type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** A registry with one image, and the mirror in front of it. */
async function start(
  answer: Parameters<typeof startServer>[0] = answerImage,
  env: Record<string, string> = {},
  limits: Partial<Limits> = {},
): Promise<{ server: TestServer; ask: Ask; at: string }> {
  const server = await startServer(answer)
  closing.push(server.close)
  const { cacheDir, close } = await startMirror({})
  closing.push(close)
  const settings = parseSettings({ EXTRA_REGISTRIES: server.origin, CACHE_DIR: cacheDir, ...env })
  const mirror = createMirror(settings, { limits: { ...LIMITS, ...limits } })
  closing.push(mirror.close)
  const ask: Ask = (path, init) =>
    serveRegistry(new Request(`http://localhost:3000${path}`, init), path, {
      mirror,
      samples,
      settings,
    })
  return { server, ask, at: `/v2/${server.host.replace(':', '_')}/app` }
}

const bodyOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const codeOf = async (answer: Response) => (await answer.json()).errors[0].code

describe('every answer', () => {
  test.each([
    { path: '/v2/', status: 200 },
    { path: '/v2', status: 200 },
    { path: '/v2/registry.example/app/manifests/1', status: 403 },
    { path: '/v2/samples/none/manifests/1', status: 404 },
    { path: '/v2/_catalog', status: 404 },
    { path: '/v2/docker.io/Library/manifests/1', status: 400 },
    { path: '/v2/docker.io/%2e%2e/manifests/1', status: 400 },
    { path: '/v2/registry.example/app/tags/list', status: 403 },
    { path: '/v2/samples/none/tags/list', status: 404 },
    { path: '/v2/samples/none/tags/list?n=some', status: 400 },
    { path: '/v2/samples/some/tags/list', status: 200 },
    { path: '/v2/docker.io/library/nginx/tags/all', status: 404 },
  ])('to $path is guarded: $status', async ({ path, status }) => {
    const { ask } = await start()
    for (const method of ['GET', 'HEAD']) {
      const answer = await ask(path, { method })
      expect(answer.status).toBe(status)
      const headers = Object.fromEntries(answer.headers)
      expect(headers).toMatchObject({
        'docker-distribution-api-version': 'registry/2.0',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': expect.stringContaining('no-transform'),
      })
      expect(headers['access-control-allow-origin']).toBeUndefined()
      const length = (await bodyOf(answer)).length
      if (method === 'HEAD') expect(length).toBe(0)
      else expect(headers['content-length']).toBe(String(length))
    }
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('to %s is 405', async (method) => {
    const { ask, server, at } = await start()
    const answer = await ask(`${at}/manifests/1`, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
    expect(await codeOf(answer)).toBe('UNSUPPORTED')
    expect(server.lines).toEqual([])
  })

  test('to another site’s page is a refusal', async () => {
    const { ask, server, at } = await start()
    const answer = await ask(`${at}/manifests/1`, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'DENIED'])
    expect(server.lines).toEqual([])
  })
})

describe('a manifest', () => {
  test('comes byte for byte, with what a registry says beside it', async () => {
    const { ask, at } = await start()
    for (const [reference, cache] of [
      ['1', 'no-cache, no-transform'],
      [image.digest, 'public, max-age=31536000, immutable, no-transform'],
    ]) {
      const answer = await ask(`${at}/manifests/${reference}`)
      expect(answer.status).toBe(200)
      expect(await bodyOf(answer)).toEqual(image.bytes)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        ...{ 'content-type': MANIFEST, 'content-length': String(image.bytes.length) },
        ...{ 'docker-content-digest': image.digest, etag: `"${image.digest}"` },
        'cache-control': cache,
      })
    }
  })

  test('a HEAD stays one on its way upstream', async () => {
    const { ask, at, server } = await start()
    const answer = await ask(`${at}/manifests/1`, { method: 'HEAD' })
    expect(answer.headers.get('content-length')).toBe(String(image.bytes.length))
    expect(answer.headers.get('docker-content-digest')).toBe(image.digest)
    expect(server.lines).toEqual(['HEAD /v2/app/manifests/1'])
  })

  test('that the reader has is not sent again', async () => {
    const { ask, at } = await start()
    const headers = { 'If-None-Match': `W/"x", "${image.digest}"` }
    const answer = await ask(`${at}/manifests/1`, { headers })
    expect([answer.status, (await bodyOf(answer)).length]).toEqual([304, 0])
  })

  test('that may be out of date says so', async () => {
    let healthy = true
    const { ask, at } = await start(
      (request, response) => (healthy ? answerImage(request, response) : response.destroy()),
      {},
      { tagFresh: 0 },
    )
    expect((await ask(`${at}/manifests/1`)).headers.get('warning')).toBeNull()
    healthy = false
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await ask(`${at}/manifests/1`, { method })
      expect(status).toBe(200)
      expect(headers.get('warning')).toBe('110 - "Response is Stale"')
      expect(headers.get('age')).toMatch(/^\d+$/)
    }
  })

  test('of a page’s type is not handed on', async () => {
    const { ask, at } = await start((_, response) =>
      send(response, 200, { 'Content-Type': 'text/html' }, '<script>'),
    )
    const answer = await ask(`${at}/manifests/1`)
    expect([answer.status, await codeOf(answer)]).toEqual([502, 'MANIFEST_INVALID'])
  })
})

describe('a blob', () => {
  const blob = `/blobs/${image.config.digest}`
  async function known() {
    const started = await start()
    await started.ask(`${started.at}/manifests/1`)
    return started
  }

  test('is a file to save, whatever it is', async () => {
    const { ask, at } = await known()
    const answer = await ask(at + blob)
    expect(await bodyOf(answer)).toEqual(image.config.bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' },
      ...{ 'content-length': String(image.config.bytes.length), 'accept-ranges': 'bytes' },
      'docker-content-digest': image.config.digest,
    })
  })

  const size = image.config.bytes.length
  test.each([
    { why: 'some bytes', range: 'bytes=2-5', status: 206, first: 2, last: 5 },
    { why: 'the last bytes', range: 'bytes=-3', status: 206, first: size - 3, last: size - 1 },
    {
      why: 'two ranges at once: all',
      range: 'bytes=0-1,3-4',
      status: 200,
      first: 0,
      last: size - 1,
    },
  ])('in part: $why', async ({ range, status, first, last }) => {
    const { ask, at } = await known()
    const answer = await ask(at + blob, { headers: { Range: range } })
    expect(answer.status).toBe(status)
    expect(await bodyOf(answer)).toEqual(image.config.bytes.subarray(first, last + 1))
    expect(answer.headers.get('content-length')).toBe(String(last - first + 1))
    const expected = status === 206 ? `bytes ${first}-${last}/${size}` : null
    expect(answer.headers.get('content-range')).toBe(expected)
  })

  test('of another version is sent whole', async () => {
    const { ask, at } = await known()
    const headers = { Range: 'bytes=0-1', 'If-Range': '"other"' }
    expect((await ask(at + blob, { headers })).status).toBe(200)
  })

  test('has nothing after its end', async () => {
    const { ask, at } = await known()
    const answer = await ask(at + blob, { headers: { Range: `bytes=${size}-` } })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe(`bytes */${size}`)
  })

  test('too large is refused with its size, and HEAD tells it', async () => {
    const { ask, at } = await start(answerImage, { MIRROR_MAX_BLOB: '10' })
    await ask(`${at}/manifests/1`)
    const answer = await ask(at + blob)
    expect(answer.status).toBe(403)
    const [{ code, detail }] = (await answer.json()).errors
    expect({ code, detail }).toMatchObject({ code: 'DENIED', detail: { limit: 10, size } })
    const head = await ask(at + blob, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size)])
  })

  test('of a sample may come from memory, in part too', async () => {
    const { ask } = await start()
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
    const answer = await ask(`/v2/samples/any/blobs/${digest}`, { headers: { Range: 'bytes=1-2' } })
    expect((await bodyOf(answer)).toString()).toBe('12')
  })
})

describe('while private repositories are open', () => {
  test.each([
    { host: 'localhost:3000', status: 200 },
    { host: '127.0.0.1', status: 200 },
    { host: '[::1]:3000', status: 200 },
    { host: 'rebound.example', status: 403 },
    { host: 'localhost.rebound.example:3000', status: 403 },
  ])('$host gets $status', async ({ host, status }) => {
    const { ask } = await start(answerImage, { PRIVATE_REPOSITORIES: 'registry.corp.example/**' })
    expect((await ask('/v2/', { headers: { Host: host } })).status).toBe(status)
  })

  test('what only the account sees is not for shared caches', async () => {
    const server = await startServer((request, response) =>
      request.headers.authorization
        ? answerImage(request, response)
        : send(response, 401, { 'WWW-Authenticate': 'Basic' }),
    )
    closing.push(server.close)
    const { cacheDir, close } = await startMirror({})
    closing.push(close)
    const path = join(cacheDir, 'auth.json')
    writeFileSync(
      path,
      JSON.stringify({ auths: { [server.host]: { username: 'u', password: 'p' } } }),
    )
    const settings = parseSettings({
      ...{ EXTRA_REGISTRIES: server.origin, CACHE_DIR: cacheDir, REGISTRY_AUTH_FILE: path },
      PRIVATE_REPOSITORIES: `${server.host}/**`,
    })
    const mirror = createMirror(settings)
    closing.push(mirror.close)
    const at = `/v2/${server.host.replace(':', '_')}/app/manifests/${image.digest}`
    const request = new Request(`http://localhost${at}`, { headers: { Host: 'localhost' } })
    const answer = await serveRegistry(request, at, { mirror, samples, settings })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache, no-transform')
  })
})

describe('a problem', () => {
  test.each([
    { problem: { kind: 'registry-not-listed', registry: 'a' }, says: [403, 'DENIED'] },
    { problem: { kind: 'digest-mismatch', want: 'a', got: 'b' }, says: [502, 'DIGEST_INVALID'] },
    { problem: { kind: 'offline', registry: 'a' }, says: [504, 'UNAVAILABLE'] },
    {
      problem: { kind: 'rate-limited', registry: 'a', retryAfter: 7 },
      says: [429, 'TOOMANYREQUESTS', 7],
    },
    { problem: { kind: 'visitor-limited', retryAfter: 7 }, says: [429, 'TOOMANYREQUESTS', 7] },
    { problem: { kind: 'blob-omitted', digest: 'a', reason: 'b' }, says: [404, 'BLOB_UNKNOWN'] },
    { problem: { kind: 'realm-refused', registry: 'a', realm: 'b' }, says: [502, 'UNKNOWN'] },
    { problem: { kind: 'internal' }, says: [500, 'UNKNOWN'] },
  ] as { problem: Problem; says: [number, string, number?] }[])(
    '$problem.kind is $says',
    ({ problem, says: [status, code, retryAfter = null] }) => {
      expect(errorAnswer(problem, 'manifest')).toEqual({ status, code, retryAfter })
    },
  )

  test.each([
    { status: 404, codes: [], asked: 'manifest', says: [404, 'MANIFEST_UNKNOWN'] },
    { status: 404, codes: ['NAME_UNKNOWN'], asked: 'manifest', says: [404, 'NAME_UNKNOWN'] },
    { status: 404, codes: [], asked: 'blob', says: [404, 'BLOB_UNKNOWN'] },
    { status: 401, codes: ['UNAUTHORIZED'], asked: 'manifest', says: [403, 'DENIED'] },
  ] as const)(
    '$status upstream with $codes for a $asked is $says',
    ({ status, codes, asked, says }) => {
      const diagnostics = codes.map((code) => ({ code }))
      const problem: Problem = { kind: 'not-found-or-private', reference: 'a', status, diagnostics }
      const { status: told, code } = errorAnswer(problem, asked)
      expect([told, code]).toEqual(says)
    },
  )

  test('tells when to come back', async () => {
    const { ask, at } = await start((_, response) => send(response, 429, { 'Retry-After': '30' }))
    const answer = await ask(`${at}/manifests/1`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '30'])
  })
})

describe('a conversation', () => {
  async function lines(server: TestServer, limits: Partial<Limits> = {}, times = 1) {
    const { mirror, close } = await startMirror({ EXTRA_REGISTRIES: server.origin }, limits)
    closing.push(close)
    const all: ConversationLine[][] = []
    for (let i = 0; i < times; i += 1) {
      const stream = streamConversation(mirror, parseReference(`${server.host}/app:1`), reader())
      const text = await new Response(stream).text()
      all.push(
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      )
    }
    return all
  }

  test('streams each exchange, then what was found', async () => {
    const server = await startServer(answerImage)
    closing.push(server.close)
    const [first = [], second = []] = await lines(server, {}, 2)
    expect(first.map(({ type }) => type)).toEqual(['exchange', 'exchange', 'resolved'])
    const { length: size } = image.bytes
    expect(first.at(-1)).toMatchObject({
      ...{ reference: `${server.host}/app:1`, source: 'live' },
      descriptor: { mediaType: MANIFEST, digest: image.digest, size },
    })
    // From the cache: what was said then, said to be from then.
    expect(second.slice(0, 2)).toEqual(first.slice(0, 2))
    expect(second.at(-1)).toEqual({ ...first.at(-1), source: 'cache' })
  })

  test('ends with the problem, after the exchange that met it', async () => {
    const server = await startServer((_, response) => response.destroy())
    closing.push(server.close)
    const [told = []] = await lines(server)
    const problem = { kind: 'offline', registry: server.host }
    expect(told.at(0)).toMatchObject({ type: 'exchange', response: null, problem })
    expect(told.at(-1)).toEqual({ type: 'problem', problem })
    expect(told).toHaveLength(2)
  })

  test('shows no secrets', async () => {
    const server = await startServer((request, response) => {
      if (request.url?.startsWith('/token')) return send(response, 200, {}, '{"token":"s3cret"}')
      if (request.headers.authorization) return answerImage(request, response)
      const realm = `http://${request.headers.host}/token?account=s3cret`
      send(response, 401, { 'WWW-Authenticate': `Bearer realm="${realm}"`, 'Set-Cookie': 's3cret' })
    })
    closing.push(server.close)
    const [told = []] = await lines(server)
    expect(told.at(-1)?.type).toBe('resolved')
    expect(JSON.stringify(told)).not.toContain('s3cret')
    expect(JSON.stringify(told)).toContain('Bearer ‹redacted›')
  })
})
