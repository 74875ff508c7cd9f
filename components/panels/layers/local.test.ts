import { gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Digest } from '@/lib/oci/digest'
import { concat, tarOf } from '@/lib/testing/tar'
import { createExplorer } from './explorer'
import { FILE_LIMIT, readBlob, readContents } from './local'

const big = 'x'.repeat(FILE_LIMIT)
const tar = tarOf([
  { name: 'etc/', type: '5' },
  { name: 'etc/empty' },
  { name: 'etc/note', body: 'a note\n' },
  { name: 'etc/link', type: '2', link: 'note' },
  { name: 'largest', body: big },
  { name: 'larger', body: `${big}x` },
])
const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)])
const members = concat([gzipSync(tar.subarray(0, 1000)), gzipSync(tar.subarray(1000))])
const text = async (bytes: Uint8Array, index: number) =>
  new TextDecoder().decode(await readContents(blobOf(bytes), index))

test.each([
  { why: 'none', bytes: tar },
  { why: 'gzip', bytes: gzipSync(tar) },
  { why: 'gzip of two members', bytes: members },
  { why: 'zstd', bytes: zstdCompressSync(tar) },
])('takes a file out of a layer stored as $why, and lists the layer', async ({ bytes }) => {
  expect(await text(bytes, 2)).toBe('a note\n')
  expect(await text(bytes, 1)).toBe('')
  expect(await text(bytes, 4)).toBe(big)
  const explorer = createExplorer([{ stored: bytes.length, foreign: false }])
  explorer.begin(0)
  const place = { blob: blobOf(bytes), digest: null, diffId: null, mediaType: '' }
  await readBlob(place, explorer, 0, new AbortController().signal, () => {})
  expect(explorer.readings[0]).toMatchObject({
    ...{ status: 'whole', entries: 6, compressed: bytes.length, unpacked: tar.length },
    end: { digestVerified: null, diffIdVerified: null },
    applied: { contributed: 2 * FILE_LIMIT + 8 },
  })
})

test.each([
  { index: 3, problem: { kind: 'entry-not-file', path: 'etc/link', what: 'symlink' } },
  {
    index: 5,
    problem: { kind: 'too-large', what: 'file', limit: FILE_LIMIT, size: FILE_LIMIT + 1 },
  },
  { index: 6, problem: { kind: 'entry-unknown', index: 6, entries: 6 } },
])('entry $index is no file to show: $problem.kind', async ({ index, problem }) => {
  await expect(readContents(blobOf(gzipSync(tar)), index)).rejects.toMatchObject({ problem })
})

test('bytes that are not what a manifest promises are listed, and told', async () => {
  const explorer = createExplorer([{ stored: tar.length, foreign: false }])
  explorer.begin(0)
  const digest: Digest = `sha256:${'0'.repeat(64)}`
  const place = { blob: blobOf(tar), digest, diffId: digest, mediaType: '' }
  await readBlob(place, explorer, 0, new AbortController().signal, () => {})
  expect(explorer.readings[0]?.end).toMatchObject({ digestVerified: false, diffIdVerified: false })
})
