import type { CriRecording } from '../../../lib/recordings/cri.ts'

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
      [...new Set(processes.map(({ command }) => command[0]))],
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
