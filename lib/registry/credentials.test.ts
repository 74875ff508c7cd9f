import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { send } from './testing/hostile-answers.ts'
import { problemFrom, reader, startMirror } from './testing/mirror.ts'
import { answerImage, image, startServer, type TestServer } from './testing/upstream.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const BASIC = `Basic ${Buffer.from('me:secret').toString('base64')}`

function authFor(...hosts: string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'auth-')), 'config.json')
  const auths = Object.fromEntries(
    hosts.map((host) => [host, { username: 'me', password: 'secret' }]),
  )
  writeFileSync(path, JSON.stringify({ auths }))
  return path
}

async function start(server: TestServer, env: Record<string, string> = {}) {
  closing.push(server.close)
  const started = await startMirror({ EXTRA_REGISTRIES: server.origin, ...env })
  closing.push(started.close)
  return started.mirror
}

/** Wants a token; gives one to strangers for `open/*`, and to the account for everything. */
function tokenRegistry(): Promise<TestServer> {
  const server: Promise<TestServer> = startServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://host')
    const proof = request.headers.authorization
    if (url.pathname === '/token') {
      const known = proof === BASIC
      const open = url.searchParams.get('scope')?.startsWith('repository:open/')
      if (!known && !open) return send(response, 401, {}, '{"errors":[{"code":"UNAUTHORIZED"}]}')
      return send(response, 200, {}, JSON.stringify({ token: known ? 'account' : 'stranger' }))
    }
    if (proof === 'Bearer account' || proof === 'Bearer stranger')
      return answerImage(request, response)
    const realm = `http://${request.headers.host}/token`
    const header = `Bearer realm="${realm}",service="test",scope="repository:everything:*"`
    send(response, 401, { 'WWW-Authenticate': header })
  })
  return server
}

describe('a token', () => {
  test('is asked for with our own scope, and kept', async () => {
    const server = await tokenRegistry()
    const mirror = await start(server)
    const place = { registry: server.host, repository: 'open/app' }
    await mirror.manifest(place, '1', reader())
    await mirror.blob(place, image.config.digest, reader())
    expect(server.lines).toEqual([
      'HEAD /v2/open/app/manifests/1',
      'GET /token?service=test&scope=repository%3Aopen%2Fapp%3Apull',
      'HEAD /v2/open/app/manifests/1',
      `GET /v2/open/app/manifests/${image.digest}`,
      `GET /v2/open/app/blobs/${image.config.digest}`,
    ])
  })

  test('of an earlier conversation is told with the challenge it answers', async () => {
    const server = await tokenRegistry()
    const mirror = await start(server)
    const place = { registry: server.host, repository: 'open/app' }
    const first = await mirror.manifest(place, '1', reader())
    const second = await mirror.manifest(place, '2', reader())
    const challenge = first.exchanges[0]?.challenges?.[0]
    expect(challenge?.parameters.service).toBe('test')
    expect(first.exchanges.filter(({ keptFrom }) => keptFrom)).toEqual([])
    expect(second.exchanges.map(({ keptFrom }) => keptFrom)).toEqual(
      second.exchanges.map(() => challenge),
    )
  })

  test('of one repository is not used for another', async () => {
    const server = await tokenRegistry()
    const mirror = await start(server)
    await mirror.manifest({ registry: server.host, repository: 'open/app' }, '1', reader())
    await mirror.manifest({ registry: server.host, repository: 'open/other' }, '1', reader())
    expect(server.lines.filter((line) => line.startsWith('GET /token'))).toHaveLength(2)
  })

  test.each([400, 401, 403])(
    'that is answered with %s is dropped, and we start as a stranger',
    async (status) => {
      let good = 'first'
      const server = await startServer((request, response) => {
        if (request.url?.startsWith('/token')) return send(response, 200, {}, `{"token":"${good}"}`)
        const proof = request.headers.authorization
        if (proof === `Bearer ${good}`) return answerImage(request, response)
        if (proof) return send(response, status, {})
        const realm = `http://${request.headers.host}/token`
        send(response, 401, { 'WWW-Authenticate': `Bearer realm="${realm}"` })
      })
      const mirror = await start(server)
      const place = { registry: server.host, repository: 'app' }
      await mirror.manifest(place, '1', reader())
      good = 'second'
      const { manifest } = await mirror.manifest(place, '2', reader())
      expect(manifest.digest).toBe(image.digest)
    },
  )

  test('is asked for at /v2/ when the 401 has no challenge', async () => {
    const server = await startServer((request, response) => {
      if (request.url?.startsWith('/token')) return send(response, 200, {}, '{"token":"t"}')
      if (request.headers.authorization) return answerImage(request, response)
      const realm = `http://${request.headers.host}/token`
      const challenge: Record<string, string> =
        request.url === '/v2/' ? { 'WWW-Authenticate': `Bearer realm="${realm}"` } : {}
      send(response, 401, challenge)
    })
    const mirror = await start(server)
    const found = await mirror.manifest({ registry: server.host, repository: 'app' }, '1', reader())
    expect(found.exchanges.map(({ purpose }) => purpose)).toEqual([
      ...['manifest', 'ping', 'token', 'manifest', 'manifest'],
    ])
  })
})

