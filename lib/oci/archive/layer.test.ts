import { createHash } from 'node:crypto'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { concat, tarOf } from '../../testing/tar.ts'
import type { Digest } from '../digest.ts'
import { ProblemError } from '../problem.ts'
import { hashBlob, readLayer } from './layer.ts'
import { OPEN_LIMITS } from './limits.ts'

const MiB = 2 ** 20
const sha = (bytes: Uint8Array): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)])

const noise = (length: number) => {
  const bytes = new Uint8Array(length)
  let state = 1
  for (let i = 0; i < length; i += 1) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    bytes[i] = state >> 16
  }
  return bytes
}
const tar = tarOf([
  { name: 'etc/', type: '5' },
  { name: 'etc/noise', body: noise(700_000) },
  { name: 'etc/.wh.gone' },
])
const cut = 300_000
const members = concat([gzipSync(tar.subarray(0, cut)), gzipSync(tar.subarray(cut))])
const badChecksum = gzipSync(tar)
badChecksum.fill(0xff, badChecksum.length - 8, badChecksum.length - 4)
const frames = concat([
  zstdCompressSync(tar.subarray(0, cut)),
  new Uint8Array([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]),
  zstdCompressSync(tar.subarray(cut)),
])

test.each([
  { why: 'none', bytes: tar as Uint8Array },
  { why: 'gzip', bytes: gzipSync(tar) },
  { why: 'gzip of two members', bytes: members },
  { why: 'zstd', bytes: zstdCompressSync(tar) },
  { why: 'zstd of two frames and one to skip', bytes: frames },
])('reads a layer stored as $why', async ({ bytes }) => {
  let paths: string[] = []
  const end = await readLayer(blobOf(bytes), {
    ...{ digest: sha(bytes), diffId: sha(tar), declared: null },
    onEntry: ({ path }) => paths.push(path),
    onRestart: () => {
      paths = []
    },
  })
  expect(paths).toEqual(['etc/', 'etc/noise', 'etc/.wh.gone'])
  expect(end).toMatchObject({
    ...{ digestVerified: true, diffIdVerified: true, entries: 3 },
    ...{ digest: sha(bytes), diffId: sha(tar), unpacked: tar.length, compressed: bytes.length },
  })
})

// What Chromium does; Node.js reads on.
class OneMember extends DecompressionStream {
  constructor() {
    super('deflate')
  }
}
afterEach(() => vi.unstubAllGlobals())

test('reads a gzip of several members where the browser refuses it', async () => {
  vi.stubGlobal('DecompressionStream', OneMember)
  let restarts = 0
  const end = await readLayer(blobOf(members), {
    ...{ digest: sha(members), diffId: sha(tar), declared: null },
    onRestart: () => {
      restarts += 1
    },
  })
  expect(end).toMatchObject({ digestVerified: true, diffIdVerified: true, entries: 3 })
  expect(restarts).toBe(1)
})

test('shows a layer under a wrong name, and what it hashes to', async () => {
  const wrong = sha(new Uint8Array(1))
  const end = await readLayer(blobOf(tar), { digest: wrong, diffId: wrong, declared: null })
  expect(end).toMatchObject({ digest: sha(tar), digestVerified: false, diffIdVerified: false })
})

test.each([
  {
    why: 'a gzip that breaks off',
    bytes: gzipSync(tar).subarray(0, 10_000),
    problem: { kind: 'compression-broken', compression: 'gzip', reason: 'truncated' },
  },
  {
    why: 'a zstd that breaks off',
    bytes: zstdCompressSync(tar).subarray(0, 10_000),
    problem: { kind: 'compression-broken', compression: 'zstd', reason: 'truncated' },
  },
  {
    why: 'a gzip with a wrong checksum',
    bytes: badChecksum,
    problem: { kind: 'compression-broken', compression: 'gzip' },
  },
  {
    why: 'xz, which no layer is',
    bytes: new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 1, 2]),
    problem: { kind: 'compression-unsupported', compression: 'xz' },
  },
  {
    why: 'a tar that breaks off',
    bytes: tar.slice(0, 2000) as Uint8Array,
    problem: { kind: 'tar-syntax', reason: 'truncated' },
  },
])('refuses $why', async ({ bytes, problem }) => {
  const error = await readLayer(blobOf(bytes), {
    ...{ digest: null, diffId: null, declared: null },
  }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  expect((error as ProblemError).problem).toMatchObject(problem)
})

test.each(['gzip', 'zstd'])('stops at a %s bomb long before it has unpacked', async (kind) => {
  const zeros = new Uint8Array(300 * MiB)
  const bomb = kind === 'gzip' ? gzipSync(zeros, { level: 9 }) : zstdCompressSync(zeros)
  let unpacked = 0
  const error = await readLayer(blobOf(bomb), {
    ...{ digest: null, diffId: null, declared: null },
    onProgress: (_, bytes) => {
      unpacked = bytes
    },
  }).catch((thrown: unknown) => thrown)
  expect((error as ProblemError).problem).toMatchObject({ kind: 'compression-ratio', limit: 200 })
  expect(unpacked).toBeLessThan(OPEN_LIMITS.layer.ratioFrom + MiB)
})

test('hashes a blob slice by slice', async () => {
  const bytes = noise(3 * MiB + 17)
  expect(await hashBlob(blobOf(bytes), 'sha256')).toBe(sha(bytes))
})
