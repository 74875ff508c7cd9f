import type { Locale } from '../../../lib/i18n/locale.ts'
import type { FieldKind } from '../../../lib/oci/finding.ts'
import type { JsonExpected } from '../../../lib/oci/json.ts'
import type {
  BodyKind,
  CompressionReason,
  EntryWhat,
  LinkReason,
  Problem,
  RedirectReason,
  ReferenceReason,
  TarReason,
} from '../../../lib/oci/problem.ts'

/** What is wrong, and what to try. Placeholders are the Problem's own field names. */
export type ProblemWords = Record<Problem['kind'], { says: string; try: string }>

export type TimeoutPhase = Extract<Problem, { kind: 'timeout' }>['phase']

/** Everything `problemSentence` needs to speak one language. Data only: it crosses as props. */
export type ProblemVocabulary = {
  locale: Locale
  sentences: ProblemWords
  /** fill `{reason}` of `reference-syntax` */
  referenceReasons: Record<ReferenceReason, string>
  /** fill `{reason}` of `redirect-refused` */
  redirectReasons: Record<RedirectReason, string>
  /** fill `{reason}` of `link-refused` */
  linkReasons: Record<LinkReason, string>
  /** fill `{phase}` of `timeout` */
  timeoutPhases: Record<TimeoutPhase, string>
  /** fill `{what}` of `too-large` */
  bodyKinds: Record<BodyKind, string>
  /** fill `{expected}` of `json-syntax` and `document-shape` */
  expected: Record<JsonExpected | FieldKind | 'base64', string>
  /** fill `{reason}` of `compression-broken` */
  compressionReasons: Record<CompressionReason, string>
  /** fill `{reason}` of `tar-syntax` */
  tarReasons: Record<TarReason, string>
  /** fill `{what}` of `entry-not-file` */
  entryKinds: Record<EntryWhat, string>
  /** stand where a field is null or empty */
  absent: {
    /** `{retryAfter}` */
    time: string
    /** `{size}` */
    size: string
    /** `{mediaType}` */
    mediaType: string
    /** `{diagnostics}` */
    diagnostics: string
    /** `{offered}` */
    offered: string
    /** `{at}` of the whole document */
    pointer: string
    /** `{urls}` */
    urls: string
  }
  /** a link to the same failure in the error lab */
  played: string
  /** after the first few items of a list; `{count}` are left */
  more: string
}
