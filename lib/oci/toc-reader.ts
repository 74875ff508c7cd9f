import { type Digest, isDigest } from './digest.ts'
import { TocError } from './layer-toc.ts'
import { TAR_LIMITS, type TarLimits } from './tar.ts'
import type { TarEntry, TarKind } from './tar-entry.ts'

/** An entry as a table of contents tells it; `digest` is of the file's bytes. */
export type TocEntry = TarEntry & { digest?: Digest }

/** Reads the JSON of a table of contents that arrives piece by piece. */
export type TocReader = {
  /** @throws TocError `shape`, `limit` */
  push(bytes: Uint8Array): void
  /** No more will come. @throws TocError `shape` */
  end(): void
  readonly entries: number
}

/** Bytes of all that is not an entry: `version`, and what a later version may add. */
const FRAME = 64 * 2 ** 10

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const COMMA = 0x2c
const OPEN = 0x5b
const CLOSE = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/**
 * Reads `{"version": 1, "entries": […]}` and keeps one entry in memory at a time.
 *
 * eStargz and zstd:chunked share this form, which comes from CRFS. What stands around the entries is kept
 * as text and parsed at the end.
 *
 * @param onEntry also hears where a file's stored bytes begin in the layer; null where it has none
 * @param limits `records` bounds the JSON of one entry
 * @see stargz-snapshotter, docs/estargz.md#toc-tocentries-and-footer
 * @see containers/storage, pkg/chunked/internal/minimal/compression.go, `TOC`
 */
export function createTocReader(
  onEntry: (entry: TocEntry, offset: number | null) => void,
  limits: TarLimits = TAR_LIMITS,
): TocReader {
  let entries = 0
  let depth = 0
  let inString = false
  let escaped = false
  /** the text at depth 1 that may turn out to be a key */
  let word = ''
  let key = ''
  /** between the brackets of `entries`, and what may come next there */
  let inside = false
  let seen = false
  let due: 'first' | 'entry' | 'comma' = 'first'
  let frame = createBuffer(FRAME)
  let item = createBuffer(limits.records)
  let gathering = false

  function push(bytes: Uint8Array): void {
    let from = 0
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i]!
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
        if (depth === 1 && inString && word.length < 16) word += String.fromCharCode(byte)
        continue
      }
      if (inside && !gathering) {
        from = i + 1
        if (isSpace(byte)) continue
        if (byte === OPEN_BRACE && due !== 'comma') {
          gathering = true
          from = i
          depth = 3
        } else if (byte === COMMA && due === 'comma') due = 'entry'
        else if (byte === CLOSE && due !== 'entry') {
          inside = false
          from = i
          depth = 1
        } else throw new TocError('shape')
        continue
      }
      if (byte === QUOTE) {
        inString = true
        if (depth === 1) word = ''
      } else if (byte === COLON && depth === 1) key = word
      else if (byte === OPEN_BRACE || byte === OPEN) {
        depth += 1
        if (byte === OPEN && depth === 2 && key === 'entries') {
          if (seen) throw new TocError('shape')
          frame.add(bytes.subarray(from, i + 1))
          ;[seen, inside, due, from] = [true, true, 'first', i + 1]
        }
      } else if (byte === CLOSE_BRACE || byte === CLOSE) {
        depth -= 1
        if (gathering && depth === 2) {
          item.add(bytes.subarray(from, i + 1))
          ;[gathering, due, from] = [false, 'comma', i + 1]
          take(item.text())
          item = createBuffer(limits.records)
        }
      }
    }
    const rest = bytes.subarray(from)
    if (gathering) item.add(rest)
    else if (!inside) frame.add(rest)
  }

  function take(text: string): void {
    const value = parse(text)
    const entry = readEntry(value, entries, limits)
    // A further piece of the file before it.
    if (entry === null) return
    if (entries >= limits.entries) throw new TocError('limit')
    entries += 1
    const { offset } = value as { offset?: unknown }
    onEntry(entry, entry.size > 0 && Number.isSafeInteger(offset) ? Number(offset) : null)
  }

  return {
    push,
    end() {
      const toc = parse(frame.text())
      frame = createBuffer(0)
      const isToc = isRecord(toc) && toc.version === 1 && seen
      if (!isToc || !Array.isArray(toc.entries) || toc.entries.length > 0) {
        throw new TocError('shape')
      }
    },
    get entries() {
      return entries
    },
  }
}

/** Bytes that come in pieces, up to a limit. */
function createBuffer(limit: number) {
  const pieces: Uint8Array[] = []
  let length = 0
  return {
    add(bytes: Uint8Array) {
      length += bytes.length
      if (length > limit) throw new TocError('limit')
      // The piece is only good during the call.
      if (bytes.length > 0) pieces.push(bytes.slice())
    },
    text(): string {
      const all = new Uint8Array(length)
      let at = 0
      for (const piece of pieces) {
        all.set(piece, at)
        at += piece.length
      }
      try {
        return decoder.decode(all)
      } catch (cause) {
        throw new TocError('shape', { cause })
      }
    },
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const KINDS = new Map<unknown, TarKind>([
  ['reg', 'file'],
  ['dir', 'directory'],
  ['symlink', 'symlink'],
  ['hardlink', 'hardlink'],
  ['char', 'character-device'],
  ['block', 'block-device'],
  ['fifo', 'fifo'],
])

/** @returns null for a further piece of a file */
function readEntry(value: unknown, index: number, limits: TarLimits): TocEntry | null {
  if (!isRecord(value)) throw new TocError('shape')
  const { type, name, linkName, modtime, digest, devMajor, devMinor, xattrs } = value
  if (type === 'chunk') return null
  const kind = KINDS.get(type)
  if (!kind || typeof name !== 'string' || name === '') throw new TocError('shape')
  const path = bounded(name, limits.path)
  const entry: TocEntry = {
    ...{ index, path, kind },
    mode: whole(value.mode) & 0o7777,
    uid: whole(value.uid),
    gid: whole(value.gid),
    size: kind === 'file' ? whole(value.size) : 0,
    mtime: secondsOf(modtime),
  }
  if (kind === 'symlink' || kind === 'hardlink') {
    if (typeof linkName !== 'string') throw new TocError('shape')
    entry.link = bounded(linkName, limits.path)
  }
  if (kind === 'character-device' || kind === 'block-device') {
    entry.device = [whole(devMajor), whole(devMinor)]
  }
  if (isRecord(xattrs) && Object.keys(xattrs).length > 0) entry.xattrs = Object.keys(xattrs)
  if (typeof digest === 'string' && isDigest(digest)) entry.digest = digest
  return entry
}

const encoder = new TextEncoder()

function bounded(text: string, limit: number): string {
  if (text.length > limit || encoder.encode(text).length > limit) throw new TocError('limit')
  return text
}

/** A number that is left out is 0, as Go writes it. */
function whole(value: unknown): number {
  if (value === undefined) return 0
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value)
  throw new TocError('shape')
}

const RFC3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** Go's zero time stands for none, which a tar writes as 0. */
function secondsOf(value: unknown): number {
  if (value === undefined || value === null || value === '') return 0
  const [, date, fraction = '0', zone] = RFC3339.exec(String(value)) ?? []
  const seconds = Date.parse(`${date}${zone}`) / 1000
  if (Number.isNaN(seconds)) throw new TocError('shape')
  return date === '0001-01-01T00:00:00' ? 0 : seconds + Number(fraction)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    // A RangeError too: nesting can be deeper than the stack.
    throw new TocError('shape', { cause })
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
