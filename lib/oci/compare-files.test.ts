import { expect, test } from 'vitest'
import { type ComparedTree, compareFiles, type FileDifference } from './compare-files.ts'
import { applyLayer, createLayerStack } from './layer-stack.ts'
import type { TocEntry } from './toc-reader.ts'

type Part = Partial<TocEntry> & { path: string }

/** Layers by name: the name is the digest, and what follows a slash the diffID. */
function treeOf(layers: Record<string, Part[]>): ComparedTree {
  const stack = createLayerStack()
  for (const parts of Object.values(layers)) {
    applyLayer(
      stack,
      parts.map((part, index) => ({
        ...{ index, kind: 'file', mode: 0o644, uid: 0, gid: 0, size: 0, mtime: 0 },
        ...part,
      })),
    )
  }
  const names = Object.keys(layers).map((name) => {
    const [digest = '', diffId = null] = name.split('/')
    return { digest, diffId }
  })
  return { root: stack.root, layers: names }
}

/** `changed a size,mode time ?`: what became of a path, in which fields, and whether bytes are known. */
function told(difference: FileDifference): string {
  const { type, path } = difference
  if (type === 'added' || type === 'removed') return `${type} ${path}`
  const fields = type === 'changed' ? ` ${difference.fields.join()}` : ''
  const time = type === 'changed' && difference.time ? ' +time' : ''
  return `${type} ${path}${fields}${time} bytes ${difference.bytes}`
}

