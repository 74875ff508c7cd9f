import type { FileDifference } from '@/lib/oci/compare-files'
import type { ImageLayers } from '../../layers/facts'
import { readRecordedLayer } from '../../layers/recorded'
import { planReading } from './plan'
import { createFilesReader, type FilesSummary } from './reader'

/** A comparison that is whole from the start. */
export type StartFiles = { summary: FilesSummary; differences: FileDifference[] }

/**
 * Compares the files of two recorded images, for the HTML.
 *
 * @param names of the recordings; their layers must be small
 * @throws Error when a layer is missing or is not what its digest says
 */
export async function compareRecordedFiles(
  names: { a: string; b: string },
  a: ImageLayers,
  b: ImageLayers,
): Promise<StartFiles> {
  const plan = planReading(a, b)
  const reader = createFilesReader(plan)
  for (const [place, { digest }] of plan.reads.entries()) {
    const inA = a.layers.find((layer) => layer.digest === digest)
    const facts = inA ?? b.layers.find((layer) => layer.digest === digest)
    const name = inA ? names.a : names.b
    if (!facts) continue
    const { lines, end } = await readRecordedLayer(name, facts)
    if (!end.digestVerified) throw new Error(`recording ${name}: layer ${digest} is other bytes`)
    reader.begin(place)
    for (const line of [...lines, end]) reader.take(place, line)
  }
  const summary = reader.compare()
  return { summary, differences: reader.differences }
}
