import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { writeConfig } from './bundle.ts'
import { type Caller, ENVIRONMENT } from './caller.ts'
import { lookAtHost } from './look.ts'
import { eventsFrom, readTrace, STRACE, type Timed } from './strace.ts'

const ID = 'traced'

/** The last that the program does: it has become `sleep`. */
const LAST = 'PR_SET_NAME, "sleep"'

/** Plays `create` and `start` below strace and writes `trace-create.ndjson`, `trace-start.ndjson`. */
export async function recordTraces(caller: Caller, out: string): Promise<void> {
  await takeBundle(caller, out)
  const { call, until, untilPrinted, untilQuiet } = caller
  // strace follows the container, so it ends with it.
  const creating = traced(caller, 'create', 'create', '--bundle', caller.bundle, ID)
  await until(ID, 'created')
  // runc says so before its child, which strace slows down, waits at the pipe.
  await untilQuiet(rawOf(caller, 'create'))
  await traced(caller, 'start', 'start', ID)
  await until(ID, 'running')
  await untilPrinted(rawOf(caller, 'create'), LAST)
  await call('kill', ID, 'KILL')
  await until(ID, 'stopped')
  await call('delete', ID)
  await creating

  const ofCreate = await readRaw(caller, 'create')
  const ofStart = await readRaw(caller, 'start')
  const [begin, turn] = [ofCreate[0]?.at ?? 0, ofStart[0]?.at ?? 0]
  const before = ofCreate.filter(({ at }) => at < turn)
  // What the container's first process does once `start` lets it, until our kill ends it.
  const after = ofCreate.filter((event) => event.at >= turn && !isEnd(event))
  await write(out, 'create', before, begin)
  await write(out, 'start', [...ofStart, ...after], turn)
}

/**
 * The same for a runtime whose kernel traces processes itself, which no second tracer may.
 *
 * `create` is followed until the Sentry is refused to attach to its first one: strace was there
 * before. `start` is followed in a container that was created without strace, with all threads of
 * the processes that stand there for it.
 */
export async function recordTracesApart(caller: Caller, out: string): Promise<void> {
  await takeBundle(caller, out)
  const { call, stateOf, until, untilGone, untilQuiet, untilPrinted, lab } = caller
  const failed = await traced(caller, 'create', 'create', '--bundle', caller.bundle, ID)
  if (failed.exitCode === 0) throw new Error('create below strace went well, so follow it whole')

  const { printed } = await call('create', '--bundle', caller.bundle, ID)
  const all = await lookAtHost('/lab/demo', lab)
  // The Sentry and the gofer. What they trace themselves is left to them.
  const tops = all.filter(({ parent }) => !all.some(({ pid }) => pid === parent))
  const file = rawOf(caller, 'kernel')
  const attached = tops.flatMap(({ pid }) => ['-p', `${pid}`])
  const follower = spawn('strace', [...STRACE, '-o', file, ...attached], {
    ...{ env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'ignore'] },
  })
  const ended = new Promise<void>((resolve) => follower.once('exit', () => resolve()))
  await until(ID, 'created')
  await untilTraced(tops.map(({ pid }) => pid))
  await traced(caller, 'start', 'start', ID)
  await untilPrinted(printed, 'running')
  await untilQuiet(file)
  const end = Date.now() / 1000
  const { state } = await stateOf(ID)
  await call('kill', ID, 'KILL')
  await untilGone(ID, state?.pid)
  await call('delete', ID)
  await ended

  const ofCreate = await readRaw(caller, 'create')
  const refused = ofCreate.findIndex(({ call, error }) => call === 'ptrace' && error)
  await write(out, 'create', ofCreate.slice(0, refused + 1), ofCreate[0]?.at ?? 0)
  const ofStart = await readRaw(caller, 'start')
  const turn = ofStart[0]?.at ?? 0
  const kernel = (await readRaw(caller, 'kernel')).filter(({ at }) => at >= turn && at < end)
  await write(out, 'start', [...ofStart, ...kernel], turn)
}

/** Waits until every one of them has a tracer. */
async function untilTraced(pids: number[]): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const texts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8')))
    if (texts.every((text) => !/^TracerPid:\t0$/m.test(text))) return
    await setTimeout(50)
  }
  throw new Error(`strace is not attached to ${pids.join(', ')} after ten seconds`)
}

async function takeBundle({ bundle }: Caller, out: string): Promise<void> {
  const { hooks: _, ...config } = JSON.parse(await readFile(join(out, 'config.json'), 'utf8'))
  await writeConfig(bundle, config)
}

function rawOf({ lab }: Caller, name: string): string {
  return join(lab, `${name}.strace`)
}

function traced(caller: Caller, name: string, ...args: string[]) {
  return caller.launch([
    'strace',
    ...STRACE,
    '-o',
    rawOf(caller, name),
    ...caller.commandOf(...args),
  ])
}

async function readRaw(caller: Caller, name: string): Promise<Timed[]> {
  return readTrace(await readFile(rawOf(caller, name), 'utf8'))
}

/** Whether it belongs to the end that our kill makes. */
function isEnd({ call, args }: Timed): boolean {
  return call === 'exit_group' || args.includes('SIGKILL')
}

async function write(out: string, name: string, events: Timed[], from: number): Promise<void> {
  const sorted = events.toSorted((a, b) => a.at - b.at)
  const lines = eventsFrom(sorted, from).map((event) => `${JSON.stringify(event)}\n`)
  await writeFile(join(out, `trace-${name}.ndjson`), lines.join(''))
}
