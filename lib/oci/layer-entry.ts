import type { Digest } from './digest.ts'
import type { Compression } from './media-type.ts'
import type { Problem } from './problem.ts'
import type { TarEntry } from './tar-entry.ts'
import type { Whiteout } from './whiteout.ts'

/** One entry of a layer, as its tar has it; only these lines have a `path`. */
export type EntryLine = { type: 'entry' } & TarEntry & { whiteout?: Whiteout }

/** How far the listing is, bytes. */
export type ProgressLine = { type: 'progress'; compressed: number; unpacked: number }

/** The last line of a listing that is whole. */
export type EndLine = {
  type: 'end'
  /** of the stored bytes; a listing whose bytes hash to something else ends with a problem */
  digest: Digest
  digestVerified: boolean | null
  /** of the unpacked bytes; null when they were not all read */
  diffId: Digest | null
  /** null unless the asker said what it should be */
  diffIdVerified: boolean | null
  entries: number
  /** bytes */
  compressed: number
  unpacked: number
  /** as its first bytes say, which is what engines go by */
  compression: Compression
  /** as its media type says; null when that says nothing */
  declared: Compression | null
  /** bytes after the end of the archive that are not padding; engines ignore them */
  trailing: number
  method: 'stream' | 'toc'
  /**
   * ISO 8601, UTC. Of a listing out of a recording that has no bytes of the layer: when they were
   * read, and verified.
   */
  recordedAt?: string
}

/**
 * What `/api/layers/…` streams, a JSON document a line.
 *
 * Ends with exactly one `end` or `problem`; a stream without either was cut.
 */
export type LayerLine = EntryLine | ProgressLine | EndLine | { type: 'problem'; problem: Problem }
