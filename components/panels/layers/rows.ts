import type { TarEntry, TarKind } from '@/lib/oci/tar-entry'
import type { Whiteout } from '@/lib/oci/whiteout'
import { isSeen, nodePath, type PathNode, type Step, stepAt, type Timeline } from './timeline'

export type Sort = 'name' | 'size'

/** Which directories are open: all or none of them, but for a few. */
export type Open = { all: boolean; except: string[] }

export type RowsQuery = {
  /** the layer that was put on last, from 0 */
  layer: number
  sort: Sort
  /** part of a path, in any case; found rows stand in a flat list */
  find: string
  open: Open
  /** only what the layer itself did */
  onlyLayer: boolean
  /** what is gone stays in the list, struck out */
  showGone: boolean
}

/** What became of a path by the layer that is looked at. */
export type RowState = 'same' | 'added' | 'changed' | 'removed' | 'gone' | 'whiteout'

/** One line of the tree: plain data. */
export type Row = {
  path: string
  name: string
  /** 0 for the top */
  depth: number
  kind: TarKind
  /** bytes; of a directory, of all that is seen below */
  size: number
  mode: number
  uid: number
  gid: number
  mtime: number
  link?: string
  /** the first name of a file with several */
  hardlink?: string
  state: RowState
  /** the layer that did it last, from 0 */
  layer: number
  /** the layer that carries it, from 0 */
  home: number
  how?: Step['how']
  whiteout?: Whiteout
  /** of a directory: the layer did something below */
  touched: boolean
  /** position in its layer's archive; -1 when no entry says it */
  index: number
  /** has something below */
  opens: boolean
  open: boolean
}

/** A list of nodes in the order they are drawn; rows are made of a few at a time. */
export type Flat = { nodes: PathNode[]; depths: number[]; flat: boolean }

export function flatten(root: PathNode, query: RowsQuery): Flat {
  const { layer, sort, open, onlyLayer, showGone } = query
  const find = query.find.toLowerCase()
  const except = new Set(open.except)
  const nodes: PathNode[] = []
  const depths: number[] = []
  const isShown = (node: PathNode) => {
    if (onlyLayer && !node.touched) return false
    if (node.seen > 0) return true
    return showGone && stepAt(node, layer) !== null
  }
  const ahead: { node: PathNode; path: string; depth: number }[] = []
  const push = (parent: PathNode, path: string, depth: number) => {
    const children = sortedChildren(parent, sort)
    for (let i = children.length - 1; i >= 0; i--) {
      const node = children[i]!
      if (!isShown(node)) continue
      ahead.push({ node, path: path === '' ? node.name : `${path}/${node.name}`, depth })
    }
  }
  push(root, '', 0)
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { node, path, depth } = next
    if (find === '') {
      nodes.push(node)
      depths.push(depth)
      if (node.children && open.all !== except.has(path)) push(node, path, depth + 1)
      continue
    }
    if (path.toLowerCase().includes(find)) {
      nodes.push(node)
      depths.push(0)
    }
    if (node.children) push(node, path, depth + 1)
  }
  if (find !== '' && sort === 'size') {
    // A flat list is sorted as one, not directory by directory.
    nodes.sort((a, b) => b.bytes - a.bytes)
  }
  return { nodes, depths, flat: find !== '' }
}

/** The children as they are drawn; kept with the node until something below it changes. */
export function sortedChildren(node: PathNode, sort: Sort): PathNode[] {
  if (node.sorted?.by === sort) return node.sorted.nodes
  const nodes = [...(node.children?.values() ?? [])]
  const byName = (a: PathNode, b: PathNode) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  nodes.sort(sort === 'name' ? byName : (a, b) => b.bytes - a.bytes || byName(a, b))
  node.sorted = { by: sort, nodes }
  return nodes
}

export function rowOf(
  node: PathNode,
  depth: number,
  query: Pick<RowsQuery, 'layer' | 'open' | 'find'>,
  homes: Timeline['homes'] | null,
): Row {
  const { layer, open, find } = query
  const path = nodePath(node)
  const step = stepAt(node, layer)
  const entry: TarEntry = step?.entry ?? IMPLIED
  const opens = (node.children?.size ?? 0) > 0
  const first = homes?.get(entry)
  const isDirectory = entry.kind === 'directory'
  return {
    ...{ path, name: find === '' ? node.name : path, depth, kind: entry.kind },
    size: isSeen(step) && isDirectory ? node.bytes : entry.size,
    ...{ mode: entry.mode, uid: entry.uid, gid: entry.gid, mtime: entry.mtime },
    ...(entry.link !== undefined && entry.kind !== 'file' && { link: entry.link }),
    ...(first && first.path !== path && { hardlink: first.path }),
    state: stateOf(step, layer),
    layer: step?.layer ?? layer,
    home: step?.home ?? layer,
    ...(step?.how && { how: step.how }),
    ...(step?.whiteout && { whiteout: step.whiteout }),
    ...{ touched: node.touched, index: entry.index },
    opens,
    open: opens && find === '' && open.all !== open.except.includes(path),
  }
}

/** A directory that only stands in the paths of others. */
const IMPLIED: TarEntry = {
  ...{ index: -1, path: '', kind: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, mtime: 0 },
}

function stateOf(step: Step | null, layer: number): RowState {
  if (!step) return 'same'
  if (step.whiteout) return 'whiteout'
  if (step.type === 'removed') return step.layer === layer ? 'removed' : 'gone'
  return step.layer === layer ? step.type : 'same'
}
