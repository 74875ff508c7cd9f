import type { Graph } from '@/lib/oci/graph'
import { attestationsOf, type ImageIndex } from '@/lib/oci/image-index'
import type { Chain } from './object'

/**
 * How a statement and its image hang together through the index; null where the statement does
 * not come from an attestation in the index.
 *
 * @param subjects what the statement says it is about
 */
export function chainOf(
  graph: Graph,
  statement: string,
  subjects: readonly string[],
  index: ImageIndex | null,
): Chain | null {
  const manifest = graph.edges.find(({ to, role }) => to === statement && role === 'layer')?.from
  const [subject] = subjects
  if (!index || !manifest || subject === undefined) return null
  const attestation = attestationsOf(index).find(
    ({ entry }) => entry.descriptor.digest === manifest,
  )
  if (!attestation?.about) return null
  const sibling = index.manifests.find(({ descriptor }) => descriptor.digest === subject)
  return {
    manifest,
    index: attestation.about,
    statement,
    statementSubject: subject,
    sibling: sibling?.descriptor.digest ?? null,
  }
}
