import { isDigest } from '@/lib/oci/digest'
import { ProblemError } from '@/lib/oci/problem'
import { readManifests, readTags } from '@/lib/recordings/layout'
import { readBlob, readRecording } from '@/lib/recordings/recording'
import { readReferrers } from '@/lib/recordings/referrers'
import type { Samples } from '@/lib/registry/serve'

/** The recorded images, as a registry serves them. */
export const samples: Samples = {
  async manifest(name, reference) {
    const manifests = await readManifests(name)
    const descriptor = isDigest(reference)
      ? manifests.get(reference)
      : (await readTags(name)).get(reference)
    const bytes = descriptor && (await readBlob(name, descriptor.digest))
    if (!descriptor || !bytes) {
      throw new ProblemError({
        kind: 'not-found-or-private',
        reference: `samples/${name}${isDigest(reference) ? '@' : ':'}${reference}`,
        status: 404,
        diagnostics: [],
      })
    }
    const { mediaType, digest } = descriptor
    const { observedAt } = await readRecording(name)
    return {
      mediaType,
      digest,
      size: bytes.length,
      bytes,
      observedAt,
      stale: false,
      private: false,
    }
  },

  async blob(name, digest) {
    const bytes = await readBlob(name, digest)
    const isManifest = (await readManifests(name)).has(digest)
    if (!bytes || isManifest) {
      throw new ProblemError({ kind: 'blob-not-named', digest, repository: `samples/${name}` })
    }
    return { size: bytes.length, bytes, private: false }
  },
  async tags(name) {
    await readRecording(name)
    return [...(await readTags(name)).keys()]
  },

  referrers: readReferrers,
}
