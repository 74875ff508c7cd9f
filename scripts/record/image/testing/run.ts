import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../..')
// The Node that came with the packages, as `npm run` takes it.
const own = join(root, 'node_modules', '.bin', 'node')
const node = existsSync(own) ? own : process.execPath

/** A folder in which `npm run record` can be run, with no recording but those given. */
export type Desk = {
  directory: string
  recording: (name: string) => string
  /** starts it; `ended` has its exit code, or the signal that ended it, and all it said */
  start(
    args: string[],
    env: Record<string, string>,
  ): { child: ChildProcess; ended: Promise<{ status: number | string | null; said: string }> }
  remove(): Promise<void>
}

export async function makeDesk(recordings: string[] = []): Promise<Desk> {
  const directory = await mkdtemp(join(tmpdir(), 'record-'))
  const folder = join(directory, 'content', 'recordings')
  await mkdir(folder, { recursive: true })
  for (const name of recordings) {
    await cp(join(root, 'content', 'recordings', name), join(folder, name), { recursive: true })
  }
  return {
    directory,
    recording: (name) => join(folder, name),
    start(args, env) {
      const script = join(root, 'scripts', 'record', 'image.ts')
      const child = spawn(node, ['--conditions=react-server', script, ...args], {
        cwd: directory,
        env: { NODE_ENV: 'test', PATH: process.env.PATH, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (bytes: Buffer) => {
          said += bytes.toString()
        })
      }
      const ended = new Promise<{ status: number | string | null; said: string }>((resolve) => {
        child.once('close', (code, signal) => resolve({ status: code ?? signal, said }))
      })
      return { child, ended }
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}
