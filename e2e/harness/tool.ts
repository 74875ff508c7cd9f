import { type ChildProcess, spawn } from 'node:child_process'

export type RunOptions = {
  cwd?: string
  /** added to our own; undefined takes one away */
  env?: Record<string, string | undefined>
  input?: string | Uint8Array
  /** milliseconds, 120 s unless told */
  timeout?: number
}

/**
 * Runs a program to its end and answers the bytes it printed.
 *
 * @throws Error with the command line and what it said on stderr
 */
export async function run(
  command: string,
  args: string[],
  { cwd, env, input, timeout = 120_000 }: RunOptions = {},
): Promise<Buffer> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout,
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes))
  const status = await new Promise<number | string | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  if (status !== 0) {
    const said = Buffer.concat(err).toString().trim()
    throw new Error(`${command} ${args.join(' ')}: ended with ${status}\n${said}`)
  }
  return Buffer.concat(out)
}

/** The same, as trimmed text. */
export async function runText(command: string, args: string[], options?: RunOptions) {
  return (await run(command, args, options)).toString().trim()
}

export type Service = {
  child: ChildProcess
  /** the groups of the first line that matched `ready` */
  ready: RegExpExecArray
  /** everything printed so far, both streams */
  output: () => string
  stop: () => Promise<void>
}

/**
 * Starts a program that keeps running and waits for the line that says it is ready.
 *
 * @param timeout milliseconds to wait for that line
 * @throws Error with all it printed, if it ends or stays silent
 */
export async function startService(
  command: string,
  args: string[],
  ready: RegExp,
  { cwd, env, timeout = 30_000 }: RunOptions = {},
): Promise<Service> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`${command} ${args.join(' ')}: ${why}\n${printed}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`not ready after ${timeout} ms`)
    }, timeout)
    const listen = (bytes: Buffer) => {
      printed += bytes.toString()
      const found = ready.exec(printed)
      if (found) {
        clearTimeout(timer)
        resolve(found)
      }
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', (error) => {
      clearTimeout(timer)
      fail(error.message)
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      fail(`ended with ${code ?? signal}`)
    })
  })
  return {
    child,
    ready: match,
    output: () => printed,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const hard = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(hard)
    },
  }
}
