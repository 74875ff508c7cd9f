import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/** One row of a third-party table: what goes in and what its author says comes out. */
export type Vector<In, Out> = {
  id: string
  kind?: string
  client?: string
  form?: string
  part?: string
  mode?: string
  in: In
  out: Out
}

/** A folder of other projects' test tables, kept outside this repository. */
export const FIXTURES_DIR = process.env.FIXTURES_DIR

if (!FIXTURES_DIR) {
  console.warn('SKIPPED: third-party test tables. Set FIXTURES_DIR to the folder that holds them.')
}

export function readFixture(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path.join(FIXTURES_DIR ?? '', file)))
}

export function readVectors<In, Out>(set: string): Vector<In, Out>[] {
  return JSON.parse(new TextDecoder().decode(readFixture(`vectors/${set}.json`))).cases
}

/** Rows we judge differently on purpose, and why. */
export type Difference<V> = { why: string; when: (vector: V) => boolean }

/**
 * Expects our verdict to be theirs in every row but those that a difference covers.
 * Each difference must cover a row where we do differ, so that no reason outlives its cause.
 */
export function expectAgreement<V extends { id: string }>(
  vectors: readonly V[],
  verdicts: (vector: V) => { ours: unknown; theirs: unknown },
  differences: readonly Difference<V>[] = [],
): void {
  expect(vectors.length).toBeGreaterThan(0)
  const unlike = vectors.flatMap((vector) => {
    const { ours, theirs } = verdicts(vector)
    return sameJson(ours, theirs) ? [] : [{ id: vector.id, in: vector, ours, theirs }]
  })
  const covered = (row: (typeof unlike)[number], { when }: Difference<V>) => when(row.in)
  expect(unlike.filter((row) => !differences.some((one) => covered(row, one)))).toEqual([])
  const idle = differences.filter((one) => !unlike.some((row) => covered(row, one)))
  expect(idle.map(({ why }) => why)).toEqual([])
}

function sameJson(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b)
    return true
  } catch {
    return false
  }
}

/** The value, or null where it throws a problem. */
export function orNull<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError') return null
    throw error
  }
}
