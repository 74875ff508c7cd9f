import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asked, StoredFile } from '../../../lib/recordings/everywhere.ts'

/** What each of them says on a machine without cgroups v2. */
const OLD_CGROUPS = /^.*(?:cgroup v1 is deprecated|cgroups-v1 which is deprecated).*\n/gm

/** Who asks, and where: the same for all that is typed in one place. */
export type Shell = { cwd: string; env: Record<string, string> }

/** Types a line into a shell and keeps all that is printed. */
export async function ask(line: string, { cwd, env }: Shell): Promise<Asked> {
  const child = spawn('sh', ['-c', line], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes))
  const exit = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? -1))
  })
  const text = (parts: Buffer[]) => Buffer.concat(parts).toString().replace(OLD_CGROUPS, '')
  return { command: line, exit, stdout: text(out), stderr: text(err) }
}

export async function askAll(lines: string[], shell: Shell): Promise<Asked[]> {
  const all: Asked[] = []
  for (const line of lines) all.push(await ask(line, shell))
  return all
}

/** Bytes: longer files are named and hashed, and their text is not kept. */
const TEXT = 16 * 1024

/** Everything below a folder, as a reader would find it there. */
export async function filesBelow(folder: string): Promise<StoredFile[]> {
  const found: StoredFile[] = []
  const visit = async (path: string): Promise<void> => {
    for (const name of (await readdir(join(folder, path))).sort()) {
      const file = join(path, name)
      const stat = await lstat(join(folder, file))
      if (stat.isDirectory()) {
        found.push({ path: file, kind: 'directory' })
        await visit(file)
      } else if (stat.isSymbolicLink()) {
        found.push({ path: file, kind: 'link', to: await readlink(join(folder, file)) })
      } else if (stat.isFile()) found.push(await fileAt(folder, file))
      else if (stat.isCharacterDevice()) found.push({ path: file, kind: 'device' })
    }
  }
  await visit('')
  return found
}

async function fileAt(folder: string, path: string): Promise<StoredFile> {
  const bytes = await readFile(join(folder, path))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const text = bytes.length > TEXT ? null : textOf(bytes)
  return { path, kind: 'file', size: bytes.length, sha256, ...(text !== null && { text }) }
}

/** Null for bytes that no editor would show. */
function textOf(bytes: Buffer): string | null {
  const text = bytes.toString('utf8')
  return /[\x00-\x08\x0e-\x1f\ufffd]/.test(text) ? null : text
}
