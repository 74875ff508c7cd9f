import { describe, expect, test } from 'vitest'
import {
  applyFlip,
  byteName,
  characterOf,
  compareText,
  firstPosition,
  flipByte,
  ROW,
  ROWS,
  step,
  windowStart,
} from './model.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('applyFlip', () => {
  test.each([
    { why: 'an array of bytes', bytes: bytesOf('abc') },
    { why: 'a Buffer, whose slice is no copy', bytes: Buffer.from('abc') },
  ])('changes a copy of $why', ({ bytes }) => {
    expect([...applyFlip(bytes, { at: 1, flipped: true })]).toEqual([97, 99, 99])
    expect([...bytes]).toEqual([97, 98, 99])
  })
  test.each([
    { why: 'nothing is flipped', flip: { at: 1, flipped: false } },
    { why: 'the place is behind the end', flip: { at: 9, flipped: true } },
  ])('gives the same bytes when $why', ({ flip }) => {
    expect([...applyFlip(bytesOf('abc'), flip)]).toEqual([97, 98, 99])
  })
  test('flipping twice is no change, for every byte', () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(flipByte(byte)).not.toBe(byte)
      expect(flipByte(flipByte(byte))).toBe(byte)
    }
  })
})

test.each([
  { why: 'a digit of the first digest', text: `{"digest":"sha256:${'0'.repeat(64)}"}`, at: 18 },
  { why: 'the middle where there is no digest', text: '{"a":1}', at: 3 },
])('starts at $why', ({ text, at }) => expect(firstPosition(bytesOf(text))).toBe(at))

test.each([
  { why: 'the start', size: 4096, at: 0, start: 0 },
  { why: 'a place in the middle', size: 4096, at: 2048, start: 2048 - (ROWS / 2) * ROW },
  { why: 'the end', size: 4096, at: 4095, start: 4096 - ROWS * ROW },
  { why: 'a document shorter than the window', size: 20, at: 19, start: 0 },
])('keeps $why in sight', ({ size, at, start }) => {
  expect(windowStart(size, at)).toBe(start)
  expect(at).toBeLessThan(start + ROWS * ROW)
})

test.each([
  { why: 'a byte on', at: 5, key: 'ArrowRight', want: 6 },
  { why: 'a row down', at: 5, key: 'ArrowDown', want: 21 },
  { why: 'stops at the start', at: 5, key: 'ArrowUp', want: 0 },
  { why: 'stops at the end', at: 95, key: 'PageDown', want: 99 },
  { why: 'Home', at: 50, key: 'Home', want: 0 },
  { why: 'End', at: 50, key: 'End', want: 99 },
  { why: 'another key is none of ours', at: 50, key: 'a', want: null },
])('$why', ({ at, key, want }) => expect(step(100, at, key)).toBe(want))

test.each([
  { byte: 0x22, name: '0x22 (")', seen: '"' },
  { byte: 0x20, name: '0x20', seen: ' ' },
  { byte: 0x0a, name: '0x0a', seen: '·' },
  { byte: 0xec, name: '0xec', seen: '·' },
])('writes $name', ({ byte, name, seen }) => {
  expect(byteName(byte)).toBe(name)
  expect(characterOf(byte)).toBe(seen)
})

test('marks what differs, place by place', () => {
  expect(compareText('abcd', 'abxy')).toEqual({
    count: 2,
    runs: [
      ['ab', false],
      ['xy', true],
    ],
  })
})
