import { type Digest, isDigest } from '@/lib/oci/digest'
import { decodeDocument } from '@/lib/oci/document'
import type { Graph } from '@/lib/oci/graph'
import { addDocument, addReferrers, addStatement, startGraph } from '@/lib/oci/graph-growth'
import { readIndex } from '@/lib/oci/image-index'
import { isIndexType } from '@/lib/oci/media-type'
import { parseReference } from '@/lib/oci/reference'
import { referrersIndex } from '@/lib/oci/referrers'
import { readManifests, readTags } from '@/lib/recordings/layout'
import { readBlob, readRecording } from '@/lib/recordings/recording'
import { readReferrers } from '@/lib/recordings/referrers'
import { type Found, together, WAYS } from '../referrers/model'
import { inIndex, outcomeOf, pathsOf, typeToFilter } from '../referrers/outcome'
import { chainOf } from './chain'
import type { ObjectView } from './object'
import { contentObject, documentObject, type ObjectOptions } from './prepare-object'
import type { Around } from './state'

/**
 * A recorded image and what refers to it, as the page first shows it: all documents read, the
 * provenance opened, every way of asking answered as `/v2/samples/<name>` answers.
 *
 * @throws Error when the recording has no tag or lacks a document
 */
export async function readAround(name: string, options: ObjectOptions): Promise<Around> {
  const recording = await readRecording(name)
  const [tagged] = await readTags(name)
  if (!tagged) throw new Error(`recording ${name}: no tag`)
  const [, root] = tagged
  const read = async (digest: string) => {
    const bytes = isDigest(digest) ? await readBlob(name, digest) : null
    if (!bytes) throw new Error(`recording ${name}: ${digest} is missing`)
    return bytes
  }
  const found = await askRecording(name, root.digest, isIndexType(root.mediaType))
  let graph = addReferrers(
    startGraph(root),
    root.digest,
    together(found).map(({ referrer }) => referrer),
  )
  graph = await readDocuments(graph, read)
  const opened = openedFirst(graph)
  const { object, subjects } = await readObject(graph, opened, `/v2/samples/${name}`, read, options)
  return {
    origin: {
      kind: 'recorded',
      name,
      observedAt: recording.observedAt,
      tools: Object.entries(recording.tools).map(([tool, said]) => {
        const version = /\d+(?:\.\d+)+/.exec(said)?.[0]
        return version ? `${tool} ${version}` : tool
      }),
    },
    canonical: recording.reference,
    reference: parseReference(recording.reference),
    name: `samples/${name}`,
    graph: addStatement(graph, opened, subjects),
    object,
    found: { [root.digest]: found },
  }
}

async function readDocuments(
  start: Graph,
  read: (digest: string) => Promise<Uint8Array>,
): Promise<Graph> {
  let graph = start
  for (;;) {
    const next = Object.values(graph.nodes).find((node) => !node.read)
    if (!next) return graph
    const document = decodeDocument(await read(next.digest), next.mediaType)
    graph = addDocument(graph, next.digest, document)
  }
}

/** The first statement of an attestation, else the root: what teaches most. */
function openedFirst(graph: Graph): string {
  const statements = Object.values(graph.nodes).filter(
    ({ mediaType }) => mediaType === 'application/vnd.in-toto+json',
  )
  return statements.at(-1)?.digest ?? graph.root
}

async function readObject(
  graph: Graph,
  digest: string,
  base: string,
  read: (digest: string) => Promise<Uint8Array>,
  options: ObjectOptions,
): Promise<{ object: ObjectView; subjects: string[] }> {
  const node = graph.nodes[digest]
  if (!node) throw new Error(`${digest} is not in the graph`)
  const bytes = await read(digest)
  const { mediaType, size } = node
  const document = node.kind === 'index' || node.kind === 'manifest' || node.kind === 'referrer'
  const path = `${base}/${document ? 'manifests' : 'blobs'}/${digest}`
  const head = { digest, mediaType, size, path }
  if (document) {
    const decoded = decodeDocument(bytes, mediaType)
    return { object: documentObject(head, decoded, options), subjects: [] }
  }
  const { object, subjects } = contentObject(head, bytes, undefined, options)
  const chain = chainOf(graph, digest, subjects, await indexOf(graph, read))
  return { object: { ...object, chain }, subjects }
}

async function indexOf(graph: Graph, read: (digest: string) => Promise<Uint8Array>) {
  const root = graph.nodes[graph.root]
  if (root?.kind !== 'index') return null
  return readIndex(decodeDocument(await read(graph.root), root.mediaType))
}

/** Asks a recording as a client asks a registry; the answers are those of `/v2/samples/<name>`. */
async function askRecording(name: string, subject: Digest, index: boolean): Promise<Found[]> {
  const paths = pathsOf(`samples/${name}`, subject)
  const tags = await readTags(name)
  const manifests = await readManifests(name)
  const found: Found[] = []
  for (const way of WAYS) {
    if (way === 'index') {
      const bytes = index ? await readBlob(name, subject) : null
      const value = bytes && decodeDocument(bytes, null).value
      const outcome = inIndex(value && { digest: subject, value }, subject)
      found.push({ way, path: null, status: null, outcome, filtered: null })
      continue
    }
    const tag = paths[way].slice(paths[way].lastIndexOf('/') + 1)
    const named = tags.get(tag)
    const bytes =
      way === 'api'
        ? new TextEncoder().encode(referrersIndex(await readReferrers(name, subject, null)))
        : named && (await readBlob(name, named.digest))
    const mediaType = named ? (manifests.get(named.digest)?.mediaType ?? '') : ''
    const answer = {
      status: bytes ? 200 : 404,
      bytes: bytes ?? new Uint8Array(),
      ...{ mediaType, digest: named?.digest ?? null, more: false },
    }
    const { status } = answer
    const outcome = outcomeOf(way, answer, subject)
    const type = way === 'api' ? typeToFilter(outcome) : null
    const alone = type === null ? [] : await readReferrers(name, subject, type)
    const filtered =
      type === null ? null : { artifactType: type, applied: true, count: alone.length }
    found.push({ way, path: paths[way], status, outcome, filtered })
  }
  return found
}