const file = (rest: Partial<TocEntry> = {}): Part => ({ path: 'f', size: 5, ...rest })
const [ONE, TWO] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`] as const

test.each<{
  why: string
  a: Record<string, Part[]>
  b: Record<string, Part[]>
  want: string[]
  same?: number
}>([
  { why: 'one blob proves its bytes', a: { x: [file()] }, b: { x: [file()] }, want: [], same: 1 },
  {
    why: 'one diffID proves them as well',
    a: { 'x/d': [file()] },
    b: { 'y/d': [file()] },
    want: [],
    same: 1,
  },
  {
    why: 'two diffIDs that nobody knows are not one',
    a: { x: [file()] },
    b: { y: [file()] },
    want: ['unproven f bytes unknown'],
  },
  {
    why: 'the same place in one layer below another layer',
    a: { base: [file()], top: [{ path: 'g' }] },
    b: { first: [{ path: 'g' }], base: [file()] },
    want: [],
    same: 2,
  },
  {
    why: 'a layer that holds a path twice proves nothing of the other place',
    a: { x: [file(), file()] },
    b: { x: [file(), file()], y: [file()] },
    want: ['unproven f bytes unknown'],
  },
  {
    why: 'empty files are equal',
    a: { x: [file({ size: 0 })] },
    b: { y: [file({ size: 0 })] },
    want: [],
    same: 1,
  },
  {
    why: 'digests out of tables of contents agree',
    a: { x: [file({ digest: ONE })] },
    b: { y: [file({ digest: ONE })] },
    want: [],
    same: 1,
  },
  {
    why: 'or do not, with one size and one date',
    a: { x: [file({ digest: ONE })] },
    b: { y: [file({ digest: TWO })] },
    want: ['changed f bytes bytes different'],
  },
  {
    why: 'one digest alone says nothing',
    a: { x: [file({ digest: ONE })] },
    b: { y: [file()] },
    want: ['unproven f bytes unknown'],
  },
  {
    why: 'a size differs',
    a: { x: [file()] },
    b: { y: [file({ size: 6, mtime: 9 })] },
    want: ['changed f size +time bytes different'],
  },
  {
    why: 'only the date differs, and the bytes are open',
    a: { x: [file()] },
    b: { y: [file({ mtime: 1 })] },
    want: ['time f bytes unknown'],
  },
  {
    why: 'a fraction of a second is a difference',
    a: { x: [{ path: 'd', kind: 'directory', mtime: 1 }] },
    b: { y: [{ path: 'd', kind: 'directory', mtime: 1.5 }] },
    want: ['time d bytes same'],
  },
  {
    why: 'mode and owner, of a directory too',
    a: { x: [{ path: 'd', kind: 'directory', mode: 0o755 }] },
    b: { y: [{ path: 'd', kind: 'directory', mode: 0o1777, gid: 8 }] },
    want: ['changed d mode,owner bytes same'],
  },
  {
    why: 'setuid alone',
    a: { x: [file({ mode: 0o755 })] },
    b: { y: [file({ mode: 0o4755 })] },
    want: ['changed f mode bytes unknown'],
  },
  {
    why: 'where a link points, whatever its mode',
    a: { x: [{ path: 'l', kind: 'symlink', link: 'a', mode: 0o777 }] },
    b: { y: [{ path: 'l', kind: 'symlink', link: 'b', mode: 0o755 }] },
    want: ['changed l link bytes same'],
  },
  {
    why: 'a device and extended attributes',
    a: { x: [{ path: 'c', kind: 'character-device', device: [1, 3] }, file({ size: 0 })] },
    b: {
      y: [
        { path: 'c', kind: 'character-device', device: [1, 5] },
        file({ size: 0, xattrs: ['security.capability'] }),
      ],
    },
    want: ['changed c device bytes same', 'changed f xattrs bytes same'],
  },
  {
    why: 'the order of extended attributes is none',
    a: { x: [file({ size: 0, xattrs: ['a', 'b'] })] },
    b: { y: [file({ size: 0, xattrs: ['b', 'a'] })] },
    want: [],
    same: 1,
  },
  {
    why: 'a directory became a file: what it held is gone',
    a: { x: [{ path: 'd', kind: 'directory' }, { path: 'd/f' }] },
    b: { y: [{ path: 'd', size: 3 }] },
    want: ['changed d kind bytes different', 'removed d/f'],
  },
  {
    why: 'a whole directory is added, parents first, by name',
    a: { x: [] },
    b: { y: [{ path: 'd/z/f' }, { path: 'd/b' }, { path: 'a' }] },
    want: ['added a', 'added d', 'added d/b', 'added d/z', 'added d/z/f'],
  },
  {
    why: 'what a whiteout hides is not in the image',
    a: { x: [file(), { path: 'g' }] },
    b: { x: [file(), { path: 'g' }], y: [{ path: '.wh.g' }] },
    want: ['removed g'],
    same: 1,
  },
  {
    why: 'a directory without an entry has no mode to differ',
    a: { x: [{ path: 'd/f' }] },
    b: { y: [{ path: 'd', kind: 'directory', mode: 0o700, mtime: 7 }, { path: 'd/f' }] },
    want: [],
    same: 2,
  },
  {
    why: 'a hard link and a file of its own',
    a: { x: [file({ digest: ONE }), { path: 'g', kind: 'hardlink', link: 'f' }] },
    b: { y: [file({ digest: ONE }), file({ path: 'g', digest: ONE })] },
    want: [],
    same: 2,
  },
])('$why', ({ a, b, want, same = 0 }) => {
  const { differences, totals } = compareFiles(treeOf(a), treeOf(b))
  expect(differences.map(told)).toEqual(want)
  expect(totals.same.count).toBe(same)
})

test('names and bytes of each kind', () => {
  const a = treeOf({ x: [file({ path: 'gone', size: 7 }), file({ path: 'grew', size: 1 })] })
  const b = treeOf({ y: [file({ path: 'new', size: 2 }), file({ path: 'grew', size: 4 })] })
  expect(compareFiles(a, b).totals).toMatchObject({
    added: { count: 1, a: 0, b: 2 },
    removed: { count: 1, a: 7, b: 0 },
    changed: { count: 1, a: 1, b: 4 },
    same: { count: 0 },
  })
})

test('more names than the limit are an error, not a shorter list', () => {
  const tree = treeOf({ x: [{ path: 'a/b/c' }] })
  expect(() => compareFiles(tree, tree, 3)).not.toThrow()
  expect(() => compareFiles(tree, tree, 2)).toThrow(
    expect.objectContaining({ problem: { kind: 'too-many-entries', limit: 2 } }),
  )
})
