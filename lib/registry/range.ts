/** First and last byte, both included. */
export type ByteRange = { first: number; last: number }

/**
 * Reads a Range header for a body of a known size.
 *
 * @returns null for the whole body: no range, several ranges, or nothing we understand
 * @see RFC 9110, section 14.2
 */
export function parseRange(
  header: string | null,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  // RFC 9110 lets a server reject a range that ends before it begins; the conformance suite wants it to.
  if (first >= size || (to !== '' && Number(to) < first)) return 'unsatisfiable'
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
