import type { Compression } from './media-type.ts'
import { ProblemError } from './problem.ts'

/** Bytes needed to tell. */
export const MAGIC_LENGTH = 6

const KNOWN: [compression: string, bytes: number[]][] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
]

/**
 * How a layer is compressed, by its first bytes.
 *
 * @throws ProblemError `compression-unsupported` for a kind that layers do not use
 * @see RFC 1952, section 2.3.1; RFC 8878, section 3.1.1
 */
export function compressionByMagic(head: Uint8Array): Compression {
  const found = KNOWN.find(([, magic]) => magic.every((byte, i) => head[i] === byte))
  // zstd may begin with a frame that is to be skipped: 0x184D2A50 to 5F, little-endian
  const skippable = ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d
  const [compression] = found ?? [skippable && head[3] === 0x18 ? 'zstd' : 'none']
  if (compression === 'gzip' || compression === 'zstd' || compression === 'none') {
    return compression
  }
  throw new ProblemError({ kind: 'compression-unsupported', compression })
}
