import { describe, expect, test } from 'vitest'
import { draw, move, nameLines, type Scenario, widthOf } from './model.ts'

const step = { call: 'GET /', words: 'asks', evidence: [] }
const scenario: Scenario = {
  id: 's',
  title: 't',
  actors: [
    { id: 'a', name: 'A', role: 'reader' },
    { id: 'b', name: 'B', role: 'registry' },
    { id: 'c', name: 'C', role: 'token' },
  ],
  steps: [
    { ...step, from: 'a', to: 'b' },
    { ...step, from: 'a', to: 'c' },
    { ...step, from: 'a', to: 'a' },
  ],
}

describe('move', () => {
  test.each([
    { why: 'one on', step: 0, to: 'next', want: 1 },
    { why: 'stops at the end', step: 2, to: 'next', want: 2 },
    { why: 'one back', step: 2, to: 'previous', want: 1 },
    { why: 'stops at the start', step: 0, to: 'previous', want: 0 },
    { why: 'End key', step: 0, to: 'last', want: 2 },
    { why: 'Home key', step: 2, to: 'first', want: 0 },
  ] as const)('$why', ({ step, to, want }) => expect(move(step, 3, to)).toBe(want))

  test('an empty scenario has only step 0', () => expect(move(0, 0, 'last')).toBe(0))
})

describe('draw', () => {
  const drawing = draw(scenario)
  test('one lane an actor, in order', () => {
    expect(drawing.lanes.map((lane) => lane.id)).toEqual(['a', 'b', 'c'])
    const xs = drawing.lanes.map((lane) => lane.x)
    expect(xs).toEqual([...xs].sort((p, q) => p - q))
  })
  test('a row an exchange, each below the last, inside the drawing', () => {
    expect(drawing.rows).toHaveLength(3)
    for (const [i, row] of drawing.rows.entries()) {
      expect(row.y).toBeGreaterThan(i === 0 ? 0 : drawing.rows[i - 1]!.y)
      expect(row.y).toBeLessThan(drawing.height)
    }
  })
  test('an arrow ends where its actor stands', () => {
    expect(drawing.rows[1]!.to).toBe(drawing.lanes[2]!.x)
    expect(drawing.rows[2]!.self).toBe(true)
  })

  const long =
    'GET /v2/team/hello/blobs/sha256:e1387cdaf75a14c50326a72f2a65bededebb069e464ae846dd00de83'
  test.each([
    {
      why: 'between neighbours at the left',
      from: 'a',
      to: 'b',
      call: 'POST /v2/team/hello/blobs/uploads/',
    },
    { why: 'at the right edge', from: 'b', to: 'c', call: 'POST /v2/team/hello/blobs/uploads/' },
    { why: 'in Hangul', from: 'b', to: 'c', call: '파이프가 열리기를 기다리는 중이다' },
    { why: 'longer than the drawing is wide', from: 'a', to: 'b', call: long },
    {
      why: 'beside an arrow to itself at the right',
      from: 'c',
      to: 'c',
      call: 'waits on exec.fifo',
    },
  ])('a text stays on the paper: $why', ({ from, to, call }) => {
    const { rows, width } = draw({ ...scenario, steps: [{ ...step, from, to, call }] })
    const { text, x } = rows[0]!.call
    const left = rows[0]!.self ? x : x - widthOf(text) / 2
    // the numbers of the steps stand before
    expect(left).toBeGreaterThanOrEqual(22)
    expect(left + widthOf(text)).toBeLessThanOrEqual(width)
    expect(text === call).toBe(call !== long)
  })
})

test.each([
  { why: 'a short name', name: 'runc', box: 76, want: ['runc'] },
  {
    why: 'two words that do not fit',
    name: 'who calls runc',
    box: 76,
    want: ['who calls', 'runc'],
  },
  { why: 'one word is not cut', name: 'containerd-shim', box: 76, want: ['containerd-shim'] },
  { why: 'Hangul is wide', name: 'CNI 플러그인', box: 63, want: ['CNI', '플러그인'] },
])('the name in a box: $why', ({ name, box, want }) => {
  expect(nameLines(name, box)).toEqual(want)
})
