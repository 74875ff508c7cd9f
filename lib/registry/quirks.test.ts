import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { readRateLimit } from '../oci/rate-limit.ts'
import { isReferrersList, referrersTag } from '../oci/referrers.ts'
import { collectTags, decodeTags } from '../oci/tags-list.ts'
import { QUIRK_KINDS, type QuirkKind } from './quirk.ts'
import { createRegistries } from './registries.ts'
import { ARTIFACT_REGISTRY_QUIRKS, COMMON_QUIRKS, ROW_QUIRKS } from './row-quirks.ts'
import { send } from './testing/hostile-answers.ts'
import { problemFrom, reader, startMirror } from './testing/mirror.ts'
import {
  image as answerImage,
  bearer,
  blobsAt,
  guarded,
  json,
  type QuirkAnswer,
  tagPages,
} from './testing/quirk-answers.ts'
import { image, startServer, type TestServer } from './testing/upstream.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

type Play = {
  /** how the registry behaves, and the other host it sends us to */
  answer: QuirkAnswer
  other?: QuirkAnswer
  expect: (stage: Awaited<ReturnType<typeof start>>) => Promise<void>
}

/** A registry that behaves as told, a second server, and a mirror that knows both. */
async function start(answer: QuirkAnswer, otherAnswer: QuirkAnswer = answerImage) {
  let otherOrigin = ''
  const serve = (act: QuirkAnswer) =>
    startServer((request, response) => {
      const origin = `http://${request.headers.host}`
      const path = new URL(request.url ?? '/', origin).pathname
      const line = `${request.method} ${path}`
      const proof = request.headers.authorization ?? null
      act({ request, line, path, proof, origin, other: otherOrigin }, response)
    })
  const other = await serve(otherAnswer)
  otherOrigin = other.origin
  const registry = await serve(answer)
  const { mirror, close } = await startMirror(
    {
      EXTRA_REGISTRIES: `${registry.origin};realm=${other.origin}/token;blobs=${other.origin},${other.origin}`,
    },
    { tagFresh: 0 },
  )
  closing.push(registry.close, other.close, close)
  const place = { registry: registry.host, repository: 'app' }
  return {
    ...{ registry, other, mirror, place },
    manifest: async (reference = '1') =>
      (await mirror.manifest(place, reference, reader())).manifest,
    blob: () => mirror.blob(place, image.config.digest, reader()),
    headBlob: () => mirror.headBlob(place, image.config.digest, reader()),
    tags: (query = '') => mirror.tags(place, query, reader()),
    referrers: () => mirror.referrers(place, image.digest, '', reader()),
  }
}

type Stage = Awaited<ReturnType<typeof start>>

const pulls = async ({ manifest, blob }: Stage) => {
  expect((await manifest()).digest).toBe(image.digest)
  expect((await blob()).size).toBe(image.config.bytes.length)
}
const linesWith = ({ lines }: TestServer, part: string) =>
  lines.filter((line) => line.includes(part))

let expired = false
const tokens = (then: QuirkAnswer, afterExpiry: QuirkAnswer): QuirkAnswer => {
  return (asked, response) => {
    if (asked.path === '/token') return json(response, 200, { token: expired ? 'new' : 'old' })
    if (asked.proof === `Bearer ${expired ? 'new' : 'old'}`) return then(asked, response)
    if (asked.proof !== null) return afterExpiry(asked, response)
    send(response, 401, bearer(asked.origin))
  }
}
const outlives: Play['expect'] = async ({ manifest }) => {
  expired = false
  await manifest('1')
  expired = true
  expect((await manifest('2')).digest).toBe(image.digest)
}

const names = Array.from({ length: 2500 }, (_, i) => `sha256-${String(i).padStart(4, '0')}`)

