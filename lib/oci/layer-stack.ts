import {
  cleanPath,
  descendants,
  directoryNode,
  findNode,
  type Inode,
  nodeAt,
  pathOf,
  type TreeNode,
  walk,
} from './layer-tree.ts'
import type { TarEntry } from './tar-entry.ts'
import { whiteoutOf } from './whiteout.ts'

/** What a layer did to one path of the layers below it. */
export type Change =
  | { type: 'added'; path: string; entry: TarEntry }
  // the same directory listed again, with nothing changed, is no change
  | { type: 'changed'; path: string; entry: TarEntry; was: TarEntry; from: number }
  // from: the layer it came from; by: the entry that did it, a whiteout or whatever stands there now
  | {
      type: 'removed'
      path: string
      was: TarEntry
      from: number
      by: number
      how: 'whiteout' | 'opaque' | 'replaced'
    }

/** What an engine would stumble over; the model goes on without the entry. */
export type LayerFinding =
  | { kind: 'whiteout-invalid'; index: number; path: string }
  // nothing below has that name: harmless, but a sign of a careless builder
  | { kind: 'whiteout-idle'; index: number; path: string }
  | { kind: 'path-outside'; index: number; path: string }
  | { kind: 'path-unreachable'; index: number; path: string }
  | { kind: 'root-replaced'; index: number; path: string }
  | { kind: 'link-target-missing'; index: number; path: string; link: string }

export type LayerReport = {
  changes: Change[]
  findings: LayerFinding[]
  /** bytes of the blob as it is stored; null when not known */
  stored: number | null
  /** bytes of the files it brought */
  contributed: number
  /** bytes of all files in the tree after it, hard links once */
  total: number
  /** bytes of files that this layer hides: they still travel, but nobody sees them */
  wasted: number
}

/** Layers one on another. It changes in place: apply, then read `root` and the report. */
export type LayerStack = { root: TreeNode; reports: LayerReport[]; total: number }

export function createLayerStack(): LayerStack {
  return { root: directoryNode('', -1), reports: [], total: 0 }
}

/** Bytes that all layers carry and nobody sees. */
export function wastedBytes({ reports }: Pick<LayerStack, 'reports'>): number {
  return reports.reduce((sum, { wasted }) => sum + wasted, 0)
}

type Before = { entry: TarEntry; layer: number } | null

/**
 * Puts the next layer on a stack, as an engine unpacks it.
 *
 * Whiteouts hide what is in lower layers, wherever they stand among their own layer's entries. Links are
 * followed inside the tree and never lead out of it. Nothing throws: what an engine would refuse is a finding.
 *
 * @param stored bytes of the blob
 * @see image-spec v1.1.1, layer.md#applying-changesets
 */
