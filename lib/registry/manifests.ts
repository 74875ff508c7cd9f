import { LRUCache } from 'lru-cache'
import type { Exchange } from '../oci/conversation.ts'
import { type Digest, isDigest } from '../oci/digest.ts'
import { type Problem, problemOf } from '../oci/problem.ts'
import { ANONYMOUS } from './identity.ts'
import { getManifest, type Head, headManifest, type Wanted } from './manifest.ts'
import type { Recorder } from './recorder.ts'
import type { StoredManifest } from './store.ts'
import {
  formatPlace,
  type Place,
  type Reader,
  readable,
  shelfOf,
  type Tag,
  type Workshop,
} from './work.ts'

/** A verified manifest or index, and how fresh the answer is. */
export type Resolution = {
  manifest: StoredManifest
  source: 'live' | 'cache'
  /** ISO 8601, UTC: when the registry said that the reference is this manifest */
  observedAt: string
  /** how it was found out; `onExchange` has heard it already when the source is live */
  exchanges: Exchange[]
  /** the registry could not be asked again, so this may be out of date: why */
  stale: Problem | null
  /** readers see it only because the operator opened the repository */
  private: boolean
}

/** What a HEAD of a manifest answers. */
export type HeadResolution = Head &
  Pick<Resolution, 'observedAt' | 'stale' | 'private'> & { size: number }

export type Manifests = {
  /**
   * Tag → HEAD, then by digest: from the cache, or verified from the registry.
   *
   * @param reference tag or digest
   * @throws ProblemError
   */
  manifest(place: Place, reference: string, reader: Reader): Promise<Resolution>
  /** The same without the bytes; a HEAD stays one on its way upstream. */
  headManifest(place: Place, reference: string, reader: Reader): Promise<HeadResolution>
}

