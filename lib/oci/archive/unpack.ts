import type { Compression } from '../media-type.ts'
import { type CompressionReason, ProblemError } from '../problem.ts'
import { OPEN_LIMITS, type OpenLimits } from './limits.ts'

/** Bytes taken from a file at once: small enough that a bomb is seen before it has grown. */
const SLICE = 64 * 1024

export type Unpacking = {
  limits?: OpenLimits['layer']
  /** what is unpacked, for the problem: a layer if not given */
  what?: 'archive'
  signal?: AbortSignal
  /** unpacked bytes, only good during the call */
  take: (bytes: Uint8Array, compressed: number) => void
  /** the stored bytes, in order */
  takeStored?: (bytes: Uint8Array) => void
  /** everything taken so far is void: it starts again from the first byte */
  restart: () => void
}

/**
 * Unpacks a blob in a browser, piece by piece; nothing is kept.
 *
 * gzip by the browser's own decompressor. That one refuses a gzip of several members, which
 * eStargz layers are: those are unpacked again, from the start, by fflate. zstd by fzstd, since no
 * browser brings it everywhere. Both are loaded on first use.
 *
 * @throws ProblemError `compression-broken`, `compression-ratio`, `too-large`, `archive-too-large`; what the blob throws
 */
export async function unpackBlob(
  blob: Blob,
  compression: Compression,
  unpacking: Unpacking,
): Promise<void> {
  const { limits = OPEN_LIMITS.layer, what, signal, takeStored } = unpacking
  const tooLarge = (part: 'layer' | 'unpacked', limit: number, size: number | null) =>
    new ProblemError(
      what
        ? { kind: 'archive-too-large', limit, size }
        : { kind: 'too-large', what: part, limit, size },
    )
  if (blob.size > limits.compressed) throw tooLarge('layer', limits.compressed, blob.size)
  let compressed = 0
  let unpacked = 0
  const guard = (bytes: Uint8Array) => {
    unpacked += bytes.length
    if (unpacked > limits.unpacked) throw tooLarge('unpacked', limits.unpacked, null)
    if (unpacked > limits.ratioFrom && unpacked > limits.ratio * compressed) {
      const problem = { kind: 'compression-ratio', limit: limits.ratio } as const
      throw new ProblemError({ ...problem, compressed, unpacked })
    }
    unpacking.take(bytes, compressed)
  }
  const stored = (bytes: Uint8Array) => {
    signal?.throwIfAborted()
    takeStored?.(bytes)
    compressed += bytes.length
  }
  if (compression === 'none') {
    for await (const bytes of slices(blob)) {
      stored(bytes)
      guard(bytes)
    }
    return
  }
  if (compression === 'zstd') {
    const { Decompress } = await import('fzstd')
    await pushAll(blob, 'zstd', new Decompress((bytes) => guard(bytes)), stored)
    return
  }
  if (await ownGunzip(blob, stored, guard)) return
  compressed = 0
  unpacked = 0
  unpacking.restart()
  const { Gunzip } = await import('fflate')
  const gunzip = new Gunzip((bytes) => guard(bytes))
  let members = 1
  gunzip.onmember = () => {
    members += 1
  }
  const broken = await pushAll(blob, 'gzip', gunzip, stored).catch((error: unknown) => {
    if (members > 1 || !(error instanceof ProblemError)) throw error
    return error
  })
  if (members > 1) return
  // One member alone, so the browser refused its bytes; fflate does not look at checksums.
  if (broken?.problem.kind === 'compression-broken') throw broken
  throw new ProblemError({ kind: 'compression-broken', compression: 'gzip', reason: 'corrupt' })
}

/** Tries the browser's gunzip; false when it stopped at something that another may read. */
async function ownGunzip(
  blob: Blob,
  stored: (bytes: Uint8Array) => void,
  guard: (bytes: Uint8Array) => void,
): Promise<boolean> {
  const stream = new DecompressionStream('gzip')
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  let feeding: unknown = null
  const feed = (async () => {
    for await (const bytes of slices(blob)) {
      await writer.ready
      stored(bytes)
      await writer.write(bytes)
    }
    await writer.close()
  })().catch((error: unknown) => {
    feeding = error
    return writer.abort(error).catch(() => {})
  })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      guard(value)
    }
    await feed
    return true
  } catch (error) {
    await reader.cancel(error).catch(() => {})
    await feed
    // Ours, the reader's or the file's; a TypeError is the decompressor's own.
    for (const each of [error, feeding]) {
      if (each !== null && !(each instanceof TypeError)) throw each
    }
    return false
  }
}

/** Pushes a blob through a decompressor written in JavaScript. */
async function pushAll(
  blob: Blob,
  compression: 'gzip' | 'zstd',
  decompressor: { push(bytes: Uint8Array, final?: boolean): void },
  stored: (bytes: Uint8Array) => void,
): Promise<void> {
  let left = blob.size
  for await (const bytes of slices(blob)) {
    left -= bytes.length
    stored(bytes)
    try {
      decompressor.push(bytes, left === 0)
    } catch (error) {
      if (error instanceof ProblemError) throw error
      const reason = reasonOf(error)
      throw new ProblemError({ kind: 'compression-broken', compression, reason }, { cause: error })
    }
  }
  if (blob.size === 0) {
    throw new ProblemError({ kind: 'compression-broken', compression, reason: 'truncated' })
  }
}

// fzstd's codes: 0 invalid data, 1 window too large, 5 unexpected EOF. fflate's: 0 unexpected EOF.
function reasonOf(error: unknown): CompressionReason {
  const { message } = error as { message?: string }
  if (message === 'unexpected EOF') return 'truncated'
  if (message?.includes('indow')) return 'window'
  return 'corrupt'
}

async function* slices(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += READ) {
    const part = new Uint8Array(await blob.slice(at, at + READ).arrayBuffer())
    for (let from = 0; from < part.length; from += SLICE) yield part.subarray(from, from + SLICE)
  }
}

/** Bytes read at once: each read is a message to the browser's own process. */
const READ = 1024 * 1024