const plays: Record<QuirkKind, Play> = {
  'head-is-free': {
    answer: answerImage,
    async expect({ manifest, registry }) {
      for (const tag of ['1', '2', '1']) await manifest(tag)
      expect(linesWith(registry, 'GET ')).toHaveLength(1)
      expect(linesWith(registry, 'HEAD ')).toHaveLength(3)
    },
  },
  'head-refused': {
    answer: (asked, response) =>
      asked.line.startsWith('HEAD') ? send(response, 405, {}) : answerImage(asked, response),
    expect: pulls,
  },
  'blob-head-refused': {
    answer: blobsAt(({ other }) => `${other}/blobs/`),
    other: (asked, response) =>
      asked.line.startsWith('HEAD') ? send(response, 403, {}) : answerImage(asked, response),
    async expect({ manifest, headBlob, other }) {
      await manifest()
      expect((await headBlob()).size).toBe(image.config.bytes.length)
      expect(other.lines).toEqual([])
    },
  },
  'accept-decides': {
    answer(asked, response) {
      const accept = String(asked.request.headers.accept)
      const all = ['oci.image.index', 'oci.image.manifest', 'manifest.list.v2', 'manifest.v2']
      if (all.every((type) => accept.includes(type))) answerImage(asked, response)
      else json(response, 404, { errors: [{ code: 'MANIFEST_UNKNOWN' }] })
    },
    async expect({ manifest }) {
      expect((await manifest()).digest).toBe(image.digest)
    },
  },
  'public-without-token': {
    answer: answerImage,
    async expect(stage) {
      await pulls(stage)
      expect(stage.registry.proofs.every((proof) => proof === null)).toBe(true)
      expect(linesWith(stage.registry, 'token')).toEqual([])
    },
  },
  'absent-is-401': {
    answer: ({ path, origin }, response) =>
      path === '/token'
        ? json(response, 200, { token: 'good' })
        : json(response, 401, { errors: [{ code: 'UNAUTHORIZED' }] }, bearer(origin)),
    async expect({ manifest }) {
      const problem = await problemFrom(manifest())
      expect(problem).toMatchObject({ kind: 'not-found-or-private', status: 401 })
    },
  },
  'token-refused': {
    answer: ({ path, origin }, response) =>
      path === '/token'
        ? json(response, 403, { errors: [{ code: 'DENIED' }] })
        : send(response, 401, bearer(origin)),
    async expect({ manifest }) {
      const problem = await problemFrom(manifest())
      expect(problem).toMatchObject({ kind: 'not-found-or-private', status: 403 })
    },
  },
  'access-token': {
    answer: (asked, response) =>
      asked.path === '/token'
        ? json(response, 200, { access_token: 'good' })
        : guarded(answerImage)(asked, response),
    expect: pulls,
  },
  'challenge-missing': {
    answer: guarded(answerImage, ({ path, origin }, response) =>
      send(response, 401, path === '/v2/' ? bearer(origin) : {}),
    ),
    async expect(stage) {
      await pulls(stage)
      expect(linesWith(stage.registry, 'GET /v2/').at(0)).toBe('GET /v2/')
    },
  },
  'scope-missing': {
    answer: guarded(answerImage),
    async expect(stage) {
      await pulls(stage)
      const [asked = ''] = linesWith(stage.registry, '/token')
      expect(new URLSearchParams(asked.split('?')[1]).get('scope')).toBe('repository:app:pull')
    },
  },
  'scope-own': {
    answer: guarded(answerImage),
    async expect(stage) {
      // As its row says; an operator's own registry has the usual scope.
      stage.mirror.registries.find(stage.registry.host).scope = 'aws'
      await pulls(stage)
      const [asked = ''] = linesWith(stage.registry, '/token')
      expect(new URLSearchParams(asked.split('?')[1]).get('scope')).toBe('aws')
    },
  },
  'realm-elsewhere': {
    answer: ({ proof, other, ...asked }, response) =>
      proof === 'Bearer good'
        ? answerImage({ proof, other, ...asked }, response)
        : send(response, 401, bearer(other)),
    other: (_, response) => json(response, 200, { token: 'good' }),
    async expect(stage) {
      await pulls(stage)
      expect(stage.other.lines.every((line) => line.startsWith('GET /token?'))).toBe(true)
      expect(stage.other.proofs.every((proof) => proof === null)).toBe(true)
    },
  },
  'expired-token-400': {
    answer: tokens(answerImage, (_, response) => send(response, 400, {}, 'expired')),
    expect: outlives,
  },
  'realm-changes': {
    answer: tokens(answerImage, (_, response) =>
      send(response, 401, bearer('https://authn.example')),
    ),
    expect: outlives,
  },
  'blobs-elsewhere': {
    answer: guarded(blobsAt(({ other }) => `${other}/store/blobs/1?signature=s`)),
    async expect(stage) {
      await pulls(stage)
      expect(stage.other.lines).toEqual(['GET /store/blobs/1?signature=s'])
      expect(stage.other.proofs).toEqual([null])
    },
  },
  'manifest-redirect': {
    answer: ({ other, path }, response) => send(response, 307, { Location: other + path }),
    async expect(stage) {
      await pulls(stage)
      expect(stage.other.lines.length).toBe(stage.registry.lines.length)
    },
  },
  'redirect-relative': {
    answer: guarded((asked, response) =>
      asked.path.startsWith('/artifacts-downloads/')
        ? send(response, 200, {}, image.config.bytes)
        : blobsAt(() => '/artifacts-downloads/1?signature=s', 302)(asked, response),
    ),
    expect: pulls,
  },
  'redirect-challenge': {
    answer: ({ other, path }, response) => send(response, 307, { Location: other + path }),
    other: guarded((asked, response) =>
      asked.path.endsWith('/tags/list')
        ? tagPages(['1'], 1, () => '')(asked, response)
        : answerImage(asked, response),
    ),
    async expect(stage) {
      await pulls(stage)
      expect(decodeTags((await stage.tags()).bytes)).toEqual(['1'])
      expect(stage.registry.proofs.every((proof) => proof === null)).toBe(true)
    },
  },
  'redirect-expires': {
    answer: ({ other }, response) => {
      issued += 1
      send(response, 307, { Location: `${other}/once?signature=${issued}` })
    },
    other: (asked, response) => {
      const fresh = asked.request.url?.endsWith(`=${issued}`) && !used.has(issued)
      used.add(issued)
      if (fresh) answerImage(asked, response)
      else send(response, 403, {}, 'expired')
    },
    async expect({ manifest, registry, other }) {
      for (const tag of ['1', '2', '1']) expect((await manifest(tag)).digest).toBe(image.digest)
      expect(other.lines).toHaveLength(registry.lines.length)
      expect(new Set(other.lines.map((line) => line.split('=')[1])).size).toBe(other.lines.length)
    },
  },
  'digest-header-missing': {
    answer(asked, response) {
      response.setHeader('Content-Type', 'application/vnd.oci.image.manifest.v1+json')
      response.end(asked.line.startsWith('HEAD') ? '' : image.bytes)
    },
    async expect({ manifest, registry }) {
      expect((await manifest()).digest).toBe(image.digest)
      expect(registry.lines.at(-1)).toBe('GET /v2/app/manifests/1')
    },
  },
  'digest-regional': {
    answer: (asked, response) =>
      asked.path.includes('sha256:')
        ? json(response, 404, { errors: [{ code: 'MANIFEST_UNKNOWN' }] })
        : answerImage(asked, response),
    async expect({ manifest }) {
      expect((await manifest()).digest).toBe(image.digest)
    },
  },
  'content-encoding': {
    answer: (asked, response) =>
      asked.path.includes('/blobs/')
        ? send(response, 200, { 'Content-Encoding': 'gzip' }, gzipSync(image.config.bytes))
        : answerImage(asked, response),
    async expect({ manifest, blob, registry }) {
      await manifest()
      const problem = await problemFrom(blob())
      expect(problem).toEqual({ kind: 'content-encoding', encoding: 'gzip' })
      expect(linesWith(registry, '/blobs/')).toHaveLength(1)
    },
  },
  'body-true': {
    answer: guarded(answerImage, ({ origin }, response) =>
      send(response, 401, { 'Content-Type': 'text/html', ...bearer(origin) }, 'true'),
    ),
    expect: pulls,
  },
  'errors-empty': {
    answer: blobsAt(({ other }) => `${other}/blobs/1`, 302, '{"errors":[]}'),
    expect: pulls,
  },
  'budget-told': {
    answer: (asked, response) => {
      response.setHeader('ratelimit-limit', '100;w=21600')
      response.setHeader('ratelimit-remaining', '76;w=21600')
      response.setHeader('docker-ratelimit-source', '203.0.113.7')
      answerImage(asked, response)
    },
    async expect({ mirror, place }) {
      const { exchanges } = await mirror.manifest(place, '1', reader())
      for (const { response } of exchanges) {
        const told = readRateLimit(response?.headers ?? [], Date.now())
        expect(told).toEqual({ limit: 100, remaining: 76, window: 21_600, reset: null })
      }
      expect(exchanges.length).toBeGreaterThan(0)
      expect(JSON.stringify(exchanges)).not.toContain('203.0.113.7')
    },
  },
  throttled: {
    answer: (_, response) =>
      json(response, 429, { errors: [{ code: 'TOOMANYREQUESTS' }] }, { 'Retry-After': '1' }),
    async expect({ manifest, registry }) {
      const problem = await problemFrom(manifest())
      expect(problem).toEqual({ kind: 'rate-limited', registry: registry.host, retryAfter: 1 })
    },
  },
  'text-429': {
    answer: (_, response) =>
      send(response, 429, { 'Content-Type': 'text/plain' }, 'Too Many Requests'),
    async expect({ manifest, registry }) {
      const problem = await problemFrom(manifest())
      expect(problem).toEqual({
        ...{ kind: 'rate-limited', registry: registry.host, retryAfter: null },
      })
    },
  },
  'cursor-opaque': {
    answer: tagPages(names.slice(0, 120), 50, (last) => `?next_page=${last}&n=50`),
    async expect(stage) {
      expect(await allTags(stage)).toEqual(names.slice(0, 120))
      expect(stage.registry.lines.at(-1)).toMatch(/\?next_page=sha256-0099&n=50$/)
    },
  },
  'link-relative': {
    answer: tagPages(
      names.slice(0, 120),
      50,
      (last, size) => `/v2/app/tags/list?n=${size}&last=${last}`,
    ),
    async expect(stage) {
      expect(await allTags(stage)).toEqual(names.slice(0, 120))
      expect(stage.registry.lines.at(-1)).toMatch(/\?n=50&last=sha256-0099$/)
    },
  },
  'page-limit': {
    answer(asked, response) {
      const n = new URL(asked.request.url ?? '', asked.origin).searchParams.get('n')
      if (Number(n) > 1000) return send(response, 400, {}, 'n is too large')
      tagPages(
        names,
        Number(n),
        (last, size) => `/v2/app/tags/list?n=${size}&last=${last}`,
      )(...([asked, response] as const))
    },
    async expect({ tags }) {
      expect(decodeTags((await tags('n=5000')).bytes)).toHaveLength(1000)
    },
  },
  'tags-many': {
    answer: tagPages(names, 1000, (last) => `/v2/app/tags/list?n=1000&last=${last}`),
    async expect(stage) {
      expect(await allTags(stage)).toEqual(names)
      expect(stage.registry.lines).toHaveLength(3)
    },
  },
  'tags-extra': {
    answer: (_, response) =>
      json(response, 200, {
        child: ['x'],
        manifest: { a: { tag: ['1'] } },
        name: 'app',
        tags: ['1'],
      }),
    async expect({ tags }) {
      const { bytes } = await tags()
      expect(decodeTags(bytes)).toEqual(['1'])
      expect(Buffer.from(bytes).toString()).toContain('"manifest":{"a"')
    },
  },
  'tags-oldest-first': {
    answer: tagPages(['0.9', '1.0', '1.10', '1.2', 'latest'], 9, () => ''),
    async expect({ tags }) {
      expect(decodeTags((await tags()).bytes)).toEqual(['0.9', '1.0', '1.10', '1.2', 'latest'])
    },
  },
  'tags-missing': {
    answer: (asked, response) =>
      asked.path.endsWith('/tags/list')
        ? json(response, 404, { errors: [{ code: 'NAME_UNKNOWN' }] })
        : answerImage(asked, response),
    async expect(stage) {
      const problem = await problemFrom(stage.tags())
      expect(problem).toMatchObject({ kind: 'not-found-or-private', status: 404 })
      await pulls(stage)
    },
  },
  'referrers-redirect': {
    answer: (_, response) =>
      send(response, 303, { Location: 'https://github.example/-/v2/packages' }),
    async expect({ referrers, registry }) {
      const problem = await problemFrom(referrers())
      expect(problem).toMatchObject({ kind: 'referrers-unsupported', status: 303 })
      expect(registry.lines).toHaveLength(1)
    },
  },
  'referrers-unsupported': {
    answer: (_, response) => {
      // each question is answered in the next way
      answers.push(answers.shift() ?? 0)
      send(response, answers.at(-1) ?? 0, {}, 'page not found')
    },
    async expect({ referrers }) {
      for (const status of [...answers]) {
        const problem = await problemFrom(referrers())
        expect(problem).toMatchObject({ kind: 'referrers-unsupported', status })
      }
    },
  },
  'fallback-is-subject': {
    answer: answerImage,
    async expect({ manifest }) {
      const found = await manifest(referrersTag(image.digest))
      expect(isReferrersList(found, image.digest)).toBe(false)
    },
  },
}

