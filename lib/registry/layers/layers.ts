import { type Digest, digestAlgorithm, isRegisteredAlgorithm } from '../../oci/digest.ts'
import type { EndLine } from '../../oci/layer-entry.ts'
import { promisedDigest, TocError } from '../../oci/layer-toc.ts'
import { mediaTypeFacts } from '../../oci/media-type.ts'
import { ProblemError } from '../../oci/problem.ts'
import type { Blobs } from '../blobs.ts'
import type { Shelf } from '../cache.ts'
import { createFlights } from '../flights.ts'
import type { Named } from '../named.ts'
import type { Recorder } from '../recorder.ts'
import { type Place, type Reader, readable, shelfOf, type Workshop } from '../work.ts'
import { type EntryFile, readEntryFile } from './entry-file.ts'
import { createListing, keptListing, type Listing } from './listing.ts'
import {
  fromBytes,
  fromFile,
  type LayerSource,
  type PartSource,
  partOfBytes,
  partOfFile,
} from './source.ts'
import { streamListing } from './stream.ts'
import { withToc } from './toc.ts'
import { readTocFile } from './toc-file.ts'
import { createUpstreamLayers, type Wanted } from './upstream-layer.ts'
import { createListingWriter, type Subject } from './write.ts'

/** A layer of an image recorded with this site: its bytes, or only what was in them. */
export type SampleLayer = Pick<Named, 'urls' | 'toc'> & { name: string; mediaType: string } & (
    | { bytes: Uint8Array }
    | { listing: RecordedListing; omitted: ProblemError }
  )

/** A listing that was kept where the bytes were not. */
export type RecordedListing = {
  path: string
  /** of the lines before the last, bytes */
  size: number
  end: EndLine
  /** ISO 8601, UTC */
  observedAt: string
}

/** How a listing is wanted. */
export type Listed = {
  /** what the unpacked bytes should hash to */
  diffId: Digest | null
  /** all bytes are read and hashed, even where a table of contents would do */
  whole: boolean
}

export type Layers = {
  /**
   * The entries of a layer, line by line as they are found; ends with an `end` or a `problem` line.
   *
   * From the layer's table of contents where it has one that verifies and is not kept here; else from all
   * its bytes.
   *
   * @throws ProblemError before the first line: `blob-not-named`, `layer-foreign`, `not-a-layer`,
   *   `digest-unverifiable`, `live-off`, `visitor-limited`, …
   */
  listLayer(
    place: Place,
    digest: Digest,
    listed: Listed,
    reader: Reader,
  ): Promise<{ stream: ReadableStream<Uint8Array>; private: boolean }>
  listSampleLayer(
    layer: SampleLayer,
    digest: Digest,
    listed: Listed,
    reader: Reader,
  ): Promise<ReadableStream<Uint8Array>>
  /**
   * The bytes of one file in a layer, once the whole layer is verified. No link is followed.
   *
   * @throws ProblemError also `entry-unknown`, `entry-not-file`, `too-large`
   */
  layerFile(
    place: Place,
    digest: Digest,
    index: number,
    reader: Reader,
  ): Promise<EntryFile & { private: boolean }>
  sampleLayerFile(layer: SampleLayer, digest: Digest, index: number): Promise<EntryFile>
}

type Kept = Wanted & { shelf: Shelf }

type Job = Subject & {
  /** equal keys are done once */
  key: string
  /** @param fill takes all bytes, and a way to parts where that is less than all */
  work: (
    fill: (source: LayerSource, part: PartSource | null) => Promise<void>,
    abandoned: AbortSignal,
  ) => Promise<void>
  admit: () => Promise<void>
}

type FileAsk = { index: number; byToc: boolean; named: Named; digest: Digest }

