import type { TarKind } from '@/lib/oci/tar-entry'

const KINDS: Record<TarKind, string> = {
  ...{ file: '-', directory: 'd', symlink: 'l', hardlink: 'h', fifo: 'p', other: '?' },
  ...{ 'character-device': 'c', 'block-device': 'b' },
}

/** As `ls -l` writes it: `drwxr-xr-t`. */
export function formatMode(kind: TarKind, mode: number): string {
  const three = (bits: number, special: number, letter: string) => {
    const x = bits & 1
    const last = special ? (x ? letter : letter.toUpperCase()) : x ? 'x' : '-'
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`
  }
  const owner = three(mode >> 6, mode & 0o4000, 's')
  const group = three(mode >> 3, mode & 0o2000, 's')
  return KINDS[kind] + owner + group + three(mode, mode & 0o1000, 't')
}

/** Seconds since 1970 as `2026-11-24 00:00`, UTC; what no calendar has, as it is. */
export function formatTime(seconds: number): string {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return String(seconds)
  const text = date.toISOString()
  // Years of five digits have a sign in front.
  const at = text.indexOf('T')
  return `${text.slice(0, at)} ${text.slice(at + 1, at + 6)}`
}

/** Text when it is UTF-8 without control characters that no text has; null for anything else. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

/** As `hexdump -C` writes it, from a multiple of 16. */
export function hexLines(bytes: Uint8Array): string {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)]
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'))
    const text = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.'))
    const left = hex.slice(0, 8).join(' ').padEnd(23)
    const right = hex.slice(8).join(' ').padEnd(23)
    lines.push(`${at.toString(16).padStart(8, '0')}  ${left}  ${right}  ${text.join('')}`)
  }
  return lines.join('\n')
}
