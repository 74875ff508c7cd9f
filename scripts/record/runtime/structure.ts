import type { RuntimeRecording, Stage } from '../../../lib/recordings/runtime.ts'

/** What two runs of one runtime have in common: no times, no numbers of processes or namespaces. */
export function structureOf(recording: RuntimeRecording): Record<string, unknown> {
  const { lifecycle, spec, hooks, traces } = recording
  // In a race with the container where a runtime calls it at start.
  const raced = (hook: string) => hook === 'poststart'
  const hooksOf = ({ hooks }: Stage) => hooks.filter((hook) => !raced(hook))
  // Of the processes of a sandbox, the kernel chooses the one that it ends.
  const stages = lifecycle.stages.filter(
    ({ name }) => lifecycle.isolation === 'namespaces' || name !== 'memory',
  )
  // youki numbers the sockets of `exec` at random.
  const plain = ({ path }: { path: string }) => path.replace(/-[0-9a-f]+\.sock$/, '-*.sock')
  return {
    isolation: lifecycle.isolation,
    spec: Object.keys(spec).sort(),
    names: lifecycle.stages.map(({ name }) => name),
    stages: stages.map(({ name, exitCode, state }) => [name, exitCode, state?.status]),
    cgroupFiles: stages.map(({ cgroupFiles }) => Object.keys(cgroupFiles)),
    stateFiles: stages.map(({ stateFiles }) => unique(stateFiles.map(plain))),
    hooksByStage: stages.map(hooksOf),
    hostProcesses: stages.map(({ hostProcesses }) => unique(hostProcesses.map(({ name }) => name))),
    namespaces: stages.map(({ process }) => Object.keys(process?.namespaces ?? {})),
    hooks: hooks
      .map(({ hook, state }) => [hook, state?.status])
      .filter(([hook]) => !raced(`${hook}`)),
    raced: hooks.filter(({ hook }) => raced(hook)).length,
    create: callsOf(traces.create),
    start: callsOf(traces.start),
  }
}

function callsOf(events: RuntimeRecording['traces']['create']): string[] {
  return unique(events.map(({ tag, call }) => `${tag} ${call}`))
}

function unique(words: string[]): string[] {
  return [...new Set(words)].sort()
}
