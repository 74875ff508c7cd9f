import type { Change } from '@/lib/oci/layer-stack'
import type { TarEntry } from '@/lib/oci/tar-entry'
import type { Whiteout } from '@/lib/oci/whiteout'

/** What one layer did to one path. */
export type Step = {
  /** from 0 */
  layer: number
  type: 'added' | 'changed' | 'removed'
  /** what stands there from now on; of a removal, what stood there */
  entry: TarEntry
  /** the layer whose blob carries the bytes of `entry` */
  home: number
  how?: 'whiteout' | 'opaque' | 'replaced'
  /** in a layer alone: what the entry says about the layers below */
  whiteout?: Whiteout
}

/** One name and all that ever happened to it. The numbers hold for the layer last measured. */
export type PathNode = {
  name: string
  parent: PathNode | null
  /** by layer, the lowest first */
  steps: Step[]
  children: Map<string, PathNode> | null
  /** bytes of all files in it and below that a container sees */
  bytes: number
  /** names in it and below that a container sees, itself included */
  seen: number
  /** whether the layer did something here or below */
  touched: boolean
  /** children in the order last asked for */
  sorted: { by: string; nodes: PathNode[] } | null
}

/** All layers of an image in one tree: what stands where after any of them is read from the steps. */
export type Timeline = {
  root: PathNode
  /** where the bytes of an entry came from first; a second path is a hard link */
  homes: Map<TarEntry, { layer: number; path: string }>
  /** entries with several names */
  shared: Set<TarEntry>
}

export function pathNode(name: string, parent: PathNode | null): PathNode {
  return {
    ...{ name, parent, steps: [], children: null, bytes: 0, seen: 0 },
    ...{ touched: false, sorted: null },
  }
}

export function createTimeline(): Timeline {
  return { root: pathNode('', null), homes: new Map(), shared: new Set() }
}

/** Writes down what the next layer did. @param layer from 0, each one above the last */
export function recordChanges(
  { root, homes, shared }: Timeline,
  layer: number,
  changes: readonly Change[],
): void {
  for (const change of changes) {
    const { path, type } = change
    const node = makeNode(root, path.split('/'))
    if (type === 'removed') {
      const { was: entry, how } = change
      const home = homes.get(entry)?.layer ?? change.from
      node.steps.push({ layer, type, entry, home, how })
      continue
    }
    const { entry } = change
    const known = homes.get(entry)
    if (known) shared.add(entry)
    else homes.set(entry, { layer, path })
    node.steps.push({ layer, type, entry, home: known?.layer ?? layer })
  }
}

export function makeNode(root: PathNode, parts: readonly string[]): PathNode {
  let node = root
  for (const name of parts) {
    node.children ??= new Map()
    let next = node.children.get(name)
    if (!next) {
      next = pathNode(name, node)
      node.children.set(name, next)
      node.sorted = null
    }
    node = next
  }
  return node
}

/** `usr/share/hello`, from the names on the way. */
export function nodePath(node: PathNode): string {
  const names: string[] = []
  for (let at = node; at.parent; at = at.parent) names.push(at.name)
  return names.reverse().join('/')
}

export function nodeOf(root: PathNode, path: string): PathNode | null {
  let node: PathNode | undefined = root
  for (const name of path === '' ? [] : path.split('/')) node = node?.children?.get(name)
  return node ?? null
}

/** The last thing that happened to a path up to a layer; null before it first appears. */
export function stepAt({ steps }: PathNode, layer: number): Step | null {
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]!
    if (step.layer <= layer) return step
  }
  return null
}

/** Whether a container sees the path after that layer. */
export function isSeen(step: Step | null): step is Step {
  return step !== null && step.type !== 'removed'
}

/**
 * Writes the numbers of every node for the tree after `layer`.
 *
 * @returns for each layer the bytes of its files that are still seen; a file of many names counts once
 */
export function measure({ root, homes, shared }: Timeline, layer: number): number[] {
  const alive: number[] = Array.from({ length: layer + 1 }, () => 0)
  const counted = new Set<TarEntry>()
  // Parents first, so that backwards every child stands before its parent.
  const nodes = [root]
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    for (const child of node.children?.values() ?? []) nodes.push(child)
  }
  for (const node of nodes) {
    const step = stepAt(node, layer)
    node.bytes = 0
    node.seen = 0
    node.touched = step?.layer === layer
    if (node.sorted && node.sorted.by !== 'name') node.sorted = null
    if (!isSeen(step)) continue
    node.seen = 1
    const { entry } = step
    if (entry.kind !== 'file') continue
    if (shared.has(entry)) {
      if (counted.has(entry)) continue
      counted.add(entry)
    }
    node.bytes = entry.size
    const home = homes.get(entry)?.layer ?? step.home
    alive[home] = (alive[home] ?? 0) + entry.size
  }
  for (let i = nodes.length - 1; i > 0; i--) {
    const { parent, bytes, seen, touched } = nodes[i]!
    parent!.bytes += bytes
    parent!.seen += seen
    parent!.touched ||= touched
  }
  return alive
}
