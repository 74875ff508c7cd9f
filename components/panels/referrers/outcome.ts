import { readDescriptor } from '@/lib/oci/descriptor'
import type { Digest } from '@/lib/oci/digest'
import { decodeDocument } from '@/lib/oci/document'
import { type Attestation, attestationsOf, readIndex } from '@/lib/oci/image-index'
import { OCI_INDEX } from '@/lib/oci/media-type'
import { cosignTags, isFilterApplied, isReferrersList, referrersTag } from '@/lib/oci/referrers'
import type { Filtered, Outcome, Way } from './model'

/** The path of each way below `/v2/<name>`. */
export function pathsOf(name: string, subject: Digest): Record<Exclude<Way, 'index'>, string> {
  const { signature, attestation, sbom } = cosignTags(subject)
  const tag = (one: string) => `/v2/${name}/manifests/${one}`
  return {
    api: `/v2/${name}/referrers/${subject}`,
    tag: tag(referrersTag(subject)),
    signature: tag(signature),
    attestation: tag(attestation),
    sbom: tag(sbom),
  }
}

/** The type to ask the API for alone: the first that its list names. */
export function typeToFilter(outcome: Outcome): string | null {
  if (outcome.kind !== 'found') return null
  return outcome.referrers.find(({ artifactType }) => artifactType)?.artifactType ?? null
}

/** @param header the value of `OCI-Filters-Applied` */
export function filteredBy(
  artifactType: string,
  answer: Pick<Answer, 'bytes'>,
  header: string | null,
): Filtered {
  const outcome = listOutcome(answer.bytes, false)
  const count = outcome.kind === 'found' ? outcome.referrers.length : 0
  return { artifactType, applied: isFilterApplied(header, 'artifactType'), count }
}

export type Answer = {
  status: number
  bytes: Uint8Array
  mediaType: string
  digest: string | null
  /** whether a `Link` header names a next page */
  more: boolean
}

/**
 * What an answer of one of the five requests means.
 *
 * @throws ProblemError when what should be an index cannot be read
 */
export function outcomeOf(way: Exclude<Way, 'index'>, answer: Answer, subject: Digest): Outcome {
  const { bytes, mediaType, digest, status, more } = answer
  if (status === 404) return { kind: 'absent', status }
  if (way === 'api') return listOutcome(bytes, more)
  if (way === 'tag') {
    const named = { mediaType, digest: (digest ?? '') as Digest }
    if (!isReferrersList(named, subject)) return { kind: 'trap', digest: digest ?? '' }
    return listOutcome(bytes, false)
  }
  if (digest === null) return { kind: 'absent', status }
  const one = { mediaType, digest: digest as Digest, size: bytes.length }
  return { kind: 'found', referrers: [one], more: false }
}

function listOutcome(bytes: Uint8Array, more: boolean): Outcome {
  const { value } = decodeDocument(bytes, OCI_INDEX)
  const listed = Array.isArray(value.manifests) ? value.manifests : []
  const referrers = listed.flatMap((one) => readDescriptor(one) ?? [])
  return referrers.length === 0 && !more ? { kind: 'none' } : { kind: 'found', referrers, more }
}

/**
 * BuildKit's way: the attestations that stand in the index of the image.
 *
 * @param index the value of the index; null where the reference leads to a manifest at once
 * @param subject the index itself, or one of its manifests
 */
export function inIndex(
  index: { digest: string; value: Record<string, unknown> } | null,
  subject: string,
): Outcome {
  if (!index) return { kind: 'no-index' }
  const all = attestationsOf(readIndex(index))
  const about = ({ about }: Attestation) => index.digest === subject || about === subject
  const referrers = all.filter(about).map(({ entry }) => entry.descriptor)
  return referrers.length === 0 ? { kind: 'none' } : { kind: 'found', referrers, more: false }
}
