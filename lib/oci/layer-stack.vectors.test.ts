import { describe, expect, test } from 'vitest'
import {
  type Difference,
  expectAgreement,
  FIXTURES_DIR,
  readVectors,
  type Vector,
} from '../testing/vectors.ts'
import { applyLayer, createLayerStack } from './layer-stack.ts'
import { descendants, findNode, type TreeNode } from './layer-tree.ts'
import type { TarEntry, TarKind } from './tar-entry.ts'
import { whiteoutOf } from './whiteout.ts'

type Op = { type: string; name: string; target?: string; content?: unknown }
type Check = { check: string; path?: string; content?: unknown; a?: string; b?: string }
type In = {
  base: Op[]
  ops: Op[]
  path: string
  name: string
  linkname: string
  tombstones: Record<string, boolean>
  hides: string
  entries: { path: string; type: string; linkname?: string; in_upper_layer: boolean }[]
}
type Out = { ok: boolean; checks: Check[]; kept: boolean; hidden: boolean; survives: string[] }
type Row = Vector<In, Out>

const KINDS: Record<string, TarKind> = {
  ...{ dir: 'directory', file: 'file', symlink: 'symlink', hardlink: 'hardlink', fifo: 'fifo' },
}

// The model has no bytes: an entry's place in its list stands for them.
const entryOf = ({ type, name, target }: Op, index: number): TarEntry => ({
  ...{ index, path: name, mode: 0o755, uid: 0, gid: 0, size: 1, mtime: index },
  kind: KINDS[type] ?? 'other',
  ...(target === undefined ? {} : { link: target }),
})

const REFUSED = new Set(['whiteout-invalid', 'path-outside', 'root-replaced'])

function applied(base: Op[], ops: Op[]) {
  const stack = createLayerStack()
  applyLayer(stack, base.map(entryOf))
  const { findings } = applyLayer(
    stack,
    ops.map((op, i) => entryOf(op, base.length + i)),
  )
  return { root: stack.root, findings }
}

const textOf = (content: unknown) =>
  typeof content === 'string'
    ? content
    : String.fromCharCode(...((content as { bytes?: number[] } | undefined)?.bytes ?? []))

function holds(root: TreeNode, all: Op[], { check, path = '', content, a = '', b = '' }: Check) {
  const inode = (name: string) => findNode(root, name, true)?.inode
  switch (check) {
    case 'absent':
      return findNode(root, path) === null
    case 'content': {
      const entry = inode(path)?.entry
      return entry !== undefined && textOf(all[entry.index]?.content) === textOf(content)
    }
    case 'same-file':
      return inode(a) !== undefined && inode(a) === inode(b)
    case 'not-same-file':
      return inode(a) !== inode(b)
    default:
      // There is no outside: the tree is all there is.
      return check === 'not-written-outside-root'
  }
}

describe.skipIf(!FIXTURES_DIR)('layer-application', () => {
  const rows = FIXTURES_DIR ? readVectors<In, Out>('layer-application') : []
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  const agree = (
    kind: string,
    verdicts: (row: Row) => { ours: unknown; theirs: unknown },
    differences: Difference<Row>[] = [],
  ) => expectAgreement(of(kind), verdicts, differences)

  test('every kind of row is judged', () => {
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([
      ...['apply', 'entry-path', 'hidden-by-lower-whiteout', 'opaque-whiteout'],
      ...['symlink-in-flattened-tar', 'whiteout-entry'],
    ])
  })

  test('applying', () => {
    agree('apply', ({ in: { base, ops }, out }) => {
      const { root, findings } = applied(base, ops)
      const refused = findings.some(({ kind }) => kind === 'whiteout-invalid')
      const failed = (out.checks ?? []).filter((check) => !holds(root, [...base, ...ops], check))
      return { ours: { ok: !refused, failed }, theirs: { ok: out.ok, failed: [] } }
    })
  })

  test('paths that lead out', () => {
    agree(
      'entry-path',
      ({ in: { path }, out }) => {
        const { findings } = applied([], [{ type: 'dir', name: path }])
        return { ours: !findings.some(({ kind }) => REFUSED.has(kind)), theirs: out.ok }
      },
      [
        {
          why: 'a backslash or a drive is a name like any other on Linux, where layers are unpacked',
          when: ({ in: { path } }) => /[\\:]/.test(path),
        },
      ],
    )
  })

  test('links that point out', () => {
    agree(
      'symlink-in-flattened-tar',
      ({ in: { name, linkname }, out }) => {
        const { root } = applied([], [{ type: 'symlink', name, target: linkname }])
        return { ours: findNode(root, name) !== null, theirs: out.kept }
      },
      [
        {
          why: 'such a link is kept, as containerd keeps it: followed inside the root it does no harm',
          when: ({ out }) => !out.kept,
        },
      ],
    )
  })

  test('what a whiteout hides', () => {
    agree('hidden-by-lower-whiteout', ({ in: { path, tombstones }, out }) => {
      const whiteouts = Object.keys(tombstones).map((hidden) => {
        const slash = hidden.lastIndexOf('/') + 1
        return { type: 'file', name: `${hidden.slice(0, slash)}.wh.${hidden.slice(slash)}` }
      })
      const { root } = applied([{ type: 'file', name: path }], whiteouts)
      return { ours: findNode(root, path) === null, theirs: out.hidden }
    })
  })

  test('whiteouts', () => {
    agree('whiteout-entry', ({ in: { hides }, out }) => {
      const slash = hides.lastIndexOf('/') + 1
      const whiteout = whiteoutOf(`${hides.slice(0, slash)}.wh.${hides.slice(slash)}`)
      return { ours: whiteout?.type === 'remove' && whiteout.path === hides, theirs: out.ok }
    })
  })

  test('opaque directories', () => {
    agree('opaque-whiteout', ({ in: { entries }, out }) => {
      const ops = (upper: boolean) =>
        entries
          .filter((entry) => entry.in_upper_layer === upper)
          .map(({ path, type, linkname }) => ({
            ...{ type, name: `dir/${path}` },
            ...(linkname === undefined ? {} : { target: linkname }),
          }))
      const opaque = { type: 'file', name: 'dir/.wh..wh..opq' }
      const { root } = applied(ops(false), [...ops(true), opaque])
      const dir = findNode(root, 'dir')
      const left = dir ? [...descendants(dir, '')].map(([path]) => path) : []
      return { ours: left.sort(), theirs: [...out.survives].sort() }
    })
  })
})
