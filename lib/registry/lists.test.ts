import { afterEach, describe, expect, test } from 'vitest'
import type { Exchange } from '../oci/conversation.ts'
import type { Digest } from '../oci/digest.ts'
import { OCI_INDEX, OCI_MANIFEST } from '../oci/media-type.ts'
import { parseSettings } from '../settings.mjs'
import type { Limits } from './limits.ts'
import type { Mirror } from './mirror.ts'
import { type Samples, serveRegistry } from './serve.ts'
import { send } from './testing/hostile-answers.ts'
import { problemFrom, reader, startMirror } from './testing/mirror.ts'
import { startServer, type TestServer } from './testing/upstream.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

type Answer = Parameters<typeof startServer>[0]
type Headers = Parameters<typeof send>[2]
type Ask = (path: string, init?: RequestInit) => Promise<Response>

const subject: Digest = `sha256:${'a'.repeat(64)}`
const sbom = { mediaType: OCI_MANIFEST, digest: subject, size: 3, artifactType: 'a/sbom' }
const index = `{ "schemaVersion": 2, "mediaType": "${OCI_INDEX}", "manifests": [] }`

async function start(
  answer: Answer,
  limits: Partial<Limits> = {},
): Promise<{ server: TestServer; mirror: Mirror; ask: Ask; at: string }> {
  const server = await startServer(answer)
  closing.push(server.close)
  const { mirror, close } = await startMirror({ EXTRA_REGISTRIES: server.origin }, limits)
  closing.push(close)
  const settings = parseSettings({})
  const nothing = () => Promise.reject(new Error('no sample is asked for here'))
  const samples: Samples = {
    ...{ manifest: nothing, blob: nothing },
    tags: async () => ['b', 'a', '10', '9'],
    referrers: async (_, about, type) => (about === subject && type !== 'a/other' ? [sbom] : []),
  }
  const ask: Ask = (path, init) =>
    serveRegistry(new Request(`http://localhost:3000${path}`, init), path, {
      ...{ mirror, samples, settings },
    })
  return { server, mirror, ask, at: `/v2/${server.host.replace(':', '_')}/team/app` }
}

const tags = (names: string[], headers: Headers = {}): Answer => {
  const body = JSON.stringify({ name: 'team/app', tags: names })
  return (_, response) =>
    send(response, 200, { 'Content-Type': 'application/json', ...headers }, body)
}
const place = (server: TestServer) => ({ registry: server.host, repository: 'team/app' })
const codeOf = async (answer: Response) => (await answer.json()).errors[0].code

