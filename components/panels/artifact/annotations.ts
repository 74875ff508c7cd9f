import type { DecodedDocument } from '@/lib/oci/document'
import { readManifest } from '@/lib/oci/manifest'

/** The annotations of an object's descriptor, from the first document that names it as a layer. */
export function annotationsOf(
  digest: string,
  documents: readonly Pick<DecodedDocument, 'value'>[],
): Record<string, string> | undefined {
  for (const document of documents) {
    const entry = readManifest(document).layers.find(
      ({ descriptor }) => descriptor.digest === digest,
    )
    if (entry?.descriptor.annotations) return entry.descriptor.annotations
  }
  return undefined
}
