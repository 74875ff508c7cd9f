import type { Evidence } from '@/components/diagrams/scenario-player/model'
import { framesIn } from '@/lib/containerd/frame'
import { decodeMessage, methodSchema, payloadOf } from '@/lib/containerd/message'
import { format } from '@/lib/i18n/format'
import type { WireField } from '@/lib/protobuf/message'
import { hex, type WireView, wireView } from '@/lib/protobuf/wire-view'
import type { CriRecording } from '@/lib/recordings/cri'
import type { ShimRecording } from '@/lib/recordings/shim'
import type { EvidenceWords } from './evidence'
import type { ShimPointer } from './scenario'

/**
 * What a pointer into the conversation below containerd points at, as text.
 *
 * @throws Error where the recording has no such thing
 */
export function shimEvidenceOf(
  pointer: ShimPointer,
  { calls }: CriRecording,
  shim: ShimRecording,
  words: EvidenceWords,
): Evidence[] {
  const missing = () => new Error(`nothing in the recording fits ${JSON.stringify(pointer)}`)
  if (pointer.of === 'shim-run') {
    const run = shim.runs.find(({ action }) => action === 'start')
    const wire = run?.[pointer.part]
    if (!wire) throw missing()
    const given = pointer.part === 'stdin'
    const type = given ? 'BootstrapParams' : 'BootstrapResult'
    const label = format(given ? words.request : words.response, { type })
    const bytes = bytesOf(wire.bytes)
    return [{ label, wire: wireView(bytes, decodeMessage(bytes, type)) }]
  }
  const call = calls.find(({ method, status }) => method === pointer.during && status.code === 'OK')
  if (!call) throw missing()
  const end = call.startedMs + call.durationMs
  if (pointer.of === 'containerd-events') {
    const lines = shim.events
      .filter(({ ms }) => ms >= call.startedMs && ms <= end)
      .map(({ json, topic }) => `${json.namespace}  ${topic}`)
    if (lines.length === 0) throw missing()
    return [{ label: words.events, lines }]
  }
  const one = shim.calls.find(
    ({ to, method, startedMs }) =>
      to === 'shim' && method === pointer.method && startedMs >= call.startedMs && startedMs <= end,
  )
  if (!one) throw missing()
  const type = methodSchema(one.service, one.method).request
  return [
    { label: format(words.request, { type }), wire: frameView(bytesOf(one.request.bytes), type) },
  ]
}

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

/** The ten bytes of ttrpc's header by what they are, then the request with its payload opened. */
function frameView(bytes: Uint8Array, type: string): WireView {
  const [frame] = framesIn(bytes)
  if (!frame) throw new Error('not a whole frame')
  const header = [
    { end: 4, is: `length ${frame.data.length}` },
    { end: 8, is: `stream ${frame.stream}` },
    { end: 9, is: frame.type },
    { end: 10, is: `flags ${frame.flags}` },
  ]
  const asked = decodeMessage(frame.data, 'Request')
  const payload = decodeMessage(payloadOf(asked.json), type)
  const fields = asked.fields.map((field) =>
    field.name === 'payload'
      ? { ...field, fields: moved(payload.fields, field.valueStart) }
      : field,
  )
  const starts = [0, ...header.map(({ end }) => end)]
  return wireView(
    frame.data,
    { json: { ...asked.json, payload: payload.json }, fields },
    header.map(({ end, is }, i) => ({ hex: hex(bytes.subarray(starts[i], end)), is })),
  )
}

/** Fields of a message as they stand in the one around it. */
function moved(fields: readonly WireField[], by: number): WireField[] {
  return fields.map((field) => ({
    ...field,
    ...{ start: field.start + by, end: field.end + by, valueStart: field.valueStart + by },
    ...(field.fields ? { fields: moved(field.fields, by) } : {}),
  }))
}
