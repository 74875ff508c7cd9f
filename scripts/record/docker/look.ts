import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Printed } from '../../../lib/recordings/engine.ts'
import { processesBelow } from '../cri/look.ts'
import { ENV } from './daemons.ts'
import { CONTAINERD, DAEMON } from './places.ts'

/** Nothing changed for so long: what was going to happen has happened. Milliseconds. */
const QUIET = 2500
const LONGEST = 60_000
/** A command that asks a daemon which is gone may ask for ever. */
const PATIENCE = 15_000

const OURS = /^(?:\/run\/lab\/docker\/bin\/.*|\/bin\/busybox|docker|sh|runc)$/

export type Processes = ReturnType<typeof processesBelow>

/** The daemons, and whatever runs for a container: even what has lost its parent. */
export function processes(): Processes {
  return processesBelow([], OURS)
    .filter(({ command }) => !command.join(' ').endsWith('/ctr events'))
    .map((each) => ({ ...each, cgroup: each.cgroup.replace(/(:\/)(?!docker\/).*$/, '$1host') }))
}

/** What stands when nothing has changed for a while. @throws Error when it never stops changing */
export async function settled(): Promise<Processes> {
  const end = performance.now() + LONGEST
  let seen = ''
  for (let since = performance.now(); performance.now() - since < QUIET; ) {
    const now = JSON.stringify(processes())
    if (now !== seen) since = performance.now()
    seen = now
    if (since > end) throw new Error(`still changing: ${seen}`)
    await setTimeout(50)
  }
  return processes()
}

export const isThere = (pid: number) => existsSync(`/proc/${pid}`)

/** Runs a command as a person would and keeps what it prints. */
export function type(command: string, host = DAEMON, timeout = PATIENCE): Promise<Printed> {
  const env: Record<string, string> = {
    ...ENV,
    DOCKER_HOST: `unix://${host}`,
    CONTAINERD_ADDRESS: CONTAINERD,
  }
  const child = spawn('/bin/sh', ['-c', `exec ${command}`], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...{ timeout, killSignal: 'SIGKILL' },
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exit) => {
      // ctr says at each call that the machine's cgroups are old
      const stderr = said.stderr.replace(/^.*level=warning msg="DEPRECATION: .*\n+/gm, '')
      resolve({ command, exit, stdout: said.stdout, stderr })
    })
  })
}

export async function typeAll(commands: string[]): Promise<Printed[]> {
  const all: Printed[] = []
  for (const command of commands) all.push(await type(command))
  return all
}