describe('tags/list', () => {
  test('comes byte for byte, spaces and a vendor’s own fields included', async () => {
    const body = '{ "child": [], "name":"team/app",\n"tags":["b","a"] }'
    const { ask, at, server } = await start((_, response) => send(response, 200, {}, body))
    const answer = await ask(`${at}/tags/list`)
    expect([answer.status, await answer.text()]).toEqual([200, body])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(body.length),
      'cache-control': 'no-cache, no-transform',
      'x-content-type-options': 'nosniff',
    })
    expect(server.lines).toEqual(['GET /v2/team/app/tags/list?n=1000'])
  })

  test('by HEAD has the same headers and no body', async () => {
    const { ask, at } = await start(tags(['1'], { Link: '<?n=1&last=1>; rel=next' }))
    const [get, head] = [
      await ask(`${at}/tags/list`),
      await ask(`${at}/tags/list`, { method: 'HEAD' }),
    ]
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
    expect(await head.text()).toBe('')
  })

  test.each([
    { why: 'a relative link', link: (_: string) => '/v2/team/app/tags/list?last=b&n=2' },
    { why: 'a link with a host', link: (o: string) => `${o}/v2/team/app/tags/list?last=b&n=2` },
    { why: 'a link of a query only', link: (_: string) => '?last=b&n=2' },
  ])('goes on at our own address after $why', async ({ link }) => {
    const { ask, at, server } = await start((request, response) => {
      const Link = `<${link(`http://${request.headers.host}`)}>; rel="next"`
      tags(['a', 'b'], request.url?.includes('last') ? {} : { Link })(request, response)
    })
    const first = await ask(`${at}/tags/list?n=2`)
    expect(first.headers.get('link')).toBe(`<${at}/tags/list?last=b&n=2>; rel="next"`)
    const second = await ask(`${at}/tags/list?last=b&n=2`)
    expect(second.headers.get('link')).toBeNull()
    expect(server.lines.at(-1)).toBe('GET /v2/team/app/tags/list?last=b&n=2')
  })

  test('passes an opaque cursor through, both ways', async () => {
    const Link = '</v2/team/app/tags/list?next_page=gAAA%3D%3D&n=50>; rel="next"'
    const { ask, at, server } = await start(tags(['a'], { Link }))
    const first = await ask(`${at}/tags/list`)
    const [, query = ''] = /\?(.*)>/.exec(first.headers.get('link') ?? '') ?? []
    await ask(`${at}/tags/list?${query}`)
    expect(server.lines.at(-1)).toBe('GET /v2/team/app/tags/list?next_page=gAAA%3D%3D&n=50')
  })

  test.each([
    { why: 'a full page without a link', asked: 'n=2', link: '?n=2&last=b' },
    { why: 'a full page behind a tag', asked: 'n=2&last=0', link: '?n=2&last=b' },
    { why: 'a page that is not full', asked: 'n=3', link: null },
    {
      why: 'a page that answers `last` again, so does not know it',
      asked: 'n=2&last=a',
      link: null,
    },
  ])('after $why the next is $link', async ({ asked, link }) => {
    const { ask, at } = await start(tags(['a', 'b']))
    const answer = await ask(`${at}/tags/list?${asked}`)
    const want = link === null ? null : `<${at}/tags/list${link}>; rel="next"`
    expect(answer.headers.get('link')).toBe(want)
  })

  test.each([
    {
      why: 'another host',
      link: 'https://evil.example/v2/team/app/tags/list',
      reason: 'other-origin',
    },
    {
      why: 'this host by another port',
      link: 'http://127.0.0.1:1/v2/team/app/tags/list',
      reason: 'other-origin',
    },
    { why: 'another list', link: '/v2/_catalog?n=2', reason: 'other-list' },
    {
      why: 'a parameter we do not pass on',
      link: '?n=1&url=http://10.0.0.1/',
      reason: 'parameter',
    },
    { why: 'no address', link: ' ', reason: 'malformed' },
  ])('is refused when it goes on at $why', async ({ link, reason }) => {
    const { ask, at, server } = await start(tags(['a'], { Link: `<${link}>; rel="next"` }))
    const answer = await ask(`${at}/tags/list?n=1`)
    expect(answer.status).toBe(502)
    expect((await answer.json()).errors[0].detail).toMatchObject({ kind: 'link-refused', reason })
    expect(server.lines).toHaveLength(1)
  })

  test.each([
    { why: 'too many are asked for', asked: 'n=99999', sent: 'n=1000' },
    {
      why: 'what we do not know is asked for',
      asked: 'n=3&url=http://10.0.0.1/&page=2',
      sent: 'n=3',
    },
    { why: 'a cursor is too long', asked: `n=3&next_page=${'x'.repeat(3000)}`, sent: 'n=3' },
    { why: 'a value comes twice', asked: 'n=3&last=a&last=b', sent: 'n=3&last=a' },
    { why: 'values are empty', asked: 'n=&last=', sent: 'n=1000' },
    { why: 'a value would break the line', asked: 'n=3&last=a%0d%0aX', sent: 'n=3&last=a%0D%0AX' },
  ])('asks for no more than it may when $why', async ({ asked, sent }) => {
    const { ask, at, server } = await start(tags(['a']))
    expect((await ask(`${at}/tags/list?${asked}`)).status).toBe(200)
    expect(server.lines).toEqual([`GET /v2/team/app/tags/list?${sent}`])
  })

  test('with n=0 is empty and has no Link, whatever the registry makes of it', async () => {
    const { ask, at } = await start(tags(['a', 'b'], { Link: '<?last=b>; rel=next' }))
    const answer = await ask(`${at}/tags/list?n=0`)
    expect(await answer.json()).toEqual({ name: 'team/app', tags: [] })
    expect(answer.headers.get('link')).toBeNull()
  })

  test.each(['-1', 'x', '1.5'])('with n=%s is 400 and asks nobody', async (n) => {
    const { ask, at, server } = await start(tags(['a']))
    const answer = await ask(`${at}/tags/list?n=${n}`)
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'PAGINATION_NUMBER_INVALID'])
    expect(server.lines).toEqual([])
  })

  test.each([
    { why: 'no such repository', status: 404, body: '', says: [404, 'NAME_UNKNOWN'] },
    { why: 'not for us', status: 403, body: '', says: [403, 'DENIED'] },
    { why: 'too often', status: 429, body: 'slow down', says: [429, 'TOOMANYREQUESTS'] },
    { why: 'in trouble', status: 503, body: '', says: [502, 'UNKNOWN'] },
    { why: 'a web page', status: 200, body: '<html>', says: [502, 'UNKNOWN'] },
    { why: 'no list', status: 200, body: '{"tags":{}}', says: [502, 'UNKNOWN'] },
    { why: 'over the limit', status: 200, body: ' '.repeat(2 ** 20 + 1), says: [403, 'DENIED'] },
  ])('of a registry that answers $why is $says', async ({ status, body, says }) => {
    const { ask, at } = await start((_, response) => send(response, status, {}, body))
    const answer = await ask(`${at}/tags/list`)
    expect([answer.status, await codeOf(answer)]).toEqual(says)
  })
})

