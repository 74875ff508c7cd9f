import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Exchange } from '../oci/conversation.ts'
import type { Mirror } from './mirror.ts'
import { send } from './testing/hostile-answers.ts'
import { problemFrom, reader, startMirror } from './testing/mirror.ts'
import { answerImage, image, startServer, type TestServer } from './testing/upstream.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

type Answer = Parameters<typeof startServer>[0]

async function upstream(answer: Answer = answerImage): Promise<TestServer> {
  const server = await startServer(answer)
  closing.push(server.close)
  return server
}

async function mirrorOf(
  server: TestServer,
  env: Record<string, string> = {},
  limits: Parameters<typeof startMirror>[1] = {},
): Promise<Mirror> {
  const started = await startMirror({ EXTRA_REGISTRIES: server.origin, ...env }, limits)
  closing.push(started.close)
  return started.mirror
}

const app = (server: TestServer) => ({ registry: server.host, repository: 'app' })

describe('a tag', () => {
  test('is asked for by HEAD, then fetched by digest', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server)
    const found = await mirror.manifest(app(server), '1', reader())
    expect(found).toMatchObject({ source: 'live', stale: null, private: false })
    expect(Buffer.from(found.manifest.bytes)).toEqual(image.bytes)
    expect(server.lines).toEqual([
      'HEAD /v2/app/manifests/1',
      `GET /v2/app/manifests/${image.digest}`,
    ])
  })

  test('another tag of the same manifest costs a HEAD only', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server)
    await mirror.manifest(app(server), '1', reader())
    await mirror.manifest(app(server), '2', reader())
    expect(server.lines.slice(2)).toEqual(['HEAD /v2/app/manifests/2'])
  })

  test('comes from the cache while it is fresh, with the exchanges of its day', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server)
    const first = await mirror.manifest(app(server), '1', reader())
    const again = await mirror.manifest(app(server), '1', reader())
    expect(again).toMatchObject({ source: 'cache', observedAt: first.observedAt, stale: null })
    expect(again.exchanges).toEqual(first.exchanges)
    expect(server.lines).toHaveLength(2)
  })

  test('is asked for again when it is no longer fresh', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server, {}, { tagFresh: 0 })
    await mirror.manifest(app(server), '1', reader())
    await mirror.manifest(app(server), '1', reader())
    expect(server.lines.slice(2)).toEqual(['HEAD /v2/app/manifests/1'])
  })

  test('is fetched by GET where HEAD is refused', async () => {
    const server = await upstream((request, response) =>
      request.method === 'HEAD' ? send(response, 405, {}) : answerImage(request, response),
    )
    const mirror = await mirrorOf(server)
    const { manifest } = await mirror.manifest(app(server), '1', reader())
    expect(manifest.digest).toBe(image.digest)
    expect(server.lines).toEqual(['HEAD /v2/app/manifests/1', 'GET /v2/app/manifests/1'])
  })

  test('is fetched by name where its digest is unknown in this region', async () => {
    const server = await upstream((request, response) =>
      request.url?.includes('sha256') ? send(response, 404, {}) : answerImage(request, response),
    )
    const mirror = await mirrorOf(server)
    const { manifest } = await mirror.manifest(app(server), '1', reader())
    expect(manifest.digest).toBe(image.digest)
    expect(server.lines.at(-1)).toBe('GET /v2/app/manifests/1')
  })

  test.each([
    { why: 'the registry is away', status: 0, kind: 'offline' },
    { why: 'the registry has had enough', status: 429, kind: 'rate-limited' },
    { why: 'the registry is in trouble', status: 503, kind: 'registry' },
  ])('is answered stale when $why', async ({ status, kind }) => {
    let healthy = true
    const server = await upstream((request, response) => {
      if (healthy) return answerImage(request, response)
      if (status === 0) return response.destroy()
      send(response, status, {})
    })
    const mirror = await mirrorOf(server, {}, { tagFresh: 0 })
    const { observedAt } = await mirror.manifest(app(server), '1', reader())
    healthy = false
    const stale = await mirror.manifest(app(server), '1', reader())
    expect(stale).toMatchObject({ source: 'cache', observedAt, stale: { kind } })
  })

  test('that the registry no longer has is gone, not stale', async () => {
    let healthy = true
    const server = await upstream((request, response) =>
      healthy ? answerImage(request, response) : send(response, 404, {}),
    )
    const mirror = await mirrorOf(server, {}, { tagFresh: 0 })
    await mirror.manifest(app(server), '1', reader())
    healthy = false
    const problem = await problemFrom(mirror.manifest(app(server), '1', reader()))
    expect(problem).toMatchObject({ kind: 'not-found-or-private', status: 404 })
  })
})

