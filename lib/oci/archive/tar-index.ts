import { type Problem, ProblemError } from '../problem.ts'
import { createTarReader, TAR_LIMITS } from '../tar.ts'
import { type ArchiveFiles, collectFiles } from './file.ts'
import { OPEN_LIMITS } from './limits.ts'

/** Bytes read at once where headers stand close together. */
const WINDOW = 256 * 1024
/** Bytes read first at a header that stands alone, after a body was stepped over. */
const HEADERS = 4096

export type IndexOptions = {
  signal?: AbortSignal
  /** @param read offset up to which it is known */
  onProgress?: (read: number, files: number) => void
  limit?: number
}

/**
 * The files of a tar, found by their headers: bodies are stepped over, not read.
 *
 * @throws ProblemError `archive-syntax`, `archive-entries`, `path-too-long`; what the blob throws
 */
export async function indexTar(tar: Blob, options: IndexOptions = {}): Promise<ArchiveFiles> {
  const { signal, onProgress, limit = OPEN_LIMITS.files } = options
  const { files, add } = collectFiles()
  const reader = createTarReader(
    {
      onEntry(entry) {
        const { path, kind, size, link } = entry
        const from = reader.offset
        // A sparse file is stored without its holes: as it lies there, it is no blob.
        const hasBytes = kind === 'file' && !entry.sparse
        add({
          ...{ path, kind, size },
          ...(link !== undefined && { link }),
          // A browser keeps a record of each slice: a hundred thousand of them take seconds.
          get blob() {
            return hasBytes ? tar.slice(from, from + size) : null
          },
        })
      },
    },
    { ...TAR_LIMITS, entries: limit },
  )
  try {
    let window = WINDOW
    while (reader.offset < tar.size && !reader.ended) {
      signal?.throwIfAborted()
      const from = reader.offset
      const bytes = new Uint8Array(await tar.slice(from, from + window).arrayBuffer())
      pushHeaders(reader, bytes)
      const beyond = Math.min(reader.ahead, tar.size - reader.offset)
      if (reader.ahead > beyond) throw truncated(tar.size)
      reader.skip(beyond)
      window = beyond > WINDOW ? HEADERS : WINDOW
      onProgress?.(reader.offset, files.count)
    }
    reader.end()
    return files
  } catch (error) {
    throw ofArchive(error, limit)
  }
}

/** Pushes what stands in the window, stepping over the bodies that lie inside it. */
function pushHeaders(reader: ReturnType<typeof createTarReader>, bytes: Uint8Array): void {
  let at = 0
  while (at < bytes.length && !reader.ended) {
    const inside = Math.min(reader.ahead, bytes.length - at)
    if (inside > 0) reader.skip(inside)
    else reader.push(bytes.subarray(at, Math.min(at + BLOCK, bytes.length)))
    at += inside > 0 ? inside : Math.min(BLOCK, bytes.length - at)
  }
}

const BLOCK = 512

function truncated(at: number): ProblemError {
  return new ProblemError({ kind: 'archive-syntax', at, reason: 'truncated' })
}

// The same troubles as in a layer, but of the archive around it.
function ofArchive(error: unknown, limit: number): unknown {
  if (!(error instanceof ProblemError)) return error
  const { problem } = error
  if (problem.kind === 'tar-syntax') {
    const { at, reason } = problem
    return new ProblemError({ kind: 'archive-syntax', at, reason } satisfies Problem, {
      cause: error,
    })
  }
  if (problem.kind === 'too-many-entries') {
    return new ProblemError({ kind: 'archive-entries', limit }, { cause: error })
  }
  return error
}
