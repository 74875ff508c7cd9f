import { ARTIFACT_LIMIT } from '@/lib/oci/artifact/decode'
import { type Digest, isDigest } from '@/lib/oci/digest'
import { type DecodedDocument, decodeDocument } from '@/lib/oci/document'
import { type Graph, setOpen } from '@/lib/oci/graph'
import { addDocument, addReferrers, addStatement, startGraph } from '@/lib/oci/graph-growth'
import { digestOf, verifyDigest } from '@/lib/oci/hash'
import { readIndex } from '@/lib/oci/image-index'
import { mirrorRepository } from '@/lib/oci/mirror-path'
import { ProblemError, problemOf } from '@/lib/oci/problem'
import { parseReference, type Reference } from '@/lib/oci/reference'
import { formatReference } from '@/lib/oci/reference-text'
import type { PanelCatalogue } from '../image/catalogue'
import { fetchBytes } from '../image/mirror'
import {
  type Filtered,
  type Found,
  type Outcome,
  together,
  WAYS,
  type Way,
} from '../referrers/model'
import { filteredBy, inIndex, outcomeOf, pathsOf, typeToFilter } from '../referrers/outcome'
import { annotationsOf } from './annotations'
import { chainOf } from './chain'
import type { ObjectView } from './object'
import { contentObject, documentObject } from './prepare-object'
import type { Around } from './state'

export { loadCatalogue } from '../image/catalogue'
export { problemSentence } from '../problem/model'
export { formatReference, parseReference, problemOf }

export type Session = {
  catalogue: PanelCatalogue
  signal: AbortSignal
}

/** Documents already read in this page, by path: bytes never change under a digest. */
const documents = new Map<string, DecodedDocument>()

/**
 * What a reference names, as the first node of a graph, opened.
 *
 * @param sample the folder of its recording, with the time it was made; null asks the registry
 * @throws ProblemError as the mirror answers; what the document is refused for
 */
export async function openAround(
  reference: Reference,
  sample: { name: string; observedAt: string } | null,
  session: Session,
): Promise<Around> {
  const name = sample
    ? `samples/${sample.name}`
    : mirrorRepository(reference.registry, reference.repository)
  const wanted = reference.digest ?? reference.tag ?? 'latest'
  const path = `/v2/${name}/manifests/${wanted}`
  const { bytes, mediaType } = await fetchBytes(path, 'manifest', session.signal)
  const digest = await digestOf(bytes, 'sha256')
  if (reference.digest) await verifyDigest(bytes, reference.digest)
  const document = decodeDocument(bytes, mediaType)
  documents.set(`${name}@${digest}`, document)
  const root = {
    digest: (reference.digest ?? digest) as Digest,
    mediaType: document.mediaType ?? mediaType ?? '',
    size: bytes.length,
  }
  documents.set(`${name}@${root.digest}`, document)
  const head = { ...root, path: `/v2/${name}/manifests/${root.digest}` }
  return {
    origin: sample
      ? { kind: 'recorded', name: sample.name, observedAt: sample.observedAt, tools: [] }
      : { kind: 'live', observedAt: new Date().toISOString() },
    canonical: formatReference(reference),
    ...{ reference, name },
    graph: addDocument(startGraph(root), root.digest, document),
    object: documentObject(head, document, session.catalogue),
    found: {},
  }
}

/** Reads the document of a node and adds what it names; a blob has none. */
export async function expand(
  around: Pick<Around, 'graph' | 'name'>,
  digest: string,
  session: Session,
): Promise<Graph> {
  const { graph, name } = around
  const node = graph.nodes[digest]
  if (!node) return graph
  if (node.read) return setOpen(graph, digest, true)
  const document = await readDocument(name, digest, node.mediaType, session)
  return addDocument(graph, digest, document)
}

/**
 * Opens an object: fetched, verified and read, if it is a document or small enough.
 *
 * @returns the graph with what the object names or is about
 * @throws ProblemError as the mirror answers; `digest-mismatch`; what it is refused for
 */
export async function openObject(
  around: Pick<Around, 'graph' | 'name'>,
  digest: string,
  session: Session,
): Promise<{ object: ObjectView; graph: Graph }> {
  const { graph, name } = around
  const node = graph.nodes[digest]
  if (!node) throw new ProblemError({ kind: 'digest-syntax', input: digest })
  const { mediaType, size, kind } = node
  if (kind === 'index' || kind === 'manifest' || kind === 'referrer') {
    const head = { digest, mediaType, size, path: `/v2/${name}/manifests/${digest}` }
    const document = await readDocument(name, digest, mediaType, session)
    const next = node.read ? graph : addDocument(graph, digest, document)
    return { object: documentObject(head, document, session.catalogue), graph: next }
  }
  const head = { digest, mediaType, size, path: `/v2/${name}/blobs/${digest}` }
  if (kind === 'layer' || size > ARTIFACT_LIMIT) {
    const empty = { kind: null, parts: [], certificates: [], chain: null, documents: [] }
    return { object: { ...head, ...empty, state: 'not-fetched' }, graph }
  }
  const { bytes } = await fetchBytes(head.path, 'blob', session.signal)
  await verifyDigest(bytes, digest as Digest)
  const config = kind === 'config' ? decodeConfig(bytes, mediaType) : null
  if (config) return { object: documentObject(head, config, session.catalogue), graph }
  const annotations = annotationsOf(digest, await parentsOf(around, digest, session))
  const { object, subjects } = contentObject(head, bytes, annotations, session.catalogue)
  const root = await rootIndex(around, session)
  const chain = chainOf(graph, digest, subjects, root && readIndex(root))
  return { object: { ...object, chain }, graph: addStatement(graph, digest, subjects) }
}