describe('referrers', () => {
  test('come byte for byte, with the filter that the registry applied', async () => {
    const headers = {
      'Content-Type': `${OCI_INDEX}; charset=utf-8`,
      'OCI-Filters-Applied': 'artifactType',
    }
    const { ask, at, server } = await start((_, response) => send(response, 200, headers, index))
    const answer = await ask(`${at}/referrers/${subject}?artifactType=application/spdx%2Bjson`)
    expect([answer.status, await answer.text()]).toEqual([200, index])
    expect(answer.headers.get('content-type')).toBe(OCI_INDEX)
    expect(answer.headers.get('oci-filters-applied')).toBe('artifactType')
    expect(server.lines).toEqual([
      `GET /v2/team/app/referrers/${subject}?artifactType=application%2Fspdx%2Bjson`,
    ])
  })

  test('that the registry did not filter are not said to be', async () => {
    const { ask, at } = await start((_, response) =>
      send(response, 200, { 'Content-Type': OCI_INDEX }, index),
    )
    const answer = await ask(`${at}/referrers/${subject}?artifactType=a/b`)
    expect(answer.headers.get('oci-filters-applied')).toBeNull()
  })

  test('go on at our own address', async () => {
    const Link = `</v2/team/app/referrers/${subject}?nextToken=abc>; rel="next"`
    const { ask, at } = await start((_, response) =>
      send(response, 200, { 'Content-Type': OCI_INDEX, Link }, index),
    )
    const answer = await ask(`${at}/referrers/${subject}`)
    const next = `<${at}/referrers/${subject}?nextToken=abc>; rel="next"`
    expect(answer.headers.get('link')).toBe(next)
  })

  test.each<{ why: string; status: number; headers: Headers; body: string }>([
    { why: 'not found', status: 404, headers: {}, body: '404 page not found' },
    { why: 'bad request', status: 400, headers: {}, body: '' },
    { why: 'method not allowed', status: 405, headers: {}, body: '' },
    { why: 'not acceptable', status: 406, headers: {}, body: '' },
    {
      why: 'a redirect to a web page',
      status: 303,
      headers: { Location: 'https://web.example/' },
      body: '',
    },
    { why: 'a web page', status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' },
  ])(
    'where the registry answers $why are 404, so that a client looks under the tag',
    async (one) => {
      const { ask, at, server } = await start((_, response) =>
        send(response, one.status, one.headers, one.body),
      )
      const answer = await ask(`${at}/referrers/${subject}`)
      const [error] = (await answer.json()).errors
      expect([answer.status, error.code]).toEqual([404, 'UNSUPPORTED'])
      expect(error.detail).toMatchObject({ kind: 'referrers-unsupported', status: one.status })
      expect(server.lines).toHaveLength(1)
    },
  )

  test('keep the registry’s own word for a repository that is not there', async () => {
    const body = '{"errors":[{"code":"NAME_UNKNOWN","message":"no"}]}'
    const { ask, at } = await start((_, response) => send(response, 404, {}, body))
    const answer = await ask(`${at}/referrers/${subject}`)
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'NAME_UNKNOWN'])
  })

  test.each([
    { why: 'another type', type: 'application/json', body: index, says: [502, 'MANIFEST_INVALID'] },
    { why: 'no type', type: '', body: index, says: [502, 'MANIFEST_INVALID'] },
    { why: 'no list', type: OCI_INDEX, body: '{"schemaVersion":2}', says: [502, 'UNKNOWN'] },
    {
      why: 'over the limit',
      type: OCI_INDEX,
      body: ' '.repeat(2 ** 22 + 1),
      says: [403, 'DENIED'],
    },
  ])('that come as $why are $says', async ({ type, body, says }) => {
    const { ask, at } = await start((_, response) =>
      send(response, 200, type ? { 'Content-Type': type } : {}, body),
    )
    const answer = await ask(`${at}/referrers/${subject}`)
    expect([answer.status, await codeOf(answer)]).toEqual(says)
  })

  test.each([
    { why: 'a tag', path: 'referrers/latest', code: 'DIGEST_INVALID' },
    { why: 'a short digest', path: 'referrers/sha256:abc', code: 'DIGEST_INVALID' },
    { why: 'no media type', path: `referrers/${subject}?artifactType=a`, code: 'UNSUPPORTED' },
  ])('of $why are 400 and ask nobody', async ({ path, code }) => {
    const { ask, at, server } = await start((_, response) => send(response, 500, {}))
    const answer = await ask(`${at}/${path}`)
    expect([answer.status, await codeOf(answer)]).toEqual([400, code])
    expect(server.lines).toEqual([])
  })
})

