import { ProblemError } from '@/lib/oci/problem'
import { readManifests } from '@/lib/recordings/layout'
import { readListing } from '@/lib/recordings/listing'
import { readBlob, readKeptBlob, readRecording } from '@/lib/recordings/recording'
import type { SampleLayers } from '@/lib/registry/layers/serve'
import { namedBlobs } from '@/lib/registry/named'

/** The layers that the manifests of a recorded image name. */
export const samples: SampleLayers = {
  async layer(name, digest) {
    for (const manifest of (await readManifests(name)).values()) {
      const document = await readKeptBlob(name, manifest.digest)
      const named = document && namedBlobs(document).get(digest)
      if (!named) continue
      const mediaType = named.mediaType ?? 'application/octet-stream'
      const { urls, toc } = named
      const facts = { name, mediaType, ...(urls ? { urls } : {}), ...(toc ? { toc } : {}) }
      try {
        const bytes = await readBlob(name, digest)
        if (bytes) return { ...facts, bytes }
      } catch (omitted) {
        const listing = await readListing(name, digest)
        if (!(omitted instanceof ProblemError) || !listing) throw omitted
        const { observedAt } = await readRecording(name)
        return { ...facts, listing: { ...listing, observedAt }, omitted }
      }
    }
    throw new ProblemError({ kind: 'blob-not-named', digest, repository: `samples/${name}` })
  },
}
