/** Why a tag is there: named by people, or kept by a tool beside an image. */
export type TagKind = 'name' | 'signature' | 'attestation' | 'sbom' | 'referrers'

export type KeptKind = Exclude<TagKind, 'name'>

export const KEPT: readonly KeptKind[] = ['signature', 'attestation', 'sbom', 'referrers']

const SUFFIXES = { '.sig': 'signature', '.att': 'attestation', '.sbom': 'sbom', '': 'referrers' }

/**
 * What a tag is by its form alone: `sha256-<hex>.sig` is how cosign names a signature, and
 * `sha256-<hex>` a list of referrers where a registry has no API for them.
 *
 * @see distribution-spec v1.1.1, spec.md#referrers-tag-schema
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md#tag-based-discovery
 */
export function tagKind(tag: string): TagKind {
  const suffix = /^sha(?:256-[a-f0-9]{64}|512-[a-f0-9]{64,128})(\.sig|\.att|\.sbom|)$/.exec(
    tag,
  )?.[1]
  return suffix === undefined ? 'name' : (SUFFIXES[suffix as keyof typeof SUFFIXES] as KeptKind)
}

export type TagCounts = Record<TagKind, number>

export function countTags(tags: readonly string[]): TagCounts {
  const counts: TagCounts = { name: 0, signature: 0, attestation: 0, sbom: 0, referrers: 0 }
  for (const tag of tags) counts[tagKind(tag)] += 1
  return counts
}

/**
 * In what order a registry gave its tags: by their bytes, by letters whatever their case, or another.
 *
 * The specification asks for one of the first two. A list of one has no order.
 *
 * @see distribution-spec v1.1.1, spec.md#listing-tags
 */
export function orderOf(tags: readonly string[]): 'single' | 'bytes' | 'letters' | 'other' {
  if (tags.length < 2) return 'single'
  const rises = (key: (tag: string) => string) =>
    tags.every((tag, i) => i === 0 || key(tags[i - 1]!) <= key(tag))
  if (rises((tag) => tag)) return 'bytes'
  return rises((tag) => tag.toLowerCase()) ? 'letters' : 'other'
}

export type TagView = {
  /** what the reader typed; found anywhere in a tag, whatever the case */
  search: string
  /** tags that tools keep are shown too */
  kept: boolean
  order: 'given' | 'number'
}

// `1.10` after `1.9`, as people read versions.
const byNumber = new Intl.Collator('en', { numeric: true })

/** The tags to draw, in order. */
export function visibleTags(tags: readonly string[], { search, kept, order }: TagView): string[] {
  const wanted = search.trim().toLowerCase()
  const found = tags.filter(
    (tag) => (kept || tagKind(tag) === 'name') && tag.toLowerCase().includes(wanted),
  )
  return order === 'number' ? found.sort(byNumber.compare) : found
}
