import { ProblemError, type TarReason } from './problem.ts'
import type { TarKind } from './tar-entry.ts'

export const BLOCK = 512

/** The fields of one header block, before long names and PAX records have their say. */
export type TarHeader = {
  name: Uint8Array
  mode: number
  uid: number
  gid: number
  /** bytes that follow it in the archive */
  size: number
  mtime: number
  /** one character */
  type: string
  link: Uint8Array
  device: [number, number]
  /** old GNU sparse file: its size with holes */
  realSize: number
  /** old GNU sparse file: another block of its map follows */
  extended: boolean
}

/** @param at offset of the header in the unpacked archive */
export function tarProblem(at: number, reason: TarReason): ProblemError {
  return new ProblemError({ kind: 'tar-syntax', at, reason })
}

/**
 * Reads one header block: v7, ustar, or GNU.
 *
 * @param at where it stands, for the problem
 * @throws ProblemError `tar-syntax` when its checksum or a number is wrong
 * @see POSIX.1-2017, pax, section "ustar Interchange Format"; GNU tar manual, "Basic Tar Format"
 */
export function decodeTarHeader(block: Uint8Array, at: number): TarHeader {
  if (!isChecksumRight(block)) throw tarProblem(at, 'checksum')
  const number = (from: number, length: number) => {
    const value = decodeTarNumber(block, from, length)
    if (value === null) throw tarProblem(at, 'number')
    return value
  }
  const magic = String.fromCharCode(...block.subarray(257, 263))
  const ustar = magic === 'ustar\0'
  const gnu = magic === 'ustar '
  const size = number(124, 12)
  if (size < 0) throw tarProblem(at, 'number')
  const type = String.fromCharCode(block[156]!)
  let name = textField(block, 0, 100)
  const prefix = ustar ? textField(block, 345, 155) : EMPTY
  if (prefix.length > 0) name = joinPath(prefix, name)
  const sparse = gnu && type === 'S'
  return {
    ...{ name, size, type },
    mode: number(100, 8) & 0o7777,
    uid: number(108, 8),
    gid: number(116, 8),
    mtime: number(136, 12),
    link: textField(block, 157, 100),
    device: ustar || gnu ? [number(329, 8), number(337, 8)] : [0, 0],
    realSize: sparse ? number(483, 12) : size,
    extended: sparse && block[482] !== 0,
  }
}

const EMPTY = new Uint8Array(0)

function joinPath(prefix: Uint8Array, name: Uint8Array): Uint8Array {
  const joined = new Uint8Array(prefix.length + 1 + name.length)
  joined.set(prefix)
  joined[prefix.length] = 0x2f
  joined.set(name, prefix.length + 1)
  return joined
}

export function isZeroBlock(block: Uint8Array): boolean {
  for (let i = 0; i < BLOCK; i += 1) if (block[i] !== 0) return false
  return true
}

/** A copy of a field up to its first NUL. */
export function textField(block: Uint8Array, from: number, length: number): Uint8Array {
  const end = block.indexOf(0, from)
  return block.slice(from, end < 0 || end > from + length ? from + length : end)
}

// Some old archivers added up signed characters.
function isChecksumRight(block: Uint8Array): boolean {
  const want = decodeTarNumber(block, 148, 8)
  let unsigned = 8 * 0x20
  let high = 0
  for (let i = 0; i < BLOCK; i += 1) {
    if (i === 148) i = 156
    const byte = block[i]!
    unsigned += byte
    if (byte > 0x7f) high += 1
  }
  return want === unsigned || want === unsigned - high * 256
}

/**
 * A number field: octal text, or base 256 where its first bit is set.
 *
 * @returns null when it is neither, or too large to be exact
 */
export function decodeTarNumber(block: Uint8Array, from: number, length: number): number | null {
  const first = block[from]!
  if (first & 0x80) {
    // Two's complement over the field's remaining bits: 0x80 starts a positive, 0xff a negative number.
    const negative = (first & 0x40) !== 0
    let value = negative ? (first & 0x3f) - 0x40 : first & 0x3f
    for (let i = from + 1; i < from + length; i += 1) {
      value = value * 256 + block[i]!
      if (!Number.isSafeInteger(value)) return null
    }
    return value
  }
  let at = from
  const end = from + length
  while (at < end && (block[at] === 0x20 || block[at] === 0)) at += 1
  let value = 0
  for (; at < end; at += 1) {
    const digit = block[at]! - 0x30
    if (digit < 0 || digit > 7) break
    value = value * 8 + digit
  }
  if (at < end && block[at] !== 0x20 && block[at] !== 0) return null
  return value
}

const KINDS = new Map<string, TarKind>([
  ['0', 'file'],
  ['\0', 'file'],
  ['7', 'file'],
  ['S', 'file'],
  ['1', 'hardlink'],
  ['2', 'symlink'],
  ['3', 'character-device'],
  ['4', 'block-device'],
  ['5', 'directory'],
  ['6', 'fifo'],
])

/** @param type the header's type flag */
export function kindOf(type: string, path: string): TarKind {
  const kind = KINDS.get(type) ?? 'other'
  // v7 has no type for directories: a slash at the end says it.
  return kind === 'file' && path.endsWith('/') ? 'directory' : kind
}
