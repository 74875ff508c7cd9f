import { afterAll, describe, expect, test } from 'vitest'
import { type Digest, isDigest } from '../oci/digest.ts'
import { OCI_MANIFEST } from '../oci/media-type.ts'
import { ProblemError } from '../oci/problem.ts'
import { referrersOf } from '../oci/referrers.ts'
import { parseSettings } from '../settings.mjs'
import { expectAgreement, FIXTURES_DIR, readVectors, type Vector } from '../testing/vectors.ts'
import { digestOfBytes } from './hash.ts'
import { type Samples, serveRegistry } from './serve.ts'
import { startMirror } from './testing/mirror.ts'

type In = {
  method: string
  path: string
  request_headers?: Record<string, string>
  preloaded_blobs?: Record<string, string>
  preloaded_manifests?: Record<string, string>
}
type Out = { status: number; headers?: Record<string, string>; body?: string }

describe.skipIf(!FIXTURES_DIR)('a registry as another server answers', async () => {
  const { mirror, close } = await startMirror({ LIVE: 'off' })
  afterAll(close)

  test('calls that only read', async () => {
    const all = readVectors<In, Out>('registry-server-routes').filter(({ kind }) => kind === 'call')
    const answers = new Map<string, Awaited<ReturnType<typeof answerTo>>>()
    for (const vector of all) answers.set(vector.id, await answerTo(vector))
    expectAgreement(
      all,
      ({ id, out }) => {
        const answer = answers.get(id)
        const { status, headers = {}, body } = out
        const named = Object.keys(headers).map((name) => [name, answer?.headers.get(name)])
        return {
          ours: [answer?.status, Object.fromEntries(named), body === undefined ? '' : answer?.body],
          theirs: [status, headers, body?.replace('"name":"foo"', '"name":"samples/foo"') ?? ''],
        }
      },
      [
        {
          why: 'a range that ends behind the last byte is cut to it: RFC 9110, section 14.1.2',
          when: ({ in: { request_headers } }) => request_headers?.Range === 'bytes=1-3',
        },
        {
          why: 'the mirror has no catalogue: registries would have to be asked for all they have',
          when: ({ in: { path } }) => path.includes('_catalog'),
        },
      ],
    )
    expect(all.length).toBeGreaterThan(20)
  })

  async function answerTo({ in: asked }: Vector<In, Out>) {
    // Their repositories are put where ours with no registry behind are.
    const path = asked.path.replace(/^\/v2\/(?=[a-z-]+\/[a-z]+\/)/, '/v2/samples/')
    const { method, request_headers: headers = {} } = asked
    const answer = await serveRegistry(
      new Request(`http://localhost${path}`, { method, headers }),
      path,
      { mirror, samples: samplesOf(asked), settings: parseSettings({}) },
    )
    return { status: answer.status, headers: answer.headers, body: await answer.text() }
  }
})

/** Samples with what a row puts into its registry. */
function samplesOf({ preloaded_blobs = {}, preloaded_manifests = {} }: In): Samples {
  const manifests = Object.entries(preloaded_manifests).map(([path, text]) => {
    const [name = '', , tag = ''] = path.split('/')
    const bytes = Buffer.from(text)
    return { name, tag, bytes, digest: digestOfBytes(bytes), mediaType: OCI_MANIFEST }
  })
  const of = (name: string) => {
    const found = manifests.filter((manifest) => manifest.name === name)
    if (found.length === 0) throw new ProblemError({ kind: 'sample-unknown', name })
    return found
  }
  return {
    async manifest(name, reference) {
      const found = manifests.find(
        (one) => one.name === name && (isDigest(reference) ? one.digest : one.tag) === reference,
      )
      if (!found) throw new ProblemError({ kind: 'sample-unknown', name })
      const observedAt = new Date(0).toISOString()
      return { ...found, size: found.bytes.length, observedAt, stale: false, private: false }
    },
    async blob(name, digest) {
      const text = preloaded_blobs[digest]
      if (text === undefined) {
        throw new ProblemError({ kind: 'blob-not-named', digest, repository: name })
      }
      return { size: text.length, bytes: Buffer.from(text), private: false }
    },
    tags: async (name) => of(name).map(({ tag }) => tag),
    referrers: async (name, subject: Digest, type) => referrersOf(of(name), subject, type),
  }
}