export function createLayers(workshop: Workshop, blobs: Blobs): Layers {
  const { registries, identities, settings, store, cache, visitors } = workshop
  const limits = workshop.limits.layer
  const listings = createFlights<Listing, void>()
  const files = createFlights<never, EntryFile>()
  const fromUpstream = createUpstreamLayers(workshop)
  const write = createListingWriter(cache, limits)

  async function wantedLayer(place: Place, digest: Digest): Promise<Kept> {
    const { registry, repository } = place
    registries.find(registry)
    const identity = identities.of(registry, repository)
    for (const whose of readable(workshop, place)) {
      const named = await store.named(shelfOf(place, whose), digest)
      if (!named) continue
      refuseOthers(digest, named)
      return { place, digest, named, identity, shelf: shelfOf(place, identity) }
    }
    const shown = `${registry}/${repository}`
    throw new ProblemError({ kind: 'blob-not-named', digest, repository: shown })
  }

  const keyOf = ({ place, digest, identity }: Kept) =>
    [place.registry, place.repository, identity.id, digest].join(' ')

  async function open(job: Job, diffId: Digest | null, reader: Reader) {
    const { shelf, digest } = job
    const { stall } = limits
    const kept = await cache.find(shelf, 'listings', digest)
    if (kept?.end && (kept.end.method === 'stream' || isGood(kept.end, job))) {
      const listing = await keptListing(kept.path, kept.size, kept.end)
      return streamListing({
        listing,
        diffId,
        stall,
        signal: reader.signal,
        onLeave: listing.join(),
      })
    }
    const left = new AbortController()
    const signal = AbortSignal.any([reader.signal, left.signal])
    const { listing, leave } = await new Promise<{ listing: Listing; leave: () => void }>(
      (resolve, reject) => {
        const start = async (emit: (listing: Listing) => void, abandoned: AbortSignal) => {
          const draft = await cache.draft()
          const growing = await createListing(draft, limits.listing)
          const leave = growing.join()
          emit(growing)
          try {
            await job.work((source, part) => write(growing, draft, job, source, part), abandoned)
          } finally {
            // Until the flight is off the list, readers may still join.
            setImmediate(leave)
          }
        }
        const onEvent = (listing: Listing) => resolve({ listing, leave: listing.join() })
        listings.join(job.key, { signal, onEvent }, start, job.admit).catch(reject)
      },
    )
    const onLeave = () => {
      leave()
      left.abort()
    }
    return streamListing({ listing, diffId, stall, signal: reader.signal, onLeave })
  }

  /** An index is a place in the listing on show: the archive's, or its table of contents'. */
  async function isListedByToc(
    { shelf, digest, named }: Pick<Kept, 'shelf' | 'digest' | 'named'>,
    stored: boolean,
  ): Promise<boolean> {
    if (!named.toc) return false
    const kept = await cache.find(shelf, 'listings', digest)
    if (!kept?.end) return !stored
    return kept.end.method === 'toc' && isGood(kept.end, { named, whole: false })
  }

  /** @param verified the source was, so reading may stop behind the file */
  async function readFile(
    { index, byToc, named, digest }: FileAsk,
    source: LayerSource,
    part: PartSource,
    verified: boolean,
  ): Promise<EntryFile> {
    if (byToc) {
      try {
        return await withToc({ cache, limits, part }, named, (toc) => readTocFile(toc, part, index))
      } catch (error) {
        if (!(error instanceof TocError)) throw error
      }
    }
    return readEntryFile({ source, digest, index, limits, verified })
  }

  async function streamRecorded(recorded: RecordedListing, diffId: Digest | null, reader: Reader) {
    const { path, size, observedAt } = recorded
    const listing = await keptListing(path, size, { ...recorded.end, recordedAt: observedAt })
    const { signal } = reader
    return streamListing({ listing, diffId, stall: limits.stall, signal, onLeave: listing.join() })
  }

  return {
    async listLayer(place, digest, { diffId, whole }, reader) {
      const wanted = await wantedLayer(place, digest)
      const { shelf, named } = wanted
      const host = place.registry
      const job: Job = {
        ...{ key: `upstream ${keyOf(wanted)} ${whole}`, shelf, digest, named, whole },
        async admit() {
          if (await store.blob(shelf, digest)) return
          if (!settings.live) throw new ProblemError({ kind: 'live-off', registry: host })
          await visitors.admit(reader.visitor)
        },
        async work(fill, abandoned) {
          const stored = await store.blob(shelf, digest)
          // What is here anyway is read whole: that proves more.
          if (stored) return fill(fromFile(stored.path), null)
          const work = (recorder: Recorder, signal: AbortSignal) =>
            fromUpstream(wanted, { visitor: reader.visitor, recorder, signal }, fill)
          await workshop.perform({ host, limit: limits.total, work }, () => {}, abandoned)
        },
      }
      const stream = await open(job, diffId, reader)
      return { stream, private: identities.isPrivate(place.registry, place.repository) }
    },

    async listSampleLayer(layer, digest, { diffId, whole }, reader) {
      const { name } = layer
      const named = namedOf(layer)
      refuseOthers(digest, named)
      if ('listing' in layer) return streamRecorded(layer.listing, diffId, reader)
      const { bytes } = layer
      const job: Job = {
        ...{ key: `sample ${name} ${digest} ${whole}`, digest, named, whole },
        shelf: sampleShelf(layer, whole),
        work: (fill) => fill(fromBytes(bytes), partOfBytes(bytes)),
        admit: async () => {},
      }
      return open(job, diffId, reader)
    },

    async layerFile(place, digest, index, reader) {
      const wanted = await wantedLayer(place, digest)
      const { named, shelf } = wanted
      const isPrivate = identities.isPrivate(place.registry, place.repository)
      const isSmall = named.size !== null && named.size <= settings.mirrorMaxBlob
      let stored = await store.blob(shelf, digest)
      const byToc = await isListedByToc(wanted, stored !== null)
      const ask = { index, byToc, named, digest }
      // A small layer is kept whole, so that the next file costs nothing.
      if (!stored && isSmall && !byToc) stored = await blobs.blob(place, digest, reader)
      if (stored) {
        const { path } = stored
        const file = await readFile(ask, fromFile(path), partOfFile(path), true)
        return { ...file, private: isPrivate }
      }
      const host = place.registry
      const file = await files.join(
        `${keyOf(wanted)} ${index} ${byToc}`,
        { signal: reader.signal },
        (_, abandoned) => {
          const work = (recorder: Recorder, signal: AbortSignal) => {
            const { visitor } = reader
            return fromUpstream(wanted, { visitor, recorder, signal }, (source, part) =>
              readFile(ask, source, part, false),
            )
          }
          return workshop.perform({ host, limit: limits.total, work }, () => {}, abandoned)
        },
        async () => {
          if (!settings.live) throw new ProblemError({ kind: 'live-off', registry: host })
          await visitors.admit(reader.visitor)
        },
      )
      return { ...file, private: isPrivate }
    },

    async sampleLayerFile(layer, digest, index) {
      const named = namedOf(layer)
      refuseOthers(digest, named)
      if ('listing' in layer) throw layer.omitted
      const { bytes } = layer
      const shelf = sampleShelf(layer, false)
      const byToc = await isListedByToc({ shelf, digest, named }, false)
      return readFile({ index, byToc, named, digest }, fromBytes(bytes), partOfBytes(bytes), true)
    },
  }
}

