import { OPEN_LIMITS } from '@/lib/oci/archive/limits'
import { ProblemError } from '@/lib/oci/problem'
import type { OpenInput } from './messages'

/** The files of a folder that was dropped, by their paths below it. @throws ProblemError `archive-entries` */
export async function readFolder(folder: FileSystemDirectoryEntry): Promise<OpenInput> {
  const files: { path: string; file: File }[] = []
  const waiting: FileSystemDirectoryEntry[] = [folder]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const reader = at.createReader()
    for (;;) {
      // A reader gives some entries at a time, and none at the end.
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject)
      })
      if (entries.length === 0) break
      for (const entry of entries) {
        if (entry.isDirectory) waiting.push(entry as FileSystemDirectoryEntry)
        else {
          const file = await new Promise<File>((resolve, reject) => {
            ;(entry as FileSystemFileEntry).file(resolve, reject)
          })
          files.push({ path: entry.fullPath.slice(folder.fullPath.length + 1), file })
        }
        if (files.length > OPEN_LIMITS.files) {
          throw new ProblemError({ kind: 'archive-entries', limit: OPEN_LIMITS.files })
        }
      }
    }
  }
  return { kind: 'folder', name: folder.name, files }
}

/** The files of a folder that was chosen; their paths begin with its name. */
export function chosenFolder(list: FileList): OpenInput {
  const [first] = list
  const name = first?.webkitRelativePath.split('/')[0] ?? ''
  const files = Array.from(list, (file) => ({
    path: file.webkitRelativePath.slice(name.length + 1),
    file,
  }))
  return { kind: 'folder', name, files }
}
