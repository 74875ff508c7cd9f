import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, digestEncoded } from '../../../lib/oci/digest.ts'
import { parseReference, type Reference } from '../../../lib/oci/reference.ts'
import { formatReference } from '../../../lib/oci/reference-text.ts'
import { readManifests } from '../../../lib/recordings/layout.ts'
import { readListing } from '../../../lib/recordings/listing.ts'
import {
  listRecordings,
  readKeptBlob,
  recordingDirectory,
} from '../../../lib/recordings/recording.ts'
import { createCache, type Shelf } from '../../../lib/registry/cache.ts'
import { verifyBytes } from '../../../lib/registry/hash.ts'
import { ANONYMOUS } from '../../../lib/registry/identity.ts'
import { namedBlobs } from '../../../lib/registry/named.ts'
import type { Settings } from '../../../lib/settings.mjs'

/**
 * Puts what earlier recordings hold of a repository where the client looks before it asks.
 *
 * Only verified bytes; what stands in the folder already stays. Call it before the client starts.
 *
 * @returns how many objects came that way
 */
export async function reuseRecordings(
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  settings: Pick<Settings, 'cacheDir' | 'cacheMaxBytes'>,
): Promise<number> {
  const cache = createCache(settings.cacheDir, settings.cacheMaxBytes)
  const shelf: Shelf = { registry, repository, identity: ANONYMOUS.id }
  let reused = 0
  for (const { name, kind, reference, observedAt } of await listRecordings()) {
    if (kind !== 'image') continue
    const place = parseReference(reference)
    if (place.registry !== registry || place.repository !== repository) continue
    const facts = { observedAt, exchanges: [] }
    const keepBytes = async (
      kind: 'manifests' | 'blobs',
      digest: Digest,
      mediaType: string,
    ): Promise<Uint8Array | null> => {
      const bytes = await readKeptBlob(name, digest)
      if (!bytes) return null
      verifyBytes(bytes, digest)
      if (await cache.find(shelf, kind, digest)) return bytes
      const draft = await cache.draft()
      await writeFile(draft, bytes)
      await cache.keep(shelf, kind, digest, draft, { ...facts, mediaType, size: bytes.length })
      reused += 1
      return bytes
    }
    for (const { digest, mediaType } of (await readManifests(name)).values()) {
      const manifest = await keepBytes('manifests', digest, mediaType)
      for (const [blob, named] of manifest ? namedBlobs(manifest) : []) {
        await keepBytes('blobs', blob, named.mediaType ?? 'application/octet-stream')
        const listing = await readListing(name, blob)
        if (!listing || (await cache.find(shelf, 'listings', blob))) continue
        const draft = await cache.draft()
        const file = join(recordingDirectory(name), 'listings', `${digestEncoded(blob)}.ndjson`)
        await writeFile(draft, (await readFile(file)).subarray(0, listing.size))
        const { size, end } = listing
        const mediaType = 'application/x-ndjson'
        await cache.keep(shelf, 'listings', blob, draft, { ...facts, mediaType, size, end })
        reused += 1
      }
    }
  }
  return reused
}

/** The recorded image that has this name, as it was asked for; null where the name is free. */
export async function recordedAs(name: string): Promise<string | null> {
  const found = (await listRecordings()).find((recording) => recording.name === name)
  if (!found) return null
  return found.kind === 'image' ? formatReference(parseReference(found.reference)) : found.reference
}
