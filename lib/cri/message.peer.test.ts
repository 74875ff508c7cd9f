import { expect, test } from 'vitest'
import { readCri } from '../recordings/cri.ts'
import { listRecordings } from '../recordings/recording.ts'
import { peerOf } from '../testing/protobuf-peer.ts'
import { decodeMessage, encodeMessage } from './message.ts'
import { ENUMS, MESSAGES } from './runtime-v1.ts'
import { criSchema, methodSchema } from './schema.ts'

const peer = peerOf(criSchema, { messages: MESSAGES, enums: ENUMS })
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

const recordings = (await listRecordings()).filter(({ kind }) => kind === 'cri')
const names = recordings.map(({ name }) => name).filter((name) => name !== 'kubelet')

test.each(names)('protobufjs reads every message of %s as we do', async (name) => {
  const { calls } = await readCri(name)
  let messages = 0
  for (const { seq, method, request, response, messages: stream = [] } of calls) {
    const schema = methodSchema(method)
    const answers = [...(response ? [response] : []), ...stream]
    const all = [
      { type: schema.request, wire: request },
      ...answers.map((wire) => ({ type: schema.response, wire })),
    ]
    for (const { type, wire } of all) {
      const ours = decodeMessage(bytesOf(wire.bytes), type).json
      expect(peer(type, bytesOf(wire.bytes)), `${seq} ${type}`).toEqual(ours)
      expect(peer(type, encodeMessage(ours, type)), `${seq} ${type}`).toEqual(ours)
      messages += 1
    }
  }
  expect(messages).toBeGreaterThan(40)
})