const answers = [404, 400, 405, 406]

let issued = 0
const used = new Set<number>()

function allTags({ tags }: Stage): Promise<string[]> {
  return collectTags(async (query) => {
    const { bytes, next } = await tags(query)
    return { tags: decodeTags(bytes), next }
  }, 10)
}

describe('a quirk', () => {
  const rows = createRegistries({ extraRegistries: [] }).all
  const quirks = [
    ...rows.flatMap(({ quirks }) => quirks),
    ...COMMON_QUIRKS,
    ...ARTIFACT_REGISTRY_QUIRKS,
  ]

  test.each(Object.entries(plays))('%s', async (_, { answer, other, expect }) => {
    await expect(await start(answer, other))
  })

  test('that is played is some registry’s', () => {
    const told = new Set(quirks.map(({ kind }) => kind))
    expect(Object.keys(plays).filter((kind) => !told.has(kind as QuirkKind))).toEqual([])
    expect(new Set(Object.keys(plays))).toEqual(new Set(Object.values(QUIRK_KINDS).flat()))
  })

  test.each(rows)('of $name stands in the table, as many as its row has', ({ name, quirks }) => {
    expect(quirks.length, name).toBeGreaterThan(0)
    expect(quirks).toEqual(ROW_QUIRKS[name])
  })

  test('stands in no row that is not a registry', () => {
    expect(Object.keys(ROW_QUIRKS)).toEqual(rows.map(({ name }) => name))
  })
})
