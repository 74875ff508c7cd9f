import type { EntryLine } from '../../lib/oci/layer-entry.ts'
import { run } from './tool.ts'

/** One entry as both tell of it; names are bytes, in hex where they are not UTF-8. */
export type Listed = {
  kind: string
  path: string
  mode: number
  owner: string
  /** bytes, or `major,minor` of a device */
  size: string
  /** seconds since 1970 */
  mtime: number
  link: string | null
}

/**
 * The entries of an archive as GNU tar reads them.
 *
 * @param archive its unpacked bytes, or a file that may be gzip
 */
export async function listWithTar(archive: Uint8Array | string): Promise<Listed[]> {
  const args = ['-tv', '-P', '--numeric-owner', '--full-time', '--utc', '--quoting-style=c']
  const env = { LC_ALL: 'C', TAR_OPTIONS: undefined }
  const said =
    typeof archive === 'string'
      ? await run('sh', ['-ec', GUNZIP, 'tar', archive, ...args], { env })
      : await run('tar', [...args, '-f', '-'], {
          input: Buffer.concat([archive, END]),
          ...{ env, timeout: 20_000 },
        })
  return said.toString('latin1').split('\n').filter(Boolean).map(readLine)
}

/** `umoci insert` ends with the last byte of the last file; Go's reader takes that, GNU tar does not. */
const END = new Uint8Array(4096)
const GUNZIP = `file=$1; shift; { gzip -dc "$file"; head -c ${END.length} /dev/zero; } | tar "$@" -f -`

// -rwxr-xr-x 0/0   42 2026-01-02 03:04:05.678 "etc/motd"
const LINE =
  /^(.)([rwxsStT-]{9}) (-?\d+\/-?\d+) +([\d,]+) (\d{4}-\d\d-\d\d) ([\d:]{8})(\.\d+)? +"((?:[^"\\]|\\.)*)"(?: (?:->|link to) "((?:[^"\\]|\\.)*)")?$/

const KINDS: Record<string, string> = {
  '-': 'file',
  d: 'directory',
  l: 'symlink',
  h: 'hardlink',
  c: 'character-device',
  b: 'block-device',
  p: 'fifo',
}

function readLine(line: string): Listed {
  const found = LINE.exec(line)
  if (!found) throw new Error(`tar printed a line of another form: ${line}`)
  const [, kind = '', modes = '', owner = '', size = '', day, time, fraction, path = '', link] =
    found
  return {
    kind: KINDS[kind] ?? kind,
    path: nameOf(unquote(path)),
    mode: modeOf(modes),
    owner,
    size,
    mtime: rounded(Date.parse(`${day}T${time}Z`) / 1000 + Number(fraction ?? 0)),
    link: link === undefined ? null : nameOf(unquote(link)),
  }
}

function modeOf(modes: string): number {
  let mode = 0
  for (const [i, letter] of [...modes].entries()) {
    if (/[rwxst]/.test(letter)) mode |= 0o400 >> i
    if (/[sStT]/.test(letter)) mode |= 0o4000 >> Math.floor(i / 3)
  }
  return mode
}

const LETTERS: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 }

/** What C writes between quotes, as bytes. */
function unquote(text: string): Buffer {
  const bytes: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    const [, octal] = /^\\([0-7]{3})/.exec(text.slice(i, i + 4)) ?? []
    if (octal) {
      bytes.push(Number.parseInt(octal, 8))
      i += 3
    } else if (text[i] === '\\') {
      i += 1
      bytes.push(LETTERS[text[i] ?? ''] ?? text.charCodeAt(i))
    } else bytes.push(text.charCodeAt(i))
  }
  return Buffer.from(bytes)
}

/** An entry of the API in the same form. */
export function listedOf(entry: EntryLine): Listed {
  const { kind, mode, uid, gid, size, mtime, device } = entry
  return {
    kind,
    path: nameOf(bytesOf(entry.path, entry.pathBase64)),
    mode,
    owner: `${uid}/${gid}`,
    size: device ? device.join(',') : String(size),
    mtime: rounded(mtime),
    link: entry.link === undefined ? null : nameOf(bytesOf(entry.link, entry.linkBase64)),
  }
}

export function bytesOf(text: string, base64: string | undefined): Buffer {
  return base64 === undefined ? Buffer.from(text) : Buffer.from(base64, 'base64')
}

export function nameOf(bytes: Buffer): string {
  const text = bytes.toString()
  return Buffer.from(text).equals(bytes) ? text : `hex:${bytes.toString('hex')}`
}

/** To a microsecond: a double holds no nanoseconds of our days. */
const rounded = (seconds: number) => Math.round(seconds * 1e6) / 1e6
