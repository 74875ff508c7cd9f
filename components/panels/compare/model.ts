import type { Fingerprint } from '@/lib/oci/builder-fingerprint'
import type { ImageComparison } from '@/lib/oci/compare'
import type { PlatformRow } from '../image/reader'
import type { Shown, Slot } from '../image/state'

/** Everything a comparison draws; plain data, made on the server or in the browser. */
export type Compared = {
  comparison: ImageComparison
  builders: { a: Fingerprint[]; b: Fingerprint[] }
}

/** Whether all documents that will come have come. */
export function isSettled({ index, manifest, config }: Shown): boolean {
  return [index, manifest, config].every(({ status }) => status !== 'waiting')
}

/** A manifest was opened, and it is none of an image: schema 1, or another document. */
export function isNoImage({ manifest }: Shown): boolean {
  return manifest.status === 'ready' && manifest.document.kind !== 'manifest'
}

/** The platforms to choose from, attestations left out; empty where there is no choice. */
export function platformsOf({ index }: Shown): PlatformRow[] {
  const summary = index.status === 'ready' ? index.document.summary : null
  const rows = summary?.kind === 'index' ? summary.rows : []
  return rows.filter(({ attests }) => attests === undefined)
}

/** What names a row in the address: its platform, or its digest where two have the same. */
export function rowName(row: PlatformRow, rows: readonly PlatformRow[]): string {
  const alike = rows.filter(({ platform }) => platform === row.platform)
  return row.platform !== null && alike.length === 1 ? row.platform : row.digest
}

/** What a comparison needs of an image, without what a reader of its fields needs. */
export function withoutNotes(shown: Shown): Shown {
  const light = (slot: Slot): Slot =>
    slot.status === 'ready'
      ? { ...slot, document: { ...slot.document, fields: [], notes: [], findings: [] } }
      : slot
  return {
    ...shown,
    lines: [],
    index: light(shown.index),
    manifest: light(shown.manifest),
    config: light(shown.config),
  }
}

export type Verdict = 'identical' | 'redescribed' | 'repacked' | 'related' | 'unrelated'

export type LayerCounts = { same: number; repacked: number; different: number }

/** The comparison in one word, and the layers of each kind. */
export function verdictOf({ documents, layers }: ImageComparison): {
  verdict: Verdict
  counts: LayerCounts
} {
  const same = (kind: string) => documents.some((pair) => pair.kind === kind && pair.same)
  const counts = { same: 0, repacked: 0, different: 0 }
  for (const { kind } of layers) counts[kind]++
  return { verdict: judge(), counts }

  function judge(): Verdict {
    if (same('manifest')) return 'identical'
    if (same('config') && counts.different === 0) {
      return counts.repacked === 0 ? 'redescribed' : 'repacked'
    }
    return counts.same + counts.repacked > 0 ? 'related' : 'unrelated'
  }
}
