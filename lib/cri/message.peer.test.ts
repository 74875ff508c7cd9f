import protobuf from 'protobufjs'
import { expect, test } from 'vitest'
import { readCri } from '../recordings/cri.ts'
import { listRecordings } from '../recordings/recording.ts'
import { decodeMessage, encodeMessage } from './message.ts'
import { ENUMS, MESSAGES } from './runtime-v1.ts'
import { enumValues, type FieldSchema, messageSchema, methodSchema } from './schema.ts'

// A decoder that others wrote reads the same bytes by the same names, numbers and types.

const namesIn = (table: string) =>
  table.split('\n').flatMap((row) => (row.includes(':') ? [row.slice(0, row.indexOf(':'))] : []))

function peerField({ number, name, type, kind }: FieldSchema): protobuf.FieldBase {
  if (kind === 'map') return new protobuf.MapField(name, number, 'string', type)
  const rule = kind === 'repeated' ? 'repeated' : undefined
  const options = kind === 'optional' ? { proto3_optional: true } : {}
  return new protobuf.Field(name, number, type, rule, undefined, options)
}

function peerRoot(): protobuf.Root {
  const root = new protobuf.Root()
  for (const name of namesIn(ENUMS)) {
    const values = [...(enumValues(name) ?? [])].map(([number, value]) => [value, number])
    root.add(new protobuf.Enum(name, Object.fromEntries(values)))
  }
  for (const name of namesIn(MESSAGES)) {
    const type = new protobuf.Type(name)
    for (const field of messageSchema(name).fields) type.add(peerField(field))
    root.add(type)
  }
  root.resolveAll()
  return root
}

const root = peerRoot()
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const asJson = { longs: String, enums: String, bytes: String }

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
      const peer = root.lookupType(type)
      const theirs = peer.toObject(peer.decode(bytesOf(wire.bytes)), asJson)
      const ours = decodeMessage(bytesOf(wire.bytes), type).json
      expect(theirs, `${seq} ${type}`).toEqual(ours)
      const written = encodeMessage(ours, type)
      expect(peer.toObject(peer.decode(written), asJson), `${seq} ${type}`).toEqual(ours)
      messages += 1
    }
  }
  expect(messages).toBeGreaterThan(40)
})
