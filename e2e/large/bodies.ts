import { randomBytes } from 'node:crypto'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { concat, paxPart, type TarPart, tarPart } from '../../lib/testing/tar.ts'

const MiB = 2 ** 20
const end = new Uint8Array(1024)

/** Blocks of an archive of empty files, each under a name of its own that compresses badly. */
export function* manyEntries(count: number): Generator<Uint8Array> {
  const block = Buffer.from(tarPart({ name: '0'.repeat(24) }))
  const sumOf = (bytes: Buffer) => bytes.reduce((sum, byte) => sum + byte, 0)
  const rest = sumOf(block.subarray(24, 148)) + 8 * 0x20 + sumOf(block.subarray(156))
  const batch = 512
  for (let i = 0; i < count; i += batch) {
    const blocks: Buffer[] = []
    for (let j = i; j < Math.min(count, i + batch); j += 1) {
      const one = Buffer.from(block)
      one.write(j.toString(16).padStart(8, '0') + randomBytes(8).toString('hex'), 0, 'latin1')
      const sum = rest + sumOf(one.subarray(0, 24))
      one.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
      blocks.push(one)
    }
    yield Buffer.concat(blocks)
  }
  yield end
}

/** The same piece again and again. */
export function* repeated(piece: Uint8Array, count: number): Generator<Uint8Array> {
  for (let i = 0; i < count; i += 1) yield piece
}

/** Parts between which a stream of others is made, with the archive's end behind them. */
export function* parts(count: number, part: (i: number) => (TarPart | Uint8Array)[]) {
  for (let i = 0; i < count; i += 1) {
    const blocks = part(i).map((one) => (one instanceof Uint8Array ? one : tarPart(one)))
    yield concat(blocks)
  }
  yield end
}

/** Text that compresses to about a hundredth, so that no ratio is in the way. */
export function text(length: number): string {
  const line = randomBytes(40).toString('hex')
  return `${line}\n`.repeat(Math.ceil(length / 81)).slice(0, length)
}

/** Bodies that break a rule or come close; `problem` is what the listing has to end with. */
export type HostileBody = {
  why: string
  pieces: () => Iterable<Uint8Array>
  compression: 'gzip' | 'zstd' | 'none'
  /** the kind of the last line's problem; null for a listing that is whole */
  problem: string | null
}

const sparseMap = () => {
  const block = new Uint8Array(512).fill(1)
  return block
}

export const bodies: HostileBody[] = [
  {
    why: '10 GiB of zeros in gzip members',
    pieces: () => repeated(gzipSync(new Uint8Array(16 * MiB)), 640),
    ...{ compression: 'none', problem: 'compression-ratio' },
  },
  {
    why: '10 GiB of zeros in zstd frames',
    pieces: () => repeated(zstdCompressSync(new Uint8Array(16 * MiB)), 640),
    ...{ compression: 'none', problem: 'compression-ratio' },
  },
  {
    why: '1,000,000 zstd frames to skip',
    pieces: function* () {
      const frame = new Uint8Array([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0])
      yield* repeated(concat(Array.from({ length: 1000 }, () => frame)), 1000)
      yield zstdCompressSync(concat([tarPart({}), end]))
    },
    ...{ compression: 'none', problem: null },
  },
  {
    why: '300,000 zstd frames of nothing',
    pieces: function* () {
      const frame = zstdCompressSync('')
      yield* repeated(concat(Array.from({ length: 1000 }, () => frame)), 300)
      yield zstdCompressSync(concat([tarPart({}), end]))
    },
    ...{ compression: 'none', problem: 'compression-broken' },
  },
  {
    why: '10,000,000 gzip members of nothing',
    pieces: function* () {
      const member = gzipSync('')
      yield* repeated(concat(Array.from({ length: 1000 }, () => member)), 10_000)
      yield gzipSync(concat([tarPart({}), end]))
    },
    ...{ compression: 'none', problem: null },
  },
  {
    why: '500,000 entries',
    pieces: () => manyEntries(500_000),
    ...{ compression: 'gzip', problem: null },
  },
  {
    why: '1,000,000 entries',
    pieces: () => manyEntries(1_000_000),
    ...{ compression: 'gzip', problem: 'too-many-entries' },
  },
  {
    why: 'a PAX record of 1 MiB before each of 500 entries',
    pieces: () => parts(500, () => [paxPart({ comment: text(MiB - 100) }), {}]),
    ...{ compression: 'gzip', problem: null },
  },
  {
    why: '200 MiB of the smallest PAX records',
    pieces: () =>
      parts(200, () => [
        { type: 'x', body: '5 a=\n'.repeat(MiB / 5) },
        { body: randomBytes(8192) },
      ]),
    ...{ compression: 'gzip', problem: null },
  },
  {
    why: 'global PAX records of 500 MiB in all',
    pieces: () => parts(500, (i) => [paxPart({ [`key${i}`]: text(MiB - 100) }, 'g')]),
    ...{ compression: 'gzip', problem: 'tar-syntax' },
  },
  {
    why: 'an attribute name of 900 kB for every entry',
    pieces: function* () {
      yield tarPart(paxPart({ [`SCHILY.xattr.${'\u0001'.repeat(900_000)}`]: 'v' }, 'g'))
      yield* manyEntries(100_000)
    },
    ...{ compression: 'gzip', problem: 'too-large' },
  },
  {
    why: 'a path of 4 KiB of control characters for every entry',
    pieces: function* () {
      yield tarPart(paxPart({ path: '\u0001'.repeat(4096) }, 'g'))
      yield* manyEntries(100_000)
    },
    ...{ compression: 'gzip', problem: 'too-large' },
  },
  {
    why: 'a name of 1 MB',
    pieces: () => parts(1, () => [paxPart({ path: 'n'.repeat(1_000_000) }), {}]),
    ...{ compression: 'gzip', problem: 'path-too-long' },
  },
  {
    why: 'a sparse map of 200 MiB',
    pieces: function* () {
      const edit = (block: Uint8Array) => {
        block[482] = 1
      }
      yield tarPart({ type: 'S', magic: 'gnu', edit })
      yield* repeated(concat(Array.from({ length: 2048 }, sparseMap)), 200)
    },
    ...{ compression: 'none', problem: 'tar-syntax' },
  },
  {
    why: '200 MiB behind the end of the archive',
    pieces: function* () {
      yield concat([tarPart({}), end])
      yield* repeated(randomBytes(MiB), 200)
    },
    ...{ compression: 'none', problem: null },
  },
]