export function createManifests(workshop: Workshop): Manifests {
  const { registries, identities, limits, settings, store, upstream, visitors } = workshop
  const tags = new LRUCache<string, Tag>({ max: 20_000, ttl: limits.tagStale })

  async function kept(place: Place, digest: Digest): Promise<StoredManifest | null> {
    for (const identity of readable(workshop, place)) {
      const found = await store.manifest(shelfOf(place, identity), digest)
      if (found) return found
    }
    return null
  }

  function keyOf(place: Place, reference: string): string {
    const { id } = identities.of(place.registry, place.repository)
    return `${place.registry} ${place.repository} ${id} ${reference}`
  }

  function freshTag(place: Place, reference: string): Tag | null {
    const tag = isDigest(reference) ? null : tags.get(keyOf(place, reference))
    return tag && Date.now() - tag.at < limits.tagFresh ? tag : null
  }

  async function manifest(place: Place, reference: string, reader: Reader): Promise<Resolution> {
    const registry = registries.find(place.registry)
    const isPrivate = identities.isPrivate(place.registry, place.repository)
    const cached = (manifest: StoredManifest, tag: Tag | null, stale: Problem | null = null) => ({
      ...{ manifest, source: 'cache' as const, stale, private: isPrivate },
      observedAt: tag ? new Date(tag.at).toISOString() : manifest.observedAt,
      exchanges: tag?.exchanges ?? manifest.exchanges,
    })
    const fresh = freshTag(place, reference)
    const digest = isDigest(reference) ? reference : fresh?.head.digest
    const found = digest ? await kept(place, digest) : null
    if (found) return cached(found, fresh)

    const exchanges: Exchange[] = []
    const onExchange = (exchange: Exchange) => {
      exchanges.push(exchange)
      reader.onExchange?.(exchange)
    }
    const piece = {
      ...{ key: `manifest ${keyOf(place, reference)}`, host: registry.name },
      limit: limits.exchange,
      work: (recorder: Recorder, signal: AbortSignal) =>
        resolve(place, reference, recorder, signal),
    }
    try {
      const { manifest, tag } = await workshop.share(piece, { ...reader, onExchange })
      // Nobody was asked when an equal question had just been answered.
      if (exchanges.length === 0) return cached(manifest, tag)
      return { ...cached(manifest, tag), source: 'live', exchanges }
    } catch (error) {
      const problem = problemOf(error)
      const tag = tags.get(keyOf(place, reference))
      const last = tag && isPassing(problem) ? await kept(place, tag.head.digest) : null
      if (!tag || !last) throw error
      return cached(last, tag, problem)
    }
  }

  async function resolve(place: Place, reference: string, recorder: Recorder, signal: AbortSignal) {
    const { registry: name, repository } = place
    const means = { upstream, recorder, limits, signal }
    let wanted: Wanted = {
      ...{ registry: registries.find(name), repository, reference },
      ...{ identity: identities.of(name, repository), shown: formatPlace(place, reference) },
    }
    // Another flight may have landed between our look into the cache and now.
    const known = freshTag(place, reference)
    // The account may be used once the repository has answered a stranger.
    const unproved = wanted.identity === ANONYMOUS && identities.hasAccount(name)
    let head = known?.head ?? null
    if (!head && (!isDigest(reference) || unproved)) {
      head = await headManifest(wanted, means)
      if (head && unproved) {
        identities.markPublic(name, repository)
        wanted = { ...wanted, identity: identities.of(name, repository) }
      }
    }
    const digest = isDigest(reference) ? reference : head?.digest
    let manifest = digest ? await kept(place, digest) : null
    if (!manifest) {
      const fetched = await fetchManifest(wanted, digest)
      const size = fetched.bytes.byteLength
      await visitors.spend(size)
      const { exchanges } = recorder
      manifest = { ...fetched, size, observedAt: new Date().toISOString(), exchanges }
      await store.keepManifest(shelfOf(place, wanted.identity), manifest)
    }
    let tag: Tag | null = null
    if (!isDigest(reference)) {
      const { mediaType, size } = manifest
      const now = { head: { mediaType, size, digest: manifest.digest }, at: Date.now() }
      tag = known ?? { ...now, exchanges: recorder.exchanges }
      tags.set(keyOf(place, reference), tag)
    }
    return { kind: 'manifest' as const, manifest, tag }

    async function fetchManifest(wanted: Wanted, digest: Digest | undefined) {
      if (!digest || digest === reference) return getManifest(wanted, means)
      try {
        return await getManifest({ ...wanted, reference: digest }, means)
      } catch (error) {
        // registry.k8s.io knows some tags in a region that does not know their digest.
        if (problemOf(error).kind !== 'not-found-or-private') throw error
        return getManifest(wanted, means)
      }
    }
  }

  async function head(place: Place, reference: string, reader: Reader): Promise<HeadResolution> {
    const { registry: name, repository } = place
    const registry = registries.find(name)
    const fresh = freshTag(place, reference)
    const digest = isDigest(reference) ? reference : fresh?.head.digest
    if (!settings.live || (digest && (await kept(place, digest)))) return whole()
    const identity = identities.of(name, repository)
    const shown = formatPlace(place, reference)
    const piece = {
      ...{ key: `head ${keyOf(place, reference)}`, host: registry.name, limit: limits.exchange },
      work: async (recorder: Recorder, signal: AbortSignal) => {
        const wanted = { registry, repository, reference, identity, shown }
        const head = await headManifest(wanted, { upstream, recorder, limits, signal })
        const size = head?.size ?? null
        const told = head && size !== null ? { ...head, size } : null
        return { kind: 'head' as const, head: told, at: Date.now() }
      },
    }
    const landed = await workshop.share(piece, reader).catch((error) => {
      if (!isPassing(problemOf(error))) throw error
      return null
    })
    if (!landed?.head) return whole()
    const observedAt = new Date(landed.at).toISOString()
    const isPrivate = identities.isPrivate(name, repository)
    return { ...landed.head, observedAt, stale: null, private: isPrivate }

    // Where a HEAD says too little, or nobody can be asked, there is more to know by GET or from before.
    async function whole(): Promise<HeadResolution> {
      const { manifest: found, ...rest } = await manifest(place, reference, reader)
      const { mediaType, digest, size } = found
      return { mediaType, digest, size, ...rest }
    }
  }

  return { manifest, headManifest: head }
}

const PASSING: readonly Problem['kind'][] = [
  'offline',
  'live-off',
  'timeout',
  'rate-limited',
  'truncated',
  'visitor-limited',
]

/** Whether it is trouble on the way, after which an older answer is better than none. */
export function isPassing(problem: Problem): boolean {
  if (problem.kind === 'registry') return problem.status >= 500
  return PASSING.includes(problem.kind)
}
