import { type Digest, digestAlgorithm } from '../digest.ts'
import { createHasher, type Hasher } from '../hash.ts'
import type { EndLine, EntryLine } from '../layer-entry.ts'
import { compressionByMagic, MAGIC_LENGTH } from '../layer-magic.ts'
import type { Compression } from '../media-type.ts'
import { ProblemError } from '../problem.ts'
import { createTarReader } from '../tar.ts'
import { whiteoutOf } from '../whiteout.ts'
import type { OpenLimits } from './limits.ts'
import { unpackBlob } from './unpack.ts'

export type LayerReading = {
  /** what its bytes should hash to; null where nothing says so */
  digest: Digest | null
  /** what they should hash to unpacked */
  diffId: Digest | null
  /** what its media type says */
  declared: Compression | null
  signal?: AbortSignal
  limits?: OpenLimits['layer']
  onEntry?: (entry: EntryLine) => void
  onProgress?: (compressed: number, unpacked: number) => void
  /** all entries so far are void */
  onRestart?: () => void
}

/**
 * Reads a layer of a reader's own archive once: hashes it as it is stored and unpacked, and lists
 * its entries. The outcome is that of `/api/layers`, except that a wrong digest is no problem here:
 * the bytes are the reader's, so they are shown, and `digest` says what they hash to.
 *
 * @throws ProblemError of `unpackBlob` and of the tar reader, `compression-unsupported`
 */
export async function readLayer(blob: Blob, reading: LayerReading): Promise<EndLine> {
  const { digest: want, diffId, declared, signal, limits, onEntry, onProgress } = reading
  const head = new Uint8Array(await blob.slice(0, MAGIC_LENGTH).arrayBuffer())
  const compression = compressionByMagic(head)
  const algorithm = want ? digestAlgorithm(want) : 'sha256'
  const packed = compression !== 'none'
  // Unpacked bytes are the stored ones: one hash says both.
  const one = !packed && algorithm === 'sha256'
  let stored: Hasher | null = one ? null : await createHasher(algorithm)
  let bare = await createHasher('sha256')
  const newTar = () =>
    createTarReader({
      onEntry(entry) {
        const whiteout = whiteoutOf(entry.path)
        onEntry?.({ type: 'entry', ...entry, ...(whiteout && { whiteout }) })
      },
    })
  let tar = newTar()
  let unpacked = 0
  // Only prepared for a second run.
  const spare = packed ? [await createHasher(algorithm), await createHasher('sha256')] : []

  await unpackBlob(blob, compression, {
    ...(signal && { signal }),
    ...(limits && { limits }),
    takeStored: (bytes) => stored?.update(bytes),
    take(bytes, compressed) {
      unpacked += bytes.length
      bare.update(bytes)
      tar.push(bytes)
      onProgress?.(compressed, unpacked)
    },
    restart() {
      unpacked = 0
      stored = spare[0] ?? null
      bare = spare[1] ?? bare
      tar = newTar()
      reading.onRestart?.()
    },
  })
  tar.end()
  const gotDiffId = bare.digest()
  const digest = (stored as Hasher | null)?.digest() ?? gotDiffId
  return {
    type: 'end',
    digest,
    digestVerified: want === null ? null : digest === want,
    diffId: gotDiffId,
    diffIdVerified: diffId === null ? null : gotDiffId === diffId,
    entries: tar.entries,
    ...{ compressed: blob.size, unpacked, compression, declared },
    trailing: tar.trailing,
    method: 'stream',
  }
}

/**
 * The digest of a blob of any size, read slice by slice.
 *
 * @throws ProblemError `digest-unverifiable`; what the blob throws
 */
export async function hashBlob(
  blob: Blob,
  algorithm: string,
  options: { signal?: AbortSignal; onProgress?: (read: number) => void } = {},
): Promise<Digest> {
  const hasher = await createHasher(algorithm)
  for (let at = 0; at < blob.size; at += READ) {
    options.signal?.throwIfAborted()
    hasher.update(new Uint8Array(await blob.slice(at, at + READ).arrayBuffer()))
    options.onProgress?.(Math.min(blob.size, at + READ))
  }
  return hasher.digest()
}

const READ = 1024 * 1024

/** A small file's bytes. @throws ProblemError `document-too-large` */
export async function readDocument(blob: Blob, limit: number): Promise<Uint8Array> {
  if (blob.size > limit) {
    throw new ProblemError({ kind: 'document-too-large', limit, size: blob.size })
  }
  return new Uint8Array(await blob.arrayBuffer())
}
