import { LRUCache } from 'lru-cache'
import type { Exchange } from '../oci/conversation.ts'
import type { Digest } from '../oci/digest.ts'
import { type Problem, problemOf } from '../oci/problem.ts'
import { getReferrers, getTags, type List, type WantedList } from './list.ts'
import { isPassing } from './manifests.ts'
import { type PageQuery, tagsQuery } from './page-query.ts'
import type { Recorder } from './recorder.ts'
import { type Place, type Reader, readable, type Workshop } from './work.ts'

/** One page of a registry's list, and how fresh it is. */
export type ListAnswer = List & {
  source: 'live' | 'cache'
  /** ISO 8601, UTC */
  observedAt: string
  exchanges: Exchange[]
  /** the registry could not be asked again, so this may be out of date: why */
  stale: Problem | null
  private: boolean
}

export type Lists = {
  /**
   * One page of a repository's tags.
   *
   * @throws ProblemError `link-refused`, `document-shape`, `json-syntax` and those of fetching
   */
  tags(place: Place, query: PageQuery, reader: Reader): Promise<ListAnswer>
  /**
   * One page of what refers to a manifest.
   *
   * @throws ProblemError `referrers-unsupported`, `media-type-refused` and those of `tags`
   */
  referrers(place: Place, subject: Digest, query: PageQuery, reader: Reader): Promise<ListAnswer>
}

type Kept = { list: List; at: number; exchanges: Exchange[] }

/** Bytes of pages in memory. */
const MEMORY = 64 * 2 ** 20

export function createLists(workshop: Workshop): Lists {
  const { registries, identities, limits, upstream, visitors } = workshop
  const pages = new LRUCache<string, Kept>({
    ...{ maxSize: MEMORY, ttl: limits.tagStale },
    sizeCalculation: ({ list }) => list.bytes.byteLength + 1024,
  })

  type Get = typeof getTags
  async function list(
    get: Get,
    place: Place,
    path: string,
    query: PageQuery,
    reader: Reader,
  ): Promise<ListAnswer> {
    const { registry: name, repository } = place
    const registry = registries.find(name)
    const identity = identities.of(name, repository)
    const isPrivate = identities.isPrivate(name, repository)
    const keyOf = (id: string) => [name, repository, id, path, query].join(' ')
    const key = keyOf(identity.id)
    const cached = ({ list, at, exchanges }: Kept, stale: Problem | null = null): ListAnswer => ({
      ...{ ...list, source: 'cache', exchanges, stale, private: isPrivate },
      observedAt: new Date(at).toISOString(),
    })
    const kept = () =>
      readable(workshop, place)
        .map(({ id }) => pages.get(keyOf(id)))
        .find((found) => found !== undefined)
    const fresh = () => {
      const found = kept()
      return found && Date.now() - found.at < limits.tagFresh ? found : null
    }
    const found = fresh()
    if (found) return cached(found)

    let heard = 0
    const onExchange = (exchange: Exchange) => {
      heard += 1
      reader.onExchange?.(exchange)
    }
    const piece = {
      ...{ key: `list ${key}`, host: registry.name, limit: limits.exchange },
      work: async (recorder: Recorder, signal: AbortSignal) => {
        // Another flight may have landed between our look into the cache and now.
        const late = fresh()
        if (late) return { kind: 'list' as const, kept: late }
        const wanted: WantedList = { registry, repository, identity, path, query }
        const list = await get(wanted, { upstream, recorder, limits, signal })
        await visitors.spend(list.bytes.byteLength)
        const kept = { list, at: Date.now(), exchanges: recorder.exchanges }
        pages.set(key, kept)
        return { kind: 'list' as const, kept }
      },
    }
    try {
      const landed = await workshop.share(piece, { ...reader, onExchange })
      const answer = cached(landed.kept)
      return heard === 0 ? answer : { ...answer, source: 'live' }
    } catch (error) {
      const problem = problemOf(error)
      const last = isPassing(problem) ? kept() : undefined
      if (!last) throw error
      return cached(last, problem)
    }
  }

  return {
    tags: (place, query, reader) => list(getTags, place, 'tags/list', tagsQuery(query), reader),
    referrers: (place, subject, query, reader) =>
      list(getReferrers, place, `referrers/${subject}`, query, reader),
  }
}
