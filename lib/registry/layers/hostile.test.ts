import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Problem, problemOf } from '../../oci/problem.ts'
import { createTarReader } from '../../oci/tar.ts'
import { concat, paxPart, type TarPart, tarOf, tarPart } from '../../testing/tar.ts'
import { digestOfBytes } from '../hash.ts'
import { type LayerLimits, LIMITS } from '../limits.ts'
import { createListing } from './listing.ts'
import { unpackLayer } from './unpack.ts'

type Verdict = { entries: string[]; problem: Problem | null; unpacked: number }

const KiB = 2 ** 10

/** Reads a layer as the API does; only the lines are not kept. */
async function judge(
  bytes: Uint8Array,
  { piece = 64 * KiB, ...limits }: Partial<LayerLimits> & { piece?: number } = {},
): Promise<Verdict> {
  const entries: string[] = []
  let unpacked = 0
  try {
    await unpackLayer({
      async source(take) {
        for (let at = 0; at < bytes.length; at += piece) await take(bytes.subarray(at, at + piece))
      },
      digest: digestOfBytes(bytes),
      limits: { ...LIMITS.layer, ...limits },
      tar: createTarReader({ onEntry: ({ path }) => entries.push(path) }),
      onProgress(_, count) {
        unpacked = count
      },
    })
  } catch (error) {
    return { entries, problem: problemOf(error), unpacked }
  }
  return { entries, problem: null, unpacked }
}

const times = (bytes: Uint8Array, count: number) =>
  concat(Array.from({ length: count }, () => bytes))
const tar = tarOf([{ name: 'a', body: 'some bytes' }])
const gzip = gzipSync(tar)
const zstd = zstdCompressSync(tar)
/** A frame to skip that says how long it is. */
const skippable = (length: number, bytes = new Uint8Array(length)) =>
  concat([new Uint8Array(new Uint32Array([0x184d2a50, length]).buffer), bytes])
/** A frame that wants a window of 2 GiB; RFC 8878, section 3.1.1.1.2 */
const wideWindow = new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0, 0xa8, 1, 0, 0])

describe('compression', () => {
  test.each([
    { why: 'a frame to skip before the archive', bytes: concat([skippable(100), zstd]) },
    { why: 'and one behind it', bytes: concat([zstd, skippable(100)]) },
    { why: '100,000 frames to skip', bytes: concat([times(skippable(0), 100_000), zstd]) },
    { why: '1,000 empty frames', bytes: concat([times(zstdCompressSync(''), 1000), zstd]) },
    { why: '200,000 empty gzip members', bytes: concat([times(gzipSync(''), 200_000), gzip]) },
  ])('$why: read, however it is cut into pieces', async ({ bytes }) => {
    expect(await judge(bytes)).toMatchObject({ entries: ['a'], problem: null })
    const piece = bytes.length > 10_000 ? 997 : 1
    expect(await judge(bytes, { piece })).toMatchObject({ entries: ['a'], problem: null })
  })

  test.each<{
    why: string
    bytes: Uint8Array
    problem: object
    limits?: Partial<LayerLimits>
  }>([
    {
      why: 'a zstd window of 2 GiB',
      bytes: concat([wideWindow, zstd]),
      problem: { kind: 'compression-broken', compression: 'zstd', reason: 'window' },
    },
    {
      why: 'a frame to skip that says 4 GiB and has less',
      bytes: concat([zstd, skippable(2 ** 32 - 1, new Uint8Array(1000))]),
      problem: { kind: 'compression-broken', reason: 'truncated' },
    },
    {
      why: 'a frame to skip whose length is cut',
      bytes: concat([zstd, skippable(5).subarray(0, 6)]),
      problem: { kind: 'compression-broken', reason: 'truncated' },
    },
    {
      why: 'more frames than files',
      bytes: concat([times(zstdCompressSync(''), 200), zstd]),
      ...{ limits: { frames: 100 }, problem: { kind: 'compression-broken', reason: 'frames' } },
    },
    {
      why: 'gzip inside gzip inside gzip is no archive',
      bytes: gzipSync(gzipSync(gzipSync(randomBytes(10_000)))),
      problem: { kind: 'tar-syntax', at: 0, reason: 'checksum' },
    },
    {
      why: 'a small bomb: 1 GiB of zeros in 1 MB',
      bytes: times(gzipSync(new Uint8Array(2 ** 24)), 64),
      problem: { kind: 'compression-ratio', limit: 200 },
    },
    {
      why: 'the same as zstd, in 64 frames',
      bytes: times(zstdCompressSync(new Uint8Array(2 ** 24)), 64),
      problem: { kind: 'compression-ratio', limit: 200 },
    },
  ])('$why', async ({ bytes, problem, limits }) => {
    expect((await judge(bytes, limits)).problem).toMatchObject(problem)
  })

  test('a bomb is left soon, not at its end', async () => {
    const { unpacked } = await judge(times(gzipSync(new Uint8Array(2 ** 24)), 64))
    expect(unpacked).toBeLessThan(2 ** 27)
  })

  test('no bytes at all are an archive of nothing, to engines too', async () => {
    expect(await judge(new Uint8Array(0))).toMatchObject({ entries: [], problem: null })
  })
})

