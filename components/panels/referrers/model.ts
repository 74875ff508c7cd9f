import type { Descriptor } from '@/lib/oci/descriptor'
import type { Problem } from '@/lib/oci/problem'

/** The ways to find what refers to a manifest. `index` asks nobody: it stands in the index already. */
export type Way = 'api' | 'tag' | 'signature' | 'attestation' | 'sbom' | 'index'

export const WAYS: readonly Way[] = ['api', 'tag', 'signature', 'attestation', 'sbom', 'index']

/** One referrer as a list describes it. */
export type Referrer = Pick<Descriptor, 'digest' | 'mediaType' | 'size' | 'annotations'> & {
  artifactType?: string
}

/** What one way came to. */
export type Outcome =
  /** `more`: the answer has further pages, which are not asked for */
  | { kind: 'found'; referrers: Referrer[]; more: boolean }
  /** a list, and nothing in it: this registry keeps lists, and nobody refers to the manifest */
  | { kind: 'none' }
  /** 404: no such list, no such tag */
  | { kind: 'absent'; status: number }
  /** what the tag names is no list of referrers: GitLab answers with the subject itself */
  | { kind: 'trap'; digest: string }
  /** no index above: nothing to look into */
  | { kind: 'no-index' }
  | { kind: 'failed'; problem: Problem }

export type Found = {
  way: Way
  /** the path asked for on our own origin; null where nobody was asked */
  path: string | null
  status: number | null
  outcome: Outcome
  /** the API asked again for one type alone; null where that was not done */
  filtered: Filtered | null
}

/** What came of `?artifactType=`. A registry may pass it by; then the client has to filter. */
export type Filtered = {
  artifactType: string
  /** whether `OCI-Filters-Applied` says so */
  applied: boolean
  /** how many it listed then */
  count: number
}

/** Every referrer once, and the ways that found it. */
export function together(found: readonly Found[]): { referrer: Referrer; ways: Way[] }[] {
  const all = new Map<string, { referrer: Referrer; ways: Way[] }>()
  for (const { way, outcome } of found) {
    if (outcome.kind !== 'found') continue
    for (const referrer of outcome.referrers) {
      const known = all.get(referrer.digest)
      if (known) known.ways.push(way)
      else all.set(referrer.digest, { referrer, ways: [way] })
    }
  }
  return [...all.values()]
}