describe('a list', () => {
  test('is asked for once by 200 at once, and then not while it is fresh', async () => {
    const { mirror, server } = await start(tags(['1']))
    const asking = Array.from({ length: 200 }, (_, i) =>
      mirror.tags(place(server), '', reader(`192.0.2.${i}`)),
    )
    expect(
      (await Promise.all(asking)).every(({ source }) => source === 'live' || source === 'cache'),
    ).toBe(true)
    const again = await mirror.tags(place(server), '', reader())
    expect(again).toMatchObject({ source: 'cache', stale: null })
    expect(server.lines).toHaveLength(1)
  })

  test('is asked for again when it is no longer fresh', async () => {
    const { mirror, server } = await start(tags(['1']), { tagFresh: 0 })
    await mirror.tags(place(server), '', reader())
    await mirror.tags(place(server), '', reader())
    expect(server.lines).toHaveLength(2)
  })

  test('has pages of its own for each question', async () => {
    const { mirror, server } = await start(tags(['1']))
    for (const query of ['n=1', 'n=2', 'n=1&last=a'])
      await mirror.tags(place(server), query, reader())
    expect(server.lines).toHaveLength(3)
  })

  test('is answered stale, and says so, while the registry is away', async () => {
    let healthy = true
    const { ask, at } = await start(
      (request, response) => (healthy ? tags(['1'])(request, response) : response.destroy()),
      { tagFresh: 0 },
    )
    expect((await ask(`${at}/tags/list`)).headers.get('warning')).toBeNull()
    healthy = false
    const stale = await ask(`${at}/tags/list`)
    expect(stale.status).toBe(200)
    expect(stale.headers.get('warning')).toBe('110 - "Response is Stale"')
    expect(stale.headers.get('age')).toMatch(/^\d+$/)
  })

  test('that is gone is gone, not stale', async () => {
    let healthy = true
    const { mirror, server } = await start(
      (request, response) => (healthy ? tags(['1'])(request, response) : send(response, 404, {})),
      { tagFresh: 0 },
    )
    await mirror.tags(place(server), '', reader())
    healthy = false
    const problem = await problemFrom(mirror.tags(place(server), '', reader()))
    expect(problem).toMatchObject({ kind: 'not-found-or-private', status: 404 })
  })

  test('counts against its visitor only when the registry is asked', async () => {
    const { mirror, server } = await start(tags(['1']), { visitorPerMinute: 1 })
    await mirror.tags(place(server), '', reader())
    await mirror.tags(place(server), '', reader())
    const problem = await problemFrom(mirror.tags(place(server), 'n=1', reader()))
    expect(problem.kind).toBe('visitor-limited')
  })

  test('is asked for with a token where one is wanted, and each exchange is told', async () => {
    const { mirror, server } = await start((request, response) => {
      if (request.url?.startsWith('/token')) return send(response, 200, {}, '{"token":"good"}')
      if (request.headers.authorization === 'Bearer good') return tags(['1'])(request, response)
      const realm = `http://${request.headers.host}/token`
      send(response, 401, { 'WWW-Authenticate': `Bearer realm="${realm}"` })
    })
    const heard: Exchange[] = []
    const onExchange = (exchange: Exchange) => heard.push(exchange)
    await mirror.tags(place(server), 'n=2&last=a', { ...reader(), onExchange })
    expect(heard.map(({ purpose }) => purpose)).toEqual(['tags', 'token', 'tags'])
    expect(heard.at(-1)?.request.url).toBe(`${server.origin}/v2/team/app/tags/list?n=2&last=a`)
    const { exchanges } = await mirror.tags(place(server), 'n=2&last=a', reader())
    expect(exchanges).toEqual(heard)
  })

  test('of referrers tells its exchanges as such', async () => {
    const { mirror, server } = await start((_, response) =>
      send(response, 200, { 'Content-Type': OCI_INDEX }, index),
    )
    const { exchanges } = await mirror.referrers(place(server), subject, '', reader())
    expect(exchanges.map(({ purpose }) => purpose)).toEqual(['referrers'])
  })
})

