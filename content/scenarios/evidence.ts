import type { Evidence } from '@/components/diagrams/scenario-player/model'
import { decodeMessage } from '@/lib/cri/message'
import { methodSchema } from '@/lib/cri/schema'
import { format } from '@/lib/i18n/format'
import { wireView } from '@/lib/protobuf/wire-view'
import type { CriRecording, CriStage } from '@/lib/recordings/cri'
import type { Pointer } from './scenario'

/** What evidence is called; `{…}` are names from the recording. */
export type EvidenceWords = {
  request: string
  response: string
  status: string
  processes: string
  mounts: string
  cniEnv: string
  cniStdin: string
  cniStdout: string
  program: string
  registry: string
  bundle: string
  log: string
  took: string
  empty: string
  /** `{command}` as typed, `{exit}` its exit code */
  typed: string
  nothing: string
  /** of a machine: what process 1 is */
  first: string
  frames: string
  events: string
  command: string
  state: string
  says: string
  process: string
  namespaces: string
  files: string
  cgroup: string
  trace: string
  hooks: string
  httpRequest: string
  httpResponse: string
  /** of a body that is no JSON; `{size}` in bytes */
  bytesOnly: string
  /** `{at}` is a JSON Pointer into the answer */
  valueAt: string
  sizes: string
}

/**
 * What a pointer points at, as text.
 *
 * @throws Error where the recording has no such thing: a scenario must not outlive its recording
 */
export function evidenceOf(
  pointer: Pointer,
  recording: CriRecording,
  words: EvidenceWords,
): Evidence[] {
  const missing = () => new Error(`nothing in the recording fits ${JSON.stringify(pointer)}`)
  switch (pointer.of) {
    case 'call': {
      const call = recording.calls.find(
        ({ method, says }) => method === pointer.method && says === pointer.says,
      )
      if (!call) throw missing()
      if (pointer.part === 'status') {
        const { code, message } = call.status
        const took = format(words.took, { ms: Math.round(call.durationMs) })
        return [{ label: words.status, lines: [`${code}  ${took}`, ...(message ? [message] : [])] }]
      }
      const wire = call[pointer.part]
      if (!wire) throw missing()
      const type = methodSchema(pointer.method)[pointer.part]
      const label = format(words[pointer.part], { type })
      const bytes = new Uint8Array(Buffer.from(wire.bytes, 'base64'))
      if (bytes.length === 0) return [{ label, lines: [words.empty] }]
      return [{ label, wire: wireView(bytes, decodeMessage(bytes, type)) }]
    }
    case 'stage': {
      const stage = recording.stages.find(({ name }) => name === pointer.name)
      if (!stage) throw missing()
      return pointer.show === 'processes'
        ? [{ label: words.processes, lines: tree(stage) }]
        : [{ label: words.mounts, lines: stage.mounts.map(mountLine) }]
    }
    case 'cni': {
      const call = recording.cni.find(
        ({ plugin, env }) => plugin === pointer.plugin && env.CNI_COMMAND === pointer.command,
      )
      if (!call) throw missing()
      if (pointer.show === 'env') {
        const lines = Object.entries(call.env).map(([name, value]) => `${name}=${value}`)
        return [{ label: format(words.cniEnv, { plugin: pointer.plugin }), lines }]
      }
      const label = pointer.show === 'stdin' ? words.cniStdin : words.cniStdout
      return [{ label, lines: pretty(JSON.parse(call[pointer.show])) }]
    }
    case 'execve': {
      const found = recording.execve.filter(
        ({ path, args }) =>
          path.endsWith(`/${pointer.program}`) &&
          pointer.words.every((word) => args.includes(word)),
      )
      const one = found[pointer.nth ?? 0]
      if (!one) throw missing()
      const label = format(words.program, { pid: one.pid })
      return [{ label, lines: commandLines(one.args) }]
    }
    case 'registry': {
      const found = recording.registry.filter(
        ({ url, status }) => url.includes(pointer.url) && status === pointer.statusIs,
      )
      if (found.length === 0) throw missing()
      const lines = found.map(
        ({ method, url, status, size }) => `${method} ${url}  ${status}  ${size} B`,
      )
      return [{ label: words.registry, lines }]
    }
    case 'bundle': {
      const config = JSON.parse(recording.bundles[pointer.what])
      const value = pointer.at
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], config)
      if (value === undefined) throw missing()
      return [{ label: format(words.bundle, { at: pointer.at }), lines: pretty(value) }]
    }
    case 'log':
      return [{ label: words.log, lines: recording.log.trimEnd().split('\n') }]
  }
}

export function pretty(value: unknown): string[] {
  return JSON.stringify(value, null, 2).split('\n')
}

/** Parents before their children, which stand further in. */
export function tree({ processes }: Pick<CriStage, 'processes'>): string[] {
  const known = new Set(processes.map(({ pid }) => pid))
  const lines: string[] = []
  const write = (parent: number | null, level: number) => {
    for (const each of processes) {
      const isHere = parent === null ? !known.has(each.parent) : each.parent === parent
      if (!isHere) continue
      const own = Object.keys(each.namespaces)
      const apart = own.length > 0 ? `  [${own.join(' ')}]` : ''
      lines.push(`${'  '.repeat(level)}${each.pid} ${short(each.command.join(' '))}${apart}`)
      write(each.pid, level + 1)
    }
  }
  write(null, 0)
  return lines
}

/** A flag and its value on a line. */
export function commandLines(args: readonly string[]): string[] {
  const lines: string[] = []
  for (const arg of args) {
    const before = lines.at(-1)
    if (before?.startsWith('  -') && !arg.startsWith('-') && !before.trimStart().includes(' ')) {
      lines[lines.length - 1] = `${before} ${arg}`
    } else lines.push(lines.length === 0 ? arg : `  ${arg}`)
  }
  return lines
}

function mountLine(line: string): string {
  const [left = '', right = ''] = line.split(' - ')
  return `${right.split(' ')[0]}  ${left.split(' ')[4]}`
}

function short(text: string): string {
  const line = text.split('\n')[0] ?? ''
  const folded = line.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
  return folded.length > 110 ? `${folded.slice(0, 109)}…` : folded
}
