import { readRecording } from './recording.ts'
import { listRuntimes, type RuntimeRecording, readRuntime, type Stage } from './runtime.ts'

/** In what low-level runtimes differ, each fact as it was recorded. */
export type RuntimeFacts = {
  /** of the recording */
  name: string
  runtime: string
  isolation: RuntimeRecording['lifecycle']['isolation']
  cgroups: 'v1' | 'hybrid' | 'v2' | undefined
  emulated: boolean
  /** hook to the command that called it; null for one that never was */
  calledBy: Record<string, Stage['name'] | null>
  /** hook to the status that it was told on stdin */
  told: Record<string, string>
  /** where the created container waits for `start` */
  waitsAt: { path: string; type: string; staysAfterStart: boolean } | null
  /** of those that matter, below strace */
  calls: { create: number; start: number }
  /** the process that `state` names, while created: its binary, and its name in the kernel */
  init: { executable: string; name: string }
  /** the names of all processes that the host has for the container while it runs, each once */
  onHost: string[]
  /** filters of the process that `state` names */
  seccompFilters: { created: number; running: number }
  /** whether the container's command meets the host's kernel */
  meetsHostKernel: boolean
  /** what `exec` ends with when it goes over a limit, and the status of the container then */
  over: Record<'pids' | 'memory', { exitCode: number | null; status: string | undefined }>
}

/** @throws Error naming what a recording lacks */
export async function compareRuntimes(): Promise<RuntimeFacts[]> {
  return Promise.all((await listRuntimes()).map(factsOf))
}

async function factsOf(name: string): Promise<RuntimeFacts> {
  const [{ lifecycle, config, hooks, traces }, { cgroups, emulated, kernel = '' }] =
    await Promise.all([readRuntime(name), readRecording(name)])
  const stage = (wanted: Stage['name']) => {
    const found = lifecycle.stages.find((each) => each.name === wanted)
    if (!found) throw new Error(`recording ${name}: no stage ${wanted}`)
    return found
  }
  const [created, running] = [stage('create'), stage('start')]
  const init = created.hostProcesses.find(({ pid }) => pid === created.state?.pid)
  const then = running.hostProcesses.find(({ pid }) => pid === running.state?.pid)
  if (!init || !then) throw new Error(`recording ${name}: no process of the container`)
  const waits = created.stateFiles.find(({ type }) => type === 'fifo' || type === 'socket')
  const stays = running.stateFiles.some(({ path }) => path === waits?.path)
  const callerOf = (hook: string) =>
    lifecycle.stages.find(({ hooks }) => hooks.includes(hook))?.name ?? null
  const over = (limit: 'pids' | 'memory') => {
    const { exitCode, state } = stage(limit)
    return { exitCode, status: state?.status }
  }
  const release = kernel.split(' ')[1] ?? ''
  return {
    ...{ name, runtime: lifecycle.runtime, isolation: lifecycle.isolation },
    ...{ cgroups, emulated: emulated ?? false },
    calledBy: Object.fromEntries(
      Object.keys(config.hooks ?? {}).map((hook) => [hook, callerOf(hook)]),
    ),
    told: Object.fromEntries(
      hooks.flatMap(({ hook, state }) => (state ? [[hook, state.status]] : [])),
    ),
    waitsAt: waits ? { path: waits.path, type: waits.type, staysAfterStart: stays } : null,
    calls: { create: traces.create.length, start: traces.start.length },
    init: { executable: init.executable, name: init.name },
    onHost: [...new Set(running.hostProcesses.map(({ name }) => name))].sort(),
    seccompFilters: { created: init.seccompFilters, running: then.seccompFilters },
    meetsHostKernel: insideOf(stage('inside'))['/proc/version']?.includes(release) ?? false,
    over: { pids: over('pids'), memory: over('memory') },
  }
}

/**
 * What a command inside the container saw of its kernel.
 *
 * @param stage the one named `inside`
 * @returns what was asked, `/proc/version` or `uname -a`, to the answer
 */
export function insideOf({ stdout }: Pick<Stage, 'stdout'>): Record<string, string> {
  const parts = stdout.split(/^==> (.+) <==\n/m).slice(1)
  const pairs = parts.flatMap((part, i) => (i % 2 ? [[parts[i - 1], part.trim()]] : []))
  return Object.fromEntries(pairs)
}