describe('a sample', () => {
  test.each([
    { query: '', tags: ['10', '9', 'a', 'b'], next: null },
    { query: '?n=2', tags: ['10', '9'], next: 'n=2&last=9' },
    { query: '?n=2&last=9', tags: ['a', 'b'], next: null },
    { query: '?n=1&last=10', tags: ['9'], next: 'n=1&last=9' },
    { query: '?n=0', tags: [], next: null },
    { query: '?last=b', tags: [], next: null },
  ])('lists its tags in order, by pages: $query', async ({ query, tags, next }) => {
    const { ask, server } = await start(() => {})
    const answer = await ask(`/v2/samples/some/tags/list${query}`)
    expect(await answer.json()).toEqual({ name: 'samples/some', tags })
    const link = next && `</v2/samples/some/tags/list?${next}>; rel="next"`
    expect(answer.headers.get('link')).toBe(link)
    expect(server.lines).toEqual([])
  })

  test.each([
    { query: '', manifests: [sbom], filters: null },
    { query: '?artifactType=a/sbom', manifests: [sbom], filters: 'artifactType' },
    { query: '?artifactType=a/other', manifests: [], filters: 'artifactType' },
  ])('lists its referrers, filtered: $query', async ({ query, manifests, filters }) => {
    const { ask } = await start(() => {})
    const answer = await ask(`/v2/samples/some/referrers/${subject}${query}`)
    expect(answer.headers.get('content-type')).toBe(OCI_INDEX)
    expect(answer.headers.get('oci-filters-applied')).toBe(filters)
    expect(await answer.json()).toEqual({ schemaVersion: 2, mediaType: OCI_INDEX, manifests })
  })
})
