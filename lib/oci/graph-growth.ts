import { artifactKindOf } from './artifact/kind.ts'
import type { Descriptor } from './descriptor.ts'
import type { DecodedDocument } from './document.ts'
import type { EdgeRole, Graph, GraphEdge, GraphNode } from './graph.ts'
import { GRAPH_LIMIT } from './graph.ts'
import { isAttestation, readIndex } from './image-index.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { isConfigType, isIndexType, isLayerType, isManifestType, OCI_EMPTY } from './media-type.ts'

/** A graph of one object, not read yet. */
export function startGraph(root: Pick<Descriptor, 'digest' | 'mediaType' | 'size'>): Graph {
  const node = nodeOf(root, { kind: isIndexType(root.mediaType) ? 'index' : 'manifest' })
  return { root: root.digest, nodes: { [root.digest]: node }, edges: [], left: 0 }
}

/**
 * Adds what a document names: entries of an index; config, layers and subject of a manifest.
 *
 * A document that names itself or what led to it adds an edge and no node, so no loop grows.
 */
export function addDocument(
  graph: Graph,
  digest: string,
  document: Pick<DecodedDocument, 'kind' | 'value'>,
): Graph {
  const next = copy(graph)
  const node = next.nodes[digest]
  if (!node) return graph
  node.read = true
  node.open = true
  if (document.kind === 'index') {
    for (const { descriptor } of readIndex(document).manifests) {
      put(next, digest, descriptor, 'entry', {
        kind:
          isAttestation(descriptor) || descriptor.artifactType ? 'referrer' : kindOf(descriptor),
        platform: platformText(descriptor),
        artifact: isAttestation(descriptor) ? 'buildkit-attestation' : null,
      })
    }
  }
  if (document.kind === 'manifest') addManifest(next, digest, readManifest(document))
  return next
}

function addManifest(graph: Graph, digest: string, manifest: Manifest): void {
  const node = graph.nodes[digest]
  const { kind } = artifactKindOf(manifest)
  const image = kind === 'image' || kind === 'nydus' || kind === 'encrypted-image'
  if (node) {
    node.artifact = kind
    if (!image && node.kind === 'manifest') node.kind = 'referrer'
  }
  if (manifest.config) put(graph, digest, manifest.config, 'config', { kind: 'config' })
  manifest.layers.forEach(({ descriptor }, i) => {
    const layer = isLayerType(descriptor.mediaType) || image
    const more = { kind: layer ? ('layer' as const) : ('blob' as const), number: i + 1 }
    put(graph, digest, descriptor, 'layer', { ...more, note: noteOf(descriptor) })
  })
  if (manifest.subject) {
    // Only to what is in the graph: a subject elsewhere is told by its field.
    if (graph.nodes[manifest.subject.digest]) {
      connect(graph, { from: digest, to: manifest.subject.digest, role: 'subject' })
    }
  }
}

/** Adds manifests that say they are about `subject`. */
export function addReferrers(
  graph: Graph,
  subject: string,
  referrers: readonly (Pick<Descriptor, 'digest' | 'mediaType' | 'size'> & {
    artifactType?: string
  })[],
): Graph {
  const next = copy(graph)
  if (!next.nodes[subject]) return graph
  for (const descriptor of referrers) {
    const { artifactType = null } = descriptor
    const told = { artifactType, config: null, layers: [], subject: null, annotations: {} }
    const artifact = artifactType === null ? null : artifactKindOf(told).kind
    const more = { kind: 'referrer' as const, artifact, note: artifactType }
    if (!next.nodes[descriptor.digest] && !add(next, descriptor, more)) continue
    connect(next, { from: descriptor.digest, to: subject, role: 'subject' })
  }
  return next
}

/** Says which objects of the graph a statement is about. */
export function addStatement(graph: Graph, from: string, subjects: readonly string[]): Graph {
  const next = copy(graph)
  for (const to of subjects) {
    if (next.nodes[from] && next.nodes[to]) connect(next, { from, to, role: 'about' })
  }
  return next
}

function put(
  graph: Graph,
  from: string,
  descriptor: Descriptor,
  role: EdgeRole,
  more: Partial<GraphNode>,
): void {
  if (!graph.nodes[descriptor.digest] && !add(graph, descriptor, more)) return
  connect(graph, { from, to: descriptor.digest, role })
}

function add(
  graph: Graph,
  descriptor: Pick<Descriptor, 'digest' | 'mediaType' | 'size'>,
  more: Partial<GraphNode>,
): boolean {
  if (Object.keys(graph.nodes).length >= GRAPH_LIMIT) {
    graph.left += 1
    return false
  }
  graph.nodes[descriptor.digest] = nodeOf(descriptor, more)
  return true
}

function connect(graph: Graph, edge: GraphEdge): void {
  const known = graph.edges.some(
    ({ from, to, role }) => from === edge.from && to === edge.to && role === edge.role,
  )
  if (!known) graph.edges.push(edge)
}

function nodeOf(
  { digest, mediaType, size }: Pick<Descriptor, 'digest' | 'mediaType' | 'size'>,
  more: Partial<GraphNode>,
): GraphNode {
  const document = isIndexType(mediaType) || isManifestType(mediaType)
  return {
    ...{ digest, mediaType, size, kind: 'blob', platform: null, artifact: null, number: null },
    ...{ note: null, read: !document, open: false },
    ...more,
  }
}

function noteOf({ annotations }: Descriptor): string | null {
  return (
    annotations?.['in-toto.io/predicate-type'] ??
    annotations?.['org.opencontainers.image.title'] ??
    null
  )
}

function kindOf({ mediaType }: Descriptor): GraphNode['kind'] {
  if (isIndexType(mediaType)) return 'index'
  if (isManifestType(mediaType)) return 'manifest'
  if (isConfigType(mediaType) || mediaType === OCI_EMPTY) return 'config'
  return isLayerType(mediaType) ? 'layer' : 'blob'
}

function platformText({ platform }: Descriptor): string | null {
  if (!platform) return null
  const { os, architecture, variant } = platform
  return [os, architecture, ...(variant ? [variant] : [])].join('/')
}

function copy(graph: Graph): Graph {
  const nodes = Object.fromEntries(
    Object.entries(graph.nodes).map(([digest, node]) => [digest, { ...node }]),
  )
  return { ...graph, nodes, edges: [...graph.edges] }
}
