import type { TarKind } from '../tar-entry.ts'

/** One file of an archive or a folder, wherever its bytes lie. */
export type ArchiveFile = {
  /** with `/` between its parts; a leading `./` is taken away */
  path: string
  kind: TarKind
  /** bytes */
  size: number
  /** where a symbolic or hard link points, as written */
  link?: string
  /** its bytes, read when somebody asks; null where it has none */
  blob: Blob | null
}

/** The files of an archive by path, and what is odd about their names. */
export type ArchiveFiles = {
  byPath: ReadonlyMap<string, ArchiveFile>
  /** entries, directories too */
  count: number
  /** bytes of all files */
  size: number
  /** the first paths that stand there more than once; the last entry counts, as tar has it */
  duplicates: string[]
  /** the first paths that lead out of the folder they would be unpacked in */
  unsafe: string[]
}

/** How many odd names are kept to be shown. */
const KEPT = 20

/** Collects files; a path that comes twice is its last entry. */
export function collectFiles() {
  const byPath = new Map<string, ArchiveFile>()
  const files = { byPath, count: 0, size: 0, duplicates: [] as string[], unsafe: [] as string[] }
  const keep = (list: string[], path: string) => {
    if (list.length < KEPT && !list.includes(path)) list.push(path)
  }
  return {
    files: files satisfies ArchiveFiles as ArchiveFiles,
    add(file: ArchiveFile) {
      files.count += 1
      files.size += file.size
      const path = file.path.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '')
      if (isUnsafe(path)) {
        // Never looked up, so that no name can stand for another file.
        keep(files.unsafe, path)
        return
      }
      if (path === '' || path === '.') return
      if (byPath.has(path) && file.kind !== 'directory') keep(files.duplicates, path)
      // Not copied: its bytes may be cut out of the archive only when asked for.
      file.path = path
      byPath.set(path, file)
    },
  }
}

/** A path that is absolute or steps up: a careless unpacker would write outside its folder. */
export function isUnsafe(path: string): boolean {
  return path.startsWith('/') || path.includes('\0') || path.split('/').includes('..')
}

/** Links followed before giving up. */
const HOPS = 8

/**
 * The file at a path, links followed inside the archive; `linked` says whether there was one.
 *
 * `docker save` before 25 and skopeo write a layer that comes twice as a symbolic link.
 */
export function findFile(
  files: ArchiveFiles,
  path: string,
): { file: ArchiveFile; linked: boolean } | null {
  let at = path.replace(/^(?:\.\/+)+/, '')
  for (let hop = 0; hop <= HOPS; hop += 1) {
    const file = files.byPath.get(at)
    if (!file) return null
    if (file.link === undefined) return file.blob ? { file, linked: hop > 0 } : null
    const target = targetOf(file, at)
    if (target === null) return null
    at = target
  }
  return null
}

// A symbolic link counts from its own folder, a hard link from the archive's root.
function targetOf({ kind, link = '' }: ArchiveFile, at: string): string | null {
  const parts = kind === 'symlink' && !link.startsWith('/') ? at.split('/').slice(0, -1) : []
  for (const part of link.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (parts.length === 0) return null
      parts.pop()
    } else parts.push(part)
  }
  return parts.join('/')
}