describe('Authorization', () => {
  test('does not go along to another host', async () => {
    const cdn = await startServer(answerImage)
    closing.push(cdn.close)
    const server = await startServer((request, response) => {
      if (request.url?.startsWith('/token')) return send(response, 200, {}, '{"token":"t"}')
      if (!request.headers.authorization) {
        const realm = `http://${request.headers.host}/token`
        return send(response, 401, { 'WWW-Authenticate': `Bearer realm="${realm}"` })
      }
      if (!request.url?.includes('/blobs/')) return answerImage(request, response)
      send(response, 307, { Location: `${cdn.origin}/blobs/x?signature=secret` })
    })
    closing.push(server.close)
    const started = await startMirror({ EXTRA_REGISTRIES: `${server.origin};blobs=${cdn.origin}` })
    closing.push(started.close)
    const place = { registry: server.host, repository: 'app' }
    await started.mirror.manifest(place, '1', reader())
    await started.mirror.blob(place, image.config.digest, reader())
    expect(cdn.lines).toEqual(['GET /blobs/x?signature=secret'])
    expect(cdn.proofs).toEqual([null])
  })

  test('a signed address is good for a GET only, so a HEAD does not follow it', async () => {
    const cdn = await startServer(answerImage)
    closing.push(cdn.close)
    const server = await startServer((request, response) =>
      request.url?.includes('/blobs/')
        ? send(response, 307, { Location: `${cdn.origin}/x` })
        : answerImage(request, response),
    )
    closing.push(server.close)
    const started = await startMirror({ EXTRA_REGISTRIES: `${server.origin};blobs=${cdn.origin}` })
    closing.push(started.close)
    const place = { registry: server.host, repository: 'app' }
    await started.mirror.manifest(place, '1', reader())
    const { size } = await started.mirror.headBlob(place, image.config.digest, reader())
    expect(size).toBe(image.config.bytes.length)
    expect(cdn.lines).toEqual([])
  })
})

