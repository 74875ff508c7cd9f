import type { Evidence } from '@/components/diagrams/scenario-player/model'
import { decodeMessage } from '@/lib/cri/message'
import { methodSchema } from '@/lib/cri/schema'
import { format } from '@/lib/i18n/format'
import { wireView } from '@/lib/protobuf/wire-view'
import type { CriRecording } from '@/lib/recordings/cri'
import { commandLines, type EvidenceWords, pretty, tree, valueAt } from './evidence'
import type { Pointer } from './scenario'

/**
 * What a pointer points at, as text.
 *
 * @throws Error where the recording has no such thing: a scenario must not outlive its recording
 */
export function criEvidenceOf(
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
      const value = valueAt(JSON.parse(recording.bundles[pointer.what]), pointer.at)
      if (value === undefined) throw missing()
      return [{ label: format(words.bundle, { at: pointer.at }), lines: pretty(value) }]
    }
    case 'log':
      return [{ label: words.log, lines: recording.log.trimEnd().split('\n') }]
  }
}

function mountLine(line: string): string {
  const [left = '', right = ''] = line.split(' - ')
  return `${right.split(' ')[0]}  ${left.split(' ')[4]}`
}
