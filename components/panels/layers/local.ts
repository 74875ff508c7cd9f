import { readLayer } from '@/lib/oci/archive/layer'
import { unpackBlob } from '@/lib/oci/archive/unpack'
import { isDigest } from '@/lib/oci/digest'
import { createHasher } from '@/lib/oci/hash'
import { compressionByMagic, MAGIC_LENGTH } from '@/lib/oci/layer-magic'
import { mediaTypeFacts } from '@/lib/oci/media-type'
import { ProblemError } from '@/lib/oci/problem'
import { createTarReader } from '@/lib/oci/tar'
import type { Explorer } from './explorer'
import type { LayerPlace } from './messages'

type LocalPlace = Extract<LayerPlace, { blob: Blob }>

/** Bytes of one file, as the server has it for layers of a registry. */
export const FILE_LIMIT = 256 * 1024

/** All that is loaded on first use elsewhere: a reader may be offline when it is needed. */
export async function loadAll(): Promise<void> {
  await Promise.all([createHasher(), import('fzstd'), import('fflate')])
}

/**
 * Lists a layer of a reader's own archive into an explorer, as the server would have listed it.
 *
 * @param onRead called after each piece
 * @throws ProblemError those of `readLayer`
 */
export async function readBlob(
  { blob, digest, diffId, mediaType }: LocalPlace,
  explorer: Explorer,
  layer: number,
  signal: AbortSignal,
  onRead: () => void,
): Promise<void> {
  const end = await readLayer(blob, {
    digest: digest !== null && isDigest(digest) ? digest : null,
    diffId: diffId !== null && isDigest(diffId) ? diffId : null,
    declared: mediaTypeFacts(mediaType).compression,
    signal,
    onEntry: (entry) => explorer.take(layer, entry),
    onProgress(compressed, unpacked) {
      explorer.take(layer, { type: 'progress', compressed, unpacked })
      onRead()
    },
    onRestart: () => explorer.begin(layer),
  })
  signal.throwIfAborted()
  explorer.take(layer, end)
}

/**
 * The bytes of one regular file of a layer; reading stops behind it.
 *
 * @param index which entry, from 0
 * @throws ProblemError `entry-unknown`, `entry-not-file`, `too-large`, those of unpacking
 */
export async function readContents(blob: Blob, index: number): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(await blob.slice(0, MAGIC_LENGTH).arrayBuffer())
  const enough = new AbortController()
  const found = { bytes: null as Uint8Array<ArrayBuffer> | null, filled: 0 }
  const newTar = () => {
    let current = -1
    found.bytes = null
    found.filled = 0
    return createTarReader({
      onEntry({ index: at, path, kind, size, sparse }) {
        current = at
        if (at !== index) return
        if (kind !== 'file' || sparse) {
          const what = kind === 'file' ? 'sparse' : kind
          throw new ProblemError({ kind: 'entry-not-file', path, what })
        }
        if (size > FILE_LIMIT) {
          throw new ProblemError({ kind: 'too-large', what: 'file', limit: FILE_LIMIT, size })
        }
        found.bytes = new Uint8Array(size)
      },
      onBody(piece) {
        if (current !== index) return
        found.bytes?.set(piece, found.filled)
        found.filled += piece.length
      },
    })
  }
  let tar = newTar()
  const isWhole = () => found.filled === found.bytes?.length
  try {
    await unpackBlob(blob, compressionByMagic(head), {
      signal: enough.signal,
      take(piece) {
        tar.push(piece)
        if (isWhole()) enough.abort()
      },
      restart() {
        tar = newTar()
      },
    })
  } catch (error) {
    if (!enough.signal.aborted || !isWhole()) throw error
  }
  if (!found.bytes || !isWhole()) {
    throw new ProblemError({ kind: 'entry-unknown', index, entries: tar.entries })
  }
  return found.bytes
}
