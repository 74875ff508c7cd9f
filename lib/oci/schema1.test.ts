import { expect, test } from 'vitest'
import { decodeDocument } from './document.ts'
import { schema1Payload } from './schema1.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const url = (text: string) =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

const PLAIN = '{\n   "schemaVersion": 1,\n   "fsLayers": [],\n   "history": []\n}'
const LENGTH = PLAIN.length - '\n}'.length

function signed(header: unknown) {
  const signatures = JSON.stringify([{ protected: url(JSON.stringify(header)) }])
  return decodeDocument(
    encode(`${PLAIN.slice(0, LENGTH)},\n   "signatures": ${signatures}\n}`),
    null,
  )
}

test('gives what was signed', () => {
  const document = signed({ formatLength: LENGTH, formatTail: url('\n}') })
  expect(document.kind).toBe('schema1')
  expect(new TextDecoder().decode(schema1Payload(document)!)).toBe(PLAIN)
})

test('gives all of what nobody signed', () => {
  const document = decodeDocument(encode(PLAIN), null)
  expect(schema1Payload(document)).toBe(document.bytes)
})

test.each([
  { why: 'a length behind the end', header: { formatLength: 10_000, formatTail: '' } },
  { why: 'a length below zero', header: { formatLength: -1, formatTail: '' } },
  { why: 'a broken length', header: { formatLength: 1.5, formatTail: '' } },
  { why: 'another document', header: { formatLength: 1, formatTail: url('"fsLayers":[1]}') } },
  { why: 'half a document', header: { formatLength: LENGTH, formatTail: url(',') } },
  { why: 'no tail', header: { formatLength: 1 } },
  { why: 'a tail that is no base64', header: { formatLength: 1, formatTail: '*' } },
  { why: 'a list', header: [] },
])('gives nothing for $why', ({ header }) => {
  expect(schema1Payload(signed(header))).toBeNull()
})

test.each(['[]', '[{}]', '{}', 'null', '[{"protected":"*"}]', '[{"protected":"e30x"}]'])(
  'gives nothing for signatures %s',
  (signatures) => {
    const text = `{"schemaVersion":1,"signatures":${signatures}}`
    expect(schema1Payload(decodeDocument(encode(text), null))).toBeNull()
  },
)
