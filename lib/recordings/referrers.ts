import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import { referrersOf } from '../oci/referrers.ts'
import { readManifests } from './layout.ts'
import { readKeptBlob, readRecording } from './recording.ts'

/**
 * What refers to a manifest within a recording, as the referrers API would list it.
 *
 * @param artifactType keeps only these; null keeps all
 * @throws ProblemError `sample-unknown`
 */
export async function readReferrers(
  name: string,
  subject: Digest,
  artifactType: string | null,
): Promise<Descriptor[]> {
  await readRecording(name)
  const candidates = []
  for (const { mediaType, digest } of (await readManifests(name)).values()) {
    const bytes = await readKeptBlob(name, digest)
    if (bytes) candidates.push({ mediaType, digest, bytes })
  }
  return referrersOf(candidates, subject, artifactType)
}
