import { describe, expect, test } from 'vitest'
import { draw, move, type Scenario } from './model.ts'

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
})
