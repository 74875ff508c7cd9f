import { expect, test } from 'vitest'
import { artifactFields, findingWords, panelFields } from '@/content/ui/panel'
import { contentObject } from './prepare-object'

const hex = 'ab'.repeat(32)
const digest = `sha256:${hex}`
const options = {
  fields: panelFields('en'),
  artifacts: artifactFields('en'),
  findings: findingWords.en,
}
const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  predicateType: 'https://spdx.dev/Document',
  subject: [{ name: 'app', digest: { sha256: hex } }],
  predicate: { spdxVersion: 'SPDX-2.3', name: 'app', other: 1 },
}

function read(value: unknown, mediaType: string) {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const head = { digest, mediaType, size: bytes.length, path: '/v2/x' }
  return contentObject(head, bytes, undefined, options)
}

test('a statement: its fields and those of its predicate are explained, others named', () => {
  const { object, subjects } = read(statement, 'application/vnd.in-toto+json')
  expect(subjects).toEqual([digest])
  const [document] = object.documents
  const noted = document?.fields.filter(({ note }) => note >= 0).map(({ at }) => at)
  expect(noted).toContain('/subject/0/digest/sha256')
  expect(noted).toContain('/predicate/spdxVersion')
  expect(noted).not.toContain('/predicate/other')
  expect(document?.definedBy?.label).toContain('in-toto')
})

test('an envelope: both texts, and no digest for what was packed inside', () => {
  const envelope = {
    payloadType: 'application/vnd.in-toto+json',
    payload: btoa(JSON.stringify(statement)),
    signatures: [{ sig: 'AAAA' }],
  }
  const { object, subjects } = read(envelope, 'application/vnd.dsse.envelope.v1+json')
  expect(object.parts.map(({ kind, inside }) => [kind, inside])).toEqual([
    ['envelope', null],
    ['statement', '/payload'],
    ['spdx', '/payload'],
  ])
  expect(object.documents.map((one) => one.digest)).toEqual([digest, ''])
  expect(subjects).toEqual([digest])
})

test('bytes that are no text have no document', () => {
  const head = { digest, mediaType: 'application/wasm', size: 4, path: '/v2/x' }
  const { object } = contentObject(head, new Uint8Array([0, 0x61, 0x73, 0x6d]), undefined, options)
  expect([object.state, object.documents]).toEqual(['not-text', []])
})
