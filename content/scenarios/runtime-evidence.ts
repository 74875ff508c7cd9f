import type { Evidence } from '@/components/diagrams/scenario-player/model'
import { format } from '@/lib/i18n/format'
import type { RuntimeRecording, TraceEvent } from '@/lib/recordings/runtime'
import { type EvidenceWords, pretty, valueAt } from './evidence'
import type { RuntimePointer } from './scenario'

/** Lines of a trace before the rest is counted. */
const LINES = 18
/** Characters of one call. */
const CALL = 260

/**
 * What a pointer into a low-level runtime's recording points at, as text.
 *
 * @throws Error where the recording has no such thing
 */
export function runtimeEvidenceOf(
  pointer: RuntimePointer,
  recording: RuntimeRecording,
  words: EvidenceWords,
): Evidence[] {
  const missing = () => new Error(`nothing in the recording fits ${JSON.stringify(pointer)}`)
  switch (pointer.of) {
    case 'trace': {
      const { during, tags, calls, by, has, before, after } = pointer
      const trace = recording.traces[during]
      const first = (name: string) => trace.findIndex(({ call }) => call === name)
      const [from, to] = [after ? first(after) + 1 : 0, before ? first(before) : trace.length]
      const events = trace
        .slice(from, to)
        .filter(
          ({ tag, call, args, process }) =>
            tags.includes(tag) &&
            (!calls || calls.includes(call)) &&
            (!by || by.includes(process)) &&
            (!has || has.some((word) => args.includes(word))),
        )
      if (events.length === 0) throw missing()
      const shown = events.slice(0, LINES).map(traceLine)
      const left = events.length - shown.length
      return [{ label: words.trace, lines: left > 0 ? [...shown, `… ${left}`] : shown }]
    }
    case 'hooks': {
      const lines = recording.hooks.map(
        ({ hook, state }) => `${hook.padEnd(16)}${state?.status ?? ''}`,
      )
      return [{ label: words.hooks, lines: lines.map((line) => line.trimEnd()) }]
    }
    case 'config': {
      const value = valueAt(recording.config, pointer.at)
      if (value === undefined) throw missing()
      return [{ label: format(words.bundle, { at: pointer.at }), lines: pretty(value) }]
    }
    case 'runtime':
      return [stageEvidence(pointer, recording, words, missing)]
  }
}

function stageEvidence(
  pointer: Extract<RuntimePointer, { of: 'runtime' }>,
  { lifecycle }: RuntimeRecording,
  words: EvidenceWords,
  missing: () => Error,
): Evidence {
  const stage = lifecycle.stages.find(({ name }) => name === pointer.stage)
  if (!stage) throw missing()
  const { process, state, stateError } = stage
  switch (pointer.show) {
    case 'command':
      return { label: words.command, lines: [stage.command.join(' ')] }
    case 'state':
      if (!state) throw missing()
      return { label: words.state, lines: pretty(state) }
    case 'stateError':
      if (stateError === null) throw missing()
      return { label: words.says, lines: [stateError] }
    case 'files': {
      const lines = stage.stateFiles.map(
        ({ path, type, mode }) => `${type.padEnd(5)} ${mode}  ${path}`,
      )
      if (lines.length === 0) throw missing()
      return { label: words.files, lines }
    }
    case 'cgroup': {
      const files = Object.entries(stage.cgroupFiles).filter(([path]) =>
        /limit|max|quota/.test(path),
      )
      if (files.length === 0) throw missing()
      return { label: words.cgroup, lines: files.map(([path, text]) => `${path}  ${text.trim()}`) }
    }
    case 'process': {
      if (!process || !state) throw missing()
      const label = format(words.process, { pid: state.pid ?? 0 })
      const { Seccomp, NoNewPrivs, CapEff } = process.status
      return {
        label,
        lines: [
          (process.commandLine.join(' ').split('\n')[0] ?? '').slice(0, CALL),
          `NoNewPrivs ${NoNewPrivs}   Seccomp ${Seccomp}   CapEff ${CapEff}`,
        ],
      }
    }
    case 'namespaces': {
      if (!process) throw missing()
      const lines = Object.entries(process.namespaces).map(([kind, id]) => {
        const own = lifecycle.hostNamespaces[kind] === id ? ' ' : '*'
        return `${own} ${kind.padEnd(18)} ${id}`
      })
      return { label: words.namespaces, lines }
    }
  }
}

function traceLine({ process, call, args, result }: TraceEvent): string {
  const text = `${call}(${args})`
  const short = text.length > CALL ? `${text.slice(0, CALL - 1)}…` : text
  return `${process.padEnd(15)} ${short} = ${result}`
}
