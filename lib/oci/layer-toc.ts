import { type Digest, digestAlgorithm, isDigest, isRegisteredAlgorithm } from './digest.ts'

export type TocFormat = 'estargz' | 'zstd-chunked'

/** Why a table of contents cannot speak for its layer, which is then read whole. */
export type TocFailure =
  // what the descriptor says about it cannot be read, or points outside the layer
  | 'annotation'
  // manifests of the repository name the same layer and say different things about it
  | 'conflict'
  // the registry does not hand out parts of a blob
  | 'no-range'
  // the layer does not end as eStargz has to
  | 'footer'
  // its bytes are not those that the manifest promises
  | 'digest'
  | 'compression'
  // no JSON, another version, or an entry that cannot be read
  | 'shape'
  // more bytes, more entries or longer paths than are read
  | 'limit'

/** Thrown while a table of contents is read; never leaves the server. */
export class TocError extends Error {
  override name = 'TocError' as const
  readonly reason: TocFailure

  constructor(reason: TocFailure, options?: { cause?: unknown }) {
    super(`table of contents: ${reason}`, options)
    this.reason = reason
  }
}

/** What a layer's descriptor says about its table of contents. */
export type TocPromise =
  | { format: 'estargz'; digest: Digest }
  | { format: 'zstd-chunked'; digest: Digest; offset: number; length: number; unpacked: number }

/** The annotation of eStargz: what the unpacked table hashes to. Its place is told by the footer. */
export const ESTARGZ_DIGEST = 'containerd.io/snapshot/stargz/toc.digest'

/** The older prefix is what containers/storage wrote before 1.52, and so Debian 12's skopeo does. */
const PREFIXES = ['io.github.containers.zstd-chunked.', 'io.containers.zstd-chunked.'] as const

/** The annotations that promise a table of contents. */
export const TOC_ANNOTATIONS: readonly string[] = [
  ESTARGZ_DIGEST,
  ...PREFIXES.flatMap((prefix) => [`${prefix}manifest-checksum`, `${prefix}manifest-position`]),
]

/** The format that a descriptor's annotations speak of; null when they speak of none. */
export function tocFormat(annotations: Readonly<Record<string, string>>): TocFormat | null {
  if (Object.hasOwn(annotations, ESTARGZ_DIGEST)) return 'estargz'
  return TOC_ANNOTATIONS.some((key) => Object.hasOwn(annotations, key)) ? 'zstd-chunked' : null
}

/**
 * Reads what a descriptor promises; null when it promises nothing.
 *
 * @throws TocError `annotation`
 * @see stargz-snapshotter, docs/estargz.md#content-verification-in-estargz
 * @see containers/storage, pkg/chunked/internal/minimal/compression.go, `ManifestInfoKey`
 */
export function tocPromise(annotations: Readonly<Record<string, string>>): TocPromise | null {
  const format = tocFormat(annotations)
  if (format === null) return null
  if (format === 'estargz') return { format, digest: digestOf(annotations[ESTARGZ_DIGEST]) }
  const prefix =
    PREFIXES.find((each) => Object.hasOwn(annotations, `${each}manifest-checksum`)) ?? PREFIXES[0]
  const digest = digestOf(annotations[`${prefix}manifest-checksum`])
  // <offset>:<length>:<unpacked length>:<type>, where 1 is the only type there is
  const position = annotations[`${prefix}manifest-position`] ?? ''
  const [, offset, length, unpacked] = /^(\d{1,15}):(\d{1,15}):(\d{1,15}):1$/.exec(position) ?? []
  if (!offset || !length || !unpacked) throw new TocError('annotation')
  return {
    ...{ format, digest },
    offset: Number(offset),
    length: Number(length),
    unpacked: Number(unpacked),
  }
}

/** What the table hashes to by the descriptor's word; null when that cannot be read. */
export function promisedDigest(annotations: Readonly<Record<string, string>>): Digest | null {
  try {
    return tocPromise(annotations)?.digest ?? null
  } catch {
    return null
  }
}

function digestOf(text: string | undefined): Digest {
  if (text && isDigest(text) && isRegisteredAlgorithm(digestAlgorithm(text))) return text
  throw new TocError('annotation')
}

/** Bytes at the end of an eStargz layer that say where its table begins. */
export const ESTARGZ_FOOTER = 51

/** The one entry of the archive that the table is. */
export const ESTARGZ_TOC_NAME = 'stargz.index.json'

const FOOTER =
  /^\x1f\x8b\x08\x04[\s\S]{6}\x1a\x00SG\x16\x00([0-9a-f]{16})STARGZ\x01\x00\x00\xff\xff\x00{8}$/

/**
 * Where an eStargz layer's table begins, by the empty gzip member at its end.
 *
 * @throws TocError `footer`
 * @see stargz-snapshotter, docs/estargz.md#footer
 */
export function decodeEstargzFooter(bytes: Uint8Array): number {
  const [, hex] = FOOTER.exec(String.fromCharCode(...bytes)) ?? []
  const offset = Number.parseInt(hex ?? '', 16)
  if (!Number.isSafeInteger(offset)) throw new TocError('footer')
  return offset
}
