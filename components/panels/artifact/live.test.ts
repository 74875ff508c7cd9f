import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { artifactFields, findingWords, panelFields, problemWords } from '@/content/ui/panel'
import { type Digest, isDigest } from '@/lib/oci/digest'
import { OCI_INDEX } from '@/lib/oci/media-type'
import { ProblemError } from '@/lib/oci/problem'
import { parseReference } from '@/lib/oci/reference'
import { referrersIndex } from '@/lib/oci/referrers'
import { readManifests, readTags } from '@/lib/recordings/layout'
import { readBlob } from '@/lib/recordings/recording'
import { readReferrers } from '@/lib/recordings/referrers'
import { askReferrers, expand, findObject, openAround, openObject, type Session } from './live'
import { readAround } from './recorded'

const NAME = 'hello-attested'
const sample = { name: NAME, observedAt: '2026-11-26T00:00:00.000Z' }
const reference = parseReference('localhost:5000/hello-attested:1.0')
const catalogue = {
  fields: panelFields('en'),
  artifacts: artifactFields('en'),
  findings: findingWords.en,
  problems: problemWords.en,
}
const session: Session = { catalogue, signal: new AbortController().signal }

/** Paths asked for, in order. */
let asked: string[] = []
/** Changes an answer on its way. */
let spoil: (path: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes

/** `/v2/samples/<name>` as the site answers it. */
async function answer(path: string): Promise<Response> {
  asked.push(path)
  const [before = '', query] = path.split('?')
  const [kind, named = ''] = before.slice(`/v2/samples/${NAME}/`.length).split('/')
  const headers = new Headers()
  let bytes: Uint8Array | null = null
  if (kind === 'referrers') {
    const type = new URLSearchParams(query).get('artifactType')
    const found = await readReferrers(NAME, named as Digest, type)
    bytes = new TextEncoder().encode(referrersIndex(found))
    headers.set('content-type', OCI_INDEX)
    if (type) headers.set('oci-filters-applied', 'artifactType')
  } else {
    const tagged = (await readTags(NAME)).get(named)?.digest ?? named
    const manifest = (await readManifests(NAME)).get(tagged as Digest)
    bytes = isDigest(tagged) && (kind === 'blobs' || manifest) ? await readBlob(NAME, tagged) : null
    headers.set('docker-content-digest', tagged)
    if (manifest) headers.set('content-type', manifest.mediaType)
  }
  if (!bytes) {
    const detail = {
      ...{ kind: 'not-found-or-private', reference: path, status: 404, diagnostics: [] },
    }
    return Response.json({ errors: [{ code: 'MANIFEST_UNKNOWN', detail }] }, { status: 404 })
  }
  return new Response(new Uint8Array(spoil(path, bytes)), { headers })
}

beforeEach(() => {
  asked = []
  spoil = (_, bytes) => bytes
  vi.stubGlobal('fetch', (path: string) => answer(path))
})
afterEach(() => vi.unstubAllGlobals())

const begun = () =>
  readAround(NAME, {
    fields: catalogue.fields,
    artifacts: catalogue.artifacts,
    findings: catalogue.findings,
  })

async function signedPayload() {
  const { graph } = await begun()
  const found = Object.values(graph.nodes).find(({ mediaType }) =>
    mediaType.includes('simplesigning'),
  )
  return found?.digest ?? ''
}

describe('what the page began with', () => {
  test('a signature is opened with what stands beside it in its manifest', async () => {
    const start = await begun()
    const { object } = await openObject(start, await signedPayload(), session)
    const [certificate] = object.certificates
    expect(certificate?.names).toEqual(['recorder@example.org'])
    expect(certificate?.issuer).toContain('Laboratory root')
    expect(object.parts.map(({ kind }) => kind)).toEqual(['simple-signing', 'cosign-signature'])
  })

  test('asked again, every way comes to what the server wrote', async () => {
    const start = await begun()
    const root = start.graph.root as Digest
    const { found } = await askReferrers(start, root, session)
    expect(found).toEqual(start.found[root])
  })

  test('the statement knows its image through the index', async () => {
    const start = await begun()
    const digest = start.object?.digest ?? ''
    const { object, graph } = await openObject(start, digest, session)
    expect(object.chain).toEqual(start.object?.chain)
    expect(graph.edges.filter(({ role }) => role === 'about')).toHaveLength(1)
  })
})

describe('from a name', () => {
  test('one document is fetched, and the next only when it is opened', async () => {
    const around = await openAround(reference, sample, session)
    expect(asked).toEqual([`/v2/samples/${NAME}/manifests/1.0`])
    const image = Object.values(around.graph.nodes).find(
      ({ platform }) => platform === 'linux/amd64',
    )
    const graph = await expand(around, image?.digest ?? '', session)
    expect(asked.length).toBeLessThanOrEqual(2)
    expect(Object.values(graph.nodes).filter(({ kind }) => kind === 'layer')).toHaveLength(4)
  })

  test('a link leads to an object behind a referrer', async () => {
    const around = await openAround(reference, sample, session)
    const found = await findObject(around, await signedPayload(), session)
    expect(found?.object?.parts[0]?.kind).toBe('simple-signing')
    expect(found?.found[around.graph.root]).toHaveLength(6)
  })

  test('a link to an object of another image leads nowhere', async () => {
    const around = await openAround(reference, sample, session)
    expect(await findObject(around, `sha256:${'0'.repeat(64)}`, session)).toBeNull()
  })

  test('a layer is not fetched', async () => {
    const { graph, name } = await begun()
    const layer = Object.values(graph.nodes).find(({ kind }) => kind === 'layer')
    const { object } = await openObject({ graph, name }, layer?.digest ?? '', session)
    expect([object.state, asked]).toEqual(['not-fetched', []])
  })

  test('bytes that do not fit their digest are refused', async () => {
    const start = await begun()
    spoil = (path, bytes) => (path.includes('/blobs/') ? bytes.slice(1) : bytes)
    const opened = openObject(start, await signedPayload(), session)
    await expect(opened).rejects.toThrow(ProblemError)
    await expect(opened).rejects.toMatchObject({ problem: { kind: 'digest-mismatch' } })
  })
})
