import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect } from 'vitest'
import { problemOf } from '../../oci/problem.ts'
import { createTarReader } from '../../oci/tar.ts'
import { cut, fuzz, mutated, pieces } from '../../testing/fuzz.ts'
import { concat, tarOf } from '../../testing/tar.ts'
import { digestOfBytes } from '../hash.ts'
import { LIMITS } from '../limits.ts'
import { unpackLayer } from './unpack.ts'

async function unpack(bytes: Uint8Array, sizes: readonly number[]) {
  const tar = createTarReader({ onEntry() {} })
  try {
    return await unpackLayer({
      async source(take) {
        for (const piece of cut(bytes, sizes)) await take(piece)
      },
      digest: digestOfBytes(bytes),
      limits: LIMITS.layer,
      tar,
      onProgress() {},
    })
  } catch (error) {
    const problem = problemOf(error)
    if (problem.kind === 'internal') throw error
    return problem
  }
}

/**
 * The same layer in other pieces. Where two things are wrong with it, which is met first may differ:
 * bytes from before the damage may or may not have come out already.
 */
async function inAnyPieces(stored: Uint8Array, sizes: readonly number[]) {
  const ours = await unpack(stored, sizes)
  const whole = await unpack(stored, [stored.length || 1])
  if ('kind' in ours && 'kind' in whole) return null
  expect(whole).toEqual(ours)
  return 'kind' in ours ? null : ours
}

const archive = fc
  .array(fc.uint8Array({ maxLength: 700 }), { maxLength: 5 })
  .map((bodies) => tarOf(bodies.map((body) => ({ body }))) as Uint8Array)

/** Cuts an archive where it likes and compresses each piece alone, with things to skip between. */
function framed(compress: (bytes: Uint8Array) => Uint8Array, filler: fc.Arbitrary<Uint8Array>) {
  return fc
    .tuple(archive, fc.array(fc.nat(3000), { maxLength: 4 }), filler)
    .map(([bytes, places, between]) => {
      const ends = [...new Set([...places.map((at) => at % bytes.length), bytes.length])]
      ends.sort((a, b) => a - b)
      const members = ends.map((end, i) => compress(bytes.subarray(ends[i - 1] ?? 0, end)))
      const stored = concat(members.flatMap((member) => [member, between]))
      return { bytes, stored: stored as Uint8Array }
    })
}

const gzip = framed(gzipSync, fc.constant(new Uint8Array(0)))
const skippable = fc
  .tuple(fc.nat(15), fc.uint8Array({ maxLength: 30 }))
  .map(([n, bytes]) =>
    concat([new Uint8Array([0x50 + n, 0x2a, 0x4d, 0x18, bytes.length, 0, 0, 0]), bytes]),
  )
const zstd = framed(
  (bytes) => zstdCompressSync(bytes),
  fc.oneof(fc.constant(new Uint8Array(0)), skippable),
)

fuzz(
  'members and frames, in any pieces',
  fc.tuple(fc.oneof(gzip, zstd), pieces),
  async ([{ bytes, stored }, sizes]) => {
    expect(await unpack(stored, sizes)).toMatchObject({
      ...{ diffId: digestOfBytes(bytes), unpacked: bytes.length, compressed: stored.length },
    })
  },
)

fuzz(
  'gzip with damage: what we take, zlib takes, to the same bytes',
  gzip.chain(({ stored }) => fc.tuple(mutated(stored), pieces)),
  async ([stored, sizes]) => {
    const ours = await inAnyPieces(stored, sizes)
    if (ours === null || ours.compression === 'none') return
    expect(digestOfBytes(gunzipSync(stored))).toBe(ours.diffId)
  },
)

fuzz(
  'zstd with damage: an answer, the same in any pieces',
  zstd.chain(({ stored }) => fc.tuple(mutated(stored), pieces)),
  async ([stored, sizes]) => {
    await inAnyPieces(stored, sizes)
  },
)

fuzz('any bytes', fc.tuple(fc.uint8Array({ maxLength: 2000 }), pieces), async ([bytes, sizes]) => {
  await inAnyPieces(bytes, sizes)
})
