import { spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ToolRun } from '../../../lib/recordings/failure.ts'
import { REDACTED } from '../../../lib/registry/redaction.ts'
import type { Command } from './commands.ts'
import type { Lab } from './lab.ts'

/** Characters a tool may print; the tasks are chosen so that no image floods the page. */
const LONGEST = 16 * 1024
const TIMEOUT = 180_000

/** An engine that has an image would not ask for it the next time. */
const FORGET: Partial<Record<Command['tool'], string>> = {
  buildah: 'buildah rmi --all --force',
  podman: 'podman rmi --all --force',
  docker: 'docker image rm --force $(docker image ls --all --quiet)',
  ctr: 'ctr images rm --sync $(ctr images ls --quiet)',
}

/** Runs a command as a person would, in an empty home, and keeps what it prints. */
export async function runTool(
  { tool, line }: Command,
  lab: Lab,
  env: Record<string, string>,
  count?: () => number,
): Promise<ToolRun> {
  const cwd = join(lab.work, 'tools')
  for (const left of ['image', 'image.tar', 'layout']) {
    await rm(join(cwd, left), { recursive: true, force: true })
  }
  await mkdir(cwd, { recursive: true })
  const before = count?.() ?? 0
  const clock = performance.now()
  const { exit, stdout, stderr } = await start(line, cwd, env)
  const seconds = Math.round((performance.now() - clock) / 100) / 10
  for (const text of [stdout, stderr]) {
    if (text.length > LONGEST) throw new Error(`${line}: printed ${text.length} characters`)
  }
  const forget = FORGET[tool]
  if (exit === 0 && forget) await start(forget, cwd, env)
  const clean = (text: string) => neutral(text, lab)
  return {
    ...{ tool, command: line, exit, stdout: clean(stdout), stderr: clean(stderr), seconds },
    ...(count && { requests: count() - before }),
  }
}

/** Runs a line in a shell that knows nothing but `env`. @throws Error if it takes too long */
export function start(line: string, cwd: string, env: Record<string, string>) {
  const child = spawn('sh', ['-c', line], {
    cwd,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise<{ exit: number; stdout: string; stderr: string }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === null)
        reject(new Error(`${line}: ended by ${signal} after ${TIMEOUT} ms\n${stderr}`))
      else resolve({ exit: code, stdout, stderr })
    })
  })
}

/** What was edited is said in recording.json: paths of the machine, tokens, the last redraw of a line. */
function neutral(text: string, { work }: Lab): string {
  return text
    .replaceAll(work, '')
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, REDACTED)
    .replace(/\u001b\[[\d;?]*[A-Za-z]/g, '')
    .replaceAll('\r\n', '\n')
    .replace(/^.*\r(?=[^\n])/gm, '')
}

export const EDITS = [
  'Folders of the recording machine are left out.',
  'Tokens read ‹redacted›.',
  'Colours and redrawn lines of a terminal are left out.',
  'Several questions of this site are numbered as one conversation.',
]
