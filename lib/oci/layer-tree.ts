import type { TarEntry } from './tar-entry.ts'

/** What hard links share: one file's bytes. */
export type Inode = {
  entry: TarEntry
  /** bytes; 0 for everything but a file */
  size: number
  /** the layer that brought the bytes, from 0 */
  layer: number
  /** names it has in the tree */
  names: number
}

/** One name in the merged tree. */
export type TreeNode = {
  name: string
  inode: Inode
  /** the layer that wrote this name last */
  layer: number
  /** null for anything but a directory */
  children: Map<string, TreeNode> | null
}

/** The same number as Linux: more links on one way are a loop. */
const MOST_LINKS = 40
/** Linux takes no longer path; through links a tree could be made as deep as one likes. */
const MOST_PARTS = 4096

export function directoryNode(name: string, layer: number): TreeNode {
  const entry: TarEntry = {
    ...{ index: -1, path: name, kind: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, mtime: 0 },
  }
  return { name, layer, inode: { entry, size: 0, layer, names: 1 }, children: new Map() }
}

/**
 * A path as its parts, from the root: no empty parts, no dots, and `..` never leads out.
 *
 * @see RFC 3986, section 5.2.4, which removes dots from a path the same way
 */
export function cleanPath(path: string): string[] {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts
}

/**
 * Walks a path inside the tree as a kernel would in a chroot: links are followed, `..` stops at the root.
 *
 * @param make for a part that is missing; without it the walk ends there
 * @returns the directories on the way, root first and the last one reached at the end; null when it cannot go on
 */
export function walk(
  root: TreeNode,
  parts: readonly string[],
  make?: (parent: TreeNode[], name: string) => TreeNode | null,
): TreeNode[] | null {
  const way = [root]
  const ahead = [...parts].reverse()
  let links = 0
  while (ahead.length > 0) {
    const part = ahead.pop()!
    const here = way.at(-1)!
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (way.length > 1) way.pop()
      continue
    }
    if (!here.children || way.length > MOST_PARTS) return null
    const next = here.children.get(part) ?? make?.(way, part) ?? null
    if (!next) return null
    const { kind, link } = next.inode.entry
    if (kind !== 'symlink') {
      way.push(next)
      continue
    }
    links += 1
    if (links > MOST_LINKS) return null
    const target = link ?? ''
    if (target.startsWith('/')) way.length = 1
    ahead.push(...target.split('/').reverse())
  }
  return way
}

/** `etc/passwd` for a way of nodes and the name at its end. */
export function pathOf(way: readonly TreeNode[], name?: string): string {
  const names = way.slice(1).map((node) => node.name)
  return (name === undefined ? names : [...names, name]).join('/')
}

/** Finds what stands at a path, links followed unless it is itself the link that is asked for. */
export function findNode(root: TreeNode, path: string, follow = false): TreeNode | null {
  const parts = cleanPath(path)
  if (follow) return walk(root, parts)?.at(-1) ?? null
  const name = parts.pop()
  if (name === undefined) return root
  return walk(root, parts)?.at(-1)?.children?.get(name) ?? null
}

/** What has exactly this name in the tree, as `pathOf` writes it: no link is followed. */
export function nodeAt(root: TreeNode, path: string): TreeNode | null {
  let node: TreeNode | undefined = root
  for (const name of path === '' ? [] : path.split('/')) node = node?.children?.get(name)
  return node ?? null
}

/** Every name below a node with its path, parents first. */
export function* descendants(node: TreeNode, path: string): Generator<[string, TreeNode]> {
  const ahead: [string, TreeNode][] = [[path, node]]
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const [at, parent] = next
    for (const child of parent.children?.values() ?? []) {
      const childPath = at === '' ? child.name : `${at}/${child.name}`
      yield [childPath, child]
      if (child.children) ahead.push([childPath, child])
    }
  }
}
