import { createHash } from 'node:crypto'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { concat, type TarPart, tarPart } from './tar.ts'

/**
 * Layers with a table of contents, written by these tests and not by a tool: made wrong on purpose where a
 * test wants it. What real tools write stands in `content/recordings` (zones-estargz, zones-zstd-chunked).
 */
export type Contents = {
  parts: TarPart[]
  /** instead of what the parts say */
  entries?: unknown[]
  version?: number
  /** instead of the whole table's JSON */
  json?: string | Uint8Array
}

export type Written = { bytes: Uint8Array; annotations: Record<string, string>; toc: Uint8Array }

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const encoder = new TextEncoder()
const END = new Uint8Array(1024)

const TYPES: Record<string, string> = {
  ...{ '0': 'reg', '1': 'hardlink', '2': 'symlink', '3': 'char', '4': 'block', '5': 'dir' },
  '6': 'fifo',
}

/**
 * A file's header and its bytes are compressed apart, so that its bytes can be had alone.
 */
function membersOf(
  parts: TarPart[],
  compress: (bytes: Uint8Array) => Uint8Array,
): { members: Uint8Array[]; offsets: (number | undefined)[] } {
  const members: Uint8Array[] = []
  const offsets: (number | undefined)[] = []
  let at = 0
  const push = (bytes: Uint8Array) => {
    const member = compress(bytes)
    members.push(member)
    at += member.length
  }
  for (const part of parts) {
    const bytes = tarPart(part)
    push(bytes.subarray(0, 512))
    offsets.push(bytes.length > 512 ? at : undefined)
    if (bytes.length > 512) push(bytes.subarray(512))
  }
  return { members, offsets }
}

/** What a table says about a part of an archive. */
export function tocEntry({
  name = 'file',
  type = '0',
  mode = 0o644,
  link,
  body = '',
  ...more
}: TarPart) {
  return {
    ...{ type: TYPES[type], name, mode, uid: more.uid, gid: more.gid },
    ...(link ? { linkName: link } : {}),
    ...(type === '0' && body.length > 0
      ? { size: body.length, digest: sha256(Buffer.from(body)) }
      : {}),
    modtime: new Date((more.mtime ?? 0) * 1000).toISOString().replace('.000Z', 'Z'),
  }
}

function jsonOf(contents: Contents, offsets: (number | undefined)[]): Uint8Array {
  const { parts, version = 1, json } = contents
  const placed = parts.map((part, i) => ({ ...tocEntry(part), offset: offsets[i] }))
  const { entries = placed } = contents
  const text = json ?? JSON.stringify({ version, entries })
  return typeof text === 'string' ? encoder.encode(text) : text
}

/** @see stargz-snapshotter, docs/estargz.md */
export function estargzOf(contents: Contents, { tocName = 'stargz.index.json' } = {}): Written {
  const { members: files, offsets } = membersOf(contents.parts, gzipSync)
  const toc = jsonOf(contents, offsets)
  const table = gzipSync(concat([tarPart({ name: tocName, body: toc }), END]))
  const offset = files.reduce((sum, { length }) => sum + length, 0)
  const extra = `${offset.toString(16).padStart(16, '0')}STARGZ`
  const footer = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 26, 0]),
    Buffer.from(`SG\x16\x00${extra}`, 'latin1'),
    Buffer.from([1, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]),
  ])
  const annotations = { 'containerd.io/snapshot/stargz/toc.digest': sha256(toc) }
  return { bytes: concat([...files, table, footer]), annotations, toc }
}

/** @see containers/storage, pkg/chunked/internal/minimal/compression.go */
export function zstdChunkedOf(
  contents: Contents,
  { prefix = 'io.github.containers.zstd-chunked.' } = {},
): Written {
  const { members, offsets } = membersOf(contents.parts, zstdCompressSync)
  const toc = jsonOf(contents, offsets)
  const files = [...members, zstdCompressSync(END)]
  const stored = zstdCompressSync(toc)
  const offset = files.reduce((sum, { length }) => sum + length, 8)
  const annotations = {
    [`${prefix}manifest-checksum`]: sha256(stored),
    [`${prefix}manifest-position`]: `${offset}:${stored.length}:${toc.length}:1`,
  }
  // Its real footer says more; nobody here reads it.
  const footer = skippable(encoder.encode('GNUlInUx'))
  return { bytes: concat([...files, skippable(stored), footer]), annotations, toc }
}

/** RFC 8878, section 3.1.2 */
function skippable(bytes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(0x184d2a50, 0)
  head.writeUInt32LE(bytes.length, 4)
  return concat([head, bytes])
}
