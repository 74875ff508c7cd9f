/**
 * Every bound of a conversation with a registry: bytes and milliseconds.
 *
 * They are a value and not constants of the modules, so that tests can make them small.
 */
export type Limits = {
  /** bytes */
  manifest: number
  config: number
  token: number
  error: number
  /** one page of each list */
  tags: number
  referrers: number
  /** milliseconds */
  connect: number
  headers: number
  /** between two pieces of a body */
  idle: number
  /** a whole manifest exchange: token, redirects and all */
  exchange: number
  /** a whole blob */
  blob: number
  redirects: number
  /** to one upstream host */
  connections: number
  /** how long a tag may be answered from memory, milliseconds */
  tagFresh: number
  /** how long a tag is kept for the day when its registry cannot be reached */
  tagStale: number
  /** upstream conversations that one address may start in a minute */
  visitorPerMinute: number
  /** and all addresses together */
  everyonePerMinute: number
  layer: LayerLimits
}

/** Bounds of reading a layer: bytes, milliseconds and counts. */
export type LayerLimits = {
  compressed: number
  unpacked: number
  /** unpacked bytes for one stored byte, once `ratioFrom` bytes are unpacked */
  ratio: number
  ratioFrom: number
  /** zstd frames; zstd:chunked has one for each file, and each costs 0.15 ms however small it is */
  frames: number
  /** the text of the listing */
  listing: number
  /** a table of contents, stored and unpacked */
  toc: number
  /** one file's bytes */
  file: number
  /** a whole layer */
  total: number
  /** how long a reader may take nothing */
  stall: number
  /** streams at once, and how many may wait for one */
  perRegistry: number
  perVisitor: number
  waiting: number
}

const KiB = 2 ** 10
const MiB = 2 ** 20
const GiB = 2 ** 30
const SECOND = 1000
const MINUTE = 60 * SECOND

export const LIMITS: Limits = {
  manifest: 4 * MiB,
  config: 4 * MiB,
  token: 64 * KiB,
  error: 64 * KiB,
  tags: MiB,
  referrers: 4 * MiB,
  connect: 3 * SECOND,
  headers: 8 * SECOND,
  idle: 5 * SECOND,
  exchange: 20 * SECOND,
  blob: 2 * MINUTE,
  redirects: 5,
  connections: 8,
  tagFresh: MINUTE,
  tagStale: 24 * 60 * MINUTE,
  // A room of sixty behind one address opens an image each: an index, a manifest, a config.
  visitorPerMinute: 300,
  everyonePerMinute: 1200,
  layer: {
    compressed: 2 * GiB,
    unpacked: 8 * GiB,
    ratio: 200,
    ratioFrom: 64 * MiB,
    frames: 250_000,
    listing: 512 * MiB,
    toc: 128 * MiB,
    file: 256 * KiB,
    total: 10 * MINUTE,
    stall: 30 * SECOND,
    perRegistry: 4,
    perVisitor: 2,
    waiting: 60,
  },
}
