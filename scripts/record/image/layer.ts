import type { Digest } from '../../../lib/oci/digest.ts'
import type { EndLine, LayerLine } from '../../../lib/oci/layer-entry.ts'
import { type Problem, ProblemError } from '../../../lib/oci/problem.ts'
import { isPassing } from '../../../lib/registry/manifests.ts'
import type { Mirror } from '../../../lib/registry/mirror.ts'
import type { Place, Reader } from '../../../lib/registry/work.ts'

export type Listed =
  | { kind: 'listed'; text: string; end: EndLine }
  | { kind: 'unreadable'; problem: Problem }

/**
 * The listing of a layer, whose bytes were verified on their way; nothing of them is kept.
 *
 * @throws ProblemError for trouble on the way, after which the same question may be answered
 */
export async function listLayer(
  mirror: Mirror,
  place: Place,
  digest: Digest,
  reader: Reader,
): Promise<Listed> {
  const { stream } = await mirror.listLayer(place, digest, { diffId: null, whole: true }, reader)
  const kept: string[] = []
  for (const row of (await new Response(stream).text()).split('\n')) {
    if (row === '') continue
    const line: LayerLine = JSON.parse(row)
    if (line.type === 'entry') kept.push(row)
    if (line.type === 'end') {
      return { kind: 'listed', text: `${[...kept, row].join('\n')}\n`, end: line }
    }
    if (line.type === 'problem') {
      const { problem } = line
      if (isPassing(problem) || WAY.includes(problem.kind)) throw new ProblemError(problem)
      return { kind: 'unreadable', problem }
    }
  }
  throw new ProblemError({ kind: 'conversation-cut' })
}

/** Trouble of the way and not of the layer, beside what passes by itself. */
const WAY: readonly Problem['kind'][] = [
  ...(['conversation-cut', 'tls', 'not-found-or-private', 'internal'] as const),
  ...(['digest-mismatch', 'size-mismatch', 'redirect-refused'] as const),
]
