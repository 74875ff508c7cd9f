import type { HeaderLine } from '../oci/conversation.ts'

/** The first value of a header, whatever its case; null when absent. */
export function headerOf(headers: readonly HeaderLine[], name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null
}

/** All values of a header, in order. */
export function headersOf(headers: readonly HeaderLine[], name: string): string[] {
  return headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)
}

/** Name, value, name, value … as pairs. */
export function headerLines(flat: readonly string[]): HeaderLine[] {
  const lines: HeaderLine[] = []
  for (let at = 0; at + 1 < flat.length; at += 2) lines.push([flat[at]!, flat[at + 1]!])
  return lines
}

/** What Content-Length promises, bytes; null when it is absent, doubled or no number. */
export function contentLength(headers: readonly HeaderLine[]): number | null {
  const [first, ...rest] = headersOf(headers, 'content-length')
  return first !== undefined && rest.length === 0 && /^\d{1,15}$/.test(first) ? Number(first) : null
}

/**
 * When to come back, in seconds from now; null when the header is absent or unreadable.
 *
 * @see RFC 9110, section 10.2.3: a number of seconds or a date
 */
export function retryAfter(headers: readonly HeaderLine[], now: number): number | null {
  const value = headerOf(headers, 'retry-after')?.trim()
  if (!value) return null
  if (/^\d{1,9}$/.test(value)) return Number(value)
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000))
}
