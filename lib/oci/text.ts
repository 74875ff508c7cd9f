import { ProblemError } from './problem.ts'

/**
 * UTF-8 bytes as text, a byte order mark kept as its first character.
 *
 * @throws ProblemError `text-encoding`; `at` is the offset of the first byte that is not UTF-8
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new ProblemError({ kind: 'text-encoding', at: validLength(bytes) }, { cause })
  }
}

// The decoder says that something is wrong but not where. Only called when something is.
function validLength(bytes: Uint8Array): number {
  const decodes = (end: number) => {
    try {
      // stream: an unfinished character at the end is no error yet
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  if (decodes(bytes.length)) return bytes.length
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(middle)) good = middle
    else bad = middle
  }
  return good
}
