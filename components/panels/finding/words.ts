import type { Locale } from '../../../lib/i18n/locale.ts'
import type { FieldForm, FieldKind, Finding, FindingKind } from '../../../lib/oci/finding.ts'
import type { JsonNode } from '../../../lib/oci/json.ts'

/**
 * What is odd, and why it is legal all the same or what breaks.
 * Placeholders are the Finding's own field names.
 */
export type FindingWords = Record<FindingKind['kind'], { says: string; so: string }>

/** Everything `findingSentence` needs to speak one language. Data only: it crosses as props. */
export type FindingVocabulary = {
  locale: Locale
  sentences: FindingWords
  /** fill `{expected}` of `wrong-type` and `wrong-form` */
  expected: Record<FieldKind | FieldForm, string>
  /** fill `{got}` of `wrong-type` */
  types: Record<JsonNode['type'], string>
  /** fill `{signed}` of `schema1` */
  signed: string
  unsigned: string
  /** fills `{assumed}` when there is not even a guess */
  unknown: string
  /** after the first few items of a list; `{count}` are left */
  more: string
}

export type FindingOf<Kind extends FindingKind['kind']> = Extract<Finding, { kind: Kind }>
