import { describe, expect, test } from 'vitest'
import { decodeMessage, encodeMessage } from '../cri/message.ts'
import { methodSchema } from '../cri/schema.ts'
import { readCri } from '../recordings/cri.ts'
import { hex, type WireView, wireView } from './wire-view.ts'

const bytesOf = (view: WireView) =>
  view.fields
    .flatMap(({ tag, length, value }) => [tag, length, value])
    .filter(Boolean)
    .join(' ')

const textOf = (view: WireView) => view.lines.map(({ text }) => text).join('\n')

describe.each(['cri-containerd', 'cri-crio'])('%s', async (name) => {
  const { calls } = await readCri(name)
  const messages = calls.flatMap(({ method, request, response }) => {
    const schema = methodSchema(method)
    return [
      { type: schema.request, wire: request },
      ...(response ? [{ type: schema.response, wire: response }] : []),
    ]
  })

  test('every message is there twice, whole: as JSON and as bytes', () => {
    expect(messages.length).toBeGreaterThan(60)
    for (const { type, wire } of messages) {
      const bytes = new Uint8Array(Buffer.from(wire.bytes, 'base64'))
      const view = wireView(bytes, decodeMessage(bytes, type))
      expect(textOf(view), type).toBe(JSON.stringify(wire.json, null, 2))
      expect(bytesOf(view), type).toBe(hex(bytes))
      expect(view.size).toBe(bytes.length)
    }
  })

  test('a line with a text value belongs to the bytes of that text', () => {
    let seen = 0
    for (const { type, wire } of messages) {
      const bytes = new Uint8Array(Buffer.from(wire.bytes, 'base64'))
      const view = wireView(bytes, decodeMessage(bytes, type))
      for (const { text, field } of view.lines) {
        const [, value] = /: ("[^"\\]+"),?$/.exec(text) ?? []
        if (!value || field === null) continue
        const told = JSON.parse(value)
        const inside = view.fields.slice(field, (view.fields[field]?.last ?? 0) + 1)
        const texts = inside.map((each) =>
          Buffer.from(each.value.replaceAll(' ', ''), 'hex').toString(),
        )
        // enumerations, 64-bit integers and `bytes` are other texts in JSON than on the wire
        if (/^[A-Z_]+$|^-?\d+$/.test(told) || inside[0]?.wire !== 2) continue
        expect([...texts, Buffer.from(texts[0] ?? '').toString('base64')]).toContain(told)
        seen += 1
      }
    }
    expect(seen).toBeGreaterThan(150)
  })
})

test('a message marks all that is in it; a map’s entry has its key and its value', () => {
  const bytes = encodeMessage(
    { config: { metadata: { name: 'a' }, labels: { '1': 'x', b: 'y' } } },
    'RunPodSandboxRequest',
  )
  const view = wireView(bytes, decodeMessage(bytes, 'RunPodSandboxRequest'))
  expect(view.fields[0]).toMatchObject({ name: 'config', wire: 2, last: view.fields.length - 1 })
  const entry = view.lines.find(({ text }) => text.includes('"1": "x"'))
  const { name, last } = view.fields[entry?.field ?? -1] ?? {}
  expect(name).toBe('labels')
  expect(
    view.fields.slice((entry?.field ?? 0) + 1, (last ?? 0) + 1).map((each) => each.value),
  ).toEqual(['31', '78'])
})
