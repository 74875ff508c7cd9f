import fc from 'fast-check'
import { expect, test } from 'vitest'
import { squarify } from './treemap'

const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 60 })

test('every tile has its share, lies inside, and none overlap', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), check),
  )
  function check(list: number[], width: number, height: number) {
    const items = list.map((weight) => ({ weight }))
    const total = list.reduce((sum, weight) => sum + weight, 0)
    const tiles = squarify(items, width, height)
    expect(tiles.length).toBe(list.filter((weight) => weight > 0).length)
    for (const { item, x, y, ...size } of tiles) {
      const share = (size.width * size.height) / (width * height)
      expect(share).toBeCloseTo(item.weight / total, 6)
      expect(x).toBeGreaterThanOrEqual(-1e-6)
      expect(y).toBeGreaterThanOrEqual(-1e-6)
      expect(x + size.width).toBeLessThanOrEqual(width + 1e-6)
      expect(y + size.height).toBeLessThanOrEqual(height + 1e-6)
    }
    for (const [i, a] of tiles.entries()) {
      for (const b of tiles.slice(i + 1)) {
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
        const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
        expect(Math.min(across, down)).toBeLessThanOrEqual(1e-6)
      }
    }
  }
})

test('the example of the paper: 6 × 4, weights 6 6 4 3 2 2 1', () => {
  const tiles = squarify(
    [6, 6, 4, 3, 2, 2, 1].map((weight) => ({ weight })),
    6,
    4,
  )
  expect(tiles[0]).toMatchObject({ x: 0, y: 0, width: 3, height: 2 })
  expect(tiles[1]).toMatchObject({ x: 0, y: 2, width: 3, height: 2 })
  expect(tiles[2]?.width).toBeCloseTo(12 / 7)
  const worst = Math.max(
    ...tiles.map(({ width, height }) => Math.max(width / height, height / width)),
  )
  expect(worst).toBeLessThan(3)
})

test('nothing to draw, nowhere to draw', () => {
  expect(squarify([], 10, 10)).toEqual([])
  expect(squarify([{ weight: 0 }], 10, 10)).toEqual([])
  expect(squarify([{ weight: 1 }], 0, 10)).toEqual([])
})
