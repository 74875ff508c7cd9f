import { ProblemError } from '@/lib/oci/problem'
import { readManifests } from '@/lib/recordings/layout'
import { readBlob } from '@/lib/recordings/recording'
import type { SampleLayers } from '@/lib/registry/layers/serve'
import { namedBlobs } from '@/lib/registry/named'

/** The layers that the manifests of a recorded image name. */
export const samples: SampleLayers = {
  async layer(name, digest) {
    for (const manifest of (await readManifests(name)).values()) {
      const document = await readBlob(name, manifest.digest)
      const named = document && namedBlobs(document).get(digest)
      if (!named) continue
      const mediaType = named.mediaType ?? 'application/octet-stream'
      const facts = { name, mediaType, ...(named.urls ? { urls: named.urls } : {}) }
      const bytes = await readBlob(name, digest)
      if (bytes) return { ...facts, bytes }
    }
    throw new ProblemError({ kind: 'blob-not-named', digest, repository: `samples/${name}` })
  },
}
