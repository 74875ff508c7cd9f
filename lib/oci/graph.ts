import type { ArtifactKind } from './artifact/kind.ts'

/** One object of a repository: the same digest is the same node, whoever names it. */
export type GraphNode = {
  digest: string
  mediaType: string
  /** bytes */
  size: number
  /** the colour of its kind; `blob` is content of an artifact, `referrer` what is about another */
  kind: 'index' | 'manifest' | 'config' | 'layer' | 'referrer' | 'blob'
  /** `linux/arm64` of an index entry; null where none is given */
  platform: string | null
  /** what its manifest is for, as far as is known */
  artifact: ArtifactKind | null
  /** place among the layers, from 1; null for anything else */
  number: number | null
  /** what its descriptor says of the content: a predicate type, a file name */
  note: string | null
  /** whether what it names is in the graph: its document was read, or there is nothing to read */
  read: boolean
  /** whether that is drawn */
  open: boolean
}

export type EdgeRole = 'entry' | 'config' | 'layer' | 'subject' | 'about'

/** `from` names `to`: by a descriptor, or in a statement (`about`). */
export type GraphEdge = { from: string; to: string; role: EdgeRole }

/** Plain data: made on the server for a recording, grown in the browser. */
export type Graph = {
  root: string
  nodes: Record<string, GraphNode>
  edges: GraphEdge[]
  /** objects left out because the graph is full */
  left: number
}

/** Objects in one graph. More cannot be read by a person, and a hostile index has a million. */
export const GRAPH_LIMIT = 240

export function setOpen(graph: Graph, digest: string, open: boolean): Graph {
  const node = graph.nodes[digest]
  if (!node) return graph
  return { ...graph, nodes: { ...graph.nodes, [digest]: { ...node, open } } }
}

/** What hangs below each object, in order: what it names, then what refers to it. */
export function childrenOf(graph: Graph, digest: string): string[] {
  const named = graph.edges.filter(
    ({ from, role }) => from === digest && role !== 'about' && role !== 'subject',
  )
  const about = graph.edges.filter(({ to, role }) => to === digest && role === 'subject')
  return [...new Set([...named.map(({ to }) => to), ...about.map(({ from }) => from)])]
}
