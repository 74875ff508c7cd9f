import { digestAlgorithm, isRegisteredAlgorithm } from '../../oci/digest.ts'
import { TocError } from '../../oci/layer-toc.ts'
import { ProblemError } from '../../oci/problem.ts'
import type { TocEntry } from '../../oci/toc-reader.ts'
import { verifyBytes } from '../hash.ts'
import { type EntryFile, fileSize } from './entry-file.ts'
import type { PartSource } from './source.ts'
import { readToc, type Toc } from './toc.ts'
import { createInflater } from './unpack.ts'

const KiB = 2 ** 10

/**
 * The bytes of one regular file, from its own part of the layer: verified against the digest that the
 * table of contents has for it, as the table was against the manifest.
 *
 * @param part of the layer
 * @throws ProblemError `entry-unknown`, `entry-not-file`, `too-large`, `digest-mismatch`, `compression-broken`
 * @throws TocError `shape` when the table does not say where the file is or what it hashes to
 */
export async function readTocFile(toc: Toc, part: PartSource, index: number): Promise<EntryFile> {
  const { limits, promise } = toc
  const found = { entry: null as TocEntry | null, offset: null as number | null }
  let next = toc.offset
  let entries = 0
  await readToc(toc, (entry, offset) => {
    entries += 1
    if (entry.index === index) Object.assign(found, { entry, offset })
    else if (found.offset !== null && offset !== null && offset > found.offset) {
      next = Math.min(next, offset)
    }
  })
  const { entry, offset } = found
  if (!entry) throw new ProblemError({ kind: 'entry-unknown', index, entries })
  const size = fileSize(entry, limits)
  const { path, digest } = entry
  if (size === 0) return { path, bytes: new Uint8Array(0) }
  if (offset === null || !digest || !isRegisteredAlgorithm(digestAlgorithm(digest))) {
    throw new TocError('shape')
  }
  // Incompressible bytes grow a little; what comes behind the file may share its member.
  const last = Math.min(next, offset + size * 2 + 64 * KiB) - 1
  if (last < offset) throw new TocError('shape')

  const bytes = new Uint8Array(size)
  let filled = 0
  const compression = promise.format === 'estargz' ? 'gzip' : 'zstd'
  const inflater = createInflater(
    compression,
    (piece) => {
      const rest = piece.subarray(0, size - filled)
      bytes.set(rest, filled)
      filled += rest.length
    },
    limits,
  )
  try {
    const got = await part({ first: offset, last }, async (chunk) => {
      if (filled < size) await inflater.write(chunk)
    })
    if (!got) throw new TocError('no-range')
    // The part may end inside the member that follows.
    await inflater.end().catch((error: unknown) => {
      if (filled < size) throw error
    })
  } finally {
    inflater.destroy()
  }
  verifyBytes(bytes, digest)
  return { path, bytes }
}
