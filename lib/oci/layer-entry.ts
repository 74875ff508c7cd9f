import type { Digest } from './digest.ts'
import type { TocFailure, TocFormat } from './layer-toc.ts'
import type { Compression } from './media-type.ts'
import type { Problem } from './problem.ts'
import type { TocEntry } from './toc-reader.ts'
import type { Whiteout } from './whiteout.ts'

/**
 * One entry of a layer, as its tar has it; only these lines have a `path`.
 *
 * With method `toc`, as its table of contents has it: then `digest` may be there, of the file's bytes.
 */
export type EntryLine = { type: 'entry' } & TocEntry & { whiteout?: Whiteout }

/** How far the listing is, bytes. */
export type ProgressLine = { type: 'progress'; compressed: number; unpacked: number }

/** The last line of a listing that is whole. */
export type EndLine = {
  type: 'end'
  /** of the stored bytes; a listing whose bytes hash to something else ends with a problem */
  digest: Digest
  /** null with method `toc`: only some of the bytes were fetched, so there was nothing to hash */
  digestVerified: boolean | null
  /** of the unpacked bytes; null when they were not all read */
  diffId: Digest | null
  /** null unless the asker said what it should be, and with method `toc` */
  diffIdVerified: boolean | null
  entries: number
  /** bytes that were read: with method `stream` the layer, with `toc` the footer and the table */
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
  /** there when the layer's descriptor promises a table of contents, whether it was used or not */
  toc?: TocUse
  /** there with method `toc`: what nobody has checked */
  unproven?: Unproven[]
}

/** A table of contents (eStargz, zstd:chunked) and what came of it. */
export type TocUse = {
  /** null when manifests of the repository promise different ones for this layer */
  format: TocFormat | null
  /** what the verified manifest says the table hashes to; null when that cannot be read */
  digest: Digest | null
  /** stored bytes that were fetched for it: footer and table */
  fetched: number
  /** of the whole layer, as the manifest says; null when it does not say */
  size: number | null
  /** why the whole layer was read all the same; null when the table verified and the listing is from it */
  failure: TocFailure | null
}

/**
 * What a listing from a table of contents leaves open.
 *
 * `digest` and `diff-id`: the layer's bytes were not all read. `entries`: the table is what the image's
 * maker wrote, but the archive's own headers were not read and may say otherwise; an engine that does not
 * know the table goes by those. `files`: digests of files are shown, the files were not read.
 */
export type Unproven = 'digest' | 'diff-id' | 'entries' | 'files'

/**
 * What `/api/layers/…` streams, a JSON document a line.
 *
 * Ends with exactly one `end` or `problem`; a stream without either was cut.
 */
export type LayerLine = EntryLine | ProgressLine | EndLine | { type: 'problem'; problem: Problem }
