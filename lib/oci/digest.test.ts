import { expect, test } from 'vitest'
import { digestAlgorithm, digestEncoded, formatDigest, isDigest, parseDigest } from './digest.ts'
import { ProblemError } from './problem.ts'

const HEX = '0123456789abcdef'

test.each([
  { why: 'sha256', text: `sha256:${HEX.repeat(4)}` },
  { why: 'sha512', text: `sha512:${HEX.repeat(8)}` },
  { why: 'sha384, which Go knows', text: `sha384:${HEX.repeat(6)}` },
  { why: 'an unregistered algorithm', text: 'md5:0' },
  { why: 'a composed algorithm with base64', text: 'sha256+b64:LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7=' },
  { why: 'every separator', text: 'a.b_c-d+e:F' },
])('parses $why', ({ text }) => {
  expect(parseDigest(text)).toBe(text)
})

test.each([
  { why: 'empty', text: '' },
  { why: 'no algorithm', text: HEX.repeat(4) },
  { why: 'only a colon', text: ':' },
  { why: 'no encoded part', text: 'sha256:' },
  { why: 'too short', text: 'sha256:abc' },
  { why: 'a sha512 of sha256 length', text: `sha512:${HEX.repeat(4)}` },
  { why: 'upper-case hex', text: `sha256:${'A'.repeat(64)}` },
  { why: 'a letter that is no hex digit', text: `sha256:${'g'.repeat(64)}` },
  { why: 'two colons', text: `sha256::${HEX.repeat(4)}` },
  { why: 'a colon behind', text: `sha256:${HEX.repeat(4)}:` },
  { why: 'a separator at the end of the algorithm', text: 'sha256+:abc' },
  { why: 'an upper-case algorithm', text: `SHA256:${HEX.repeat(4)}` },
  { why: 'a line break behind', text: `sha256:${HEX.repeat(4)}\n` },
])('rejects $why', ({ text }) => {
  expect(isDigest(text)).toBe(false)
  expect(() => parseDigest(text)).toThrow(ProblemError)
})

test('splits', () => {
  const digest = parseDigest(`sha256:${HEX.repeat(4)}`)
  expect(digestAlgorithm(digest)).toBe('sha256')
  expect(digestEncoded(digest)).toBe(HEX.repeat(4))
})

test('formats for eyes, shortened only where that saves something', () => {
  expect(formatDigest(`sha256:${HEX.repeat(4)}`)).toBe('sha256:01234567…89abcdef')
  expect(formatDigest(`sha256:${HEX.repeat(4)}`, 4)).toBe('sha256:0123…cdef')
  expect(formatDigest('md5:0123456789abcdef')).toBe('md5:0123456789abcdef')
})