/** A sample shows what it is kept for, even when someone had all of it read before. */
function sampleShelf({ name }: SampleLayer, whole: boolean): Shelf {
  return { registry: 'samples', repository: name, identity: whole ? 'recorded whole' : 'recorded' }
}

const NO_LAYERS = new Set(['config', 'index', 'manifest', 'schema1', 'empty', 'attestation'])

/** What has no entries, or may not be fetched. */
function refuseOthers(digest: Digest, { mediaType, role, urls = [] }: Named): void {
  const algorithm = digestAlgorithm(digest)
  if (!isRegisteredAlgorithm(algorithm)) {
    throw new ProblemError({ kind: 'digest-unverifiable', algorithm })
  }
  // A layer of schema 1 has no media type.
  if (mediaType === null) return
  const facts = mediaTypeFacts(mediaType)
  if (!facts.distributable) throw new ProblemError({ kind: 'layer-foreign', mediaType, urls })
  if (role === 'config' || NO_LAYERS.has(facts.class)) {
    throw new ProblemError({ kind: 'not-a-layer', mediaType })
  }
  const [, suffix = ''] = mediaType.split('.tar+')
  if (suffix.endsWith('encrypted')) {
    throw new ProblemError({ kind: 'compression-unsupported', compression: suffix })
  }
}

function namedOf(layer: SampleLayer): Named {
  const { mediaType, urls, toc } = layer
  const size = 'bytes' in layer ? layer.bytes.length : null
  const more = { ...(urls ? { urls } : {}), ...(toc ? { toc } : {}) }
  return { mediaType, size, role: 'other', ...more }
}

/** Whether a listing from a table of contents still is what the manifests promise. */
function isGood({ toc }: EndLine, { named, whole }: Pick<Subject, 'named' | 'whole'>): boolean {
  if (whole || !named.toc || !toc?.digest) return false
  return promisedDigest(named.toc) === toc.digest
}
