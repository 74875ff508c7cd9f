import type { Stats } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { LayerStack } from '../../lib/oci/layer-stack.ts'
import { descendants } from '../../lib/oci/layer-tree.ts'
import { run } from './tool.ts'

/** One name of a root file system; what cannot be compared is null. Wrong UTF-8 has become U+FFFD. */
export type Leaf = {
  kind: string
  mode: number | null
  /** null where an unprivileged umoci could not give it away */
  owner: string | null
  size: number
  /** whole seconds */
  mtime: number | null
  link: string | null
  /** the first of the names that share its bytes */
  same: string
}

export type Tree = Record<string, Leaf>

const isRoot = process.getuid?.() === 0

/**
 * What umoci makes of an image on disk.
 *
 * @param layout a folder
 * @param bundle does not exist yet
 */
export async function unpackWithUmoci(layout: string, bundle: string): Promise<Tree> {
  const rootless = isRoot ? [] : ['--rootless']
  await run('umoci', ['unpack', ...rootless, '--image', `${layout}:1.0`, bundle])
  return readTree(Buffer.from(join(bundle, 'rootfs')))
}

async function readTree(root: Buffer): Promise<Tree> {
  const found: Found[] = []
  const visit = async (directory: Buffer): Promise<void> => {
    for (const base of await readdir(directory, { encoding: 'buffer' })) {
      const at = Buffer.concat([directory, Buffer.from('/'), base])
      const stat = await lstat(at)
      const kind = kindOf(stat)
      const leaf = {
        kind,
        mode: kind === 'symlink' ? null : stat.mode & 0o7777,
        owner: isRoot ? `${stat.uid}/${stat.gid}` : null,
        size: kind === 'file' ? stat.size : 0,
        mtime: kind === 'symlink' ? null : Math.floor(stat.mtimeMs / 1000),
        link: kind === 'symlink' ? (await readlink(at, { encoding: 'buffer' })).toString() : null,
      }
      found.push({ path: at.subarray(root.length + 1).toString(), inode: stat.ino, leaf })
      if (stat.isDirectory()) await visit(at)
    }
  }
  await visit(root)
  return grow(found)
}

function kindOf(stat: Stats): string {
  if (stat.isDirectory()) return 'directory'
  if (stat.isSymbolicLink()) return 'symlink'
  if (stat.isFIFO()) return 'fifo'
  return stat.isFile() ? 'file' : 'other'
}

/** Holds layers one on another to a root file system. */
export function expectSameTree(stack: LayerStack, disk: Tree): void {
  const ours = treeOf(stack)
  for (const [path, leaf] of Object.entries(ours)) {
    const same = disk[path]
    if (same && leaf.mtime === null) same.mtime = null
  }
  expect(ours).toEqual(disk)
}

/** What our layers amount to, in the same form. */
function treeOf(stack: LayerStack): Tree {
  const found: Found[] = []
  for (const [path, { inode }] of descendants(stack.root, '')) {
    const { kind, mode, uid, gid, mtime, index, link } = inode.entry
    // Nobody says when a directory that no layer lists was made.
    const isImplied = index === -1
    const leaf = {
      kind,
      mode: kind === 'symlink' ? null : mode,
      owner: isRoot ? `${uid}/${gid}` : null,
      size: inode.size,
      mtime: kind === 'symlink' || isImplied ? null : Math.floor(mtime),
      link: kind === 'symlink' ? (link ?? '') : null,
    }
    found.push({ path, inode, leaf })
  }
  return grow(found)
}

type Found = { path: string; inode: unknown; leaf: Omit<Leaf, 'same'> }

function grow(found: Found[]): Tree {
  const sorted = found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const first = new Map<unknown, string>()
  const tree: Tree = {}
  for (const { path, inode, leaf } of sorted) {
    if (!first.has(inode)) first.set(inode, path)
    tree[path] = { ...leaf, same: first.get(inode) ?? path }
  }
  return tree
}
