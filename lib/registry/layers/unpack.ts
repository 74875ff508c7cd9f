import zlib from 'node:zlib'
import { type Digest, digestAlgorithm } from '../../oci/digest.ts'
import { compressionByMagic, MAGIC_LENGTH } from '../../oci/layer-magic.ts'
import { type Compression, mediaTypeFacts } from '../../oci/media-type.ts'
import { type CompressionReason, ProblemError } from '../../oci/problem.ts'
import type { TarReader } from '../../oci/tar.ts'
import { nodeHasher } from '../hash.ts'
import type { LayerLimits } from '../limits.ts'
import { release } from './release.ts'
import type { LayerSource } from './source.ts'

export type Unpacking = {
  source: LayerSource
  digest: Digest
  limits: LayerLimits
  tar: TarReader
  /** after each piece went through the tar reader; waited for */
  onProgress: (compressed: number, unpacked: number) => void | Promise<void>
}

export type Unpacked = {
  diffId: Digest
  compressed: number
  unpacked: number
  compression: Compression
}

const KiB = 2 ** 10
const OPTIONS = {
  chunkSize: 256 * KiB,
  writableHighWaterMark: 512 * KiB,
  readableHighWaterMark: 256 * KiB,
}
/** 32 MiB: all that zstd uses up to level 20. Its highest levels would take 128. */
export const WINDOW_LOG = 25

/**
 * Unpacks a layer while hashing what comes in and what comes out; nothing is kept.
 *
 * Unpacked by its first bytes, as engines do, whatever its media type says.
 *
 * @throws ProblemError `digest-mismatch`, `too-large`, `compression-broken`, `compression-ratio`,
 *   `compression-unsupported`, and those of the source and the tar reader
 * @see image-spec v1.1.1, config.md#layer-diffid
 */
export async function unpackLayer(unpacking: Unpacking): Promise<Unpacked> {
  const { source, digest, limits, tar, onProgress } = unpacking
  const stored = nodeHasher(digestAlgorithm(digest))
  const bare = nodeHasher('sha256')
  let compressed = 0
  let unpacked = 0
  let lastByte = 0

  const takeUnpacked = (piece: Uint8Array) => {
    unpacked += piece.length
    const tooLarge = { kind: 'too-large', what: 'unpacked', limit: limits.unpacked } as const
    if (unpacked > limits.unpacked) throw new ProblemError({ ...tooLarge, size: null })
    const isBomb = unpacked > limits.ratioFrom && unpacked > limits.ratio * compressed
    if (isBomb) {
      const problem = { kind: 'compression-ratio', limit: limits.ratio } as const
      throw new ProblemError({ ...problem, compressed, unpacked })
    }
    bare.update(piece)
    tar.push(piece)
    return onProgress(compressed, unpacked)
  }

  let head: Uint8Array | null = new Uint8Array(0)
  let compression: Compression = 'none'
  let inflater: Inflater | null = null
  const pour = async (chunk: Uint8Array) => {
    if (inflater) await inflater.write(chunk)
    else await takeUnpacked(chunk)
  }
  const begin = async (first: Uint8Array) => {
    head = null
    compression = compressionByMagic(first)
    if (compression !== 'none') inflater = createInflater(compression, takeUnpacked, limits)
    await pour(first)
  }

  try {
    await source(async (chunk) => {
      stored.update(chunk)
      lastByte = lastNonZero(chunk, compressed) ?? lastByte
      compressed += chunk.length
      const tooLarge = { kind: 'too-large', what: 'layer', limit: limits.compressed } as const
      if (compressed > limits.compressed) throw new ProblemError({ ...tooLarge, size: null })
      if (head === null) {
        await pour(chunk)
        return
      }
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
      if (head.length >= MAGIC_LENGTH) await begin(head)
    })
    if (head) await begin(head)
    // Wrong bytes are the greater trouble than what is wrong inside them.
    const got = stored.digest()
    if (got !== digest) throw new ProblemError({ kind: 'digest-mismatch', want: digest, got })
    // TypeScript does not see that `begin` sets it.
    const used = inflater as Inflater | null
    if (used) {
      const consumed = await used.end()
      if (lastByte > consumed) throw broken(compression, 'trailing')
    }
    tar.end()
    return { diffId: bare.digest(), compressed, unpacked, compression }
  } finally {
    ;(inflater as Inflater | null)?.destroy()
  }
}

/** What a layer's media type says about its compression; null when it says nothing. */
export function declaredCompression(mediaType: string | null): Compression | null {
  return mediaType === null ? null : mediaTypeFacts(mediaType).compression
}

type Inflater = {
  write(chunk: Uint8Array): Promise<void>
  /** @returns stored bytes that were needed; what follows them is foreign */
  end(): Promise<number>
  destroy(): void
}

/** A decompressor that is fed piece by piece and knows members and frames. */
export function createInflater(
  compression: 'gzip' | 'zstd',
  take: (piece: Uint8Array) => void | Promise<void>,
  limits: LayerLimits,
): Inflater {
  return compression === 'gzip' ? createGzipInflater(take) : createZstdInflater(take, limits)
}

type Decompressor = ReturnType<typeof zlib.createGunzip>

