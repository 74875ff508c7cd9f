import {
  type ComparedTree,
  compareFiles,
  type FileDifference,
  type FilesComparison,
} from '@/lib/oci/compare-files'
import type { EndLine, LayerLine } from '@/lib/oci/layer-entry'
import { applyLayer, createLayerStack } from '@/lib/oci/layer-stack'
import { ProblemError } from '@/lib/oci/problem'
import { TAR_LIMITS } from '@/lib/oci/tar'
import type { TarEntry } from '@/lib/oci/tar-entry'
import type { Plan } from './plan'

/** `main`: added, removed and changed names; the others are folded. */
export type Group = 'main' | 'time' | 'unproven'

/** A window of one group's list; `find`: part of a path, in any case. */
export type RowsQuery = { group: Group; find: string; from: number; count: number }

export type Rows = { total: number; rows: FileDifference[] }

export type FilesSummary = {
  totals: FilesComparison['totals']
  /** layers that were not read since they lie elsewhere */
  foreign: number
  /** layers listed from their table of contents */
  fromToc: number
  /** layers that unpack to another diffID than a config says */
  mismatched: number
}

/** Layers while they are read, and then the comparison. No clock, no network. */
export type FilesReader = {
  /** entries of all layers so far */
  readonly entries: number
  isWhole(place: number): boolean
  begin(place: number): void
  /** @throws ProblemError when the line is one, and `too-many-entries` */
  take(place: number, line: LayerLine): void
  /** Once every layer is whole. @throws ProblemError `too-many-entries` */
  compare(): FilesSummary
  /** nothing before `compare` */
  readonly differences: FileDifference[]
}

/** @param most entries of all layers together */
export function createFilesReader(plan: Plan, most = TAR_LIMITS.entries): FilesReader {
  const entries: TarEntry[][] = plan.reads.map(() => [])
  const ends: (EndLine | null)[] = plan.reads.map(() => null)
  let differences: FileDifference[] = []

  function treeOf(places: readonly number[]): ComparedTree {
    const stack = createLayerStack()
    for (const place of places) applyLayer(stack, entries[place] ?? [])
    return {
      root: stack.root,
      layers: places.map((place) => ({
        digest: plan.reads[place]?.digest ?? '',
        diffId: ends[place]?.diffId ?? null,
      })),
    }
  }

  return {
    get entries() {
      return entries.reduce((sum, { length }) => sum + length, 0)
    },
    get differences() {
      return differences
    },
    isWhole: (place) => ends[place] !== null || plan.reads[place]?.foreign === true,
    begin(place) {
      entries[place] = []
      ends[place] = null
    },
    take(place, line) {
      if (line.type === 'problem') throw new ProblemError(line.problem)
      if (line.type === 'end') ends[place] = line
      if (line.type !== 'entry') return
      const { type: _, whiteout: __, ...entry } = line
      entries[place]?.push(entry)
      // Counted over all layers now and then: the sum takes time with many layers.
      if ((entries[place]?.length ?? 0) % 1000 === 0 && this.entries > most) tooMany()
    },
    compare() {
      if (this.entries > most) tooMany()
      const comparison = compareFiles(treeOf(plan.a), treeOf(plan.b))
      differences = comparison.differences
      return {
        totals: comparison.totals,
        foreign: plan.reads.filter(({ foreign }) => foreign).length,
        fromToc: ends.filter((end) => end?.method === 'toc').length,
        mismatched: ends.filter((end) => end?.diffIdVerified === false).length,
      }
    },
  }

  function tooMany(): never {
    throw new ProblemError({ kind: 'too-many-entries', limit: most })
  }
}

/** The differences of one group whose paths hold the words, in order. */
export function differencesIn(
  differences: readonly FileDifference[],
  { group, find }: Pick<RowsQuery, 'group' | 'find'>,
): FileDifference[] {
  const part = find.toLowerCase()
  return differences.filter(
    ({ type, path }) =>
      (type === 'time' || type === 'unproven' ? type : 'main') === group &&
      path.toLowerCase().includes(part),
  )
}
