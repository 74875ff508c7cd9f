import { type Digest, isDigest } from '../oci/digest.ts'
import { TOC_ANNOTATIONS } from '../oci/layer-toc.ts'
import { isConfigType } from '../oci/media-type.ts'

/** What a manifest says about a blob it names. */
export type Named = {
  mediaType: string | null
  /** bytes; null in a schema 1 manifest, which does not say */
  size: number | null
  role: 'config' | 'other'
  /** where else it may be had: of layers that a registry does not pass on */
  urls?: string[]
  /** those that promise a table of contents; null when manifests disagree about them */
  toc?: Readonly<Record<string, string>> | null
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
    const toc = tocAnnotations(item.annotations)
    const more = { ...(urls.length > 0 ? { urls } : {}), ...(toc ? { toc } : {}) }
    add(item.digest, { mediaType, size, role, ...more })
  }

  function add(digest: unknown, facts: Named) {
    if (typeof digest !== 'string' || !isDigest(digest)) return
    named.set(digest, joinNamed(named.get(digest), facts))
  }
}

/** Adds to `all` what another manifest of the same repository names. */
export function addNamed(all: Map<Digest, Named>, more: ReadonlyMap<Digest, Named>): void {
  for (const [digest, facts] of more) all.set(digest, joinNamed(all.get(digest), facts))
}

/**
 * The later one, but without a table of contents where the two promise different ones.
 *
 * Who may push a manifest could otherwise say what is in another image's layer.
 */
function joinNamed(before: Named | undefined, facts: Named): Named {
  if (!before || JSON.stringify(before.toc) === JSON.stringify(facts.toc)) return facts
  return { ...facts, toc: null }
}

/** Longer than any digest or position. */
const LONGEST = 256

function tocAnnotations(annotations: unknown): Record<string, string> | null {
  if (!isRecord(annotations)) return null
  const found: Record<string, string> = {}
  for (const key of TOC_ANNOTATIONS) {
    const value = Object.hasOwn(annotations, key) ? annotations[key] : undefined
    if (value === undefined) continue
    found[key] = typeof value === 'string' && value.length <= LONGEST ? value : ''
  }
  return Object.keys(found).length > 0 ? found : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
