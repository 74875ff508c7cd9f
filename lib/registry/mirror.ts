import type { LookupFunction } from 'node:net'
import { LRUCache } from 'lru-cache'
import type { Exchange } from '../oci/conversation.ts'
import { type Digest, digestAlgorithm, isDigest, isRegisteredAlgorithm } from '../oci/digest.ts'
import { type Problem, ProblemError, problemOf } from '../oci/problem.ts'
import type { Settings } from '../settings.mjs'
import { getBlob, headBlob, type WantedBlob } from './blob.ts'
import { createCache, type Shelf, type Stored } from './cache.ts'
import { createFlights } from './flights.ts'
import { ANONYMOUS, createIdentities, type Identity } from './identity.ts'
import { LIMITS, type Limits } from './limits.ts'
import { getManifest, type Head, headManifest, type Wanted } from './manifest.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { createRegistries, type Registries, type Registry } from './registries.ts'
import { createStore, type StoredManifest } from './store.ts'
import { createTokenStore } from './token.ts'
import { createTransport } from './transport.ts'
import { createUpstream } from './upstream.ts'
import { createVisitors } from './visitors.ts'

/** Who asks, and until when. */
export type Reader = {
  /** whom the limits count */
  visitor: string
  signal: AbortSignal
  /** hears of every exchange as it ends, those before it came included */
  onExchange?: (exchange: Exchange) => void
}

/** An image on some registry. */
export type Place = { registry: string; repository: string }

/** A verified manifest or index, and how fresh the answer is. */
export type Resolution = {
  manifest: StoredManifest
  source: 'live' | 'cache'
  /** ISO 8601, UTC: when the registry said that the reference is this manifest */
  observedAt: string
  /** how it was found out; told to `onExchange` already when the source is live */
  exchanges: Exchange[]
  /** the registry could not be asked again, so this may be out of date: why */
  stale: Problem | null
  /** readers see it only because the operator opened the repository */
  private: boolean
}

/** What a HEAD of a manifest answers. */
export type HeadResolution = Pick<Resolution, 'observedAt' | 'stale' | 'private'> & {
  mediaType: string
  digest: Digest
  size: number
}

export type Mirror = {
  /**
   * @param reference tag or digest
   * @throws ProblemError
   */
  manifest(place: Place, reference: string, reader: Reader): Promise<Resolution>
  headManifest(place: Place, reference: string, reader: Reader): Promise<HeadResolution>
  /** @throws ProblemError `blob-not-named`, `too-large` and those of fetching */
  blob(place: Place, digest: Digest, reader: Reader): Promise<Stored & { private: boolean }>
  headBlob(
    place: Place,
    digest: Digest,
    reader: Reader,
  ): Promise<{ size: number; private: boolean }>
  registries: Registries
  close(): Promise<void>
}

export type MirrorOptions = {
  limits?: Limits
  /** tests give names addresses of their own */
  lookup?: LookupFunction
}

/** What a tag was when we last asked. */
type Tag = { head: Head; at: number; exchanges: Exchange[] }

type Landed =
  | { kind: 'manifest'; manifest: StoredManifest; tag: Tag | null }
  | { kind: 'head'; head: Head & { size: number }; at: number }
  | { kind: 'blob'; stored: Stored }
  | { kind: 'size'; size: number | null }

/** Failures of the way there; after them an older answer is better than none. */
const PASSING = new Set<Problem['kind']>([
  'offline',
  'live-off',
  'timeout',
  'rate-limited',
  'truncated',
  'visitor-limited',
])

