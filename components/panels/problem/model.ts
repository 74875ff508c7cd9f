import { format } from '../../../lib/i18n/format.ts'
import { localePath } from '../../../lib/i18n/locale.ts'
import { failureOf } from '../../../lib/oci/failure.ts'
import type { Problem } from '../../../lib/oci/problem.ts'
import { formatBytes, formatExactBytes, formatList, formatSeconds, shorten } from '../values.ts'
import type { ProblemVocabulary } from './words.ts'

/** A Problem in the reader's words. */
export type ProblemSays = {
  says: string
  try: string
  /** the same failure in the error lab, where it is played */
  played?: { href: string; text: string }
}

/**
 * What is wrong and what to try, with every value filled in.
 *
 * Sizes appear in KiB or MiB, times in seconds or minutes, digests and long input shortened in
 * the middle with a visible `…`.
 */
export function problemSentence(words: ProblemVocabulary, problem: Problem): ProblemSays {
  const sentence = words.sentences[problem.kind]
  const values = valuesOf(words, problem)
  const says = { says: format(sentence.says, values), try: format(sentence.try, values) }
  const failure = failureOf(problem)
  if (failure === null) return says
  const href = `${localePath(words.locale, '/desk/errors')}?failure=${failure}#${failure}`
  return { ...says, played: { href, text: words.played } }
}

type Values = Record<string, string | number>

function valuesOf(words: ProblemVocabulary, problem: Problem): Values {
  const { locale, absent } = words
  switch (problem.kind) {
    case 'reference-syntax':
      return { input: shorten(problem.input), reason: words.referenceReasons[problem.reason] }
    case 'redirect-refused':
      return {
        from: shorten(problem.from),
        // a redirect may name no place at all
        to: shorten(problem.to || '–'),
        reason: words.redirectReasons[problem.reason],
      }
    case 'link-refused':
      return { link: shorten(problem.link), reason: words.linkReasons[problem.reason] }
    case 'timeout':
      return {
        host: problem.host,
        phase: words.timeoutPhases[problem.phase],
        limit: formatSeconds(locale, problem.limit / 1000),
      }
    case 'rate-limited':
      return { registry: problem.registry, retryAfter: waitOf(words, problem.retryAfter) }
    case 'visitor-limited':
      return { retryAfter: waitOf(words, problem.retryAfter) }
    case 'token-failed':
    case 'not-found-or-private':
    case 'referrers-unsupported':
    case 'registry': {
      const diagnostics = formatList(
        words,
        problem.diagnostics.map((diagnostic) => diagnostic.code),
        absent.diagnostics,
      )
      return { ...textsOf(problem), diagnostics }
    }
    case 'too-large':
      return { what: words.bodyKinds[problem.what], ...sizesOf(words, problem.limit, problem.size) }
    case 'archive-too-large':
    case 'document-too-large':
      return sizesOf(words, problem.limit, problem.size)
    case 'truncated':
    case 'size-mismatch':
      return {
        want: formatExactBytes(locale, problem.want),
        got: formatExactBytes(locale, problem.got),
      }
    case 'media-type-refused':
      return { mediaType: shorten(problem.mediaType ?? absent.mediaType) }
    case 'platform-missing':
      return {
        platform: problem.platform,
        offered: formatList(words, problem.offered, absent.offered),
      }
    case 'document-shape':
      return { at: problem.at || absent.pointer, expected: expectedOf(words, problem.expected) }
    case 'json-syntax':
      return { at: problem.at, expected: expectedOf(words, problem.expected) }
    case 'layer-foreign':
      return { ...textsOf(problem), urls: formatList(words, problem.urls, absent.urls) }
    case 'compression-broken':
      return { ...textsOf(problem), reason: words.compressionReasons[problem.reason] }
    case 'compression-ratio':
      return {
        limit: problem.limit,
        compressed: formatBytes(locale, problem.compressed),
        unpacked: formatBytes(locale, problem.unpacked),
      }
    case 'tar-syntax':
    case 'archive-syntax':
      return { at: problem.at, reason: words.tarReasons[problem.reason] }
    case 'path-too-long':
      return { index: problem.index, limit: formatBytes(locale, problem.limit) }
    case 'entry-not-file':
      return { path: shorten(problem.path), what: words.entryKinds[problem.what] }
    default:
      return textsOf(problem)
  }
}

/** The fields that read as they are: texts (shortened) and plain counts. */
function textsOf(problem: Problem): Values {
  const values: Values = {}
  for (const [name, value] of Object.entries(problem)) {
    if (typeof value === 'string') values[name] = shorten(value)
    if (typeof value === 'number') values[name] = value
  }
  return values
}

function waitOf(words: ProblemVocabulary, seconds: number | null): string {
  return seconds === null ? words.absent.time : formatSeconds(words.locale, seconds)
}

// Two sizes that round to the same text would make the sentence absurd; then every byte is shown.
function sizesOf(words: ProblemVocabulary, limit: number, size: number | null): Values {
  const short = formatBytes(words.locale, limit)
  if (size === null) return { limit: short, size: words.absent.size }
  const shortSize = formatBytes(words.locale, size)
  if (shortSize !== short) return { limit: short, size: shortSize }
  return {
    limit: formatExactBytes(words.locale, limit),
    size: formatExactBytes(words.locale, size),
  }
}

function expectedOf(words: ProblemVocabulary, expected: string): string {
  const known: Record<string, string> = words.expected
  return (Object.hasOwn(known, expected) && known[expected]) || shorten(expected)
}
