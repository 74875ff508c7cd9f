import type { Descriptor, DescriptorEntry } from './descriptor.ts'
import { readDescriptor, readDescriptors, stringMap } from './descriptor.ts'
import type { Digest } from './digest.ts'
import { isDigest } from './digest.ts'
import type { DecodedDocument } from './document.ts'

/** An image index or Docker manifest list, as far as it can be read. image-spec v1.1.1, image-index.md */
export type ImageIndex = {
  /** in order; an entry that is no descriptor is left out, and a finding of the document */
  manifests: DescriptorEntry[]
  artifactType: string | null
  subject: Descriptor | null
  annotations: Record<string, string>
}

/** An entry that describes another one instead of running anywhere. */
export type Attestation = { entry: DescriptorEntry; about: Digest | null }

/** Reads an index; anything else gives an index without entries. */
export function readIndex({ value }: Pick<DecodedDocument, 'value'>): ImageIndex {
  return {
    manifests: readDescriptors(value.manifests, '/manifests'),
    artifactType: typeof value.artifactType === 'string' ? value.artifactType : null,
    subject: readDescriptor(value.subject),
    annotations: stringMap(value.annotations) ?? {},
  }
}

/**
 * Whether an entry is BuildKit's attestation about another entry: platform `unknown/unknown`,
 * recognised by its annotation, since a platform nobody knows may also be an image's.
 *
 * @see github.com/moby/buildkit v0.32.0, docs/attestations/attestation-storage.md
 */
export function isAttestation({ annotations }: Pick<Descriptor, 'annotations'>): boolean {
  return annotations?.['vnd.docker.reference.type'] === 'attestation-manifest'
}

/** The attestations of an index and which manifest each is about. */
export function attestationsOf(index: ImageIndex): Attestation[] {
  return index.manifests
    .filter(({ descriptor }) => isAttestation(descriptor))
    .map((entry) => {
      const about = entry.descriptor.annotations?.['vnd.docker.reference.digest'] ?? ''
      return { entry, about: isDigest(about) ? about : null }
    })
}

/** The entries that may run somewhere: all but the attestations. */
export function runnableOf(index: ImageIndex): DescriptorEntry[] {
  return index.manifests.filter(({ descriptor }) => !isAttestation(descriptor))
}
