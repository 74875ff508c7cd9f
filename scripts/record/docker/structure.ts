import type { EngineRecording } from '../../../lib/recordings/engine.ts'

/** What must come out the same when it is recorded again: no times, numbers or identifiers. */
export function structureOf(recording: EngineRecording): Record<string, unknown> {
  const { api, stages, events, programs, trials, bundle } = recording
  const names = (processes: { command: string[] }[]) =>
    processes.map(({ command }) => command[0]).sort()
  return {
    api: api.map(({ command, method, url, status }) => [
      ...[command.split(' ')[1], method, plain(url), status],
    ]),
    stages: stages.map(({ name, processes }) => [name, names(processes)]),
    events: events
      .filter(({ namespace }) => namespace === 'moby')
      .map(({ topic }) => topic)
      .sort(),
    programs: programs.map(({ program, args }) => [program, verbOf(args)]).sort(),
    bundle: Object.keys(JSON.parse(bundle)).sort(),
    ...Object.fromEntries(
      trials.map(({ name, moments }) => [
        name,
        moments.map(({ name, alive, processes, printed }) => [
          ...[name, alive, names(processes), printed.map(({ exit }) => exit)],
        ]),
      ]),
    ),
  }
}

/** What runc or the shim was told to do, among its flags. */
export function verbOf(args: readonly string[]): string {
  const verbs = ['create', 'start', 'exec', 'kill', 'delete', 'state', 'features', 'update']
  return args.find((arg) => verbs.includes(arg)) ?? args[0] ?? ''
}

const plain = (url: string) => url.replace(/[0-9a-f]{64}/g, '…').replace(/\?.*/, '')
