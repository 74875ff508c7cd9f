import { type Digest, isDigest } from '../oci/digest.ts'
import { isConfigType } from '../oci/media-type.ts'

/** What a manifest says about a blob it names. */
export type Named = {
  mediaType: string | null
  /** bytes; null in a schema 1 manifest, which does not say */
  size: number | null
  role: 'config' | 'other'
  /** where else it may be had: of layers that a registry does not pass on */
  urls?: string[]
}

/**
 * The blobs a manifest names: config, layers, the blobs of an artifact, the layers of schema 1.
 *
 * Anything that cannot be read names nothing; what is odd about it is for a reader's eyes, not for this.
 *
 * @see image-spec v1.1.1, manifest.md
 */
export function namedBlobs(bytes: Uint8Array): Map<Digest, Named> {
  const named = new Map<Digest, Named>()
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    // A RangeError too: nesting can be deeper than the stack.
    return named
  }
  if (!isRecord(value)) return named
  const { config, layers, blobs, fsLayers } = value
  for (const layer of [...listOf(fsLayers)]) {
    if (isRecord(layer)) add(layer.blobSum, { mediaType: null, size: null, role: 'other' })
  }
  for (const item of [...listOf(blobs), ...listOf(layers)]) describe(item, false)
  describe(config, true)
  return named

  function describe(item: unknown, isConfig: boolean) {
    if (!isRecord(item)) return
    const mediaType = typeof item.mediaType === 'string' ? item.mediaType : null
    const size =
      Number.isSafeInteger(item.size) && Number(item.size) >= 0 ? Number(item.size) : null
    const role = isConfig && mediaType !== null && isConfigType(mediaType) ? 'config' : 'other'
    const urls = listOf(item.urls).filter((url) => typeof url === 'string')
    add(item.digest, { mediaType, size, role, ...(urls.length > 0 ? { urls } : {}) })
  }

  function add(digest: unknown, facts: Named) {
    if (typeof digest === 'string' && isDigest(digest)) named.set(digest, facts)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
