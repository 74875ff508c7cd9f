import { type Digest, digestAlgorithm, isRegisteredAlgorithm } from '../oci/digest.ts'
import { ProblemError } from '../oci/problem.ts'
import { getBlob, headBlob, type WantedBlob } from './blob.ts'
import type { Stored } from './cache.ts'
import type { Recorder } from './recorder.ts'
import { formatPlace, type Place, type Reader, readable, shelfOf, type Workshop } from './work.ts'

export type Blobs = {
  /**
   * A verified blob as a file, if a verified manifest of the repository names it.
   *
   * @throws ProblemError `blob-not-named`, `too-large`, `digest-unverifiable` and those of fetching
   */
  blob(place: Place, digest: Digest, reader: Reader): Promise<Stored & { private: boolean }>
  /** Its size; of a blob over the limit too. */
  headBlob(
    place: Place,
    digest: Digest,
    reader: Reader,
  ): Promise<{ size: number; private: boolean }>
}

export function createBlobs(workshop: Workshop): Blobs {
  const { registries, identities, limits, settings, store, upstream, cache, visitors } = workshop

  async function wantedBlob(place: Place, digest: Digest): Promise<WantedBlob> {
    const { registry: name, repository } = place
    const registry = registries.find(name)
    const algorithm = digestAlgorithm(digest)
    if (!isRegisteredAlgorithm(algorithm)) {
      throw new ProblemError({ kind: 'digest-unverifiable', algorithm })
    }
    const identity = identities.of(name, repository)
    const shelf = shelfOf(place, identity)
    for (const whose of readable(workshop, place)) {
      const named = await store.named(shelfOf(place, whose), digest)
      if (!named) continue
      const most = named.role === 'config' ? limits.config : Number.POSITIVE_INFINITY
      const limit = Math.min(settings.mirrorMaxBlob, most)
      const shown = formatPlace(place, digest)
      return { registry, repository, digest, named, identity, shelf, shown, limit }
    }
    const shown = `${name}/${repository}`
    throw new ProblemError({ kind: 'blob-not-named', digest, repository: shown })
  }

  const keyOf = ({ registry, repository, identity, digest }: WantedBlob) =>
    [registry.name, repository, identity.id, digest].join(' ')

  const meansOf = (recorder: Recorder, signal: AbortSignal) => ({
    ...{ upstream, recorder, cache, spend: visitors.spend, signal },
  })

  return {
    async blob(place, digest, reader) {
      const wanted = await wantedBlob(place, digest)
      const isPrivate = identities.isPrivate(place.registry, place.repository)
      const found = await store.blob(wanted.shelf, digest)
      if (found) return { ...found, private: isPrivate }
      const { named, limit, registry, shelf } = wanted
      if (named.size !== null && named.size > limit) {
        const what = named.role === 'config' ? 'config' : 'blob'
        throw new ProblemError({ kind: 'too-large', what, limit, size: named.size })
      }
      const piece = {
        ...{ key: `blob ${keyOf(wanted)}`, host: registry.name, limit: limits.blob },
        work: async (recorder: Recorder, signal: AbortSignal) => {
          // Another flight may have landed between our look into the cache and now.
          const late = await store.blob(shelf, digest)
          const stored = late ?? (await getBlob(wanted, meansOf(recorder, signal)))
          return { kind: 'blob' as const, stored }
        },
      }
      const { stored } = await workshop.share(piece, reader)
      return { ...stored, private: isPrivate }
    },

    async headBlob(place, digest, reader) {
      const wanted = await wantedBlob(place, digest)
      const isPrivate = identities.isPrivate(place.registry, place.repository)
      const found = await store.blob(wanted.shelf, digest)
      if (found) return { size: found.size, private: isPrivate }
      const piece = {
        ...{ key: `size ${keyOf(wanted)}`, host: wanted.registry.name, limit: limits.exchange },
        work: async (recorder: Recorder, signal: AbortSignal) => {
          const size = await headBlob(wanted, meansOf(recorder, signal))
          return { kind: 'size' as const, size }
        },
      }
      const { size } = await workshop.share(piece, reader)
      if (size !== null) return { size, private: isPrivate }
      // Neither the manifest, which is of schema 1, nor the registry says: the bytes do.
      return this.blob(place, digest, reader)
    },
  }
}
