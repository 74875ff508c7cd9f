import { open } from 'node:fs/promises'
import type { EndLine, EntryLine } from '../../oci/layer-entry.ts'
import { type Problem, ProblemError } from '../../oci/problem.ts'

/** How a listing is over. */
export type Outcome = EndLine | { type: 'problem'; problem: Problem }

/**
 * The entries of a layer as text, in a file: whoever joins late reads it from the start,
 * and whoever reads slowly holds nothing in memory.
 */
export type Listing = {
  /** whole lines on disk, bytes */
  readonly written: number
  readonly compressed: number
  readonly unpacked: number
  readonly outcome: Outcome | null
  read(at: number, length: number): Promise<Uint8Array>
  /** resolves when anything above is no longer what it was */
  change(): Promise<void>
  /** One more reader; it calls what it gets when it goes. */
  join(): () => void
}

/** The same for whoever writes it. */
export type GrowingListing = Listing & {
  /** @throws ProblemError `too-large` */
  add(line: EntryLine): void
  /** @throws ProblemError `too-large` */
  progress(compressed: number, unpacked: number): void | Promise<void>
  flush(): Promise<void>
  finish(outcome: Outcome): void
}

const BATCH = 64 * 2 ** 10
/**
 * Characters that wait in memory for the next flush, which is due after each piece of the archive.
 * An honest piece brings less than one such batch; one long record said for every entry, thousands.
 */
const PENDING = 16 * 2 ** 20
/** Milliseconds after which a smaller batch goes out: on a slow line readers see entries come. */
const PATIENCE = 100

/**
 * A listing that is being written.
 *
 * @param path of a draft that does not exist yet; moving or removing it does no harm to its readers
 * @param limit bytes of text
 */
export async function createListing(path: string, limit: number): Promise<GrowingListing> {
  const file = await open(path, 'wx+')
  const written = { bytes: 0, compressed: 0, unpacked: 0, outcome: null as Outcome | null }
  let lines: string[] = []
  let length = 0
  let flushedAt = 0
  let wake = () => {}
  let changed = new Promise<void>((resolve) => {
    wake = resolve
  })
  const tell = () => {
    wake()
    changed = new Promise((resolve) => {
      wake = resolve
    })
  }
  let readers = 0
  const closeIfUnused = () => {
    if (readers === 0 && written.outcome) void file.close().catch(() => {})
  }

  async function flush(): Promise<void> {
    if (lines.length === 0) return
    const bytes = Buffer.from(lines.join(''))
    lines = []
    length = 0
    flushedAt = Date.now()
    if (written.bytes + bytes.length > limit) {
      throw new ProblemError({ kind: 'too-large', what: 'listing', limit, size: null })
    }
    await file.write(bytes, 0, bytes.length, written.bytes)
    written.bytes += bytes.length
    tell()
  }

  return {
    get written() {
      return written.bytes
    },
    get compressed() {
      return written.compressed
    },
    get unpacked() {
      return written.unpacked
    },
    get outcome() {
      return written.outcome
    },
    add(line) {
      const text = `${JSON.stringify(line)}\n`
      lines.push(text)
      length += text.length
      if (length > PENDING) {
        throw new ProblemError({ kind: 'too-large', what: 'listing', limit: PENDING, size: null })
      }
    },
    progress(compressed, unpacked) {
      written.compressed = compressed
      written.unpacked = unpacked
      const isDue = length >= BATCH || (length > 0 && Date.now() - flushedAt > PATIENCE)
      return isDue ? flush() : undefined
    },
    flush,
    finish(outcome) {
      written.outcome = outcome
      tell()
      closeIfUnused()
    },
    async read(at, count) {
      const bytes = new Uint8Array(Math.min(count, written.bytes - at))
      await file.read(bytes, 0, bytes.length, at)
      return bytes
    },
    change: () => changed,
    join() {
      readers += 1
      let left = false
      return () => {
        if (left) return
        left = true
        readers -= 1
        closeIfUnused()
      }
    },
  }
}

/** A listing that was kept; it has one reader. */
export async function keptListing(path: string, size: number, outcome: EndLine): Promise<Listing> {
  const file = await open(path, 'r')
  return {
    ...{ written: size, compressed: outcome.compressed, unpacked: outcome.unpacked, outcome },
    async read(at, count) {
      const bytes = new Uint8Array(Math.min(count, size - at))
      await file.read(bytes, 0, bytes.length, at)
      return bytes
    },
    change: () => new Promise(() => {}),
    join: () => () => void file.close().catch(() => {}),
  }
}
