import { describe, expect, test } from 'vitest'
import { decodeDocument } from '../../../lib/oci/document.ts'
import { prepareDocument } from './prepare.ts'
import {
  digestParts,
  firstField,
  nextField,
  pieces,
  type ReaderDocument,
  stopAt,
} from './reader.ts'

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`

function documentOf(text: string): ReaderDocument {
  const decoded = decodeDocument(new TextEncoder().encode(text), null)
  // No catalogue and no findings: the reader alone.
  return prepareDocument({ ...decoded, findings: [] }, { digest: DIGEST, fields: {}, findings })
}

const findings = {} as Parameters<typeof prepareDocument>[1]['findings']
const manifest = JSON.stringify({
  schemaVersion: 2,
  config: { digest: DIGEST, size: 2 },
  layers: [],
})

describe('pieces', () => {
  test.each([
    { why: 'compact', text: manifest },
    { why: 'indented', text: JSON.stringify(JSON.parse(manifest), null, 3) },
    { why: 'a byte order mark before it', text: `\ufeff${manifest}` },
    { why: 'a key that comes twice', text: '{"a":1,"a":2}' },
    { why: 'escapes and surrogate pairs', text: '{"\\u0061":"\\ud83d\\ude00 😀"}' },
    { why: 'nothing inside', text: '{}' },
    { why: 'arrays in arrays', text: '{"a":[[1,2],[{"b":null}]]}' },
  ])('joined are the text again: $why', ({ text }) => {
    const document = documentOf(text)
    expect(
      pieces(document)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  test('every key and every scalar is a target, containers only by their key', () => {
    const targets = pieces(documentOf('{"a":[1,{"b":true}],"c":"d"}')).filter(({ part }) => part)
    expect(targets.map(({ text, part }) => [part, text])).toEqual([
      ['key', '"a"'],
      ['value', '1'],
      ['key', '"b"'],
      ['value', 'true'],
      ['key', '"c"'],
      ['value', '"d"'],
    ])
  })

  test('a part of a long document ends between targets', () => {
    const document = documentOf(
      JSON.stringify(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`key${i}`, i]))),
    )
    const stop = stopAt(document, 1000)
    expect(stop).toBeLessThanOrEqual(1000)
    const shown = pieces(document, stop)
      .map((piece) => piece.text)
      .join('')
    expect(document.text.startsWith(shown)).toBe(true)
    expect(shown.length).toBe(stop)
    expect(stopAt(document, 1e6)).toBe(document.text.length)
  })

  test('one value longer than a part is cut rather than held back', () => {
    const document = documentOf(JSON.stringify({ a: 'x'.repeat(5000) }))
    expect(stopAt(document, 1000)).toBe(1000)
  })
})

test('a digest is found wherever it stands as a value', () => {
  const lit = documentOf(manifest).fields.filter(({ digest }) => digest)
  expect(lit.map(({ at, digest }) => [at, digest])).toEqual([['/config/digest', DIGEST]])
})

test.each([
  { why: 'a manifest opens at its config', text: manifest, at: '/config/digest' },
  { why: 'without it, nowhere: no field is known', text: '{"x":1}', at: undefined },
])('$why', ({ text, at }) => {
  const document = documentOf(text)
  const asManifest = { ...document, kind: 'manifest' as const }
  expect(document.fields[firstField(asManifest)]?.at).toBe(at)
})

test.each([
  { why: 'on', from: 1, to: 'next', want: 2 },
  { why: 'stays at the end', from: 4, to: 'next', want: 4 },
  { why: 'stays at the start', from: 0, to: 'previous', want: 0 },
  { why: 'first', from: 3, to: 'first', want: 0 },
  { why: 'last', from: 1, to: 'last', want: 4 },
] as const)('arrow keys: $why', ({ from, to, want }) => expect(nextField(5, from, to)).toBe(want))

test.each([
  { why: 'sha256', digest: DIGEST },
  { why: 'sha512', digest: `sha512:${'ab'.repeat(64)}` },
  { why: 'short, shown whole', digest: 'md5:0123456789abcdef' },
])('the parts of a digest are the digest: $why', ({ digest }) => {
  expect(digestParts(digest).join('')).toBe(digest)
})
