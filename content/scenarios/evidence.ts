import { parsePointer } from '@/lib/oci/pointer'
import type { CriStage } from '@/lib/recordings/cri'

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

/** What stands at a JSON Pointer (RFC 6901); undefined where nothing does. */
export function valueAt(value: unknown, pointer: string): unknown {
  return parsePointer(pointer)?.reduce<unknown>(
    (at, token) => (at as Record<string, unknown> | null | undefined)?.[token],
    value,
  )
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

function short(text: string): string {
  const line = text.split('\n')[0] ?? ''
  const folded = line.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
  return folded.length > 110 ? `${folded.slice(0, 109)}…` : folded
}