export function applyLayer(
  stack: LayerStack,
  entries: Iterable<TarEntry>,
  stored: number | null = null,
): LayerReport {
  const layer = stack.reports.length
  const findings: LayerFinding[] = []
  const before = new Map<string, Before>()
  const removers = new Map<string, { by: number; how: 'whiteout' | 'opaque' | 'replaced' }>()
  const emptied = new Set<TreeNode>()
  let contributed = 0
  let wasted = 0

  for (const entry of entries) apply(entry)

  const changes: Change[] = []
  for (const [path, was] of before) {
    const now = nodeAt(stack.root, path)
    const removal = removers.get(path)
    if (now && !was) changes.push({ type: 'added', path, entry: now.inode.entry })
    else if (now && was && isChange(was.entry, now.inode.entry)) {
      const from = was.layer
      changes.push({ type: 'changed', path, entry: now.inode.entry, was: was.entry, from })
    } else if (!now && was && removal) {
      changes.push({ type: 'removed', path, was: was.entry, from: was.layer, ...removal })
    }
  }
  const { total } = stack
  const report = { changes, findings, stored, contributed, total, wasted }
  stack.reports.push(report)
  return report

  function apply(entry: TarEntry): void {
    const { index, path } = entry
    const parts = cleanPath(path)
    if (leadsOut(path)) findings.push({ kind: 'path-outside', index, path })
    const name = parts.pop()
    if (name === undefined) {
      if (entry.kind === 'directory') stack.root.inode.entry = entry
      else findings.push({ kind: 'root-replaced', index, path })
      return
    }
    const whiteout = whiteoutOf(name)
    if (whiteout?.type === 'metadata') return
    if (whiteout?.type === 'invalid') {
      findings.push({ kind: 'whiteout-invalid', index, path })
      return
    }
    if (whiteout) {
      const target = whiteout.type === 'opaque' ? parts : [...parts, whiteout.path]
      hide(entry, target, whiteout.type)
      return
    }
    const way = walk(stack.root, parts, (parents, missing) => {
      const made = directoryNode(missing, layer)
      note(pathOf(parents, missing), null)
      parents.at(-1)!.children?.set(missing, made)
      return made
    })
    const parent = way?.at(-1)
    if (!way || !parent?.children) {
      findings.push({ kind: 'path-unreachable', index, path })
      return
    }
    put(entry, way, parent.children, name)
  }

  function put(
    entry: TarEntry,
    way: TreeNode[],
    siblings: Map<string, TreeNode>,
    name: string,
  ): void {
    const at = pathOf(way, name)
    const old = siblings.get(name)
    if (entry.kind === 'directory' && old?.children) {
      note(at, old)
      old.inode = { entry, size: 0, layer, names: 1 }
      old.layer = layer
      return
    }
    // Found before the old name goes: a name may be linked to itself.
    const inode = inodeOf(entry)
    inode.names += 1
    if (old) remove(siblings, old, at, entry.index, 'replaced')
    else note(at, null)
    const children = entry.kind === 'directory' ? new Map<string, TreeNode>() : null
    siblings.set(name, { name, inode, layer, children })
  }

  function inodeOf(entry: TarEntry): Inode {
    if (entry.kind === 'hardlink') {
      const link = entry.link ?? ''
      const target = findNode(stack.root, link)
      if (target && !target.children) return target.inode
      findings.push({ kind: 'link-target-missing', index: entry.index, path: entry.path, link })
    }
    const size = entry.kind === 'file' ? entry.size : 0
    contributed += size
    stack.total += size
    return { entry, size, layer, names: 0 }
  }

  function hide(entry: TarEntry, parts: string[], type: 'remove' | 'opaque'): void {
    const { index, path } = entry
    const name = type === 'remove' ? parts.pop()! : null
    const way = walk(stack.root, parts)
    const parent = way?.at(-1)
    const idle = { kind: 'whiteout-idle', index, path } as const
    if (!way || !parent?.children) {
      findings.push(idle)
      return
    }
    if (name === null) {
      // Once is enough, and a layer may say it a hundred thousand times.
      if (!way.some((node) => emptied.has(node))) prune(parent, pathOf(way), index, 'opaque')
      emptied.add(parent)
      return
    }
    const old = parent.children.get(name)
    if (!old) {
      findings.push(idle)
      return
    }
    const at = pathOf(way, name)
    if (old.children && prune(old, at, index, 'whiteout')) return
    if (old.layer !== layer) remove(parent.children, old, at, index, 'whiteout')
  }

  /** Takes away everything below a directory that this layer did not write. @returns whether anything stays */
  function prune(node: TreeNode, path: string, by: number, how: 'whiteout' | 'opaque'): boolean {
    const found = [...descendants(node, path)]
    const kept = new Set<TreeNode>()
    const parents = new Map<TreeNode, TreeNode>()
    for (const [, child] of found) {
      for (const below of child.children?.values() ?? []) parents.set(below, child)
      if (child.layer === layer) kept.add(child)
    }
    for (const child of [...kept]) {
      for (let up = parents.get(child); up && !kept.has(up); up = parents.get(up)) kept.add(up)
    }
    for (const [at, child] of found.reverse()) {
      if (kept.has(child)) continue
      remove((parents.get(child) ?? node).children!, child, at, by, how)
    }
    return kept.size > 0 || node.layer === layer
  }

  function remove(
    siblings: Map<string, TreeNode>,
    node: TreeNode,
    path: string,
    by: number,
    how: 'whiteout' | 'opaque' | 'replaced',
  ): void {
    for (const [at, gone] of [[path, node] as const, ...descendants(node, path)]) {
      note(at, gone)
      removers.set(at, { by, how })
      gone.inode.names -= 1
      if (gone.inode.names > 0) continue
      stack.total -= gone.inode.size
      wasted += gone.inode.size
    }
    siblings.delete(node.name)
  }

  /** Remembers what the layers below had at a path, the first time this layer touches it. */
  function note(path: string, node: TreeNode | null): void {
    if (before.has(path)) return
    const isLower = node !== null && node.layer !== layer
    before.set(path, isLower ? { entry: node.inode.entry, layer: node.layer } : null)
  }
}

function leadsOut(path: string): boolean {
  let depth = 0
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1
    else if (part !== '' && part !== '.') depth += 1
    if (depth < 0) return true
  }
  return false
}

function isChange(was: TarEntry, now: TarEntry): boolean {
  if (was.kind !== 'directory' || now.kind !== 'directory') return true
  return (['mode', 'uid', 'gid', 'mtime'] as const).some((field) => was[field] !== now[field])
}