describe('the operator’s account', () => {
  test('is not used for a repository that does not answer anyone', async () => {
    const server = await tokenRegistry()
    const mirror = await start(server, { REGISTRY_AUTH_FILE: authFor(server.host) })
    const place = { registry: server.host, repository: 'closed/app' }
    const problem = await problemFrom(mirror.manifest(place, '1', reader()))
    expect(problem).toMatchObject({ kind: 'not-found-or-private', status: 401 })
    expect(server.proofs).not.toContain(BASIC)
  })

  test('is used once the repository has answered a stranger', async () => {
    const server = await tokenRegistry()
    const mirror = await start(server, { REGISTRY_AUTH_FILE: authFor(server.host) })
    const place = { registry: server.host, repository: 'open/app' }
    const { private: own } = await mirror.manifest(place, '1', reader())
    expect(own).toBe(false)
    expect(server.proofs.slice(0, 3)).toEqual([null, null, 'Bearer stranger'])
    // Its token is asked for on a challenge, as everybody's is.
    expect(server.proofs.at(-1)).toBe('Bearer account')
  })

  test('is used for what PRIVATE_REPOSITORIES opens', async () => {
    const server = await tokenRegistry()
    const mirror = await start(server, {
      REGISTRY_AUTH_FILE: authFor(server.host),
      PRIVATE_REPOSITORIES: `${server.host}/closed/**`,
    })
    const place = { registry: server.host, repository: 'closed/app' }
    expect((await mirror.manifest(place, '1', reader())).private).toBe(true)
    const elsewhere = { registry: server.host, repository: 'other/app' }
    expect((await problemFrom(mirror.manifest(elsewhere, '1', reader()))).kind).toBe(
      'not-found-or-private',
    )
  })

  test('answers Basic at its own registry', async () => {
    const server = await startServer((request, response) =>
      request.headers.authorization === BASIC
        ? answerImage(request, response)
        : send(response, 401, { 'WWW-Authenticate': 'Basic realm="test"' }),
    )
    const mirror = await start(server, {
      REGISTRY_AUTH_FILE: authFor(server.host),
      PRIVATE_REPOSITORIES: `${server.host}/**`,
    })
    const found = await mirror.manifest({ registry: server.host, repository: 'app' }, '1', reader())
    expect(found.manifest.digest).toBe(image.digest)
    expect(JSON.stringify(found.exchanges)).not.toContain(BASIC.slice(6))
  })

  test('is never sent to a realm on another host', async () => {
    const other = await startServer((_, response) => send(response, 200, {}, '{"token":"t"}'))
    closing.push(other.close)
    const server = await startServer((_, response) =>
      send(response, 401, { 'WWW-Authenticate': `Bearer realm="${other.origin}/token"` }),
    )
    const mirror = await start(server, {
      REGISTRY_AUTH_FILE: authFor(server.host),
      PRIVATE_REPOSITORIES: `${server.host}/**`,
    })
    const place = { registry: server.host, repository: 'app' }
    expect((await problemFrom(mirror.manifest(place, '1', reader()))).kind).toBe('realm-refused')
    expect(other.lines).toEqual([])
  })

  test('does not lend its cache to a stranger', async () => {
    const server = await tokenRegistry()
    const place = { registry: server.host, repository: 'closed/app' }
    const first = await startMirror({
      EXTRA_REGISTRIES: server.origin,
      REGISTRY_AUTH_FILE: authFor(server.host),
      PRIVATE_REPOSITORIES: `${server.host}/closed/**`,
    })
    closing.push(server.close, first.close)
    await first.mirror.manifest(place, '1', reader())
    const env = { EXTRA_REGISTRIES: server.origin, CACHE_DIR: first.cacheDir, LIVE: 'off' }
    const { mirror } = await startMirror(env)
    const problem = await problemFrom(mirror.manifest(place, image.digest, reader()))
    expect(problem.kind).toBe('live-off')
  })
})

describe('a registry that sends us to another registry', () => {
  test('gets a token there as a stranger, and nothing of ours goes along', async () => {
    const other = await startServer((request, response) => {
      if (request.url?.startsWith('/token')) return send(response, 200, {}, '{"token":"theirs"}')
      if (request.headers.authorization === 'Bearer theirs') return answerImage(request, response)
      const realm = `http://${request.headers.host}/token`
      send(response, 401, { 'WWW-Authenticate': `Bearer realm="${realm}"` })
    })
    const server = await startServer((request, response) => {
      if (request.headers.authorization !== BASIC) {
        return send(response, 401, { 'WWW-Authenticate': 'Basic realm="x"' })
      }
      send(response, 307, {
        Location: `${other.origin}${request.url?.replace('/app/', '/images/app/')}`,
      })
    })
    closing.push(server.close, other.close)
    const started = await startMirror({
      EXTRA_REGISTRIES: `${server.origin};blobs=${other.origin},${other.origin}`,
      REGISTRY_AUTH_FILE: authFor(server.host, other.host),
      PRIVATE_REPOSITORIES: `${server.host}/**`,
    })
    closing.push(started.close)
    const place = { registry: server.host, repository: 'app' }
    const { manifest } = await started.mirror.manifest(place, '1', reader())
    expect(manifest.digest).toBe(image.digest)
    expect(other.lines).toContain('GET /token?scope=repository%3Aimages%2Fapp%3Apull')
    expect(other.proofs).not.toContain(BASIC)
  })
})
