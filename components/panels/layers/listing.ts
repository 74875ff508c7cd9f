import type { EntryLine } from '@/lib/oci/layer-entry'
import { makeNode, type PathNode, pathNode } from './timeline'

/** The entries of one layer as a tree, whether or not the layers below are known. It grows. */
export type ListingTree = { root: PathNode; entries: number; bytes: number }

export function createListingTree(): ListingTree {
  return { root: pathNode('', null), entries: 0, bytes: 0 }
}

/**
 * Puts one entry where its path says; nothing is cleaned: `..` is a name like any other here.
 *
 * An archive may hold a path twice. Both stay, the later one beside the first.
 */
export function addEntry(tree: ListingTree, layer: number, line: EntryLine): void {
  const { type: _, whiteout, ...entry } = line
  const parts = entry.path.split('/').filter((part) => part !== '' && part !== '.')
  const step = { layer, type: 'added', entry, home: layer, ...(whiteout && { whiteout }) } as const
  tree.entries += 1
  let node = makeNode(tree.root, parts.length > 0 ? parts : ['.'])
  if (node.steps.length > 0 && entry.kind !== 'directory') {
    const twin = pathNode(node.name, node.parent)
    const siblings = node.parent?.children
    siblings?.set(`${node.name}/${siblings.size}`, twin)
    if (node.parent) node.parent.sorted = null
    node = twin
  }
  node.steps.push(step)
  const bytes = entry.kind === 'file' ? entry.size : 0
  tree.bytes += bytes
  for (let at: PathNode | null = node; at; at = at.parent) {
    at.bytes += bytes
    at.seen += 1
    at.touched = true
    if (at.sorted && at.sorted.by !== 'name') at.sorted = null
  }
}
