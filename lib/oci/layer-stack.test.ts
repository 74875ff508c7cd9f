import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyLayer, createLayerStack, type LayerStack, wastedBytes } from './layer-stack.ts'
import { descendants, findNode } from './layer-tree.ts'
import type { TarEntry } from './tar-entry.ts'

type Short = string | Partial<TarEntry>

/** `a/` a directory, `a -> b` a link, `a = b` a hard link, `a 5` a file of five bytes. */
function entriesOf(list: readonly Short[]): TarEntry[] {
  const base = { kind: 'file' as const, mode: 0o644, uid: 0, gid: 0, size: 0, mtime: 0 }
  return list.map((short, index) => {
    if (typeof short !== 'string') return { ...base, index, path: 'x', ...short }
    const [, path = '', sign, rest = ''] = /^(\S+)(?: (->|=)? ?(\S+))?$/.exec(short) ?? []
    if (sign === '->') return { ...base, index, path, kind: 'symlink', link: rest }
    if (sign === '=') return { ...base, index, path, kind: 'hardlink', link: rest }
    const isDirectory = path.endsWith('/')
    return {
      ...base,
      index,
      path,
      kind: isDirectory ? 'directory' : 'file',
      size: Number(rest || 0),
    }
  })
}

function stackOf(...layers: Short[][]): LayerStack {
  const stack = createLayerStack()
  for (const layer of layers) applyLayer(stack, entriesOf(layer))
  return stack
}

const pathsOf = ({ root }: LayerStack) => [...descendants(root, '')].map(([path]) => path).sort()

test.each<{ why: string; layers: Short[][]; tree: string[] }>([
  { why: 'missing parents are made', layers: [['a/b/c 1']], tree: ['a', 'a/b', 'a/b/c'] },
  { why: 'a whiteout hides a file', layers: [['a 1', 'b 1'], ['.wh.a']], tree: ['b'] },
  { why: 'a whiteout hides a directory', layers: [['a/b/c 1'], ['.wh.a']], tree: [] },
  {
    why: 'a whiteout before its own layer’s file',
    layers: [['a 1'], ['.wh.a', 'a 2']],
    tree: ['a'],
  },
  {
    why: 'a whiteout after its own layer’s file hides only what was below',
    layers: [['a/old 1'], ['a/new 1', '.wh.a']],
    tree: ['a', 'a/new'],
  },
  {
    why: 'an opaque directory keeps what its layer brings, before and after',
    layers: [
      ['d/', 'd/old 1', 'd/sub/old 1'],
      ['d/sub/new 1', 'd/.wh..wh..opq', 'd/new 1'],
    ],
    tree: ['d', 'd/new', 'd/sub', 'd/sub/new'],
  },
  {
    why: 'an opaque root',
    layers: [
      ['a 1', 'b/c 1'],
      ['.wh..wh..opq', 'n 1'],
    ],
    tree: ['n'],
  },
  {
    why: 'a directory over a link replaces it',
    layers: [
      ['etc/passwd 1', 'l -> etc'],
      ['l/', 'l/x 1'],
    ],
    tree: ['etc', 'etc/passwd', 'l', 'l/x'],
  },
  {
    why: 'a file over a directory replaces all of it',
    layers: [['a/b/c 1'], ['a 1']],
    tree: ['a'],
  },
  {
    why: 'a path through a link',
    layers: [['etc/', 'l -> /etc'], ['l/x 1']],
    tree: ['etc', 'etc/x', 'l'],
  },
  {
    why: 'a link that leads up and out stays inside',
    layers: [['etc/', 'a/l -> ../../../../etc', 'a/l/x 1']],
    tree: ['a', 'a/l', 'etc', 'etc/x'],
  },
  {
    why: 'links in a circle lead nowhere',
    layers: [['a -> b', 'b -> a', 'a/x 1']],
    tree: ['a', 'b'],
  },
  {
    why: 'dots in a path',
    layers: [['./a/../b/./c 1', '../../d 1', '/e 1']],
    tree: ['b', 'b/c', 'd', 'e'],
  },
  { why: 'bookkeeping of AUFS is left out', layers: [['.wh..wh.plnk/', 'a 1']], tree: ['a'] },
])('$why', ({ layers, tree }) => {
  expect(pathsOf(stackOf(...layers))).toEqual(tree)
})

