import { describe, expect, test } from 'vitest'
import type { EndLine, EntryLine } from '@/lib/oci/layer-entry'
import type { TarEntry } from '@/lib/oci/tar-entry'
import { whiteoutOf } from '@/lib/oci/whiteout'
import { readShown } from '../image/recorded'
import { createExplorer, type Explorer, type ViewQuery } from './explorer'
import { layersOf } from './facts'
import { exploreRecorded } from './recorded'

const line = (path: string, index: number, more: Partial<TarEntry> = {}): EntryLine => {
  const kind = path.endsWith('/') ? 'directory' : 'file'
  const whiteout = whiteoutOf(path)
  return {
    ...{ type: 'entry', index, path, kind, mode: 0o644, uid: 0, gid: 0, mtime: 0 },
    size: kind === 'file' && !whiteout ? 10 : 0,
    ...more,
    ...(whiteout && { whiteout }),
  }
}

const end = (entries: number): EndLine => ({
  ...{ type: 'end', digest: 'sha256:a', digestVerified: true, diffId: null, diffIdVerified: null },
  ...{ entries, compressed: 1, unpacked: 1, compression: 'gzip', declared: 'gzip', trailing: 0 },
  method: 'stream',
})

type Line = string | [string, Partial<TarEntry>]

function read(layers: Line[][], foreign: number[] = []): Explorer {
  const explorer = createExplorer(
    layers.map((_, i) => ({ stored: 100, foreign: foreign.includes(i) })),
  )
  for (const [layer, lines] of layers.entries()) {
    if (foreign.includes(layer)) continue
    explorer.begin(layer)
    for (const [i, each] of lines.entries()) {
      explorer.take(layer, typeof each === 'string' ? line(each, i) : line(each[0], i, each[1]))
    }
    explorer.take(layer, end(lines.length))
  }
  return explorer
}

const query = (more: Partial<ViewQuery> = {}): ViewQuery => ({
  ...{ layer: 0, show: 'built', sort: 'name', find: '', from: 0, count: 100 },
  ...{ open: { all: true, except: [] }, onlyLayer: false, showGone: true },
  ...more,
})

const drawn = (explorer: Explorer, more: Partial<ViewQuery> = {}) =>
  explorer
    .view(query(more))
    .rows.map(({ path, state, depth }) => `${'  '.repeat(depth)}${path} ${state}`)

