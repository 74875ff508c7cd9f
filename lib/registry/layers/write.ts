import { rm } from 'node:fs/promises'
import type { Digest } from '../../oci/digest.ts'
import type { EndLine, EntryLine, TocUse } from '../../oci/layer-entry.ts'
import { promisedDigest, TocError, type TocFailure, tocFormat } from '../../oci/layer-toc.ts'
import { problemOf } from '../../oci/problem.ts'
import { createTarReader } from '../../oci/tar.ts'
import type { TocEntry } from '../../oci/toc-reader.ts'
import { whiteoutOf } from '../../oci/whiteout.ts'
import type { Cache, Shelf } from '../cache.ts'
import type { LayerLimits } from '../limits.ts'
import type { Named } from '../named.ts'
import type { GrowingListing } from './listing.ts'
import type { LayerSource, PartSource } from './source.ts'
import { type Fetched, readToc, type Toc, withToc } from './toc.ts'
import { declaredCompression, unpackLayer } from './unpack.ts'

/** Which layer is listed, and where the listing is kept. */
export type Subject = { shelf: Shelf; digest: Digest; named: Named; whole: boolean }

/** Makes what writes listings. */
export function createListingWriter(cache: Cache, limits: LayerLimits) {
  return write

  /** Writes a listing to its end, whatever that is, and keeps it when it is whole. */
  async function write(
    listing: GrowingListing,
    draft: string,
    { shelf, digest, named, whole }: Subject,
    source: LayerSource,
    part: PartSource | null,
  ): Promise<void> {
    try {
      const contents = part && !whole ? await writeContents(listing, digest, named, part) : null
      const end = contents?.end ?? (await writeWhole(listing, digest, named, source))
      if (contents) end.toc = contents.use
      await listing.flush()
      const facts = { mediaType: 'application/x-ndjson', size: listing.written, exchanges: [], end }
      const observedAt = new Date().toISOString()
      await cache
        .keep(shelf, 'listings', digest, draft, { ...facts, observedAt })
        .catch((error) => {
          console.error('cache:', error)
        })
      listing.finish(end)
    } catch (error) {
      const problem = problemOf(error)
      if (problem.kind === 'internal') console.error('layers:', error)
      await listing.flush().catch(() => {})
      listing.finish({ type: 'problem', problem })
    } finally {
      await rm(draft, { force: true })
    }
  }

  async function writeWhole(
    listing: GrowingListing,
    digest: Digest,
    { mediaType }: Named,
    source: LayerSource,
  ): Promise<EndLine> {
    const tar = createTarReader({ onEntry: (entry) => listing.add(lineOf(entry)) })
    const onProgress = listing.progress
    const unpacked = await unpackLayer({ source, digest, limits, tar, onProgress })
    return {
      ...{ type: 'end', digest, digestVerified: true, diffIdVerified: null, ...unpacked },
      ...{ entries: tar.entries, trailing: tar.trailing, method: 'stream' },
      declared: declaredCompression(mediaType),
    }
  }

  /** From the table of contents that the manifest promises: null when it promises none. */
  async function writeContents(
    listing: GrowingListing,
    digest: Digest,
    named: Named,
    part: PartSource,
  ): Promise<{ use: TocUse; end: EndLine | null } | null> {
    const { toc: annotations, size } = named
    if (annotations === undefined) return null
    const promised = annotations && promisedDigest(annotations)
    const format = annotations && tocFormat(annotations)
    const fetched = { bytes: 0 }
    const use = (failure: TocFailure | null): TocUse => {
      return { format, digest: promised, fetched: fetched.bytes, size, failure }
    }
    try {
      const end = await withToc(
        { cache, limits, part },
        named,
        (toc) => writeEntries(listing, digest, named, toc, fetched),
        fetched,
      )
      return { use: use(null), end }
    } catch (error) {
      if (!(error instanceof TocError)) throw error
      return { use: use(error.reason), end: null }
    }
  }
}

async function writeEntries(
  listing: GrowingListing,
  digest: Digest,
  { mediaType }: Named,
  toc: Toc,
  fetched: Fetched,
): Promise<EndLine> {
  let [entries, unpacked] = [0, 0]
  await readToc(
    toc,
    (entry) => {
      entries += 1
      listing.add(lineOf(entry))
    },
    (piece) => {
      unpacked += piece.length
      return listing.progress(fetched.bytes, unpacked)
    },
  )
  return {
    ...{ type: 'end', digest, digestVerified: null, diffId: null, diffIdVerified: null },
    ...{ entries, compressed: fetched.bytes, unpacked, trailing: 0, method: 'toc' },
    compression: toc.promise.format === 'estargz' ? 'gzip' : 'zstd',
    declared: declaredCompression(mediaType),
    unproven: ['digest', 'diff-id', 'entries', 'files'],
  }
}

function lineOf(entry: TocEntry): EntryLine {
  const whiteout = whiteoutOf(entry.path)
  return { type: 'entry', ...entry, ...(whiteout ? { whiteout } : {}) }
}
