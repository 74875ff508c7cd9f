import { readFile, rm, writeFile } from 'node:fs/promises'
import { LRUCache } from 'lru-cache'
import type { Digest } from '../oci/digest.ts'
import type { Cache, Facts, Shelf, Stored } from './cache.ts'
import { verifyBytes, verifyFile } from './hash.ts'
import { addNamed, type Named, namedBlobs } from './named.ts'

/** A verified manifest or index, with its bytes as they came. */
export type StoredManifest = Facts & { digest: Digest; bytes: Uint8Array }

/** Verified objects: manifests in memory and on disk, blobs on disk. */
export type Store = {
  manifest(shelf: Shelf, digest: Digest): Promise<StoredManifest | null>
  keepManifest(shelf: Shelf, manifest: StoredManifest): Promise<void>
  /** what the verified manifests of a repository say about a blob; null when none names it */
  named(shelf: Shelf, digest: Digest): Promise<Named | null>
  blob(shelf: Shelf, digest: Digest): Promise<Stored | null>
}

const MiB = 2 ** 20

export function createStore(cache: Cache): Store {
  const memory = new LRUCache<string, StoredManifest>({
    maxSize: 64 * MiB,
    sizeCalculation: ({ bytes }) => bytes.byteLength + 1024,
  })
  const names = new LRUCache<string, Map<Digest, Named>>({
    maxSize: 500_000,
    sizeCalculation: (named) => named.size + 1,
  })
  // Files of an earlier run are hashed once more before they are trusted.
  const trusted = new LRUCache<string, true>({ max: 100_000 })

  async function manifest(shelf: Shelf, digest: Digest): Promise<StoredManifest | null> {
    const key = keyOf(shelf, digest)
    const kept = memory.get(key)
    if (kept) return kept
    const stored = await cache.find(shelf, 'manifests', digest).catch(() => null)
    if (!stored) return null
    try {
      const bytes = await readFile(stored.path)
      verifyBytes(bytes, digest)
      const { mediaType, size, observedAt, exchanges } = stored
      const found = { mediaType, size, observedAt, exchanges, digest, bytes }
      memory.set(key, found)
      return found
    } catch {
      await rm(stored.path, { force: true })
      return null
    }
  }

  async function namesOf(shelf: Shelf): Promise<Map<Digest, Named>> {
    const key = shelfKey(shelf)
    const known = names.get(key)
    if (known) return known
    const all = new Map<Digest, Named>()
    for (const digest of await cache.list(shelf, 'manifests')) {
      const found = await manifest(shelf, digest)
      if (found) addNamed(all, namedBlobs(found.bytes))
    }
    // A manifest may have been kept while the folder was being read.
    addNamed(all, names.get(key) ?? new Map())
    names.set(key, all)
    return all
  }

  return {
    manifest,
    async keepManifest(shelf, manifest) {
      const { digest, bytes, ...facts } = manifest
      memory.set(keyOf(shelf, digest), manifest)
      const known = await namesOf(shelf).catch(() => new Map<Digest, Named>())
      const all = new Map(known)
      addNamed(all, namedBlobs(bytes))
      names.set(shelfKey(shelf), all)
      try {
        const draft = await cache.draft()
        await writeFile(draft, bytes)
        await cache.keep(shelf, 'manifests', digest, draft, facts)
      } catch (error) {
        // A full or read-only disk makes us slower, not dumb.
        console.error('cache:', error)
      }
    },
    async named(shelf, digest) {
      return (await namesOf(shelf)).get(digest) ?? null
    },
    async blob(shelf, digest) {
      const stored = await cache.find(shelf, 'blobs', digest)
      if (!stored || trusted.has(keyOf(shelf, digest))) return stored
      try {
        await verifyFile(stored.path, digest)
      } catch {
        await rm(stored.path, { force: true })
        return null
      }
      trusted.set(keyOf(shelf, digest), true)
      return stored
    },
  }
}

function shelfKey({ registry, repository, identity }: Shelf): string {
  return `${registry}\n${repository}\n${identity}`
}

function keyOf(shelf: Shelf, digest: Digest): string {
  return `${shelfKey(shelf)}\n${digest}`
}
