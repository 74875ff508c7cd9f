import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import type { Exchange } from '../oci/conversation.ts'
import type { Digest } from '../oci/digest.ts'
import type { EndLine } from '../oci/layer-entry.ts'

/** What a shelf of the cache belongs to: nothing is shared between two of them. */
export type Shelf = { registry: string; repository: string; identity: string }

/** What is kept beside the bytes. */
export type Facts = {
  mediaType: string
  /** bytes */
  size: number
  /** ISO 8601, UTC: when it was fetched */
  observedAt: string
  /** how it was fetched */
  exchanges: Exchange[]
  /** of a listing: how it ends */
  end?: EndLine
}

/** A listing is text about a layer, under the layer's digest. */
export type Kind = 'manifests' | 'blobs' | 'listings'

/** A verified object on disk. */
export type Stored = Facts & { path: string }

/** Verified objects on disk, least recently used first to go. */
export type Cache = {
  find(shelf: Shelf, kind: Kind, digest: Digest): Promise<Stored | null>
  /** the digests of one kind on a shelf */
  list(shelf: Shelf, kind: Kind): Promise<Digest[]>
  /** a path for bytes that are not verified yet */
  draft(): Promise<string>
  /** moves a verified draft to its place */
  keep(shelf: Shelf, kind: Kind, digest: Digest, draft: string, facts: Facts): Promise<Stored>
}

type Entry = { bytes: number }

const MINUTE = 60_000

/**
 * @param dir made on first use; may be deleted while the site stands still
 * @param maxBytes of objects and what is kept beside them
 */
export function createCache(dir: string, maxBytes: number): Cache {
  const drafts = join(/* turbopackIgnore: true */ dir, 'drafts')
  const objects = join(/* turbopackIgnore: true */ dir, 'objects')
  const index = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }) => Math.max(bytes, 1),
    dispose(_, key, reason) {
      if (reason === 'evict') void remove(join(objects, key))
    },
  })
  let opened: Promise<void> | undefined
  const touched = new LRUCache<string, true>({ max: 10_000, ttl: 10 * MINUTE })

  function open(): Promise<void> {
    opened ??= (async () => {
      await mkdir(drafts, { recursive: true })
      await mkdir(objects, { recursive: true })
      await sweepDrafts(drafts)
      for (const { key, bytes } of await scan(objects)) index.set(key, { bytes })
    })()
    // A folder that could not be made may be there next time.
    opened.catch(() => {
      opened = undefined
    })
    return opened
  }

  return {
    async find(shelf, kind, digest) {
      await open()
      const key = keyOf(shelf, kind, digest)
      if (!index.get(key)) return null
      const path = join(objects, key)
      try {
        const facts: Facts = JSON.parse(await readFile(`${path}.json`, 'utf8'))
        if ((await stat(path)).size !== facts.size) throw new Error('cut short')
        if (!touched.has(key)) {
          touched.set(key, true)
          const now = new Date()
          await utimes(path, now, now)
        }
        return { ...facts, path }
      } catch {
        // Someone deleted or damaged it: then we have not got it.
        index.delete(key)
        await remove(path)
        return null
      }
    },

    async list(shelf, kind) {
      await open()
      const names = await readdir(join(objects, shelfOf(shelf), kind)).catch(() => [])
      return names.flatMap((name) => {
        const [, algorithm, encoded] = /^([^-.]+)-([^.]+)$/.exec(name) ?? []
        return algorithm ? [`${algorithm}:${encoded}` as Digest] : []
      })
    },

    async draft() {
      await open()
      return join(drafts, randomUUID())
    },

    async keep(shelf, kind, digest, draft, facts) {
      await open()
      const key = keyOf(shelf, kind, digest)
      const path = join(objects, key)
      const beside = JSON.stringify(facts)
      await mkdir(join(objects, shelfOf(shelf), kind), { recursive: true })
      // The facts first: an object without them does not count as there.
      await writeFile(`${draft}.json`, beside)
      await rename(`${draft}.json`, `${path}.json`)
      await rename(draft, path)
      index.set(key, { bytes: facts.size + beside.length })
      return { ...facts, path }
    },
  }
}

/** One folder a shelf, by hash: a repository's name is not ours to use as a path. */
function shelfOf({ registry, repository, identity }: Shelf): string {
  const text = [registry, repository, identity].join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

function keyOf(shelf: Shelf, kind: Kind, digest: Digest): string {
  return `${shelfOf(shelf)}/${kind}/${digest.replace(':', '-')}`
}

async function remove(path: string): Promise<void> {
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })])
}

/** What an earlier run left half done. */
async function sweepDrafts(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > 10 * MINUTE) await rm(path, { force: true })
  }
}

/** Objects of an earlier run, least recently used first. */
async function scan(objects: string): Promise<{ key: string; bytes: number }[]> {
  const found: { key: string; bytes: number; used: number }[] = []
  const entries = await readdir(objects, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const object = path.replace(/\.json$/, '')
    if (object !== path) {
      // Facts about nothing: what they were about is gone.
      if (!existsSync(object)) await rm(path, { force: true })
      continue
    }
    try {
      const [object, beside] = await Promise.all([stat(path), stat(`${path}.json`)])
      const key = path.slice(objects.length + 1).replaceAll('\\', '/')
      found.push({ key, bytes: object.size + beside.size, used: object.mtimeMs })
    } catch {
      await rm(path, { force: true })
    }
  }
  return found.sort((a, b) => a.used - b.used)
}
