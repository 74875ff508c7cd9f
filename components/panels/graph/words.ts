import type { EdgeRole, GraphNode } from '@/lib/oci/graph'

export type GraphWords = {
  /** names the picture; `{reference}` */
  label: string
  hint: string
  /** of a node without a better name */
  kinds: Record<GraphNode['kind'], string>
  /** the config that every artifact without one names */
  empty: string
  /** `{n}` */
  layer: string
  /** what an arrow means, from the one that names to the named */
  roles: Record<EdgeRole, string>
  legend: string
  list: string
  open: string
  close: string
  /** `{count}` objects left out, `{limit}` */
  left: string
}
