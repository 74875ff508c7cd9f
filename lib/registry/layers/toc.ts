import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import zlib from 'node:zlib'
import { type Digest, digestAlgorithm } from '../../oci/digest.ts'
import {
  decodeEstargzFooter,
  ESTARGZ_FOOTER,
  ESTARGZ_TOC_NAME,
  TocError,
  type TocPromise,
  tocPromise,
} from '../../oci/layer-toc.ts'
import { ProblemError } from '../../oci/problem.ts'
import { createTarReader } from '../../oci/tar.ts'
import { createTocReader, type TocEntry } from '../../oci/toc-reader.ts'
import type { Cache } from '../cache.ts'
import { nodeHasher } from '../hash.ts'
import type { LayerLimits } from '../limits.ts'
import type { Named } from '../named.ts'
import type { PartSource, Take } from './source.ts'
import { WINDOW_LOG } from './unpack.ts'

export type WantedToc = {
  part: PartSource
  promise: TocPromise
  /** of the layer, bytes */
  size: number
  /** a path for the table as it is stored; whoever asks removes it */
  draft: string
  limits: LayerLimits
}

/** A table that is what the manifest promises, and that was read once from end to end. */
export type Toc = {
  draft: string
  promise: TocPromise
  limits: LayerLimits
  /** where it begins in the layer */
  offset: number
}

/** Stored bytes that were fetched so far; still right when it throws. */
export type Fetched = { bytes: number }

/**
 * Does something with the table of contents that a manifest promises, and leaves no draft behind.
 *
 * @throws TocError, ProblemError as `fetchToc`, and what the work throws
 */
export async function withToc<T>(
  means: { cache: Cache; limits: LayerLimits; part: PartSource },
  { toc: annotations, size }: Named,
  work: (toc: Toc) => Promise<T>,
  fetched: Fetched = { bytes: 0 },
): Promise<T> {
  if (!annotations) throw new TocError('conflict')
  const promise = tocPromise(annotations)
  if (!promise || size === null) throw new TocError('annotation')
  const draft = await means.cache.draft()
  try {
    return await work(await fetchToc({ ...means, promise, size, draft }, fetched))
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * Fetches a layer's table of contents and verifies it: nothing of it is told before all of it is known
 * to be good.
 *
 * @throws TocError
 * @throws ProblemError of the source
 */
export async function fetchToc(wanted: WantedToc, fetched: Fetched): Promise<Toc> {
  const { part, promise, size, draft, limits } = wanted
  const get = async (first: number, last: number, take: Take) => {
    let got = 0
    const whole = await part({ first, last }, async (chunk) => {
      got += chunk.length
      fetched.bytes += chunk.length
      await take(chunk)
    })
    if (!whole || got !== last - first + 1) throw new TocError('no-range')
  }
  const { offset, length } = await placeOf(promise, size, get)
  if (length > limits.toc) throw new TocError('limit')
  const stored = nodeHasher(digestAlgorithm(promise.digest))
  const file = await open(draft, 'wx')
  try {
    await get(offset, offset + length - 1, async (chunk) => {
      stored.update(chunk)
      await file.write(chunk)
    })
  } finally {
    await file.close()
  }
  // zstd:chunked hashes the table as it is stored, eStargz as it is unpacked.
  if (promise.format === 'zstd-chunked') expect(stored.digest(), promise.digest)
  const bare = nodeHasher(digestAlgorithm(promise.digest))
  const toc = { draft, promise, limits, offset }
  await readToc(
    toc,
    () => {},
    (piece) => bare.update(piece),
  )
  if (promise.format === 'estargz') expect(bare.digest(), promise.digest)
  return toc
}

function expect(got: Digest, want: Digest): void {
  if (got !== want) throw new TocError('digest')
}

async function placeOf(
  promise: TocPromise,
  size: number,
  get: (first: number, last: number, take: Take) => Promise<void>,
): Promise<{ offset: number; length: number }> {
  if (promise.format === 'zstd-chunked') {
    const { offset, length } = promise
    if (length === 0 || offset + length > size) throw new TocError('annotation')
    return { offset, length }
  }
  if (size <= ESTARGZ_FOOTER) throw new TocError('footer')
  const footer = Buffer.alloc(ESTARGZ_FOOTER)
  let filled = 0
  await get(size - ESTARGZ_FOOTER, size - 1, (chunk) => {
    footer.set(chunk.subarray(0, ESTARGZ_FOOTER - filled), filled)
    filled += chunk.length
  })
  const offset = decodeEstargzFooter(footer)
  const length = size - ESTARGZ_FOOTER - offset
  if (length <= 0) throw new TocError('footer')
  return { offset, length }
}

/**
 * Tells the entries of a table from its start.
 *
 * @param onPiece after each piece of its JSON; waited for
 * @throws TocError
 */
export async function readToc(
  toc: Toc,
  onEntry: (entry: TocEntry, offset: number | null) => void,
  onPiece: Take = () => {},
): Promise<void> {
  const { promise } = toc
  const reader = createTocReader(onEntry)
  let length = 0
  const take = async (piece: Uint8Array) => {
    length += piece.length
    if (length > toc.limits.toc) throw new TocError('limit')
    reader.push(piece)
    await onPiece(piece)
  }
  await (promise.format === 'estargz' ? unpackEstargz(toc, take) : inflate(toc, take))
  if (promise.format === 'zstd-chunked' && length !== promise.unpacked) {
    throw new TocError('compression')
  }
  reader.end()
}

/** The table of eStargz is a file in a tar of its own: the last of the layer's archive. */
async function unpackEstargz(toc: Toc, take: Take): Promise<void> {
  const pieces: Uint8Array[] = []
  let found = false
  const tar = createTarReader({
    onEntry({ index, path, kind }) {
      found = index === 0 && path === ESTARGZ_TOC_NAME && kind === 'file'
      if (!found) throw new TocError('shape')
    },
    onBody(bytes) {
      pieces.push(bytes)
    },
  })
  await inflate(toc, async (piece) => {
    try {
      tar.push(piece)
    } catch (cause) {
      throw cause instanceof ProblemError ? new TocError('shape', { cause }) : cause
    }
    for (const body of pieces.splice(0)) await take(body)
  })
  if (!found || !tar.ended) throw new TocError('shape')
}

const PIECE = 64 * 2 ** 10

async function inflate({ draft, promise, limits }: Toc, take: Take): Promise<void> {
  const options = { chunkSize: PIECE }
  // Node.js 22.15 brought zstd.
  if (promise.format === 'zstd-chunked' && !('createZstdDecompress' in zlib)) {
    throw new ProblemError({ kind: 'compression-unsupported', compression: 'zstd' })
  }
  const stream =
    promise.format === 'estargz'
      ? zlib.createGunzip(options)
      : zlib.createZstdDecompress({
          ...options,
          params: { [zlib.constants.ZSTD_d_windowLogMax]: WINDOW_LOG },
        })
  let unpacked = 0
  const file = createReadStream(draft, { highWaterMark: PIECE })
  file.on('error', (error) => stream.destroy(error))
  try {
    for await (const piece of file.pipe(stream) as AsyncIterable<Uint8Array>) {
      unpacked += piece.length
      // Its tar adds a header and padding.
      if (unpacked > limits.toc + PIECE) throw new TocError('limit')
      await take(piece)
    }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (!/^(?:Z_|ZSTD_)/.test(code)) throw error
    throw new TocError('compression', { cause: error })
  } finally {
    file.destroy()
    stream.destroy()
  }
}