describe('archives', () => {
  test.each<{ why: string; bytes: Uint8Array; problem: object }>([
    {
      why: 'a file that says it has 8 EiB',
      bytes: tarOf([paxPart({ size: `${2 ** 53 - 1}` }), {}]),
      problem: { kind: 'tar-syntax', reason: 'truncated' },
    },
    {
      why: 'a record that says it is longer than all of them',
      bytes: tarOf([{ type: 'x', body: '999999 path=a\n' }, {}]),
      problem: { kind: 'tar-syntax', reason: 'records' },
    },
    {
      why: 'extended headers before extended headers that are too large',
      bytes: tarOf([{ type: 'x', size: 2 ** 20 + 1 }]),
      problem: { kind: 'tar-syntax', reason: 'records-too-long' },
    },
    {
      why: 'a GNU name of 1 MB',
      bytes: tarOf([{ type: 'L', magic: 'gnu', body: 'n'.repeat(10 ** 6) }, {}]),
      problem: { kind: 'path-too-long', limit: 4096, index: 0 },
    },
    {
      why: 'a link to 1 MB',
      bytes: tarOf([paxPart({ linkpath: 'l'.repeat(10 ** 6) }), { type: '2' }]),
      problem: { kind: 'path-too-long', limit: 4096, index: 0 },
    },
    {
      why: 'a name with a NUL in it',
      bytes: tarOf([paxPart({ path: 'safe\0../../etc/passwd' }), {}]),
      problem: { kind: 'tar-syntax', reason: 'records' },
    },
    {
      why: 'a sparse map that never ends',
      bytes: concat([
        tarPart({
          ...{ type: 'S', magic: 'gnu' },
          edit(block) {
            block[482] = 1
          },
        }),
        new Uint8Array(512 * 1000).fill(1),
      ]),
      problem: { kind: 'tar-syntax', reason: 'truncated' },
    },
  ])('$why', async ({ bytes, problem }) => {
    expect((await judge(bytes)).problem).toMatchObject(problem)
    expect((await judge(gzipSync(bytes))).problem).toMatchObject(problem)
  })

  test('a few bytes that say gigabytes: one long record for every entry', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hostile-'))
    try {
      const listing = await createListing(join(directory, 'draft'), LIMITS.layer.listing)
      const leave = listing.join()
      const xattrs = Array.from(
        { length: 900 },
        (_, i) => `SCHILY.xattr.${i}${'\u0001'.repeat(900)}`,
      )
      const records = Object.fromEntries(xattrs.map((name) => [name, 'v']))
      const reader = createTarReader({
        onEntry: (entry) => listing.add({ type: 'entry', ...entry }),
      })
      const bytes = tarOf([paxPart(records, 'g'), ...Array<TarPart>(500).fill({})])
      let problem: Problem | null = null
      try {
        reader.push(bytes)
      } catch (error) {
        problem = problemOf(error)
      }
      expect(problem).toMatchObject({ kind: 'too-large', what: 'listing', limit: 2 ** 24 })
      listing.finish({ type: 'problem', problem: { kind: 'internal' } })
      leave()
    } finally {
      await rm(directory, { recursive: true })
    }
  })
})