describe('building up', () => {
  const layers: Line[][] = [
    ['etc/', 'etc/a', 'etc/b', 'tmp/', 'tmp/x', 'tmp/y'],
    ['etc/', ['etc/a', { size: 12 }], 'etc/.wh.b', 'tmp/', 'tmp/.wh..wh..opq', 'tmp/z'],
    ['etc/', 'etc/c'],
  ]

  test('each layer adds, changes and removes; what is gone stays visible', () => {
    const explorer = read(layers)
    expect(drawn(explorer)).toEqual([
      'etc added',
      '  etc/a added',
      '  etc/b added',
      'tmp added',
      '  tmp/x added',
      '  tmp/y added',
    ])
    expect(drawn(explorer, { layer: 1 })).toEqual([
      'etc same',
      '  etc/a changed',
      '  etc/b removed',
      'tmp same',
      '  tmp/x removed',
      '  tmp/y removed',
      '  tmp/z added',
    ])
    expect(drawn(explorer, { layer: 2, showGone: false })).toEqual([
      'etc same',
      '  etc/a same',
      '  etc/c added',
      'tmp same',
      '  tmp/z same',
    ])
    const gone = explorer.view(query({ layer: 2 })).rows.find(({ path }) => path === 'tmp/x')
    expect(gone).toMatchObject({ state: 'gone', layer: 1, home: 0, how: 'opaque', index: 4 })
  })

  test('sizes: what each layer brought, what is seen, what still travels', () => {
    const explorer = read(layers)
    expect(explorer.readings.map(({ applied }) => applied)).toMatchObject([
      { contributed: 40, total: 40, wasted: 0, added: 6 },
      { contributed: 22, total: 22, wasted: 40, added: 1, changed: 1, removed: 3 },
      { contributed: 10, total: 32, wasted: 0 },
    ])
    expect(explorer.view(query({ layer: 0 }))).toMatchObject({ bytes: 40, alive: [40] })
    expect(explorer.view(query({ layer: 2 }))).toMatchObject({ bytes: 32, alive: [0, 22, 10] })
    // Back again: a step down is as good as a step up.
    expect(explorer.view(query({ layer: 0 }))).toMatchObject({ bytes: 40, seen: 6 })
  })

  test('only what the layer did, with the way to it', () => {
    expect(drawn(read(layers), { layer: 2, onlyLayer: true })).toEqual([
      'etc same',
      '  etc/c added',
    ])
  })

  test('a layer that is not whole is shown alone, and so are those above it', () => {
    const explorer = createExplorer([
      { stored: 1, foreign: false },
      { stored: 1, foreign: false },
    ])
    explorer.begin(1)
    explorer.take(1, line('a', 0))
    explorer.take(1, end(1))
    expect(explorer.view(query({ layer: 1 })).show).toBe('alone')
    expect(explorer.readings[1]?.applied).toBeNull()
    explorer.begin(0)
    explorer.take(0, line('b', 0))
    expect(explorer.view(query({ layer: 0 }))).toMatchObject({ show: 'alone', total: 1 })
    explorer.take(0, end(1))
    expect(explorer.view(query({ layer: 1 }))).toMatchObject({ show: 'built', total: 2 })
  })

  test('a foreign layer is passed over', () => {
    const explorer = read([[], ['a']], [0])
    expect(explorer.readings.map(({ status }) => status)).toEqual(['unread', 'whole'])
    expect(explorer.view(query({ layer: 1 }))).toMatchObject({ show: 'built', total: 1 })
  })

  test('a stopped or failed layer keeps what it has and can begin again', () => {
    const explorer = createExplorer([{ stored: 1, foreign: false }])
    explorer.begin(0)
    explorer.take(0, line('a', 0))
    explorer.leave(0, null)
    expect(explorer.readings[0]).toMatchObject({ status: 'stopped', entries: 1 })
    explorer.take(0, line('late', 1))
    expect(explorer.view(query()).total).toBe(1)
    explorer.begin(0)
    explorer.take(0, { type: 'problem', problem: { kind: 'conversation-cut' } })
    expect(explorer.readings[0]).toMatchObject({ status: 'failed', entries: 0 })
  })
})

describe('hard links', () => {
  test('two names weigh once, and the bytes outlive the first name', () => {
    const explorer = read([['a', ['b', { kind: 'hardlink', link: 'a' }]], ['.wh.a']])
    expect(explorer.view(query()).bytes).toBe(10)
    expect(explorer.view(query()).rows[1]).toMatchObject({ path: 'b', hardlink: 'a' })
    expect(explorer.view(query({ layer: 1 }))).toMatchObject({ bytes: 10, alive: [10, 0] })
    expect(explorer.readings[1]?.applied).toMatchObject({ total: 10, wasted: 0 })
  })
})

describe('one layer alone', () => {
  test('hostile paths stand as they are written, doubles side by side', () => {
    const explorer = read([['../../etc/passwd', '/abs', 'a', 'a', 'a/', './.wh.gone']])
    expect(drawn(explorer, { show: 'alone' })).toEqual(
      [
        '.. added',
        '  ../.. added',
        '    ../../etc added',
        '      ../../etc/passwd added',
        '.wh.gone whiteout',
        'a added',
        'a added',
        'abs added',
      ].map((text) => text.replace(/(\.\.|etc) added$/, '$1 same')),
    )
    expect(explorer.view(query({ show: 'alone' })).bytes).toBe(40)
    expect(explorer.readings[0]?.applied?.findings).toMatchObject([
      { kind: 'path-outside', count: 1, paths: ['../../etc/passwd'] },
      { kind: 'whiteout-idle', count: 1 },
    ])
  })
})