test('a report says what a layer added, changed and removed, and who did it', () => {
  const { reports } = stackOf(
    ['a/', 'a/keep 1', 'a/go 2', 'd/', 'd/in 4', 'same/'],
    ['same/', 'a/.wh.go', 'a/keep 3', 'n 1', 'd/.wh..wh..opq'],
  )
  expect(reports[1]?.changes).toMatchObject([
    { type: 'removed', path: 'a/go', from: 0, by: 1, how: 'whiteout' },
    { type: 'changed', path: 'a/keep', from: 0, was: { size: 1 }, entry: { size: 3 } },
    { type: 'added', path: 'n' },
    { type: 'removed', path: 'd/in', from: 0, by: 4, how: 'opaque' },
  ])
  expect(reports[1]).toMatchObject({ contributed: 4, total: 4, wasted: 7 })
})

describe('bytes', () => {
  test.each<{ why: string; layers: Short[][]; total: number; wasted: number }>([
    { why: 'a hard link costs nothing', layers: [['a 10', 'b = a']], total: 10, wasted: 0 },
    {
      why: 'a file stays while a name is left',
      layers: [['a 10', 'b = a'], ['.wh.a']],
      ...{ total: 10, wasted: 0 },
    },
    {
      why: 'and goes with its last name',
      layers: [['a 10', 'b = a'], ['.wh.a'], ['.wh.b']],
      ...{ total: 0, wasted: 10 },
    },
    { why: 'the same path twice in a layer', layers: [['a 10', 'a 3']], total: 3, wasted: 10 },
    { why: 'a name linked to itself', layers: [['a 10'], ['a = a']], total: 10, wasted: 0 },
    {
      why: 'a link to a name through a link',
      layers: [['e/p 5', 'l -> e', 'h = l/p']],
      total: 5,
      wasted: 0,
    },
  ])('$why', ({ layers, total, wasted }) => {
    const stack = stackOf(...layers)
    expect({ total: stack.total, wasted: wastedBytes(stack) }).toEqual({ total, wasted })
  })

  test('hard links share one file', () => {
    const { root } = stackOf(['a 10', 'b = a'])
    expect(findNode(root, 'b')?.inode).toBe(findNode(root, 'a')?.inode)
  })
})

test.each<{ why: string; layer: Short[]; kind: string }>([
  { why: 'a whiteout of the parent', layer: ['etc/.wh...'], kind: 'whiteout-invalid' },
  { why: 'a whiteout of nothing that is there', layer: ['.wh.a'], kind: 'whiteout-idle' },
  { why: 'a path that leads out', layer: ['../a 1'], kind: 'path-outside' },
  { why: 'a path below a file', layer: ['a 1', 'a/b 1'], kind: 'path-unreachable' },
  { why: 'a root that is a link', layer: ['.. -> /etc'], kind: 'root-replaced' },
  { why: 'a hard link to nothing', layer: ['a = b'], kind: 'link-target-missing' },
])('finds $why', ({ layer, kind }) => {
  const { reports } = stackOf(layer)
  expect(reports[0]?.findings.map((finding) => finding.kind)).toContain(kind)
})

const name = fc.constantFrom('a', 'b', 'c', '.wh.a', '.wh.b', '.wh..wh..opq', '..', '.wh.', '')
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))
const entry = fc.record({
  path,
  kind: fc.constantFrom<TarEntry['kind']>('file', 'directory', 'symlink', 'hardlink', 'fifo'),
  size: fc.nat(100),
  link: path,
})
const layers = fc.array(fc.array(entry, { maxLength: 15 }), { maxLength: 5 })
const numRuns = Number(process.env.FUZZ_RUNS ?? 400)

test('any layers: every byte is in the tree or wasted, counted once', () => {
  fc.assert(
    fc.property(layers, (all) => {
      const stack = stackOf(...all)
      const inodes = new Set([...descendants(stack.root, '')].map(([, node]) => node.inode))
      const inTree = [...inodes].reduce((sum, { size }) => sum + size, 0)
      const contributed = stack.reports.reduce((sum, report) => sum + report.contributed, 0)
      expect(stack.total).toBe(inTree)
      expect(contributed - wastedBytes(stack)).toBe(inTree)
    }),
    { numRuns },
  )
})

test('any layers: the changes of each, replayed, give its tree', () => {
  fc.assert(
    fc.property(layers, (all) => {
      const stack = createLayerStack()
      const replayed = new Set<string>()
      for (const layer of all) {
        for (const { type, path } of applyLayer(stack, entriesOf(layer)).changes) {
          if (type === 'removed') replayed.delete(path)
          else replayed.add(path)
        }
        expect([...replayed].sort()).toEqual(pathsOf(stack))
      }
    }),
    { numRuns },
  )
})
