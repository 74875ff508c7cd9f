import type { RuntimeRecording } from '../../../lib/recordings/runtime.ts'

/** What two runs of one runtime have in common: no times, no numbers of processes or namespaces. */
export function structureOf(recording: RuntimeRecording): Record<string, unknown> {
  const { lifecycle, spec, hooks, traces } = recording
  // In a race with the container where a runtime calls it at start.
  const raced = (hook: string) => hook === 'poststart'
  return {
    spec: Object.keys(spec).sort(),
    stages: lifecycle.stages.map(({ name, exitCode, state }) => [name, exitCode, state?.status]),
    cgroupFiles: lifecycle.stages.map(({ cgroupFiles }) => Object.keys(cgroupFiles)),
    stateFiles: lifecycle.stages.map(({ stateFiles }) => stateFiles.map(({ path }) => path)),
    namespaces: lifecycle.stages.map(({ process }) => Object.keys(process?.namespaces ?? {})),
    hooks: hooks
      .map(({ hook, state }) => [hook, state?.status])
      .filter(([hook]) => !raced(`${hook}`)),
    raced: hooks.filter(({ hook }) => raced(hook)).length,
    create: callsOf(traces.create),
    start: callsOf(traces.start),
  }
}

function callsOf(events: RuntimeRecording['traces']['create']): string[] {
  return [...new Set(events.map(({ tag, call }) => `${tag} ${call}`))].sort()
}