describe('finding and sorting', () => {
  const explorer = read([
    [
      'b/',
      ['b/Big.so', { size: 50 }],
      ['b/mid.so', { size: 20 }],
      ['a.so', { size: 30 }],
      'c/',
      'c/d',
    ],
  ])

  test('found rows are a flat list, in any case', () => {
    expect(drawn(explorer, { find: 'bIG' })).toEqual(['b/Big.so added'])
    expect(drawn(explorer, { find: 'b/' })).toEqual(['b/Big.so added', 'b/mid.so added'])
    expect(drawn(explorer, { find: '.so', sort: 'size' })).toEqual([
      'b/Big.so added',
      'a.so added',
      'b/mid.so added',
    ])
    expect(drawn(explorer, { find: 'nowhere' })).toEqual([])
  })

  test('by size, each directory weighs what is below it', () => {
    expect(drawn(explorer, { sort: 'size' })).toEqual([
      'b added',
      '  b/Big.so added',
      '  b/mid.so added',
      'a.so added',
      'c added',
      '  c/d added',
    ])
  })

  test('closed but for one', () => {
    const open = { all: false, except: ['b'] }
    expect(drawn(explorer, { open })).toEqual([
      'a.so added',
      'b added',
      '  b/Big.so added',
      '  b/mid.so added',
      'c added',
    ])
  })

  test('a window of rows, and the whole list for a file', () => {
    const { total, rows } = explorer.view(query({ from: 2, count: 2 }))
    expect(total).toBe(6)
    expect(rows.map(({ path }) => path)).toEqual(['b/Big.so', 'b/mid.so'])
    expect([...explorer.all(0, 'built')].length).toBe(6)
  })

  test('what takes the room', () => {
    expect(explorer.map(0, 'built', '').items).toEqual([
      { path: 'b', name: 'b', weight: 70, opens: true },
      { path: 'a.so', name: 'a.so', weight: 30, opens: false },
      { path: 'c', name: 'c', weight: 10, opens: true },
    ])
    expect(explorer.map(0, 'built', 'nowhere').items).toEqual([])
  })
})

test('the recorded image: a file deleted, another replaced', async () => {
  const shown = await readShown('hello', { fields: {}, findings: {} as never })
  const image = layersOf(shown)
  if (!image) throw new Error('no layers')
  const { explorer, files } = await exploreRecorded('hello', image)
  expect(explorer.readings.map(({ end }) => [end?.digestVerified, end?.diffIdVerified])).toEqual(
    Array(3).fill([true, true]),
  )
  expect(explorer.readings.map(({ applied }) => applied)).toMatchObject([
    { contributed: 333, total: 333, wasted: 0 },
    { contributed: 824, total: 1157, wasted: 0 },
    { contributed: 73, total: 1102, wasted: 128 },
  ])
  const last = explorer.view(query({ layer: 2 }))
  expect(last.alive).toEqual([205, 824, 73])
  expect(new TextDecoder().decode(files.get('0/7'))).toBe(
    'This file is in the first layer. The third layer deletes it.\n',
  )
  const states = last.rows.filter(({ state }) => state !== 'same')
  expect(states.map(({ path, state, home }) => [path, state, home])).toEqual([
    ['usr/share/hello/draft', 'removed', 0],
    ['usr/share/hello/message', 'changed', 2],
  ])
  expect(explorer.story(query({ layer: 2 }), 'usr/share/hello/message')?.steps).toMatchObject([
    { layer: 0, type: 'added', entry: { size: 67 } },
    { layer: 2, type: 'changed', entry: { size: 73 } },
  ])
})
