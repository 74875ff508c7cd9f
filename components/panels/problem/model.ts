import { format } from '../../../lib/i18n/format.ts'
import type { Locale } from '../../../lib/i18n/locale.ts'
import type { Problem } from '../../../lib/oci/problem.ts'
import type { ProblemVocabulary } from './words.ts'

const LONGEST_QUOTE = 80
const LISTED = 6

/**
 * What is wrong and what to try, with every value filled in.
 *
 * Sizes appear in KiB or MiB, times in seconds or minutes, digests and long input shortened in
 * the middle with a visible `…`.
 */
export function problemSentence(
  words: ProblemVocabulary,
  problem: Problem,
): { says: string; try: string } {
  const sentence = words.sentences[problem.kind]
  const values = valuesOf(words, problem)
  return { says: format(sentence.says, values), try: format(sentence.try, values) }
}

/** A size for eyes: `512 bytes`, `1.5 KiB`, `4 MiB`. */
export function formatBytes(locale: Locale, bytes: number): string {
  const unit = bytes >= 1024 ** 3 ? 3 : bytes >= 1024 ** 2 ? 2 : bytes >= 1024 ? 1 : 0
  if (unit === 0) return exactBytes(locale, bytes)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return `${number.format(bytes / 1024 ** unit)} ${['', 'KiB', 'MiB', 'GiB'][unit]}`
}

/** A duration for eyes: `8 seconds`, `15 minutes`. From two minutes on, whole minutes, rounded up. */
export function formatSeconds(locale: Locale, seconds: number): string {
  const [count, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return inUnit(locale, Math.round(count * 10) / 10, unit)
}

function exactBytes(locale: Locale, bytes: number): string {
  return inUnit(locale, bytes, 'byte')
}

function inUnit(locale: Locale, count: number, unit: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
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
        to: shorten(problem.to),
        reason: words.redirectReasons[problem.reason],
      }
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
    case 'registry': {
      const diagnostics = listOf(
        words,
        problem.diagnostics.map((diagnostic) => diagnostic.code),
        absent.diagnostics,
      )
      return { ...textsOf(problem), diagnostics }
    }
    case 'too-large':
      return { what: words.bodyKinds[problem.what], ...sizesOf(words, problem.limit, problem.size) }
    case 'truncated':
    case 'size-mismatch':
      return { want: exactBytes(locale, problem.want), got: exactBytes(locale, problem.got) }
    case 'media-type-refused':
      return { mediaType: shorten(problem.mediaType ?? absent.mediaType) }
    case 'platform-missing':
      return {
        platform: problem.platform,
        offered: listOf(words, problem.offered, absent.offered),
      }
    case 'document-shape':
      return { at: problem.at || absent.pointer, expected: expectedOf(words, problem.expected) }
    case 'json-syntax':
      return { at: problem.at, expected: expectedOf(words, problem.expected) }
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
  return { limit: exactBytes(words.locale, limit), size: exactBytes(words.locale, size) }
}

function listOf(words: ProblemVocabulary, items: string[], none: string): string {
  if (items.length === 0) return none
  const shown = items.slice(0, LISTED).map(shorten)
  const left = items.length - shown.length
  if (left > 0) shown.push(format(words.more, { count: left }))
  return new Intl.ListFormat(words.locale, { type: 'unit', style: 'short' }).format(shown)
}

function expectedOf(words: ProblemVocabulary, expected: string): string {
  return Object.hasOwn(words.expected, expected) ? words.expected[expected]! : shorten(expected)
}

const HASH = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*:)([0-9a-f]{32,})$/

function shorten(text: string): string {
  const [, algorithm, hex] = HASH.exec(text) ?? []
  if (algorithm && hex) return `${algorithm}${hex.slice(0, 12)}…${hex.slice(-6)}`
  const characters = Array.from(text)
  if (characters.length <= LONGEST_QUOTE) return text
  return `${characters.slice(0, 50).join('')}…${characters.slice(-20).join('')}`
}
