import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { decompress } from 'fzstd'
import type { EndLine, EntryLine } from '@/lib/oci/layer-entry'
import { type Compression, mediaTypeFacts } from '@/lib/oci/media-type'
import { createTarReader } from '@/lib/oci/tar'
import { whiteoutOf } from '@/lib/oci/whiteout'
import { readBlob } from '@/lib/recordings/recording'
import { createExplorer, type Explorer } from './explorer'
import type { ImageLayers, LayerFacts } from './facts'

/**
 * The layers of a recorded image, all read and built up, for the HTML.
 *
 * @param name of a recording whose layers are small; larger ones are for the browser
 * @returns also the bytes of the files, by `layer/index`, both from 0
 * @throws Error when the recording lacks a layer, ProblemError when one is broken
 */
export async function exploreRecorded(
  name: string,
  { layers }: ImageLayers,
): Promise<{ explorer: Explorer; files: Map<string, Uint8Array> }> {
  const explorer = createExplorer(layers)
  const files = new Map<string, Uint8Array>()
  for (const [i, facts] of layers.entries()) {
    const layer = await readRecordedLayer(name, facts)
    for (const [index, bytes] of layer.files) files.set(`${i}/${index}`, bytes)
    explorer.begin(i)
    for (const line of [...layer.lines, layer.end]) explorer.take(i, line)
  }
  return { explorer, files }
}

/** One layer of a recording as the mirror would list it, and the bytes of its files by their index. */
export async function readRecordedLayer(
  name: string,
  { digest, diffId, mediaType }: LayerFacts,
): Promise<{ lines: EntryLine[]; end: EndLine; files: Map<number, Uint8Array> }> {
  const stored = await readBlob(name, digest)
  if (!stored) throw new Error(`recording ${name}: layer ${digest} is missing`)
  const { compression } = mediaTypeFacts(mediaType)
  if (compression === null) {
    throw new Error(`recording ${name}: a layer of ${mediaType} is not read into the page`)
  }
  const bytes = UNPACK[compression](stored)
  const lines: EntryLine[] = []
  const files = new Map<number, Uint8Array>()
  const tar = createTarReader({
    onEntry(entry) {
      const whiteout = whiteoutOf(entry.path)
      lines.push({ type: 'entry', ...entry, ...(whiteout ? { whiteout } : {}) })
      if (entry.kind === 'file') files.set(entry.index, new Uint8Array())
    },
    onBody(part) {
      const index = lines.length - 1
      files.set(index, Uint8Array.from([...(files.get(index) ?? []), ...part]))
    },
  })
  tar.push(bytes)
  tar.end()
  const found = sha256(bytes)
  const end: EndLine = {
    ...{ type: 'end', digest: sha256(stored), digestVerified: sha256(stored) === digest },
    ...{ diffId: found, diffIdVerified: diffId === null ? null : diffId === found },
    ...{ entries: tar.entries, compressed: stored.length, unpacked: bytes.length },
    ...{ compression, declared: compression, trailing: tar.trailing, method: 'stream' },
  }
  return { lines, end, files }
}

const UNPACK: Record<Compression, (stored: Uint8Array) => Uint8Array> = {
  none: (stored) => stored,
  gzip: (stored) => gunzipSync(stored),
  zstd: (stored) => decompress(stored),
}

function sha256(bytes: Uint8Array): `sha256:${string}` {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