describe('many readers', () => {
  test('200 at once for one uncached tag are one upstream conversation', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server)
    const heard: Exchange[][] = []
    const asking = Array.from({ length: 200 }, (_, i) => {
      const exchanges: Exchange[] = []
      heard.push(exchanges)
      const onExchange = (exchange: Exchange) => exchanges.push(exchange)
      return mirror.manifest(app(server), '1', { ...reader(`192.0.2.${i}`), onExchange })
    })
    const found = await Promise.all(asking)
    expect(server.lines).toEqual([
      'HEAD /v2/app/manifests/1',
      `GET /v2/app/manifests/${image.digest}`,
    ])
    expect(new Set(found.map(({ manifest }) => manifest.digest))).toEqual(new Set([image.digest]))
    // Whoever joined late heard what went before.
    expect(
      heard.filter((exchanges) => exchanges.length > 0).every(({ length }) => length === 2),
    ).toBe(true)
  })

  test('200 at once for one blob are one upstream conversation', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server)
    await mirror.manifest(app(server), '1', reader())
    const asking = Array.from({ length: 200 }, () =>
      mirror.blob(app(server), image.config.digest, reader()),
    )
    await Promise.all(asking)
    expect(server.lines.filter((line) => line.includes('/blobs/'))).toHaveLength(1)
  })

  test('60 behind one address open the same uncached image, and all see it', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server)
    const open = async () => {
      const { manifest } = await mirror.manifest(app(server), 'latest', reader('198.51.100.7'))
      await mirror.manifest(app(server), manifest.digest, reader('198.51.100.7'))
      return mirror.blob(app(server), image.config.digest, reader('198.51.100.7'))
    }
    const opened = await Promise.all(Array.from({ length: 60 }, open))
    expect(opened.every(({ size }) => size === image.config.bytes.length)).toBe(true)
  })

  test('only uncached work is counted', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server, {}, { visitorPerMinute: 1 })
    await mirror.manifest(app(server), '1', reader())
    for (let i = 0; i < 5; i += 1) await mirror.manifest(app(server), '1', reader())
    const problem = await problemFrom(mirror.manifest(app(server), '2', reader()))
    expect(problem).toMatchObject({ kind: 'visitor-limited' })
    // Another visitor is not the poorer for it.
    await mirror.manifest(app(server), '2', reader('192.0.2.2'))
  })

  test('the last to leave stops the work', async () => {
    let closed: () => void
    const gone = new Promise<void>((resolve) => {
      closed = resolve
    })
    let asked: () => void
    const arrived = new Promise<void>((resolve) => {
      asked = resolve
    })
    const server = await upstream((_, response) => {
      asked()
      response.on('close', () => closed())
    })
    const mirror = await mirrorOf(server)
    const leaving = [new AbortController(), new AbortController()]
    const asking = leaving.map(({ signal }) =>
      problemFrom(mirror.manifest(app(server), '1', { visitor: '192.0.2.1', signal })),
    )
    await arrived
    for (const { abort } of leaving.map((each) => ({ abort: () => each.abort() }))) abort()
    await gone
    expect((await Promise.all(asking)).map(({ kind }) => kind)).toEqual([
      'conversation-cut',
      'conversation-cut',
    ])
  })

  test('one who leaves does not take it from the others', async () => {
    let release = () => {}
    const server = await upstream((request, response) => {
      if (request.method === 'GET') return answerImage(request, response)
      release = () => answerImage(request, response)
      leaver.abort()
    })
    const leaver = new AbortController()
    const mirror = await mirrorOf(server)
    const staying = mirror.manifest(app(server), '1', reader())
    const problem = await problemFrom(
      mirror.manifest(app(server), '1', { visitor: '192.0.2.1', signal: leaver.signal }),
    )
    release()
    expect(problem.kind).toBe('conversation-cut')
    expect((await staying).manifest.digest).toBe(image.digest)
  })
})

