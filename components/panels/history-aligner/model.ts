import type { ImageConfig } from '@/lib/oci/image-config'
import type { Manifest } from '@/lib/oci/manifest'

/** How steps find their layers: by `empty_layer`, or by their place, which is the mistake. */
export type Pairing = 'flag' | 'position'

/** One build step of `history`, or a layer that no step accounts for. */
export type StepRow = {
  /** counted from 1; null for a layer without a step */
  step: number | null
  createdBy: string | null
  comment: string | null
  /** the step says that it made no layer */
  empty: boolean
  /** index among the layers; null: none */
  layer: number | null
  /** the same when steps are paired by position */
  naive: number | null
}

export type LayerFact = {
  digest: string | null
  diffId: string | null
  /** bytes as stored; null when no manifest says it */
  size: number | null
}

export type HistoryFinding =
  | { kind: 'missing' }
  /** fewer steps claim a layer than there are layers */
  | { kind: 'short'; filled: number; layers: number }
  | { kind: 'long'; filled: number; layers: number }
  /** manifest and config disagree on how many layers there are */
  | { kind: 'layers'; manifest: number; config: number }

export type Alignment = {
  rows: StepRow[]
  layers: LayerFact[]
  findings: HistoryFinding[]
}

/**
 * Pairs the steps of `history` with the layers: a step takes the next layer unless it says
 * `empty_layer`.
 *
 * Nothing is guessed: layers without a step get rows of their own, steps beyond the layers get none.
 *
 * @see image-spec v1.1.1, config.md#properties
 */
export function alignHistory(config: ImageConfig, manifest: Manifest | null): Alignment {
  const { history, diffIds } = config
  const blobs = manifest?.layers ?? []
  const count = Math.max(blobs.length, diffIds.length)
  const layers = Array.from({ length: count }, (_, i) => ({
    digest: blobs[i]?.descriptor.digest ?? null,
    diffId: diffIds[i] ?? null,
    size: blobs[i]?.descriptor.size ?? null,
  }))
  const within = (i: number | null) => (i !== null && i < count ? i : null)
  const steps = history.map(({ createdBy, comment, layer }, i) => ({
    step: i + 1,
    createdBy,
    comment,
    empty: layer === null,
    layer: within(layer),
    naive: within(i),
  }))
  const filled = history.filter(({ layer }) => layer !== null).length
  const rest = layers.slice(filled).map((_, i) => ({
    step: null,
    createdBy: null,
    comment: null,
    empty: false,
    layer: filled + i,
    naive: filled + i < history.length ? null : filled + i,
  }))
  return {
    rows: [...steps, ...rest],
    layers,
    findings: findingsOf(history.length, filled, count, blobs.length, diffIds.length, manifest),
  }
}

/** The layer a row is shown with. */
export function layerOf(row: StepRow, pairing: Pairing): number | null {
  return pairing === 'flag' ? row.layer : row.naive
}

/** Whether pairing by position tells something wrong about a step. */
export function isWrong({ step, layer, naive }: StepRow): boolean {
  return step !== null && layer !== naive
}

function findingsOf(
  steps: number,
  filled: number,
  count: number,
  blobs: number,
  diffIds: number,
  manifest: Manifest | null,
): HistoryFinding[] {
  const findings: HistoryFinding[] = []
  if (steps === 0 && count > 0) findings.push({ kind: 'missing' })
  else if (filled < count) findings.push({ kind: 'short', filled, layers: count })
  else if (filled > count) findings.push({ kind: 'long', filled, layers: count })
  if (manifest && blobs !== diffIds) {
    findings.push({ kind: 'layers', manifest: blobs, config: diffIds })
  }
  return findings
}
