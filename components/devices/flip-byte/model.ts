/** A document, and at most one byte of it changed. */
export type Flip = {
  /** position, from 0 */
  at: number
  flipped: boolean
}

/** Bytes in a row of the dump, and rows in sight. */
export const ROW = 16
export const ROWS = 8

/** The lowest bit: the least that can change, and in text still a character one can read. */
export function flipByte(byte: number): number {
  return byte ^ 0x01
}

/** The bytes with that one changed; a copy, the original stays. */
export function applyFlip(bytes: Uint8Array, { at, flipped }: Flip): Uint8Array {
  // Not `slice`: that of Node's Buffer is a window on the original.
  const changed = new Uint8Array(bytes)
  const byte = changed[at]
  if (flipped && byte !== undefined) changed[at] = flipByte(byte)
  return changed
}

/** Where to flip first: a digit of the first digest inside, else the middle. */
export function firstPosition(bytes: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(bytes)
  const digest = /"sha256:([0-9a-f]{64})"/.exec(text)
  return digest ? digest.index + 8 : Math.floor(bytes.length / 2)
}

/** First byte of the rows in sight, so that a position stands near their middle. */
export function windowStart(size: number, at: number): number {
  const row = Math.floor(at / ROW)
  const last = Math.max(0, Math.ceil(size / ROW) - ROWS)
  return Math.min(last, Math.max(0, row - Math.floor(ROWS / 2))) * ROW
}

/** Moves by keys: arrows by a byte or a row; stays inside. */
export function step(size: number, at: number, key: string): number | null {
  const by: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: ROW,
    ArrowUp: -ROW,
    PageDown: ROW * ROWS,
    PageUp: -ROW * ROWS,
    Home: -size,
    End: size,
  }
  const move = by[key]
  if (move === undefined) return null
  return Math.min(size - 1, Math.max(0, at + move))
}

export function hexOf(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

/** Printable ASCII as itself, anything else a dot, as hexdump does. */
export function characterOf(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'
}

/** `0x22 (")` */
export function byteName(byte: number): string {
  const seen = byte > 0x20 && byte < 0x7f
  return `0x${hexOf(byte)}${seen ? ` (${String.fromCharCode(byte)})` : ''}`
}

/** Which characters of two texts differ, place by place; `runs` cuts the second for marking. */
export function compareText(
  a: string,
  b: string,
): { count: number; runs: [text: string, differs: boolean][] } {
  const runs: [string, boolean][] = []
  let count = 0
  for (let i = 0; i < b.length; i++) {
    const differs = a[i] !== b[i]
    if (differs) count++
    const last = runs.at(-1)
    if (last && last[1] === differs) last[0] += b[i]
    else runs.push([b[i] ?? '', differs])
  }
  return { count, runs }
}
