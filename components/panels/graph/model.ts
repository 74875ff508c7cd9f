import { childrenOf, type EdgeRole, type Graph, type GraphNode } from '@/lib/oci/graph'

/** A node in its place: column by its distance from the root, row in the order of a list. */
export type Placed = {
  node: GraphNode
  /** the one it hangs below; null for the root */
  parent: string | null
  column: number
  /** of the picture, from the top left; pixels before scaling */
  x: number
  y: number
  /** whether something hangs below it that can be shown or hidden */
  opens: boolean
  /** items of the list at its place */
  children: string[]
}

export type PlacedEdge = { from: string; to: string; role: EdgeRole; path: string }

export type Layout = {
  /** in the order of the list: each before what hangs below it */
  order: Placed[]
  edges: PlacedEdge[]
  width: number
  height: number
}

export const BOX = { width: 188, height: 42, gap: 52, row: 52, margin: 10 }

/**
 * Lays the open part of a graph out in columns. An object stands once, as near to the root as any
 * naming brings it, so loops and shared layers end there; every other naming of it is an edge.
 */
export function layOut(graph: Graph): Layout {
  const below = treeOf(graph)
  const order: Placed[] = []
  let row = 0
  const visit = (digest: string, parent: string | null, column: number) => {
    const node = graph.nodes[digest]
    if (!node) return
    const children = below.get(digest) ?? []
    const all = childrenOf(graph, digest).filter((child) => child !== parent && child !== digest)
    order.push({
      ...{ node, parent, column, children },
      x: BOX.margin + column * (BOX.width + BOX.gap),
      y: BOX.margin + row * BOX.row,
      opens: !node.read || all.length > 0,
    })
    const first = row
    for (const child of children) visit(child, digest, column + 1)
    // The first child stands beside its parent, so a leaf takes the row that its parent began.
    if (row === first) row += 1
  }
  visit(graph.root, null, 0)
  const places = new Map(order.map((placed) => [placed.node.digest, placed]))
  const edges = graph.edges.flatMap(({ from, to, role }): PlacedEdge[] => {
    const [a, b] = [places.get(from), places.get(to)]
    return a && b && a !== b ? [{ from, to, role, path: pathOf(a, b) }] : []
  })
  const columns = Math.max(...order.map(({ column }) => column)) + 1
  return {
    order,
    edges,
    width: 2 * BOX.margin + columns * BOX.width + (columns - 1) * BOX.gap,
    height: 2 * BOX.margin + Math.max(1, row) * BOX.row - (BOX.row - BOX.height),
  }
}

/** What hangs below what when every open object hangs as near to the root as it can. */
function treeOf(graph: Graph): Map<string, string[]> {
  const tree = new Map<string, string[]>()
  const seen = new Set([graph.root])
  const queue = [graph.root]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (!graph.nodes[at]?.open) continue
    const children = childrenOf(graph, at).filter((child) => graph.nodes[child] && !seen.has(child))
    for (const child of children) seen.add(child)
    tree.set(at, children)
    queue.push(...children)
  }
  return tree
}

/** From the side of the one that names to the side of the named. */
function pathOf(from: Placed, to: Placed): string {
  const middle = BOX.height / 2
  const [y1, y2] = [from.y + middle, to.y + middle]
  if (from.column === to.column) {
    // Both in one column: around the left, where the lines to the parent are.
    const x = from.x
    const bend = x - BOX.gap / 2
    return `M${x} ${y1 + 8}C${bend} ${y1 + 8} ${bend} ${y2 + 8} ${x} ${y2 + 8}`
  }
  const forward = to.column > from.column
  const x1 = forward ? from.x + BOX.width : from.x
  const x2 = forward ? to.x : to.x + BOX.width
  const bend = (x1 + x2) / 2
  return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`
}

export type Step = 'right' | 'left' | 'up' | 'down' | 'first' | 'last'

/**
 * Where an arrow key leads: right to what hangs below, left to what it hangs from, up and down
 * through the order of the list. Stays where there is nothing further.
 */
export function stepFrom({ order }: Layout, digest: string, step: Step): string {
  const at = order.findIndex(({ node }) => node.digest === digest)
  const here = order[at]
  if (!here) return order[0]?.node.digest ?? digest
  const to = {
    right: here.children[0],
    left: here.parent,
    up: order[at - 1]?.node.digest,
    down: order[at + 1]?.node.digest,
    first: order[0]?.node.digest,
    last: order.at(-1)?.node.digest,
  }[step]
  return to ?? digest
}
