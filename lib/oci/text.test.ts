import { expect, test } from 'vitest'
import { decodeText } from './text.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

test('keeps a byte order mark', () => {
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toBe('\ufeff{}')
})

test.each([
  { why: 'a byte that never occurs', input: bytes(0x7b, 0xff, 0x7d), at: 1 },
  { why: 'UTF-16', input: bytes(0xff, 0xfe, 0x7b, 0x00), at: 0 },
  { why: 'an overlong form', input: bytes(0x41, 0x42, 0xc0, 0x80), at: 2 },
  { why: 'a surrogate half', input: bytes(0x41, 0xed, 0xa0, 0x80), at: 2 },
  { why: 'a character cut short at the end', input: bytes(0x41, 0xe2, 0x82), at: 3 },
  { why: 'a character cut short inside', input: bytes(0xe2, 0x82, 0x41), at: 2 },
  {
    why: 'one bad byte far behind',
    input: new Uint8Array(100_000).fill(0x41).with(77_777, 0x80),
    at: 77_777,
  },
])('refuses $why and says where', ({ input, at }) => {
  expect(() => decodeText(input)).toThrow(
    expect.objectContaining({ problem: { kind: 'text-encoding', at } }),
  )
})