describe('a blob', () => {
  test('that no manifest names is unknown', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server)
    const problem = await problemFrom(mirror.blob(app(server), image.config.digest, reader()))
    expect(problem).toMatchObject({ kind: 'blob-not-named' })
    expect(server.lines).toEqual([])
  })

  test('named in another repository is unknown here', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server)
    await mirror.manifest(app(server), '1', reader())
    const other = { registry: server.host, repository: 'other' }
    const problem = await problemFrom(mirror.blob(other, image.config.digest, reader()))
    expect(problem.kind).toBe('blob-not-named')
  })

  test('over the limit is refused by the size its manifest gives', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server, { MIRROR_MAX_BLOB: '10' })
    await mirror.manifest(app(server), '1', reader())
    const problem = await problemFrom(mirror.blob(app(server), image.config.digest, reader()))
    const size = image.config.bytes.length
    expect(problem).toMatchObject({ kind: 'too-large', limit: 10, size })
    expect((await mirror.headBlob(app(server), image.config.digest, reader())).size).toBe(size)
  })

  test('stops when the hour’s bytes are used up', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server, {
      MIRROR_BYTES_PER_HOUR: String(image.bytes.length + 10),
    })
    await mirror.manifest(app(server), '1', reader())
    const problem = await problemFrom(mirror.blob(app(server), image.config.digest, reader()))
    expect(problem.kind).toBe('visitor-limited')
  })
})

describe('the cache', () => {
  test('outlives the process', async () => {
    const server = await upstream()
    const first = await startMirror({ EXTRA_REGISTRIES: server.origin })
    closing.push(first.close)
    await first.mirror.manifest(app(server), '1', reader())
    await first.mirror.blob(app(server), image.config.digest, reader())
    const env = { EXTRA_REGISTRIES: server.origin, CACHE_DIR: first.cacheDir, LIVE: 'off' }
    const { mirror } = await startMirror(env)
    const found = await mirror.manifest(app(server), image.digest, reader())
    expect(found.source).toBe('cache')
    expect(found.exchanges.map(({ request }) => request.method)).toEqual(['HEAD', 'GET'])
    const { path } = await mirror.blob(app(server), image.config.digest, reader())
    expect(await readFile(path)).toEqual(image.config.bytes)
  })

  test('does not believe a file that was changed', async () => {
    const server = await upstream()
    const first = await startMirror({ EXTRA_REGISTRIES: server.origin })
    closing.push(first.close)
    await first.mirror.manifest(app(server), '1', reader())
    const { path } = await first.mirror.blob(app(server), image.config.digest, reader())
    await writeFile(path, Buffer.from(image.config.bytes).reverse())
    const folder = join(path, '..', '..', 'manifests', image.digest.replace(':', '-'))
    await writeFile(folder, Buffer.from(image.bytes).reverse())

    const { mirror } = await startMirror({
      EXTRA_REGISTRIES: server.origin,
      CACHE_DIR: first.cacheDir,
    })
    const { manifest } = await mirror.manifest(app(server), image.digest, reader())
    expect(Buffer.from(manifest.bytes)).toEqual(image.bytes)
    const again = await mirror.blob(app(server), image.config.digest, reader())
    expect(await readFile(again.path)).toEqual(image.config.bytes)
  })
})

describe('LIVE=off', () => {
  test('opens no connection', async () => {
    const server = await upstream()
    const mirror = await mirrorOf(server, { LIVE: 'off' })
    const place = app(server)
    expect((await problemFrom(mirror.manifest(place, '1', reader()))).kind).toBe('live-off')
    expect((await problemFrom(mirror.headManifest(place, '1', reader()))).kind).toBe('live-off')
    expect(server.lines).toEqual([])
  })
})

test('a registry that is not listed is refused', async () => {
  const server = await upstream()
  const mirror = await mirrorOf(server)
  const place = { registry: 'registry.example', repository: 'app' }
  expect(await problemFrom(mirror.manifest(place, '1', reader()))).toEqual({
    ...{ kind: 'registry-not-listed', registry: 'registry.example' },
  })
})

test('a registry where nobody listens is offline', async () => {
  const server = await upstream()
  const mirror = await mirrorOf(server)
  await server.close()
  const problem = await problemFrom(mirror.manifest(app(server), '1', reader()))
  expect(problem).toEqual({ kind: 'offline', registry: server.host })
})
