import type { Descriptor } from './descriptor.ts'
import { type Digest, digestAlgorithm, digestEncoded } from './digest.ts'
import { decodeDocument } from './document.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { isIndexType, OCI_INDEX, stripParameters } from './media-type.ts'
import { ProblemError } from './problem.ts'

/** A manifest or index of a repository, with its bytes. */
export type ReferrerCandidate = { mediaType: string; digest: Digest; bytes: Uint8Array }

/**
 * The tag under which clients keep the referrers of a manifest where a registry has no API for them.
 *
 * @see distribution-spec v1.1.1, spec.md#referrers-tag-schema
 */
export function referrersTag(subject: Digest): string {
  const algorithm = digestAlgorithm(subject).slice(0, 32)
  const encoded = digestEncoded(subject).slice(0, 64)
  return `${algorithm}-${encoded}`.replace(/[^\w.-]/g, '-')
}

/**
 * The tags that cosign gives to what it attaches to a manifest.
 *
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md#tag-based-discovery
 */
export function cosignTags(subject: Digest): {
  signature: string
  attestation: string
  sbom: string
} {
  const stem = `${digestAlgorithm(subject)}-${digestEncoded(subject)}`
  return { signature: `${stem}.sig`, attestation: `${stem}.att`, sbom: `${stem}.sbom` }
}

/**
 * Those of some manifests that say they are about `subject`, as the referrers API describes them.
 *
 * @param artifactType keeps only these; null keeps all
 * @see distribution-spec v1.1.1, spec.md#listing-referrers
 */
export function referrersOf(
  candidates: Iterable<ReferrerCandidate>,
  subject: Digest,
  artifactType: string | null = null,
): Descriptor[] {
  const found: Descriptor[] = []
  for (const { mediaType, digest, bytes } of candidates) {
    const manifest = readCandidate(bytes, mediaType)
    if (manifest?.subject?.digest !== subject) continue
    // An image manifest that says no type is of its config's type; an index then has none.
    const type = manifest.artifactType || manifest.config?.mediaType || null
    if (artifactType !== null && type !== artifactType) continue
    found.push({
      ...{ mediaType, digest, size: bytes.length },
      ...(type !== null && { artifactType: type }),
      ...(Object.keys(manifest.annotations).length > 0 && { annotations: manifest.annotations }),
    })
  }
  return found
}

/** Null for what cannot be read: it says of nothing that it is about it. */
function readCandidate(bytes: Uint8Array, mediaType: string): Manifest | null {
  try {
    return readManifest(decodeDocument(bytes, mediaType))
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

/** The answer of the referrers API: an index of descriptors. */
export function referrersIndex(manifests: readonly Descriptor[]): string {
  return JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests })
}

/**
 * Makes sure that an answer is the index that the referrers API promises.
 *
 * @throws ProblemError `media-type-refused`, `text-encoding`, `json-syntax`, `json-depth`, `document-shape`
 */
export function checkReferrers(bytes: Uint8Array, contentType: string | null): void {
  if (contentType === null || stripParameters(contentType) !== OCI_INDEX) {
    throw new ProblemError({ kind: 'media-type-refused', mediaType: contentType })
  }
  const { value } = decodeDocument(bytes, OCI_INDEX)
  if (!Array.isArray(value.manifests)) {
    throw new ProblemError({ kind: 'document-shape', at: '/manifests', expected: 'array' })
  }
}

/**
 * Whether what stands under the referrers tag can be a list of referrers.
 *
 * registry.gitlab.com resolves `sha256-…` to the subject itself, whose platforms would then look like referrers.
 *
 * @see https://github.com/oras-project/oras-go/issues/1396
 */
export function isReferrersList(
  { mediaType, digest }: Pick<Descriptor, 'mediaType' | 'digest'>,
  subject: Digest,
): boolean {
  return isIndexType(mediaType) && digest !== subject
}

/**
 * Whether a registry says that it filtered by `name`; if not, the client has to.
 *
 * @param header the value of `OCI-Filters-Applied`
 * @see distribution-spec v1.1.1, spec.md#listing-referrers
 */
export function isFilterApplied(header: string | null, name: string): boolean {
  const applied = (header ?? '').split(',').map((one) => one.trim())
  return name !== '' && applied.includes(name)
}
