import type { CriRecording } from '../../../lib/recordings/cri.ts'
import type { ShimCall, ShimRecording } from '../../../lib/recordings/shim.ts'

/** What must come out the same when it is recorded again: no times, numbers or identifiers. */
export function structureOf(recording: CriRecording): Record<string, unknown> {
  const { calls, stages, cni, registry, talks, crictl, bundles } = recording
  return {
    calls: calls.map(({ method, path, says, status }) => [method, path, says ?? '', status.code]),
    events: calls
      .flatMap(({ messages = [] }) => messages)
      .map(({ json }) => json.container_event_type ?? 'CONTAINER_CREATED_EVENT'),
    stages: stages.map(({ name, processes }) => [
      name,
      // the program's own naps come and go
      [...new Set(processes.map(({ command }) => command[0]))].filter((each) => each !== 'sleep'),
    ]),
    cni: cni
      .filter(({ plugin }) => plugin !== 'loopback')
      .map(({ plugin, env, exitCode }) => [plugin, env.CNI_COMMAND, exitCode]),
    registry: registry.map(({ method, url, status }) => [
      ...[method, url.replace(/sha256:\w+$/, 'sha256:…'), status],
    ]),
    talks: talks.map(({ method, status, frames }) => [method, status, frames.length > 0]),
    crictl: crictl.map(({ command }) => command),
    bundles: Object.values(bundles).map((text) => Object.keys(JSON.parse(text)).sort()),
  }
}

/**
 * The same of what containerd and the shim say. Calls that wait, or that are asked again while something
 * goes on, come in no certain order and number, with answers that depend on the moment: of these only the
 * methods count.
 */
export function shimStructureOf({ runs, calls, events }: ShimRecording): Record<string, unknown> {
  const kinds = (items: string[]) => [...new Set(items)].sort()
  const row = ({ method, status }: ShimCall) => `${method} ${status?.code ?? 'no answer'}`
  const isAsked = ({ method }: ShimCall) => /^(State|Wait|Pids|Stats|Connect)$/.test(method)
  const tasks = calls.filter(({ to }) => to === 'shim')
  return {
    shimRuns: runs.map(({ action, env, exitCode }) => [action, Object.keys(env), exitCode]),
    shimCalls: tasks.filter((call) => !isAsked(call)).map(row),
    shimAsked: kinds(tasks.filter(isAsked).map(({ method }) => method)),
    shimForwards: kinds(calls.filter(({ to }) => to === 'containerd').map(row)),
    containerdEvents: events.map(({ topic }) => topic).sort(),
  }
}
