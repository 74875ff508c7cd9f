/** What a file is by its first bytes. */
export type FileKind = Container | Foreign | 'json' | 'empty'

/** What an image may lie in. */
export type Container = 'tar' | 'gzip' | 'zstd'

/** Everything else that readers drop here, by a name that is told with what to try. */
export type Foreign =
  | 'bzip2'
  | 'xz'
  | 'zip'
  | '7z'
  | 'rar'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'pdf'
  | 'elf'
  | 'wasm'
  | 'qcow2'
  | 'vmdk'
  | 'vhdx'
  | 'iso'
  | 'squashfs'
  | 'sqlite'
  | 'deb'
  | 'rpm'
  | 'pem'
  | 'html'
  | 'yaml'
  | 'dockerfile'
  | 'text'
  | 'binary'

/** Bytes that `sniff` wants to see; an ISO image has its mark at 32 KiB. */
export const SNIFF_LENGTH = 33 * 1024

/** Where each kind has its mark, and what stands there. */
const MARKS: [kind: FileKind, at: number, mark: string][] = [
  ['gzip', 0, '\x1f\x8b'],
  ['zstd', 0, '\x28\xb5\x2f\xfd'],
  ['tar', 257, 'ustar'],
  ['bzip2', 0, 'BZh'],
  ['xz', 0, '\xfd7zXZ\0'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['7z', 0, '7z\xbc\xaf\x27\x1c'],
  ['rar', 0, 'Rar!\x1a\x07'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['pdf', 0, '%PDF-'],
  ['elf', 0, '\x7fELF'],
  ['wasm', 0, '\0asm'],
  ['qcow2', 0, 'QFI\xfb'],
  ['vmdk', 0, 'KDMV'],
  ['vmdk', 0, '# Disk DescriptorFile'],
  ['vhdx', 0, 'vhdxfile'],
  ['iso', 32769, 'CD001'],
  ['squashfs', 0, 'hsqs'],
  ['sqlite', 0, 'SQLite format 3\0'],
  ['deb', 0, '!<arch>\ndebian'],
  ['rpm', 0, '\xed\xab\xee\xdb'],
]

/**
 * Tells what a file is by its first bytes; its name is not asked.
 *
 * @param head up to `SNIFF_LENGTH` bytes
 */
export function sniff(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty'
  const found = MARKS.find(([, at, mark]) => isAt(head, at, mark))
  if (found) return found[0]
  if (isOldTar(head)) return 'tar'
  return sniffText(head)
}

function isAt(head: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i += 1) {
    if (head[at + i] !== mark.charCodeAt(i)) return false
  }
  return true
}

// v7 tars have no mark, but a checksum: eight octal digits' worth over the block.
function isOldTar(head: Uint8Array): boolean {
  if (head.length < 512 || head[0] === 0) return false
  const digits = String.fromCharCode(...head.subarray(148, 156)).replace(/[\0 ]/g, '')
  if (!/^[0-7]{1,7}$/.test(digits)) return false
  let sum = 8 * 0x20
  for (let i = 0; i < 512; i += 1) if (i < 148 || i >= 156) sum += head[i] ?? 0
  return sum === Number.parseInt(digits, 8)
}

function sniffText(head: Uint8Array): FileKind {
  if (head.includes(0)) return 'binary'
  let text: string
  try {
    // A character may be cut at the end of the piece.
    text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return 'binary'
  }
  const start = text.trimStart()
  if (start === '') return 'empty'
  if (/^[{["]/.test(start)) return 'json'
  if (/^-----BEGIN /.test(start)) return 'pem'
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) return 'html'
  if (/^(?:#.*\n|\s)*(?:ARG|FROM)\s+\S/.test(start)) return 'dockerfile'
  if (/^(?:---\s|#.*\n|\s)*["']?[\w./-]+["']?:(?:\s|$)/.test(start)) return 'yaml'
  return 'text'
}
