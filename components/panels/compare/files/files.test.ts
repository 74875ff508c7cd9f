import { expect, test } from 'vitest'
import type { EndLine, EntryLine } from '@/lib/oci/layer-entry'
import { readShown } from '../../image/recorded'
import { type ImageLayers, layersOf } from '../../layers/facts'
import { planReading } from './plan'
import { createFilesReader, differencesIn } from './reader'
import { compareRecordedFiles } from './recorded'

async function recorded(name: string, platform: string): Promise<ImageLayers> {
  const layers = layersOf(await readShown(name, { fields: {}, findings: {} as never, platform }))
  if (!layers) throw new Error('no layers')
  return layers
}

test('two recordings: another machine, another packing', async () => {
  const a = await recorded('hello', 'linux/amd64')
  const b = await recorded('hello-zstd', 'linux/arm64')
  const found = await compareRecordedFiles({ a: 'hello', b: 'hello-zstd' }, a, b)
  // Every file but the program is proven to be the same: two blobs, one diffID.
  expect(found).toMatchObject({
    summary: {
      totals: { changed: { count: 1, a: 824, b: 832 }, same: { count: 9 }, unproven: { count: 0 } },
      ...{ foreign: 0, fromToc: 0, mismatched: 0 },
    },
    differences: [{ type: 'changed', path: 'bin/hello', fields: ['size'], time: false }],
  })
})

test('a layer of both images is read once, and only what is not foreign counts', () => {
  const image = (key: string, ...digests: string[]): ImageLayers => ({
    ...{ key, path: `/api/layers/${key}` },
    layers: digests.map((digest) => ({
      ...{ digest, diffId: null, mediaType: '', stored: 10, createdBy: null, urls: [] },
      foreign: digest === 'far',
    })),
  })
  expect(planReading(image('a', 'far', 'x', 'y', 'x'), image('b', 'far', 'x', 'z'))).toEqual({
    reads: [
      { digest: 'far', path: '/api/layers/a/far', stored: 10, foreign: true },
      { digest: 'x', path: '/api/layers/a/x', stored: 10, foreign: false },
      { digest: 'y', path: '/api/layers/a/y', stored: 10, foreign: false },
      { digest: 'z', path: '/api/layers/b/z', stored: 10, foreign: false },
    ],
    ...{ a: [0, 1, 2, 1], b: [0, 1, 3], count: 3, shared: 1, stored: 30 },
  })
})

const entry = (index: number, path: string, rest: Partial<EntryLine> = {}): EntryLine => ({
  ...{ type: 'entry', index, path, kind: 'file', mode: 0o644, uid: 0, gid: 0, size: 1, mtime: 0 },
  ...rest,
})
const end = (diffId: EndLine['diffId'], rest: Partial<EndLine> = {}): EndLine => ({
  ...{ type: 'end', digest: 'sha256:x', digestVerified: true, diffId, diffIdVerified: null },
  ...{ entries: 0, compressed: 0, unpacked: 0, compression: 'gzip', declared: 'gzip' },
  ...{ trailing: 0, method: 'stream', ...rest },
})
const planOf = (...reads: string[]) => ({
  reads: reads.map((digest) => ({ digest, path: '', stored: 1, foreign: digest === 'far' })),
  ...{ a: [0], b: [1], count: 2, shared: 0, stored: 2 },
})

test('what the listings could not check is counted', () => {
  const reader = createFilesReader(planOf('x', 'y'))
  reader.take(0, entry(0, 'f'))
  reader.take(0, end('sha256:d', { diffIdVerified: false }))
  reader.take(1, entry(0, 'f'))
  expect(reader.isWhole(1)).toBe(false)
  reader.take(1, end(null, { method: 'toc', digestVerified: null }))
  expect(reader.compare()).toMatchObject({
    totals: { unproven: { count: 1 } },
    ...{ fromToc: 1, mismatched: 1, foreign: 0 },
  })
})

test('a layer that lies elsewhere is as if it were empty', () => {
  const reader = createFilesReader(planOf('far', 'y'))
  expect(reader.isWhole(0)).toBe(true)
  reader.take(1, entry(0, 'f'))
  reader.take(1, end(null))
  expect(reader.compare()).toMatchObject({ foreign: 1, totals: { added: { count: 1 } } })
})

test('a layer that is read again is not counted twice, and too many entries are said', () => {
  const reader = createFilesReader(planOf('x', 'y'), 3)
  const fill = (place: number, count: number) => {
    reader.begin(place)
    for (let i = 0; i < count; i++) reader.take(place, entry(i, `${place}-${i}`))
  }
  fill(0, 3)
  fill(0, 3)
  expect(reader.compare().totals.removed.count).toBe(3)
  fill(1, 1)
  expect(() => reader.compare()).toThrow(
    expect.objectContaining({ problem: { kind: 'too-many-entries', limit: 3 } }),
  )
  expect(() => fill(1, 1000)).toThrow('too-many-entries')
})

test('a problem in a listing is thrown', () => {
  const reader = createFilesReader(planOf('x', 'y'))
  const problem = { kind: 'too-many-entries', limit: 5 } as const
  expect(() => reader.take(0, { type: 'problem', problem })).toThrow(
    expect.objectContaining({ problem }),
  )
})

test('search is in any case and within a group', () => {
  const reader = createFilesReader(planOf('x', 'y'))
  for (const line of [entry(0, 'a/README'), entry(1, 'a/t'), end(null)]) reader.take(0, line)
  for (const line of [entry(0, 'a/t', { mtime: 5 }), entry(1, 'b'), end(null)]) {
    reader.take(1, line)
  }
  reader.compare()
  const found = (group: 'main' | 'time' | 'unproven', find: string) =>
    differencesIn(reader.differences, { group, find }).map(({ path }) => path)
  expect(found('main', '')).toEqual(['a/README', 'b'])
  expect(found('main', 'readme')).toEqual(['a/README'])
  expect(found('time', 'A/')).toEqual(['a/t'])
  expect(found('unproven', '')).toEqual([])
})
