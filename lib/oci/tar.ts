import { ProblemError } from './problem.ts'
import type { TarEntry } from './tar-entry.ts'
import {
  BLOCK,
  decodeTarHeader,
  isZeroBlock,
  kindOf,
  type TarHeader,
  tarProblem,
  textField,
} from './tar-header.ts'
import { decodePax, decodePaxNumber, type PaxRecords, paxXattrs } from './tar-pax.ts'

export type TarLimits = {
  entries: number
  /** bytes of a path or of a link's target */
  path: number
  /** bytes of the PAX records before one entry, and of all global ones */
  records: number
}

export const TAR_LIMITS: TarLimits = { entries: 500_000, path: 4096, records: 2 ** 20 }

/** Reads a tar that arrives piece by piece. */
export type TarReader = {
  /** @throws ProblemError `tar-syntax`, `path-too-long`, `too-many-entries` */
  push(bytes: Uint8Array): void
  /**
   * Steps over bytes of the entry's body that nobody wants, as if they had been pushed.
   *
   * @param count at most `ahead`
   */
  skip(count: number): void
  /** No more will come. @throws ProblemError `tar-syntax` when the archive breaks off */
  end(): void
  readonly entries: number
  /** offset in the archive up to which it was read; inside `onEntry`, where the body begins */
  readonly offset: number
  /** bytes of the entry's body and its padding that are still to come; 0 where a header stands */
  readonly ahead: number
  /** whether the two zero blocks were seen */
  readonly ended: boolean
  /** bytes after the end that are not padding */
  readonly trailing: number
}

export type TarListener = {
  onEntry: (entry: TarEntry) => void
  /** the bytes of the entry before, in pieces that are only good during the call */
  onBody?: (bytes: Uint8Array) => void
}

/** What the bytes after a header are. */
type Body = 'content' | 'records' | 'global-records' | 'long-name' | 'long-link' | 'sparse-map'

const EMPTY = new Uint8Array(0)

/**
 * A reader of tar headers that keeps at most one block and one entry's extended headers in memory.
 *
 * Understands v7, ustar, GNU long names, PAX (global records too, as POSIX has it; Go's reader, and so
 * containerd, ignores those) and recognises sparse files.
 *
 * @see POSIX.1-2017, pax; GNU tar manual, "Tar Internals"
 */