/** One decompressor being read until its data end; `reading` fails with what was wrong with them. */
function readAll(
  stream: Decompressor,
  compression: 'gzip' | 'zstd',
  take: (piece: Uint8Array) => void | Promise<void>,
) {
  const state = { over: false, reading: Promise.resolve() }
  state.reading = (async () => {
    try {
      for await (const piece of stream as AsyncIterable<Uint8Array>) {
        await take(piece)
        // Its buffer was filled to the end, so nothing else will be in it.
        if (piece.byteOffset + piece.length === piece.buffer.byteLength) release(piece)
      }
    } catch (error) {
      const { code = '' } = error as { code?: string }
      // A full disk is not the layer's fault.
      if (!/^(?:Z_|ZSTD_)/.test(code)) throw error
      throw broken(compression, reasonOf(error), error)
    } finally {
      state.over = true
    }
  })()
  // Heard of by whoever writes next.
  state.reading.catch(() => {})
  return state
}

function written(stream: Decompressor, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    stream.write(chunk, () => resolve())
  })
}

function createGzipInflater(take: (piece: Uint8Array) => void | Promise<void>): Inflater {
  const stream = zlib.createGunzip(OPTIONS)
  const state = readAll(stream, 'gzip', take)
  return {
    async write(chunk) {
      // It stops at the end of its data; what comes then only counts as trailing.
      if (state.over) await state.reading
      // Until it was read, since whoever brought it may take it back.
      else await Promise.race([state.reading, written(stream, chunk)])
    },
    async end() {
      if (!state.over) stream.end()
      await state.reading
      return stream.bytesWritten
    },
    destroy: () => stream.destroy(),
  }
}

/**
 * Frame after frame: Node.js before 26 ends a zstd stream with its first frame, while a layer may
 * have many (zstd:chunked has one for each file). Those to skip are stepped over here.
 *
 * @see RFC 8878, section 3.1
 */
function createZstdInflater(
  take: (piece: Uint8Array) => void | Promise<void>,
  limits: LayerLimits,
): Inflater {
  // Node.js 22.15 brought zstd.
  if (!('createZstdDecompress' in zlib)) {
    throw new ProblemError({ kind: 'compression-unsupported', compression: 'zstd' })
  }
  const params = { [zlib.constants.ZSTD_d_windowLogMax]: WINDOW_LOG }
  let frames = 0
  const start = () => {
    frames += 1
    if (frames > limits.frames) throw broken('zstd', 'frames')
    // Where there are many, each is small, and a large buffer for each is most of the work.
    const chunkSize = frames > 16 ? 64 * KiB : OPTIONS.chunkSize
    const stream = zlib.createZstdDecompress({ ...OPTIONS, chunkSize, params })
    return { stream, state: readAll(stream as unknown as Decompressor, 'zstd', take) }
  }
  let frame: ReturnType<typeof start> | null = null
  /** of the frames that ended */
  let consumed = 0
  /** bytes of a frame to skip that are still to come */
  let skipping = 0
  /** too few bytes behind a frame to tell what they begin */
  let held: Uint8Array = new Uint8Array(0)
  let foreign = false

  const close = async ({ stream, state }: NonNullable<typeof frame>) => {
    await state.reading
    consumed += stream.bytesWritten
    frame = null
  }
  /** Between two frames: looks at what begins. @returns what is left to read; nothing while too little is there */
  const begin = (bytes: Uint8Array): Uint8Array => {
    const all = held.length > 0 ? Buffer.concat([held, bytes]) : bytes
    held = new Uint8Array(0)
    const kind = frameKind(all)
    if (kind === 'frame') frame = start()
    foreign = kind === 'foreign'
    if (kind === 'frame' || foreign) return all
    if (kind === 'skippable' && all.length >= SKIPPABLE_HEADER) {
      skipping = SKIPPABLE_HEADER + uint32(all, 4)
      return all
    }
    held = all.slice()
    return all.subarray(all.length)
  }
  return {
    async write(chunk) {
      let rest = chunk
      while (rest.length > 0 && !foreign) {
        if (skipping > 0) {
          const count = Math.min(skipping, rest.length)
          skipping -= count
          consumed += count
          rest = rest.subarray(count)
          continue
        }
        if (!frame) {
          rest = begin(rest)
          continue
        }
        const { stream, state } = frame
        const before = stream.bytesWritten
        if (!state.over) {
          await Promise.race([state.reading, written(stream as unknown as Decompressor, rest)])
        }
        const used = stream.bytesWritten - before
        if (used === rest.length) return
        await close(frame)
        rest = rest.subarray(used)
      }
    },
    async end() {
      if (frame) {
        if (!frame.state.over) frame.stream.end()
        await close(frame)
      }
      const isCut = skipping > 0 || frameKind(held) === 'skippable'
      if (isCut) throw broken('zstd', 'truncated')
      return consumed
    },
    destroy: () => frame?.stream.destroy(),
  }
}

const SKIPPABLE_HEADER = 8

function frameKind(bytes: Uint8Array): 'frame' | 'skippable' | 'foreign' | null {
  if (bytes.length < 4) return null
  const magic = uint32(bytes, 0)
  if (magic === 0xfd2fb528) return 'frame'
  return magic >>> 4 === 0x184d2a5 ? 'skippable' : 'foreign'
}

function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true)
}

function broken(compression: string, reason: CompressionReason, cause?: unknown): ProblemError {
  return new ProblemError({ kind: 'compression-broken', compression, reason }, { cause })
}

function reasonOf(error: unknown): CompressionReason {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'Z_BUF_ERROR') return 'truncated'
  if (code?.includes('windowTooLarge')) return 'window'
  // The first bytes were right, so it is behind a whole member that zlib looks for another one in vain.
  return message === 'incorrect header check' ? 'trailing' : 'corrupt'
}

/** Where the last byte that is not zero ends, in the whole stream; gzip may be padded with zeros. */
function lastNonZero(chunk: Uint8Array, before: number): number | null {
  let at = chunk.length
  while (at > 0 && chunk[at - 1] === 0) at -= 1
  return at > 0 ? before + at : null
}