/** The registry that this site is: everything its routes can ask for. */
export function createMirror(settings: Settings, options: MirrorOptions = {}): Mirror {
  const limits = options.limits ?? LIMITS
  const registries = createRegistries(settings)
  const identities = createIdentities(settings)
  const cache = createCache(settings.cacheDir, settings.cacheMaxBytes)
  const store = createStore(cache)
  const visitors = createVisitors(limits, settings)
  const { lookup } = options
  const transport = createTransport({ settings, limits, ...(lookup ? { lookup } : {}) })
  const contact = settings.userAgentContact ? ` (+${settings.userAgentContact})` : ''
  const userAgent = `below-the-kubelet/0.1${contact}`
  const upstream = createUpstream({ registries, tokens: createTokenStore(), limits, userAgent })
  const flights = createFlights<Exchange, Landed>()
  const tags = new LRUCache<string, Tag>({ max: 20_000, ttl: limits.tagStale })

  /** Runs one piece of upstream work, shared with whoever asks for the same. */
  function fly(
    key: string,
    host: string,
    limit: number,
    reader: Reader,
    work: (recorder: Recorder, signal: AbortSignal) => Promise<Landed>,
  ): Promise<Landed> {
    if (!settings.live) throw new ProblemError({ kind: 'live-off', registry: host })
    const { signal, onExchange, visitor } = reader
    const listener = { signal, ...(onExchange ? { onEvent: onExchange } : {}) }
    return flights.join(
      key,
      listener,
      async (emit, abandoned) => {
        const total = new AbortController()
        const problem = { kind: 'timeout', host, phase: 'total', limit } as const
        const clock = setTimeout(() => total.abort(new ProblemError(problem)), limit)
        try {
          const recorder = createRecorder(transport, emit)
          return await work(recorder, AbortSignal.any([abandoned, total.signal]))
        } finally {
          clearTimeout(clock)
        }
      },
      () => visitors.admit(visitor),
    )
  }

  /** What is kept of a repository under the identity it may be asked as now, or as a stranger. */
  async function kept(place: Place, digest: Digest): Promise<StoredManifest | null> {
    const identity = identities.of(place.registry, place.repository)
    const own = await store.manifest(shelfOf(place, identity), digest)
    return (
      own ?? (identity === ANONYMOUS ? null : store.manifest(shelfOf(place, ANONYMOUS), digest))
    )
  }

  function tagKey(place: Place, reference: string): string {
    const identity = identities.of(place.registry, place.repository)
    return `${place.registry} ${place.repository} ${identity.id} ${reference}`
  }

  function freshTag(place: Place, reference: string): Tag | null {
    const tag = tags.get(tagKey(place, reference))
    return tag && Date.now() - tag.at < limits.tagFresh ? tag : null
  }

  async function manifest(place: Place, reference: string, reader: Reader): Promise<Resolution> {
    const registry = registries.find(place.registry)
    const shown = formatReference(place, reference)
    const isPrivate = identities.isPrivate(place.registry, place.repository)
    const fromCache = (manifest: StoredManifest, tag: Tag | null, stale: Problem | null) => ({
      ...{ manifest, source: 'cache' as const, stale, private: isPrivate },
      observedAt: tag ? new Date(tag.at).toISOString() : manifest.observedAt,
      exchanges: tag?.exchanges ?? manifest.exchanges,
    })
    if (isDigest(reference)) {
      const found = await kept(place, reference)
      if (found) return fromCache(found, null, null)
    } else {
      const tag = freshTag(place, reference)
      const found = tag && (await kept(place, tag.head.digest))
      if (found) return fromCache(found, tag, null)
    }
    const exchanges: Exchange[] = []
    const onExchange = (exchange: Exchange) => {
      exchanges.push(exchange)
      reader.onExchange?.(exchange)
    }
    try {
      const key = `manifest ${tagKey(place, reference)}`
      const listening = { ...reader, onExchange }
      const landed = await fly(key, registry.name, limits.exchange, listening, (recorder, signal) =>
        resolve(registry, place, reference, shown, recorder, signal),
      )
      if (landed.kind !== 'manifest') throw new ProblemError({ kind: 'internal' })
      const { manifest, tag } = landed
      const at = tag ? new Date(tag.at).toISOString() : manifest.observedAt
      // Nobody was asked when an equal question had just been answered.
      const source = exchanges.length > 0 ? 'live' : 'cache'
      if (source === 'cache') return fromCache(manifest, tag, null)
      return { manifest, source, observedAt: at, exchanges, stale: null, private: isPrivate }
    } catch (error) {
      const problem = problemOf(error)
      const tag = tags.get(tagKey(place, reference))
      const found = PASSING.has(problem.kind) && tag ? await kept(place, tag.head.digest) : null
      if (!found || !tag) throw error
      return fromCache(found, tag, problem)
    }
  }

  /** Tag → HEAD, then by digest from the cache or the registry. */
  async function resolve(
    registry: Registry,
    place: Place,
    reference: string,
    shown: string,
    recorder: Recorder,
    signal: AbortSignal,
  ): Promise<Landed> {
    const { exchanges } = recorder
    const means = { upstream, recorder, limits, signal }
    let wanted: Wanted = {
      ...{ registry, repository: place.repository, reference, shown },
      identity: identities.of(place.registry, place.repository),
    }
    // Another flight may have landed between our look into the cache and now.
    const known = isDigest(reference) ? null : freshTag(place, reference)
    const unproved = wanted.identity === ANONYMOUS && hasAccount(place)
    let head: Head | null = known?.head ?? null
    if (!head && (!isDigest(reference) || unproved)) {
      head = await headManifest(wanted, means)
      if (head && unproved) {
        identities.markPublic(place.registry, place.repository)
        wanted = { ...wanted, identity: identities.of(place.registry, place.repository) }
      }
    }
    const digest = isDigest(reference) ? reference : head?.digest
    let manifest = digest ? await kept(place, digest) : null
    if (!manifest) {
      const fetched = await getManifest({ ...wanted, reference: digest ?? reference }, means).catch(
        (error) => {
          // Some registries know a tag in one region and its digest only in another.
          const unknown = problemOf(error).kind === 'not-found-or-private'
          if (!unknown || isDigest(reference) || digest === undefined) throw error
          return getManifest(wanted, means)
        },
      )
      await visitors.spend(fetched.bytes.byteLength)
      const size = fetched.bytes.byteLength
      manifest = { ...fetched, size, observedAt: new Date().toISOString(), exchanges }
      await store.keepManifest(shelfOf(place, wanted.identity), manifest)
    }
    if (isDigest(reference)) return { kind: 'manifest', manifest, tag: null }
    const { mediaType, size } = manifest
    const tag = known ?? {
      head: { mediaType, size, digest: manifest.digest },
      ...{ at: Date.now(), exchanges },
    }
    tags.set(tagKey(place, reference), tag)
    return { kind: 'manifest', manifest, tag }
  }

  function hasAccount({ registry }: Place): boolean {
    return settings.credentials.some((credential) => credential.registry === registry)
  }

  async function headOfManifest(
    place: Place,
    reference: string,
    reader: Reader,
  ): Promise<HeadResolution> {
    const registry = registries.find(place.registry)
    const shown = formatReference(place, reference)
    const tag = isDigest(reference) ? null : freshTag(place, reference)
    const digest = isDigest(reference) ? reference : tag?.head.digest
    const isPrivate = identities.isPrivate(place.registry, place.repository)
    if (!settings.live || (digest && (await kept(place, digest)))) return whole()
    const identity = identities.of(place.registry, place.repository)
    const key = `head ${tagKey(place, reference)}`
    const landed = await fly(
      key,
      registry.name,
      limits.exchange,
      reader,
      async (recorder, signal) => {
        const means = { upstream, recorder, limits, signal }
        const wanted = { registry, repository: place.repository, reference, identity, shown }
        const head = await headManifest(wanted, means)
        const size = head?.size ?? null
        if (!head || size === null) return { kind: 'size', size: null }
        return { kind: 'head', head: { ...head, size }, at: Date.now() }
      },
    ).catch((error) => {
      if (PASSING.has(problemOf(error).kind)) return null
      throw error
    })
    if (landed?.kind !== 'head') return whole()
    return {
      ...landed.head,
      observedAt: new Date(landed.at).toISOString(),
      stale: null,
      private: isPrivate,
    }

    // A registry that does not answer a HEAD fully: its GET has all there is to know.
    async function whole(): Promise<HeadResolution> {
      const { manifest: found, observedAt, stale } = await manifest(place, reference, reader)
      const { mediaType, digest, size } = found
      return { mediaType, digest, size, observedAt, stale, private: isPrivate }
    }
  }

  async function wantedBlob(place: Place, digest: Digest): Promise<WantedBlob> {
    const registry = registries.find(place.registry)
    const identity = identities.of(place.registry, place.repository)
    const { repository } = place
    if (!isRegisteredAlgorithm(digestAlgorithm(digest))) {
      throw new ProblemError({ kind: 'digest-unverifiable', algorithm: digestAlgorithm(digest) })
    }
    // A stranger's manifest may name what the account then fetches, never the other way round.
    for (const whose of identity === ANONYMOUS ? [ANONYMOUS] : [identity, ANONYMOUS]) {
      const named = await store.named(shelfOf(place, whose), digest)
      if (!named) continue
      const limit = Math.min(
        settings.mirrorMaxBlob,
        named.role === 'config' ? limits.config : Number.POSITIVE_INFINITY,
      )
      const shown = formatReference(place, digest)
      const shelf = shelfOf(place, identity)
      return { registry, repository, digest, named, identity, shelf, shown, limit }
    }
    const shown = `${place.registry}/${repository}`
    throw new ProblemError({ kind: 'blob-not-named', digest, repository: shown })
  }

  return {
    registries,
    manifest,
    headManifest: headOfManifest,

    async blob(place, digest, reader) {
      const wanted = await wantedBlob(place, digest)
      const isPrivate = identities.isPrivate(place.registry, place.repository)
      const found = await store.blob(wanted.shelf, digest)
      if (found) return { ...found, private: isPrivate }
      const { named, limit, registry, identity } = wanted
      if (named.size !== null && named.size > limit) {
        const what = named.role === 'config' ? 'config' : 'blob'
        throw new ProblemError({ kind: 'too-large', what, limit, size: named.size })
      }
      const key = `blob ${place.registry} ${place.repository} ${identity.id} ${digest}`
      const landed = await fly(
        key,
        registry.name,
        limits.blob,
        reader,
        async (recorder, signal) => {
          // Another flight may have landed between our look into the cache and now.
          const late = await store.blob(wanted.shelf, digest)
          const means = { upstream, recorder, cache, spend: visitors.spend, signal }
          return { kind: 'blob', stored: late ?? (await getBlob(wanted, means)) }
        },
      )
      if (landed.kind !== 'blob') throw new ProblemError({ kind: 'internal' })
      return { ...landed.stored, private: isPrivate }
    },

    async headBlob(place, digest, reader) {
      const wanted = await wantedBlob(place, digest)
      const isPrivate = identities.isPrivate(place.registry, place.repository)
      const found = await store.blob(wanted.shelf, digest)
      if (found) return { size: found.size, private: isPrivate }
      const key = `head blob ${place.registry} ${place.repository} ${wanted.identity.id} ${digest}`
      const { registry } = wanted
      const landed = await fly(
        key,
        registry.name,
        limits.exchange,
        reader,
        async (recorder, signal) => {
          const means = { upstream, recorder, cache, spend: visitors.spend, signal }
          return { kind: 'size', size: await headBlob(wanted, means) }
        },
      )
      if (landed.kind !== 'size' || landed.size === null) {
        throw new ProblemError({ kind: 'blob-not-named', digest, repository: wanted.shown })
      }
      return { size: landed.size, private: isPrivate }
    },

    close: () => transport.close(),
  }
}

function shelfOf({ registry, repository }: Place, { id }: Identity): Shelf {
  return { registry, repository, identity: id }
}

/** The reference as a person writes it. */
export function formatReference({ registry, repository }: Place, reference: string): string {
  return `${registry}/${repository}${isDigest(reference) ? '@' : ':'}${reference}`
}
