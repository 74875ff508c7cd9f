import { describe, expect, test } from 'vitest'
import { expectAgreement, FIXTURES_DIR, readVectors } from '../testing/vectors.ts'
import { parseWarning } from './warning.ts'

test.each([
  { header: '299 - "read-only until Sunday"', text: 'read-only until Sunday' },
  { header: String.raw`299 - "say \"when\""`, text: 'say "when"' },
  { header: '110 - "Response is Stale"', text: null, why: 'a cache’s own, not a registry’s' },
  { header: '299 registry.example "text"', text: null, why: 'names an agent' },
  { header: '299 - ""', text: null, why: 'says nothing' },
  { header: '299 - "a\u0000b"', text: null, why: 'has a control character' },
  { header: '299 - "one", 299 - "two"', text: null, why: 'is two, which the spec does not allow' },
])('$header says $text', ({ header, text }) => {
  expect(parseWarning(header)).toBe(text)
})

describe.skipIf(!FIXTURES_DIR)('warnings as other clients read them', () => {
  type In = { header: string | { base64: string } }
  type Out = { ok?: boolean; text?: string | null | { base64: string } }
  // Bytes that are no UTF-8 come to us as Latin-1, as Node.js reads headers.
  const read = (value: string | { base64: string }) =>
    typeof value === 'string' ? value : Buffer.from(value.base64, 'base64').toString('latin1')

  test('what they say', () => {
    expectAgreement(
      readVectors<In, Out>('registry-http-answers').filter(({ kind }) => kind === 'warning'),
      ({ in: { header }, out: { text } }) => ({
        ours: parseWarning(read(header)),
        theirs: text === undefined || text === null ? null : read(text),
      }),
      [
        {
          why: 'containerd decodes percent signs, of which the specification says nothing',
          when: ({ in: { header } }) => typeof header === 'string' && /%/.test(header),
        },
      ],
    )
  })
})
