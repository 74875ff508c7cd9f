import { format } from '../../lib/i18n/format.ts'
import type { Locale } from '../../lib/i18n/locale.ts'

const LONGEST_QUOTE = 80
const LISTED = 6

/** A size for eyes: `512 bytes`, `1.5 KiB`, `4 MiB`. */
export function formatBytes(locale: Locale, bytes: number): string {
  const unit = bytes >= 1024 ** 3 ? 3 : bytes >= 1024 ** 2 ? 2 : bytes >= 1024 ? 1 : 0
  if (unit === 0) return formatExactBytes(locale, bytes)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return `${number.format(bytes / 1024 ** unit)} ${['', 'KiB', 'MiB', 'GiB'][unit]}`
}

/** Every byte counted: `4,194,305 bytes`. */
export function formatExactBytes(locale: Locale, bytes: number): string {
  return inUnit(locale, bytes, 'byte')
}

/** A duration for eyes: `8 seconds`, `15 minutes`. From two minutes on, whole minutes, rounded up. */
export function formatSeconds(locale: Locale, seconds: number): string {
  const [count, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return inUnit(locale, Math.round(count * 10) / 10, unit)
}

/** The first few items, each shortened, and how many are left: `a, b, 3 more`. */
export function formatList(
  words: { more: string },
  items: readonly string[],
  none: string,
): string {
  if (items.length === 0) return none
  const shown = items.slice(0, LISTED).map(shorten)
  const left = items.length - shown.length
  if (left > 0) shown.push(format(words.more, { count: left }))
  // Intl.ListFormat puts no comma between Korean items.
  return shown.join(', ')
}

const HASH = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*:)([0-9a-f]{32,})$/

/** Text of others, at most one line long; a digest keeps both ends. The cut is visible: `…`. */
export function shorten(text: string): string {
  const [, algorithm, hex] = HASH.exec(text) ?? []
  if (algorithm && hex) return `${algorithm}${hex.slice(0, 12)}…${hex.slice(-6)}`
  const characters = Array.from(text)
  if (characters.length <= LONGEST_QUOTE) return text
  return `${characters.slice(0, 50).join('')}…${characters.slice(-20).join('')}`
}

function inUnit(locale: Locale, count: number, unit: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
