import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type Digest, digestAlgorithm, isRegisteredAlgorithm } from '../../oci/digest.ts'
import type { EndLine } from '../../oci/layer-entry.ts'
import { mediaTypeFacts } from '../../oci/media-type.ts'
import { ProblemError, problemOf } from '../../oci/problem.ts'
import { createTarReader } from '../../oci/tar.ts'
import { whiteoutOf } from '../../oci/whiteout.ts'
import type { Blobs } from '../blobs.ts'
import type { Shelf } from '../cache.ts'
import { createFlights } from '../flights.ts'
import type { Identity } from '../identity.ts'
import type { Named } from '../named.ts'
import type { Recorder } from '../recorder.ts'
import { refusal } from '../refusal.ts'
import { formatPlace, type Place, type Reader, readable, shelfOf, type Workshop } from '../work.ts'
import { type EntryFile, readEntryFile } from './entry-file.ts'
import { createListing, type GrowingListing, keptListing, type Listing } from './listing.ts'
import { createPool } from './pool.ts'
import { streamListing } from './stream.ts'
import { declaredCompression, type LayerSource, unpackLayer } from './unpack.ts'

/** A layer of an image recorded with this site: its bytes, or only what was in them. */
export type SampleLayer = { name: string; mediaType: string; urls?: string[] } & (
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

export type Layers = {
  /**
   * The entries of a layer, line by line as they are found; ends with an `end` or a `problem` line.
   *
   * @param diffId what the unpacked bytes should hash to
   * @throws ProblemError before the first line: `blob-not-named`, `layer-foreign`, `not-a-layer`,
   *   `digest-unverifiable`, `live-off`, `visitor-limited`, …
   */
  listLayer(
    place: Place,
    digest: Digest,
    diffId: Digest | null,
    reader: Reader,
  ): Promise<{ stream: ReadableStream<Uint8Array>; private: boolean }>
  listSampleLayer(
    layer: SampleLayer,
    digest: Digest,
    diffId: Digest | null,
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

type Wanted = {
  place: Place
  digest: Digest
  named: Named
  identity: Identity
  shelf: Shelf
}

export function createLayers(workshop: Workshop, blobs: Blobs): Layers {
  const { registries, identities, settings, store, upstream, cache, visitors } = workshop
  const limits = workshop.limits.layer
  const listings = createFlights<Listing, void>()
  const files = createFlights<never, EntryFile>()
  const ofVisitor = createPool(limits.perVisitor, limits.waiting)
  const ofRegistry = createPool(limits.perRegistry, limits.waiting)

  async function wantedLayer(place: Place, digest: Digest): Promise<Wanted> {
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

  const keyOf = ({ place, digest, identity }: Wanted) =>
    [place.registry, place.repository, identity.id, digest].join(' ')

  /** The stored bytes from the registry, as one of few streams at once. */
  function fromUpstream(
    { place, digest, identity, named }: Wanted,
    visitor: string,
    recorder: Recorder,
    signal: AbortSignal,
  ): LayerSource {
    return async (take) => {
      const registry = registries.find(place.registry)
      const leaveVisitor = await ofVisitor.enter(visitor, signal)
      let leaveRegistry = () => {}
      try {
        leaveRegistry = await ofRegistry.enter(registry.name, signal)
        const { repository } = place
        const reference = formatPlace(place, digest)
        const question = {
          ...{ registry, repository, identity, reference, method: 'GET' as const },
          ...{ purpose: 'blob' as const, what: 'layer' as const, path: `blobs/${digest}` },
          limit: limits.compressed,
          sink: async (chunk: Uint8Array) => {
            await visitors.spend(chunk.byteLength)
            await take(chunk)
          },
        }
        const answer = await upstream.ask(question, recorder, signal)
        if (answer.status !== 200) throw refusal(answer, { registry: registry.name, reference })
        if (named.size !== null && named.size !== answer.bytes) {
          throw new ProblemError({ kind: 'size-mismatch', want: named.size, got: answer.bytes })
        }
      } finally {
        leaveRegistry()
        leaveVisitor()
      }
    }
  }

  /** Writes a listing to its end, whatever that is, and keeps it when it is whole. */
  async function write(
    listing: GrowingListing,
    draft: string,
    { shelf, digest, mediaType }: { shelf: Shelf; digest: Digest; mediaType: string | null },
    source: LayerSource,
  ): Promise<void> {
    const tar = createTarReader({
      onEntry(entry) {
        const whiteout = whiteoutOf(entry.path)
        listing.add({ type: 'entry', ...entry, ...(whiteout ? { whiteout } : {}) })
      },
    })
    try {
      const onProgress = listing.progress
      const unpacked = await unpackLayer({ source, digest, limits, tar, onProgress })
      await listing.flush()
      const end: EndLine = {
        ...{ type: 'end', digest, digestVerified: true, diffIdVerified: null, ...unpacked },
        ...{ entries: tar.entries, trailing: tar.trailing, method: 'stream' },
        declared: declaredCompression(mediaType),
      }
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

  type Job = {
    key: string
    shelf: Shelf
    digest: Digest
    mediaType: string | null
    work: (fill: (source: LayerSource) => Promise<void>, abandoned: AbortSignal) => Promise<void>
    admit: () => Promise<void>
  }

  async function open(job: Job, diffId: Digest | null, reader: Reader) {
    const { shelf, digest } = job
    const { stall } = limits
    const kept = await cache.find(shelf, 'listings', digest)
    if (kept?.end) {
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
            await job.work((source) => write(growing, draft, job, source), abandoned)
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

  async function streamRecorded(recorded: RecordedListing, diffId: Digest | null, reader: Reader) {
    const { path, size, observedAt } = recorded
    const listing = await keptListing(path, size, { ...recorded.end, recordedAt: observedAt })
    const { signal } = reader
    return streamListing({ listing, diffId, stall: limits.stall, signal, onLeave: listing.join() })
  }

  return {
    async listLayer(place, digest, diffId, reader) {
      const wanted = await wantedLayer(place, digest)
      const { shelf, named } = wanted
      const host = place.registry
      const job: Job = {
        ...{ key: `upstream ${keyOf(wanted)}`, shelf, digest, mediaType: named.mediaType },
        async admit() {
          if (await store.blob(shelf, digest)) return
          if (!settings.live) throw new ProblemError({ kind: 'live-off', registry: host })
          await visitors.admit(reader.visitor)
        },
        async work(fill, abandoned) {
          const stored = await store.blob(shelf, digest)
          if (stored) return fill(fromFile(stored.path))
          const work = (recorder: Recorder, signal: AbortSignal) =>
            fill(fromUpstream(wanted, reader.visitor, recorder, signal))
          await workshop.perform({ host, limit: limits.total, work }, () => {}, abandoned)
        },
      }
      const stream = await open(job, diffId, reader)
      return { stream, private: identities.isPrivate(place.registry, place.repository) }
    },

    async listSampleLayer(layer, digest, diffId, reader) {
      const { name, mediaType } = layer
      refuseOthers(digest, namedOf(layer))
      if ('listing' in layer) return streamRecorded(layer.listing, diffId, reader)
      const { bytes } = layer
      const job: Job = {
        ...{ key: `sample ${name} ${digest}`, digest, mediaType },
        shelf: { registry: 'samples', repository: name, identity: 'recorded' },
        work: (fill) => fill(fromBytes(bytes)),
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
      // A small layer is kept whole, so that the next file costs nothing.
      if (!stored && isSmall) stored = await blobs.blob(place, digest, reader)
      if (stored) {
        const source = fromFile(stored.path)
        const file = await readEntryFile({ source, digest, index, limits, verified: true })
        return { ...file, private: isPrivate }
      }
      const host = place.registry
      const file = await files.join(
        `${keyOf(wanted)} ${index}`,
        { signal: reader.signal },
        (_, abandoned) => {
          const work = (recorder: Recorder, signal: AbortSignal) => {
            const source = fromUpstream(wanted, reader.visitor, recorder, signal)
            return readEntryFile({ source, digest, index, limits, verified: false })
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
      refuseOthers(digest, namedOf(layer))
      if ('listing' in layer) throw layer.omitted
      const source = fromBytes(layer.bytes)
      return readEntryFile({ source, digest, index, limits, verified: true })
    },
  }
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

function namedOf({ mediaType, urls }: SampleLayer): Named {
  return { mediaType, size: null, role: 'other', ...(urls ? { urls } : {}) }
}

const PIECE = 256 * 2 ** 10

function fromFile(path: string): LayerSource {
  return async (take) => {
    for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) await take(chunk)
  }
}

function fromBytes(bytes: Uint8Array): LayerSource {
  return async (take) => {
    for (let at = 0; at < bytes.length; at += PIECE) await take(bytes.subarray(at, at + PIECE))
  }
}
