const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** What PAX records say about an entry; a null takes back what a global header said. */
export type PaxRecords = Map<string, Uint8Array | null>

/**
 * Reads records of the form `length key=value\n`. Values are views of the bytes given.
 *
 * @returns null when they are malformed
 * @see POSIX.1-2017, pax, section "pax Extended Header"
 */
export function decodePax(bytes: Uint8Array): PaxRecords | null {
  const records: PaxRecords = new Map()
  for (let at = 0; at < bytes.length; ) {
    let length = 0
    let cursor = at
    for (; cursor < bytes.length && bytes[cursor] !== 0x20; cursor += 1) {
      const digit = bytes[cursor]! - 0x30
      if (digit < 0 || digit > 9) return null
      length = length * 10 + digit
      if (length > bytes.length) return null
    }
    const end = at + length
    const equals = bytes.indexOf(0x3d, cursor)
    const isRecord = equals > cursor + 1 && equals < end && bytes[end - 1] === 0x0a
    if (!isRecord || end > bytes.length) return null
    const key = keyOf(bytes, cursor + 1, equals)
    const value = bytes.subarray(equals + 1, end - 1)
    // A name with a NUL in it would mean one thing to us and another to a kernel.
    if (NAMES.has(key) && value.includes(0)) return null
    records.set(key, value.length > 0 ? value : null)
    at = end
  }
  return records
}

/** A header may hold two hundred thousand short keys, and a decoder is slow to start. */
function keyOf(bytes: Uint8Array, from: number, to: number): string {
  let key = ''
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]!
    if (byte > 0x7f || key.length === 64) return utf8.decode(bytes.subarray(from, to))
    key += String.fromCharCode(byte)
  }
  return key
}

const NAMES = new Set(['path', 'linkpath', 'uname', 'gname', 'GNU.sparse.name'])

/** A decimal number with an optional sign and fraction; null when it is none. */
export function decodePaxNumber(value: Uint8Array): number | null {
  const text = utf8.decode(value)
  return /^-?\d{1,16}(?:\.\d*)?$/.test(text) ? Number(text) : null
}

const XATTR = /^(?:SCHILY|LIBARCHIVE)\.xattr\.(.+)$/s

/** The names of extended attributes among the records. */
export function paxXattrs(keys: Iterable<string>): string[] {
  const names = new Set<string>()
  for (const key of keys) {
    const [, name] = XATTR.exec(key) ?? []
    if (name !== undefined) names.add(name)
  }
  return [...names]
}