export function createTarReader(
  { onEntry, onBody }: TarListener,
  limits: TarLimits = TAR_LIMITS,
): TarReader {
  const block = new Uint8Array(BLOCK)
  let filled = 0
  let at = 0
  let entries = 0
  let zeros = 0
  let afterEnd = 0
  let trailing = 0

  let body: Body = 'content'
  let left = 0
  let padding = 0
  /** bytes of a sparse file, while its map is read */
  let waiting = 0
  let kept = EMPTY
  let keptLength = 0

  const global: PaxRecords = new Map()
  const globalXattrs = new Set<string>()
  let globalBytes = 0
  let local: PaxRecords = new Map()
  let longName: Uint8Array | null = null
  let longLink: Uint8Array | null = null
  let headerAt = 0

  function push(bytes: Uint8Array): void {
    let from = 0
    while (from < bytes.length) {
      if (zeros >= 2) {
        rest(bytes.subarray(from))
        return
      }
      if (left > 0) {
        const count = Math.min(left, bytes.length - from)
        take(bytes.subarray(from, from + count))
        from += count
        left -= count
        at += count
        if (left === 0) finishBody()
      } else if (padding > 0) {
        const count = Math.min(padding, bytes.length - from)
        from += count
        padding -= count
        at += count
      } else {
        const count = Math.min(BLOCK - filled, bytes.length - from)
        // A block that is whole where it lies need not be copied.
        const whole = count === BLOCK ? bytes.subarray(from, from + BLOCK) : null
        if (!whole) block.set(bytes.subarray(from, from + count), filled)
        from += count
        filled += count
        at += count
        if (filled === BLOCK) {
          filled = 0
          readBlock(whole ?? block)
        }
      }
    }
  }

  function rest(bytes: Uint8Array): void {
    for (let i = bytes.length - 1; i >= 0; i -= 1) {
      if (bytes[i] === 0) continue
      trailing = afterEnd + i + 1
      break
    }
    afterEnd += bytes.length
  }

  function readBlock(bytes: Uint8Array): void {
    if (body === 'sparse-map') {
      if (bytes[504] === 0) {
        body = 'content'
        follow(waiting)
      }
      return
    }
    if (isZeroBlock(bytes)) {
      zeros += 1
      return
    }
    zeros = 0
    headerAt = at - BLOCK
    begin(decodeTarHeader(bytes, headerAt))
  }

  function begin(header: TarHeader): void {
    const { type, size } = header
    const extension = EXTENSIONS.get(type)
    if (!extension) {
      beginEntry(header)
      return
    }
    const isName = extension === 'long-name' || extension === 'long-link'
    // One more for the NUL that GNU tar writes.
    if (isName && size > limits.path + 1) {
      throw new ProblemError({ kind: 'path-too-long', limit: limits.path, index: entries })
    }
    if (size > limits.records) throw tarProblem(headerAt, 'records-too-long')
    body = extension
    kept = new Uint8Array(size)
    keptLength = 0
    follow(size)
    if (size === 0) finishBody()
  }

  function beginEntry(header: TarHeader): void {
    if (entries >= limits.entries) {
      throw new ProblemError({ kind: 'too-many-entries', limit: limits.entries })
    }
    const record = (key: string) => (local.has(key) ? local.get(key) : global.get(key)) ?? null
    const number = (key: string) => {
      const value = record(key)
      const read = value && decodePaxNumber(value)
      if (value && read === null) throw tarProblem(headerAt, 'records')
      return read
    }
    const whole = (value: number, least = 0) => {
      if (!Number.isSafeInteger(value) || value < least) throw tarProblem(headerAt, 'number')
      return value
    }
    const stored = whole(number('size') ?? header.size)
    const sparseSize = number('GNU.sparse.realsize') ?? number('GNU.sparse.size')
    const sparse = header.type === 'S' || sparseSize !== null
    const realSize = sparseSize ?? (header.type === 'S' ? header.realSize : stored)

    const name = record('GNU.sparse.name') ?? record('path') ?? longName ?? header.name
    const path = textOf(name)
    const kind = kindOf(header.type, path.text)
    const hasBody = kind === 'file' || kind === 'other'
    const entry: TarEntry = {
      index: entries,
      path: path.text,
      ...(path.base64 === null ? {} : { pathBase64: path.base64 }),
      kind,
      mode: header.mode,
      uid: whole(number('uid') ?? header.uid, Number.MIN_SAFE_INTEGER),
      gid: whole(number('gid') ?? header.gid, Number.MIN_SAFE_INTEGER),
      size: hasBody ? whole(realSize) : 0,
      mtime: number('mtime') ?? header.mtime,
    }
    if (kind === 'symlink' || kind === 'hardlink') {
      const link = textOf(record('linkpath') ?? longLink ?? header.link)
      entry.link = link.text
      if (link.base64 !== null) entry.linkBase64 = link.base64
    }
    if (kind === 'character-device' || kind === 'block-device') entry.device = header.device
    const xattrs = paxXattrs(local.keys())
    if (globalXattrs.size + xattrs.length > 0) {
      entry.xattrs = [...new Set([...globalXattrs, ...xattrs])]
    }
    if (sparse) entry.sparse = true

    local = new Map()
    longName = null
    longLink = null
    entries += 1
    // Go's reader takes no bytes after a link or a directory, whatever its header says; so engines do not.
    body = header.extended ? 'sparse-map' : 'content'
    if (header.extended) waiting = stored
    else follow(hasBody ? stored : 0)
    onEntry(entry)
  }

  function follow(size: number): void {
    left = size
    padding = (BLOCK - (size % BLOCK)) % BLOCK
  }

  function take(bytes: Uint8Array): void {
    if (body === 'content') {
      onBody?.(bytes)
      return
    }
    kept.set(bytes, keptLength)
    keptLength += bytes.length
  }

  function finishBody(): void {
    if (body === 'long-name') longName = textField(kept, 0, kept.length)
    if (body === 'long-link') longLink = textField(kept, 0, kept.length)
    if (body === 'records' || body === 'global-records') {
      const records = decodePax(kept)
      if (!records) throw tarProblem(headerAt, 'records')
      if (body === 'records') local = records
      else keepGlobal(records)
    }
    body = 'content'
    kept = EMPTY
  }

  /** They stay until the end, so all of them together may be as large as one entry's. */
  function keepGlobal(records: PaxRecords): void {
    for (const [key, value] of records) {
      const before = global.has(key) ? key.length + (global.get(key)?.length ?? 0) : 0
      globalBytes += key.length + (value?.length ?? 0) - before
      // A copy: a view would hold the whole header in memory.
      global.set(key, value?.slice() ?? null)
    }
    if (globalBytes > limits.records) throw tarProblem(headerAt, 'records-too-long')
    for (const name of paxXattrs(records.keys())) globalXattrs.add(name)
  }

  function textOf(bytes: Uint8Array): { text: string; base64: string | null } {
    if (bytes.length > limits.path) {
      throw new ProblemError({ kind: 'path-too-long', limit: limits.path, index: entries })
    }
    try {
      return { text: strict.decode(bytes), base64: null }
    } catch {
      return { text: lenient.decode(bytes), base64: btoa(String.fromCharCode(...bytes)) }
    }
  }

  return {
    push,
    skip(count) {
      const ofBody = Math.min(left, count)
      left -= ofBody
      padding -= count - ofBody
      at += count
      if (ofBody > 0 && left === 0) finishBody()
    },
    end() {
      const inside = filled > 0 || left > 0 || body !== 'content'
      // An extended header announces an entry that never came.
      const announced = longName !== null || longLink !== null || local.size > 0
      if (inside || announced) throw tarProblem(at, 'truncated')
    },
    get entries() {
      return entries
    },
    get offset() {
      return at
    },
    get ahead() {
      return body === 'content' ? left + padding : 0
    },
    get ended() {
      return zeros >= 2
    },
    get trailing() {
      return trailing
    },
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

const EXTENSIONS = new Map<string, Body>([
  ['x', 'records'],
  ['X', 'records'],
  ['g', 'global-records'],
  ['L', 'long-name'],
  ['K', 'long-link'],
])
