import type { Evidence } from '@/components/diagrams/scenario-player/model'
import { format } from '@/lib/i18n/format'
import type { EngineRecording, Printed } from '@/lib/recordings/engine'
import { commandLines, type EvidenceWords, pretty, tree } from './evidence'
import type { EnginePointer } from './scenario'

/** Characters of a line; daemons write long ones. */
const LONGEST = 320

/**
 * What a pointer into an engine's recording points at, as text.
 *
 * @throws Error where the recording has no such thing
 */
export function engineEvidenceOf(
  pointer: EnginePointer,
  recording: EngineRecording,
  words: EvidenceWords,
): Evidence[] {
  const missing = () => new Error(`nothing in the recording fits ${JSON.stringify(pointer)}`)
  switch (pointer.of) {
    case 'trial': {
      const moment = recording.trials
        .find(({ name }) => name === pointer.trial)
        ?.moments.find(({ name }) => name === pointer.moment)
      if (!moment) throw missing()
      return [shown(moment, pointer.show, words) ?? fail(missing)]
    }
    case 'engine': {
      const stage = recording.stages.find(({ name }) => name === pointer.stage)
      if (!stage) throw missing()
      return [shown(stage, pointer.show, words) ?? fail(missing)]
    }
    case 'programs': {
      const { trial, program, words: named } = pointer
      const from = trial
        ? recording.trials.find(({ name }) => name === trial)?.programs
        : recording.programs
      const one = from?.find(
        (each) =>
          each.program === (program === 'shim' ? 'containerd-shim-runc-v2' : program) &&
          named.every((word) => each.args.includes(word)),
      )
      if (!one) throw missing()
      const label = format(words.program, { pid: one.pid })
      return [{ label, lines: commandLines([one.program, ...one.args]) }]
    }
    case 'api': {
      const one = recording.api.find(
        ({ command, method, url, status }) =>
          command.startsWith(pointer.command) &&
          method === pointer.method &&
          url.includes(pointer.url) &&
          status === pointer.statusIs,
      )
      if (!one) throw missing()
      const asked = `${one.method} ${folded(one.url)}`
      if (pointer.part === 'frames') {
        const lines = one.frames.map(({ stream, text }) => `${stream}  ${text.trimEnd()}`)
        if (lines.length === 0) throw missing()
        return [{ label: words.frames, lines }]
      }
      const lines =
        pointer.part === 'request'
          ? one.request === null
            ? []
            : pretty(picked(one.request, pointer.fields))
          : one.response.map((each) => JSON.stringify(each))
      return [
        {
          label: pointer.part === 'request' ? asked : `${asked} → ${one.status}`,
          lines: lines.length > 0 ? lines : [words.nothing],
        },
      ]
    }
    case 'events': {
      const lines = recording.events
        .filter(({ topic }) => pointer.topics.includes(topic))
        .map(({ namespace, topic, event }) => `${namespace}  ${topic}  ${pidOf(event)}`.trimEnd())
      if (lines.length === 0) throw missing()
      return [{ label: words.events, lines }]
    }
  }
}

function shown(
  at: Pick<EngineRecording['stages'][number], 'processes' | 'printed'>,
  show: string,
  words: EvidenceWords,
): Evidence | null {
  if (show === 'processes') {
    // whose parent it is, is what this is about
    const first = { pid: 1, parent: 0, command: [words.first], namespaces: {}, cgroup: '' }
    const isParent = at.processes.some(({ parent }) => parent === 1)
    const processes = isParent ? [first, ...at.processes] : at.processes
    return { label: words.processes, lines: tree({ processes }) }
  }
  const printed = at.printed.find(({ command }) => command.startsWith(show))
  return printed ? evidenceFrom(printed, words) : null
}

function evidenceFrom({ command, exit, stdout, stderr }: Printed, words: EvidenceWords): Evidence {
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line.trim())
  return {
    label: format(words.typed, { command: folded(command), exit: exit ?? '—' }),
    lines: lines.length > 0 ? lines.map(folded) : [words.nothing],
  }
}

function folded(text: string): string {
  const short = text.trimEnd().replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
  return short.length > LONGEST ? `${short.slice(0, LONGEST - 1)}…` : short
}

/** Some fields of a long object, by their paths. */
function picked(value: unknown, fields: readonly string[]): unknown {
  const entries = fields.map((field) => {
    const found = field.split('.').reduce<unknown>((at, key) => (at as never)?.[key], value)
    return [field, found] as const
  })
  return Object.fromEntries(entries)
}

function pidOf({ pid }: Record<string, unknown>): string {
  return pid === undefined ? '' : `pid ${pid}`
}

function fail(error: () => Error): never {
  throw error()
}
