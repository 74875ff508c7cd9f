import { expect, test } from 'vitest'
import { readShim } from '../recordings/shim.ts'
import { peerOf } from '../testing/protobuf-peer.ts'
import { ENUMS, MESSAGES } from './api.ts'
import { framesIn } from './frame.ts'
import { containerdSchema, decodeMessage, methodSchema, payloadOf } from './message.ts'

const peer = peerOf(containerdSchema, { messages: MESSAGES, enums: ENUMS })
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const { calls, events } = await readShim('cri-containerd')

test('protobufjs reads every request and answer as we do', () => {
  for (const { seq, service, method, request, response } of calls) {
    const types = methodSchema(service, method)
    for (const [outer, inner, wire] of [
      ['Request', types.request, request],
      ['Response', types.response, response],
    ] as const) {
      if (!wire) continue
      const [frame] = framesIn(bytesOf(wire.bytes))
      const data = frame?.data ?? new Uint8Array()
      expect(peer(outer, data), `${seq} ${outer}`).toEqual(decodeMessage(data, outer).json)
      const payload = payloadOf(decodeMessage(data, outer).json)
      expect(peer(inner, payload), `${seq} ${inner}`).toEqual(decodeMessage(payload, inner).json)
    }
  }
})

test('protobufjs reads every event as we do', () => {
  for (const { bytes, topic } of events) {
    const ours = decodeMessage(bytesOf(bytes), 'Envelope').json
    expect(peer('Envelope', bytesOf(bytes)), topic).toEqual(ours)
  }
})
