import type { DiagramKind } from './diagram-fence.ts'

/** A node, a participant, a state, a class or an entity, or a group of them. */
export type DiagramNode = {
  readonly id: string
  readonly label: string
  readonly kind: 'node' | 'group' | 'start' | 'end' | 'choice' | 'fork' | 'note'
  /** Id of the group around it. */
  readonly within?: string
  /** Members of a class, attributes of an entity. */
  readonly lines?: readonly string[]
}

/** What a line says by its ends, where the type of diagram gives them a meaning. */
export type DiagramRelation =
  | 'inherits'
  | 'composes'
  | 'aggregates'
  | 'depends'
  | 'provides'
  | 'note'
  | 'plain'

export type DiagramEdge = {
  /** As in the drawing: `index-manifest`, then `index-manifest-2`. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
  readonly relation: DiagramRelation
  /** How many stand at either end. */
  readonly fromMany?: string
  readonly toMany?: string
}

/** One line of a sequence, from the top. `depth` counts the frames around it. */
export type DiagramMoment =
  | {
      readonly type: 'message'
      readonly id: string
      readonly from: string
      readonly to: string
      readonly label: string
      readonly depth: number
    }
  | {
      readonly type: 'note'
      readonly over: readonly string[]
      readonly label: string
      readonly depth: number
    }
  | {
      readonly type: 'frame'
      readonly frame:
        | 'loop'
        | 'alt'
        | 'else'
        | 'opt'
        | 'par'
        | 'and'
        | 'critical'
        | 'break'
        | 'area'
      readonly label: string
      readonly depth: number
    }

/** What a drawing says, without the drawing: read from Mermaid while it draws. */
export type DiagramGraph = {
  readonly kind: DiagramKind
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
  readonly moments: readonly DiagramMoment[]
  /** Pairs of edge ids whose lines cross. */
  readonly crossings: readonly (readonly [string, string])[]
}

/** Every name that a step or a term may point at in this drawing. */
export function diagramParts(graph: DiagramGraph): string[] {
  return [
    ...graph.nodes.map((node) => node.id),
    ...graph.edges.map((edge) => edge.id),
    ...graph.moments.flatMap((moment) => (moment.type === 'message' ? [moment.id] : [])),
  ]
}
