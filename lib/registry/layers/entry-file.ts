import type { Digest } from '../../oci/digest.ts'
import { ProblemError } from '../../oci/problem.ts'
import { createTarReader } from '../../oci/tar.ts'
import type { TarEntry } from '../../oci/tar-entry.ts'
import type { LayerLimits } from '../limits.ts'
import type { LayerSource } from './source.ts'
import { unpackLayer } from './unpack.ts'

export type EntryFile = { path: string; bytes: Uint8Array }

export type WantedFile = {
  source: LayerSource
  digest: Digest
  /** which entry, from 0 */
  index: number
  limits: LayerLimits
  /** the source was verified before, so reading may stop behind the file */
  verified: boolean
}

class Enough extends Error {}

/**
 * The bytes of one regular file of a layer.
 *
 * @throws ProblemError `entry-unknown`, `entry-not-file`, `too-large` and those of unpacking
 */
export async function readEntryFile(wanted: WantedFile): Promise<EntryFile> {
  const { source, digest, index, limits, verified } = wanted
  const found = { path: '', bytes: null as Uint8Array | null }
  let filled = 0
  let current = -1
  const tar = createTarReader({
    onEntry(entry) {
      current = entry.index
      if (entry.index !== index) return
      found.path = entry.path
      found.bytes = new Uint8Array(fileSize(entry, limits))
    },
    onBody(bytes) {
      if (current !== index) return
      found.bytes?.set(bytes, filled)
      filled += bytes.length
    },
  })
  const onProgress = () => {
    if (verified && filled === found.bytes?.length) throw new Enough()
  }
  try {
    await unpackLayer({ source, digest, limits, tar, onProgress })
  } catch (error) {
    if (!isEnough(error)) throw error
  }
  const { path, bytes } = found
  if (!bytes) throw new ProblemError({ kind: 'entry-unknown', index, entries: tar.entries })
  return { path, bytes }
}

/**
 * How many bytes an entry has to show.
 *
 * @throws ProblemError `entry-not-file`, `too-large`
 */
export function fileSize({ path, kind, size, sparse }: TarEntry, { file: limit }: LayerLimits) {
  if (kind !== 'file' || sparse) {
    const what = kind === 'file' ? 'sparse' : kind
    throw new ProblemError({ kind: 'entry-not-file', path, what })
  }
  if (size > limit) throw new ProblemError({ kind: 'too-large', what: 'file', limit, size })
  return size
}

/** Unpacking wraps what is thrown inside it. */
function isEnough(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Enough) return true
  }
  return false
}
