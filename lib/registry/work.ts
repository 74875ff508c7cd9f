import type { LookupFunction } from 'node:net'
import type { Exchange } from '../oci/conversation.ts'
import { type Digest, isDigest } from '../oci/digest.ts'
import { ProblemError } from '../oci/problem.ts'
import type { Settings } from '../settings.mjs'
import { type Cache, createCache, type Shelf, type Stored } from './cache.ts'
import { createFlights } from './flights.ts'
import { ANONYMOUS, createIdentities, type Identities, type Identity } from './identity.ts'
import type { Limits } from './limits.ts'
import type { List } from './list.ts'
import type { Head } from './manifest.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { createRegistries, type Registries } from './registries.ts'
import { createStore, type Store, type StoredManifest } from './store.ts'
import { createTokenStore } from './token.ts'
import { createTransport } from './transport.ts'
import { createUpstream, type Upstream } from './upstream.ts'
import { createVisitors, type Visitors } from './visitors.ts'

/** Who asks, and until when. */
export type Reader = {
  /** whom the limits count */
  visitor: string
  signal: AbortSignal
  /** hears of every exchange as it ends, those before it came included */
  onExchange?: (exchange: Exchange) => void
}

/** A repository on some registry. */
export type Place = { registry: string; repository: string }

/** What a tag was when we last asked. */
export type Tag = { head: Head; at: number; exchanges: Exchange[] }

/** What a piece of upstream work ends with. */
export type Landed =
  | { kind: 'manifest'; manifest: StoredManifest; tag: Tag | null }
  | { kind: 'head'; head: (Head & { size: number }) | null; at: number }
  | { kind: 'blob'; stored: Stored }
  | { kind: 'size'; size: number | null }
  | { kind: 'list'; kept: { list: List; at: number; exchanges: Exchange[] } }

export type Work<T> = (recorder: Recorder, signal: AbortSignal) => Promise<T>

export type Piece<Kind extends Landed['kind']> = {
  /** equal keys are done once */
  key: string
  /** named when it takes too long */
  host: string
  /** milliseconds in all */
  limit: number
  work: Work<Extract<Landed, { kind: Kind }>>
}

/** What manifests and blobs are fetched with. */
export type Workshop = {
  settings: Settings
  limits: Limits
  registries: Registries
  identities: Identities
  upstream: Upstream
  cache: Cache
  store: Store
  visitors: Visitors
  /**
   * Does a piece of upstream work, shared with whoever asks for the same; charged to whoever starts it.
   *
   * @throws ProblemError `live-off`, `visitor-limited`, `timeout`, `conversation-cut` and what the work throws
   */
  share<Kind extends Landed['kind']>(
    piece: Piece<Kind>,
    reader: Reader,
  ): Promise<Extract<Landed, { kind: Kind }>>
  /**
   * Does a piece of upstream work for whoever brings its own sharing.
   *
   * @param abandoned fires when nobody listens any more
   * @throws ProblemError `timeout` and what the work throws
   */
  perform<T>(
    piece: { host: string; limit: number; work: Work<T> },
    tell: (exchange: Exchange) => void,
    abandoned: AbortSignal,
  ): Promise<T>
  close(): Promise<void>
}

export function createWorkshop(
  settings: Settings,
  limits: Limits,
  lookup: LookupFunction | undefined,
): Workshop {
  const registries = createRegistries(settings)
  const cache = createCache(settings.cacheDir, settings.cacheMaxBytes)
  const visitors = createVisitors(limits, settings)
  const transport = createTransport({ settings, limits, ...(lookup ? { lookup } : {}) })
  const contact = settings.userAgentContact ? ` (+${settings.userAgentContact})` : ''
  const userAgent = `below-the-kubelet/0.1${contact}`
  const tokens = createTokenStore()
  const flights = createFlights<Exchange, Landed>()

  const perform: Workshop['perform'] = async ({ host, limit, work }, tell, abandoned) => {
    const total = new AbortController()
    const problem = { kind: 'timeout', host, phase: 'total', limit } as const
    const clock = setTimeout(() => total.abort(new ProblemError(problem)), limit)
    try {
      const either = AbortSignal.any([abandoned, total.signal])
      return await work(createRecorder(transport, tell), either)
    } finally {
      clearTimeout(clock)
    }
  }

  return {
    ...{ settings, limits, registries, cache, visitors, perform },
    identities: createIdentities(settings),
    store: createStore(cache),
    upstream: createUpstream({ registries, tokens, limits, userAgent }),

    async share({ key, host, limit, work }, { signal, onExchange, visitor }) {
      if (!settings.live) throw new ProblemError({ kind: 'live-off', registry: host })
      const landed = await flights.join(
        key,
        { signal, ...(onExchange ? { onEvent: onExchange } : {}) },
        (tell, abandoned) => perform({ host, limit, work }, tell, abandoned),
        () => visitors.admit(visitor),
      )
      // Equal keys name equal work, so what landed is of its kind.
      return landed as Awaited<ReturnType<typeof work>>
    },

    close: () => transport.close(),
  }
}

/** The shelf of a repository for one identity. */
export function shelfOf({ registry, repository }: Place, { id }: Identity): Shelf {
  return { registry, repository, identity: id }
}

/**
 * Whose shelves may be read for a repository, best first.
 *
 * What a stranger saw anyone may see; what the account saw, only while the account may be used.
 */
export function readable({ identities }: Workshop, place: Place): Identity[] {
  const identity = identities.of(place.registry, place.repository)
  return identity === ANONYMOUS ? [ANONYMOUS] : [identity, ANONYMOUS]
}

/** The reference as a person writes it. */
export function formatPlace({ registry, repository }: Place, reference: string | Digest): string {
  return `${registry}/${repository}${isDigest(reference) ? '@' : ':'}${reference}`
}
