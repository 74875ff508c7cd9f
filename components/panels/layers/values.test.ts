import { expect, test } from 'vitest'
import { formatMode, formatTime, hexLines, textOf } from './values'

test.each([
  { kind: 'directory', mode: 0o1777, want: 'drwxrwxrwt' },
  { kind: 'file', mode: 0o4755, want: '-rwsr-xr-x' },
  { kind: 'file', mode: 0o2644, want: '-rw-r-Sr--' },
  { kind: 'symlink', mode: 0o777, want: 'lrwxrwxrwx' },
  { kind: 'character-device', mode: 0, want: 'c---------' },
] as const)('$mode of a $kind', ({ kind, mode, want }) => {
  expect(formatMode(kind, mode)).toBe(want)
})

test.each([
  { seconds: 1795392000, want: '2026-11-23 00:00' },
  { seconds: -1, want: '1969-12-31 23:59' },
  { seconds: 1e15, want: '1000000000000000' },
  { seconds: 3e11, want: '+011476-08-15 05:20' },
])('the time $seconds', ({ seconds, want }) => {
  expect(formatTime(seconds)).toBe(want)
})

test.each([
  { why: 'plain', bytes: [104, 105], want: 'hi' },
  { why: 'Korean', bytes: [0xea, 0xb0, 0x80], want: '가' },
  { why: 'a byte order mark stays', bytes: [0xef, 0xbb, 0xbf, 65], want: '\ufeffA' },
  { why: 'a zero byte is no text', bytes: [104, 0], want: null },
  { why: 'Latin-1 is no UTF-8', bytes: [0xe4], want: null },
])('$why', ({ bytes, want }) => {
  expect(textOf(Uint8Array.from(bytes))).toBe(want)
})

test('bytes as hexdump -C writes them', () => {
  const bytes = Uint8Array.from({ length: 18 }, (_, i) => i + 60)
  expect(hexLines(bytes)).toBe(
    [
      '00000000  3c 3d 3e 3f 40 41 42 43  44 45 46 47 48 49 4a 4b  <=>?@ABCDEFGHIJK',
      '00000010  4c 4d                                             LM',
    ].join('\n'),
  )
})