/** An image config; null for what is none, which many artifacts have in its place. */
function decodeConfig(bytes: Uint8Array, mediaType: string): DecodedDocument | null {
  try {
    const document = decodeDocument(bytes, mediaType)
    return document.kind === 'config' ? document : null
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

/** Documents read on the way to an object that a link names. */
const SEARCHED = 24

/**
 * Looks for an object that a link names and opens it: below the root, then among its referrers.
 *
 * @returns null when neither leads to it
 */
export async function findObject(
  around: Around,
  digest: string,
  session: Session,
): Promise<Around | null> {
  let { graph } = around
  const { name } = around
  const searched = new Set<string>()
  const search = async () => {
    while (!graph.nodes[digest] && searched.size < SEARCHED) {
      const next = Object.values(graph.nodes).find(
        (node) => !node.read && !searched.has(node.digest),
      )
      if (!next) return
      searched.add(next.digest)
      graph = await expand({ graph, name }, next.digest, session)
    }
  }
  await search()
  let { found } = around
  if (!graph.nodes[digest]) {
    const asked = await askReferrers({ graph, name }, graph.root as Digest, session)
    graph = asked.graph
    found = { ...found, [graph.root]: asked.found }
    await search()
  }
  if (!graph.nodes[digest]) return null
  const opened = await openObject({ graph, name }, digest, session)
  return { ...around, ...opened, found }
}

/** The documents that name an object; what a page began with was not read here yet. */
function parentsOf(
  { graph, name }: Pick<Around, 'graph' | 'name'>,
  digest: string,
  session: Session,
): Promise<DecodedDocument[]> {
  const parents = graph.edges.filter(({ to, role }) => to === digest && role === 'layer')
  return Promise.all(
    parents.map(({ from }) =>
      readDocument(name, from, graph.nodes[from]?.mediaType ?? '', session),
    ),
  )
}

/** The index that the reference leads to; null when it leads to a manifest. */
async function rootIndex(
  { graph, name }: Pick<Around, 'graph' | 'name'>,
  session: Session,
): Promise<DecodedDocument | null> {
  const root = graph.nodes[graph.root]
  if (root?.kind !== 'index') return null
  return readDocument(name, root.digest, root.mediaType, session)
}

async function readDocument(
  name: string,
  digest: string,
  mediaType: string,
  session: Session,
): Promise<DecodedDocument> {
  const key = `${name}@${digest}`
  const known = documents.get(key)
  if (known) return known
  if (!isDigest(digest)) throw new ProblemError({ kind: 'digest-syntax', input: digest })
  const { bytes } = await fetchBytes(`/v2/${name}/manifests/${digest}`, 'manifest', session.signal)
  await verifyDigest(bytes, digest)
  const document = decodeDocument(bytes, mediaType)
  documents.set(key, document)
  return document
}

/**
 * Asks every way for what refers to an object.
 *
 * @returns what each came to, and the graph with what was found
 */
export async function askReferrers(
  around: Pick<Around, 'graph' | 'name'>,
  subject: Digest,
  session: Session,
): Promise<{ found: Found[]; graph: Graph }> {
  const { graph, name } = around
  const paths = pathsOf(name, subject)
  const found = await Promise.all(
    WAYS.map((way) =>
      way === 'index'
        ? inside(around, subject, session)
        : ask(way, paths[way], subject, session.signal),
    ),
  )
  const referrers = together(found).map(({ referrer }) => referrer)
  return { found, graph: addReferrers(graph, subject, referrers) }
}

async function inside(
  around: Pick<Around, 'graph' | 'name'>,
  subject: string,
  session: Session,
): Promise<Found> {
  const root = await rootIndex(around, session)
  const outcome = inIndex(root && { digest: around.graph.root, value: root.value }, subject)
  return { way: 'index', path: null, status: null, outcome, filtered: null }
}

async function ask(
  way: Exclude<Way, 'index'>,
  path: string,
  subject: Digest,
  signal: AbortSignal,
): Promise<Found> {
  try {
    const { bytes, mediaType, headers } = await fetchBytes(path, 'manifest', signal)
    const answer = {
      ...{ status: 200, bytes, mediaType: mediaType ?? '' },
      digest: headers.get('docker-content-digest'),
      more: headers.has('link'),
    }
    const outcome = outcomeOf(way, answer, subject)
    const filtered = way === 'api' ? await askFiltered(path, outcome, signal) : null
    return { way, path, status: 200, outcome, filtered }
  } catch (error) {
    if (signal.aborted || error instanceof TypeError) throw error
    const problem = problemOf(error)
    const status = 'status' in problem ? problem.status : null
    const absent =
      problem.kind === 'referrers-unsupported' ||
      (problem.kind === 'not-found-or-private' && problem.status === 404)
    return {
      ...{ way, path, status, filtered: null },
      outcome: absent ? { kind: 'absent', status: status ?? 404 } : { kind: 'failed', problem },
    }
  }
}

/** The API once more, for one type alone; a failure of that changes nothing of the first answer. */
async function askFiltered(
  path: string,
  outcome: Outcome,
  signal: AbortSignal,
): Promise<Filtered | null> {
  const artifactType = typeToFilter(outcome)
  if (artifactType === null) return null
  try {
    const query = new URLSearchParams({ artifactType })
    const answer = await fetchBytes(`${path}?${query}`, 'manifest', signal)
    return filteredBy(artifactType, answer, answer.headers.get('oci-filters-applied'))
  } catch (error) {
    if (signal.aborted || error instanceof TypeError) throw error
    return null
  }
}
