/**
 * What an entry named `.wh.…` means for the layers below.
 *
 * `path` is the path that disappears, or the directory whose lower content does; written as in the archive.
 */
export type Whiteout =
  | { type: 'remove'; path: string }
  | { type: 'opaque'; path: string }
  // `.wh..wh.plnk` and its like: bookkeeping of AUFS, that engines leave out
  | { type: 'metadata' }
  // `.wh.` with nothing behind it, or with `.` or `..`: engines refuse the layer
  | { type: 'invalid' }

const PREFIX = '.wh.'

/**
 * Recognises a whiteout by the last part of its path; null for any other entry.
 *
 * @see image-spec v1.1.1, layer.md#whiteouts
 */
export function whiteoutOf(path: string): Whiteout | null {
  const slash = path.lastIndexOf('/')
  const base = path.slice(slash + 1)
  if (!base.startsWith(PREFIX)) return null
  const directory = path.slice(0, slash + 1)
  const hidden = base.slice(PREFIX.length)
  if (hidden === '.wh..opq') return { type: 'opaque', path: directory.replace(/\/+$/, '') || '.' }
  if (hidden.startsWith(PREFIX)) return { type: 'metadata' }
  if (hidden === '' || hidden === '.' || hidden === '..') return { type: 'invalid' }
  return { type: 'remove', path: directory + hidden }
}
