import { type Digest, isDigest } from '../../../lib/oci/digest.ts'
import { decodeDocument } from '../../../lib/oci/document.ts'
import { readIndex } from '../../../lib/oci/image-index.ts'
import { OCI_INDEX } from '../../../lib/oci/media-type.ts'
import { ProblemError, problemOf } from '../../../lib/oci/problem.ts'
import type { Reference } from '../../../lib/oci/reference.ts'
import { cosignTags, referrersTag } from '../../../lib/oci/referrers.ts'
import { decodeTags } from '../../../lib/oci/tags-list.ts'
import type { Mirror } from '../../../lib/registry/mirror.ts'
import type { Polite } from './polite.ts'

/** What refers to a manifest, and the tag it was found by; null where the API named it. */
export type Referrer = { digest: Digest; tag: string | null }

/** Pages of one list. */
const PAGES = 20
/** Tags of one page. */
const PAGE = 1000
/** How every tag begins that stands for what refers to something. */
const STEM = 'sha256-'

/**
 * Everything that refers to a manifest: by the API, by the tag that stands in for it, and by
 * cosign's tags.
 *
 * @throws ProblemError of the mirror, `too-many-pages`
 * @see distribution-spec v1.1.1, spec.md#listing-referrers
 */
export async function findReferrers(
  mirror: Mirror,
  place: Reference,
  subject: Digest,
  polite: Polite,
): Promise<Referrer[]> {
  const found: Referrer[] = []
  const named = await byApi()
  found.push(...(named ?? []).map((digest) => ({ digest, tag: null })))
  const { signature, attestation, sbom } = cosignTags(subject)
  const tags = [...(named === null ? [referrersTag(subject)] : []), signature, attestation, sbom]
  const known = await knownTags()
  for (const tag of tags) {
    if (known && !known.has(tag)) continue
    const digest = await byTag(tag)
    if (digest) found.push({ digest, tag })
  }
  return found

  /** @returns null where the registry lacks the API */
  async function byApi(): Promise<Digest[] | null> {
    const digests: Digest[] = []
    let query = ''
    for (let pages = 1; ; pages += 1) {
      if (pages > PAGES) throw new ProblemError({ kind: 'too-many-pages', limit: PAGES })
      try {
        const page = await polite.ask((reader) => mirror.referrers(place, subject, query, reader))
        const { manifests } = readIndex(decodeDocument(page.bytes, OCI_INDEX))
        digests.push(...manifests.map(({ descriptor }) => descriptor.digest))
        if (page.next === null) return digests
        query = page.next
      } catch (error) {
        if (problemOf(error).kind === 'referrers-unsupported') return null
        throw error
      }
    }
  }

  /** The tags among which ours are, where a page or two hold them: then none is asked for in vain. */
  async function knownTags(): Promise<Set<string> | null> {
    const page = (query: string) => polite.ask((reader) => mirror.tags(place, query, reader))
    try {
      const first = await page(`n=${PAGE}`)
      if (first.next === null) return new Set(decodeTags(first.bytes))
      // Registries list in the order of the alphabet, and those that do begin where they are told to.
      const { bytes, next } = await page(`n=${PAGE}&last=${STEM}`)
      const tags = decodeTags(bytes)
      const isSorted = tags.every((tag, i) => tag > (tags[i - 1] ?? STEM))
      const isWhole = next === null || !tags.at(-1)?.startsWith(STEM)
      return isSorted && isWhole ? new Set(tags) : null
    } catch (error) {
      if (REFUSALS.includes(problemOf(error).kind)) return null
      throw error
    }
  }

  async function byTag(tag: string): Promise<Digest | null> {
    try {
      const { digest } = await polite.ask((reader) => mirror.headManifest(place, tag, reader))
      return isDigest(digest) ? digest : null
    } catch (error) {
      if (problemOf(error).kind === 'not-found-or-private') return null
      throw error
    }
  }
}

/** A list of tags may be closed where its images are open. */
const REFUSALS: readonly string[] = ['not-found-or-private', 'registry', 'credentials-needed']
