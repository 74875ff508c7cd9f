import type { FieldEntry, SpecClause } from '../../lib/content/fields.ts'

/** What a field means, and what goes wrong if it is wrong. */
export type Pair = readonly [means: string, breaks: string]

/** One entry from a pair of sentences in each language. */
export function row(pattern: string, spec: SpecClause, en: Pair, ko: Pair): FieldEntry {
  return { pattern, spec, means: { en: en[0], ko: ko[0] }, breaks: { en: en[1], ko: ko[1] } }
}
