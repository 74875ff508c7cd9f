import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Place } from '../../../lib/recordings/everywhere.ts'
import { askAll, filesBelow, type Shell } from './ask.ts'
import { LAB, OUT } from './places.ts'

export type PlaceSpec = {
  name: string
  /** lines that print a version, by the program's name */
  tools: Record<string, string>
  configuration?: string[]
  /** added to the environment; its PATH comes first */
  env?: Record<string, string>
  commands: string[]
  folders: string[]
  /** files that a command saved in its own folder */
  archives?: string[]
}

/** Types everything that belongs to a place and looks at what lies on disk then. */
export async function recordPlace(spec: PlaceSpec): Promise<Place> {
  const { name, tools, configuration = [], env = {}, commands, folders, archives = [] } = spec
  const cwd = join(LAB, 'work', name)
  await mkdir(cwd, { recursive: true })
  const home = join(LAB, 'home', name)
  await mkdir(home, { recursive: true })
  const shell: Shell = { cwd, env: { HOME: home, TZ: 'UTC', LC_ALL: 'C.UTF-8', ...env } }
  const asked = await askAll(commands, shell)
  const [pulled] = asked
  if (pulled?.exit !== 0) throw new Error(`${pulled?.command}: ${pulled?.stderr}`)
  const versions = await askAll(Object.values(tools), shell)
  for (const { command, exit, stderr } of versions) {
    if (exit !== 0) throw new Error(`${command}: ended with ${exit}\n${stderr}`)
  }
  const listed = []
  for (const path of folders) {
    // what a command made lies in its own folder, and is listed by its bare name
    listed.push({ path, files: withoutBlobs(await filesBelow(resolve(cwd, path))) })
  }
  for (const archive of archives) {
    const kept = join(OUT, `${name}.${archive}`)
    await cp(join(cwd, archive), kept)
    // docker lets nobody else read what it saved
    await chmod(kept, 0o644)
  }
  const read = async (file: string) => [file, await readFile(file, 'utf8')] as const
  return {
    name,
    tools: Object.fromEntries(
      Object.keys(tools).map((tool, i) => [tool, versions[i]?.stdout.trim().split('\n')[0] ?? '']),
    ),
    configuration: Object.fromEntries(await Promise.all(configuration.map(read))),
    asked,
    folders: listed,
    archives: archives.map((archive) => `${name}.${archive}`),
  }
}

const blobs = join(import.meta.dirname, '../../../content/recordings/hello/blobs/sha256')

/** Of the image's own documents the text stands in the recording `hello` already. */
function withoutBlobs(files: Place['folders'][number]['files']) {
  return files.map((file) => {
    if (file.kind !== 'file' || !existsSync(join(blobs, file.sha256))) return file
    const { text: _, ...rest } = file
    return rest
  })
}

/** Empties what a daemon left, for the next one. */
export async function emptyFolders(...folders: string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}
