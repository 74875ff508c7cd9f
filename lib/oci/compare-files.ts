import type { Inode, TreeNode } from './layer-tree.ts'
import { ProblemError } from './problem.ts'
import { TAR_LIMITS } from './tar.ts'
import type { TarEntry } from './tar-entry.ts'
import type { TocEntry } from './toc-reader.ts'

/** What an entry says of a file and another entry may say otherwise. */
export type FileField = 'kind' | 'size' | 'bytes' | 'mode' | 'owner' | 'link' | 'device' | 'xattrs'

/**
 * Whether two files hold the same bytes.
 *
 * `same`: both come out of one layer, or a digest of each is known and agrees, or they are empty.
 * `unknown`: a listing has sizes and dates, and neither says anything about bytes.
 */
export type FileBytes = 'same' | 'different' | 'unknown'

/** What stands at one path of two trees. */
export type FileDifference =
  | { type: 'added'; path: string; b: TarEntry }
  | { type: 'removed'; path: string; a: TarEntry }
  | ({ type: 'changed'; fields: FileField[] } & Both)
  // nothing but the time of last change
  | ({ type: 'time' } & Both)
  // all that the entries say is equal, and whether the bytes are is not known
  | ({ type: 'unproven' } & Both)

/** `time`: the times of last change differ too */
type Both = { path: string; a: TarEntry; b: TarEntry; time: boolean; bytes: FileBytes }

export type FileTotals = {
  /** names */
  count: number
  /** bytes of the files in `a` and in `b`; a file with two names counts under each */
  a: number
  b: number
}

export type FilesComparison = {
  /** in order of paths, parents before what they hold */
  differences: FileDifference[]
  /** `same`: equal in every respect, bytes included */
  totals: Record<FileDifference['type'] | 'same', FileTotals>
}

/** A merged tree, and for each of its layers, base first, the names its bytes are known by. */
export type ComparedTree = { root: TreeNode; layers: readonly LayerNames[] }

/** `diffId` only as computed from the unpacked bytes, not as a config claims it; null when unknown. */
export type LayerNames = { digest: string; diffId: string | null }

/** Names in two trees, those in both counted once. As many as a layer may have entries. */
const MOST = TAR_LIMITS.entries

/**
 * Compares two merged trees name by name.
 *
 * A hard link is a file with a second name: that two names share their bytes in one image and not in
 * the other is no difference here. Of a directory that only stands in the paths of others nothing is
 * known but that it is one.
 *
 * @throws ProblemError `too-many-entries`
 */
export function compareFiles(a: ComparedTree, b: ComparedTree, most = MOST): FilesComparison {
  const none = (): FileTotals => ({ count: 0, a: 0, b: 0 })
  const totals = {
    ...{ added: none(), removed: none(), changed: none() },
    ...{ time: none(), unproven: none(), same: none() },
  }
  const differences: FileDifference[] = []
  const isOneLayer = layersInCommon(a.layers, b.layers)
  let names = 0
  const ahead: Pair[] = [{ path: '', a: a.root, b: b.root }]
  for (let pair = ahead.pop(); pair; pair = ahead.pop()) {
    const { path } = pair
    if (path !== '') {
      names += 1
      if (names > most) throw new ProblemError({ kind: 'too-many-entries', limit: most })
      const found = judge(pair, isOneLayer)
      const total = totals[found?.type ?? 'same']
      total.count += 1
      total.a += pair.a?.inode.size ?? 0
      total.b += pair.b?.inode.size ?? 0
      if (found) differences.push(found)
    }
    // The last pushed comes next, so the first in order goes last.
    const [left, right] = [pair.a?.children, pair.b?.children]
    const below = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].sort()
    for (const name of below.reverse()) {
      const next = path === '' ? name : `${path}/${name}`
      ahead.push({ path: next, a: left?.get(name) ?? null, b: right?.get(name) ?? null })
    }
  }
  return { differences, totals }
}

type Pair = { path: string; a: TreeNode | null; b: TreeNode | null }
type IsOneLayer = (a: number, b: number) => boolean

function judge({ path, a, b }: Pair, isOneLayer: IsOneLayer): FileDifference | null {
  if (!a) return b && { type: 'added', path, b: b.inode.entry }
  if (!b) return { type: 'removed', path, a: a.inode.entry }
  const both = { path, a: a.inode.entry, b: b.inode.entry }
  const bytes = bytesOf(a.inode, b.inode, isOneLayer)
  const isTold = both.a.index >= 0 && both.b.index >= 0
  const fields = fieldsOf(both.a, both.b, bytes, isTold)
  const time = isTold && both.a.mtime !== both.b.mtime
  if (fields.length > 0) return { type: 'changed', ...both, fields, time, bytes }
  if (time) return { type: 'time', ...both, time, bytes }
  return bytes === 'unknown' ? { type: 'unproven', ...both, time, bytes } : null
}

function bytesOf(a: Inode, b: Inode, isOneLayer: IsOneLayer): FileBytes {
  const isFile = (inode: Inode) => inode.entry.kind === 'file'
  if (!isFile(a) && !isFile(b)) return 'same'
  if (!isFile(a) || !isFile(b) || a.size !== b.size) return 'different'
  if (a.size === 0) return 'same'
  if (a.entry.index === b.entry.index && isOneLayer(a.layer, b.layer)) return 'same'
  const [left, right] = [a.entry as TocEntry, b.entry as TocEntry]
  if (!left.digest || !right.digest) return 'unknown'
  return left.digest === right.digest ? 'same' : 'different'
}

function fieldsOf(a: TarEntry, b: TarEntry, bytes: FileBytes, isTold: boolean): FileField[] {
  if (a.kind !== b.kind) return ['kind']
  const list = (values: readonly unknown[] | undefined) => [...(values ?? [])].join('\0')
  const isFile = a.kind === 'file'
  const differs: Record<FileField, boolean> = {
    kind: false,
    size: isFile && a.size !== b.size,
    // A size that differs says it already.
    bytes: isFile && a.size === b.size && bytes === 'different',
    // Nobody looks at the mode of a symbolic link.
    mode: isTold && a.kind !== 'symlink' && a.mode !== b.mode,
    owner: isTold && (a.uid !== b.uid || a.gid !== b.gid),
    link: a.link !== b.link && !isFile,
    device: list(a.device) !== list(b.device),
    xattrs: isTold && list(a.xattrs?.toSorted()) !== list(b.xattrs?.toSorted()),
  }
  return (Object.keys(differs) as FileField[]).filter((field) => differs[field])
}

/** Whether two layers are one: the same stored bytes, or the same tar in them. */
function layersInCommon(a: readonly LayerNames[], b: readonly LayerNames[]): IsOneLayer {
  return (i, j) => {
    const [left, right] = [a[i], b[j]]
    if (!left || !right) return false
    return left.digest === right.digest || (left.diffId !== null && left.diffId === right.diffId)
  }
}
