import { expect, test } from 'vitest'
import { encodeFrame, type Frame, framesIn } from './frame.ts'

const frame: Frame = { stream: 7, type: 'request', flags: 0, data: Uint8Array.of(1, 2, 3) }

// length 3, stream 7, type 1, no flags: PROTOCOL.md, "Message Frame"
const BYTES = Uint8Array.of(...[0, 0, 0, 3], ...[0, 0, 0, 7], 1, 0, ...[1, 2, 3])

test('a frame has ten bytes before its data, numbers with the high byte first', () => {
  expect(encodeFrame(frame)).toEqual(BYTES)
  expect([...framesIn(BYTES)]).toEqual([{ ...frame, bytes: BYTES }])
})

test('what has not come whole waits', () => {
  const two = Uint8Array.of(...BYTES, ...BYTES.subarray(0, 12))
  expect([...framesIn(two)]).toHaveLength(1)
  expect([...framesIn(BYTES.subarray(0, 9))]).toEqual([])
})

test.each([
  { why: 'a length over 4 MiB', bytes: [0, 0x40, 0, 1, 0, 0, 0, 1, 1, 0], says: '4194305 bytes' },
  { why: 'a type it does not have', bytes: [0, 0, 0, 0, 0, 0, 0, 1, 9, 0], says: 'type 9' },
])('refuses $why', ({ bytes, says }) => {
  expect(() => [...framesIn(Uint8Array.from(bytes))]).toThrow(says)
})
