import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ContainerState } from '../../../lib/recordings/runtime.ts'

export const ENVIRONMENT = {
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
  NODE_ENV: 'production' as const,
}

export type Ran = {
  command: string[]
  exitCode: number | null
  durationMs: number
  stdout: string
  stderr: string
  /** a file that goes on growing while the container writes */
  printed: string
}

/** Calls one runtime in one lab. */
export type Caller = ReturnType<typeof callerOf>

/**
 * @param lab its folder, with `bundle` and `state`
 * @param runtime its program and the flags before its commands
 * @param wrapper what stands in front of every command line
 * @param slow whether the machine is emulated
 */
export function callerOf(lab: string, runtime: string[], wrapper: string[], slow: boolean) {
  let calls = 0
  const bundle = join(lab, 'bundle')
  const root = join(lab, 'state')

  const commandOf = (...args: string[]) => {
    const [program = '', ...flags] = runtime
    return [program, '--root', root, ...flags, ...args]
  }

  /** Runs a command to its end; the container's own output goes to a file. */
  async function launch(command: string[]): Promise<Ran> {
    const [first = '', ...rest] = [...wrapper, ...command]
    calls += 1
    const files = { stdout: join(lab, `stdout-${calls}`), stderr: join(lab, `stderr-${calls}`) }
    const [stdout, stderr] = [openSync(files.stdout, 'w'), openSync(files.stderr, 'w')]
    const clock = performance.now()
    try {
      const child = spawn(first, rest, {
        ...{ cwd: bundle, env: ENVIRONMENT, stdio: ['ignore', stdout, stderr] },
      })
      const exitCode = await new Promise<number | null>((resolve, reject) => {
        child.once('error', reject).once('exit', (code) => resolve(code))
      })
      const durationMs = Math.round((performance.now() - clock) * 10) / 10
      return {
        ...{ command, exitCode, durationMs, printed: files.stdout },
        stdout: await readFile(files.stdout, 'utf8'),
        stderr: await readFile(files.stderr, 'utf8'),
      }
    } finally {
      closeSync(stdout)
      closeSync(stderr)
    }
  }

  const call = (...args: string[]) => launch(commandOf(...args))

  async function stateOf(
    id: string,
  ): Promise<{ state: ContainerState | null; error: string | null }> {
    const { exitCode, stdout, stderr } = await call('state', id)
    return exitCode === 0
      ? { state: JSON.parse(stdout), error: null }
      : { state: null, error: stderr.trim() }
  }

  /** Waits for a status; asking takes its time too. */
  async function until(id: string, status: ContainerState['status']): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await stateOf(id)).state?.status === status) return
      await setTimeout(50)
    }
    throw new Error(`${runtime[0]}: ${id} is not ${status} after 200 questions`)
  }

  /**
   * The same for `stopped`, and until the process is no more. gVisor calls a container stopped whose
   * Sentry is ending, and then running again until somebody has taken its exit code.
   */
  async function untilGone(id: string, pid: number | undefined): Promise<void> {
    await until(id, 'stopped')
    for (let tries = 0; tries < 600; tries += 1) {
      if (!existsSync(`/proc/${pid}`)) return
      await setTimeout(50)
    }
    throw new Error(`${runtime[0]}: process ${pid} of ${id} is still there after 30 seconds`)
  }

  /** Waits for a word in a file, at most two minutes: an emulated machine is slow. */
  async function untilPrinted(file: string, word: string): Promise<void> {
    for (let tries = 0; tries < 2400; tries += 1) {
      if ((await readFile(file, 'utf8').catch(() => '')).includes(word)) return
      await setTimeout(50)
    }
    throw new Error(`${file} does not say ${word} after two minutes`)
  }

  /** Waits until a file has not grown for half a second, or ten in an emulated machine. */
  async function untilQuiet(file: string): Promise<void> {
    const pause = slow ? 1000 : 50
    let size = -1
    let quiet = 0
    for (let tries = 0; tries < 600 && quiet < 10; tries += 1) {
      await setTimeout(pause)
      const now = (await stat(file)).size
      quiet = now === size ? quiet + 1 : 0
      size = now
    }
    if (quiet < 10) throw new Error(`${file} still grows after ${600 * pause} ms`)
  }

  return {
    lab,
    bundle,
    root,
    commandOf,
    launch,
    call,
    stateOf,
    until,
    untilGone,
    untilPrinted,
    untilQuiet,
  }
}
