import type { Problem } from '@/lib/oci/problem'
import type { Plan } from './plan'
import type { FilesSummary, Rows, RowsQuery } from './reader'

export type ToWorker =
  | { type: 'open'; plan: Plan; origin: string }
  /** everything that is not whole yet, then the comparison */
  | { type: 'read' }
  | { type: 'stop' }
  | { type: 'ask'; number: number; query: RowsQuery }

/** How far it is: layer `n` of those to fetch, from 1; bytes and entries of that layer. */
export type Progress = {
  n: number
  compressed: number
  stored: number
  entries: number
}

export type FromWorker =
  | ({ type: 'progress' } & Progress)
  | { type: 'done'; summary: FilesSummary }
  | { type: 'failed'; problem: Problem }
  | { type: 'stopped' }
  | { type: 'answer'; number: number; value: Rows }
