/** What is to be drawn as an area: its share of the whole. */
export type Weighted = { weight: number }
export type Tile<T> = { item: T; x: number; y: number; width: number; height: number }

/**
 * Squarified treemap: rectangles as near to squares as they get, the largest first.
 *
 * Items without weight get no tile. Everything lies inside the area and nothing overlaps.
 *
 * @param items of any order
 * @see Bruls, Huizing, van Wijk: "Squarified Treemaps", 2000
 */
export function squarify<T extends Weighted>(
  items: readonly T[],
  width: number,
  height: number,
): Tile<T>[] {
  const ahead = items.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const total = ahead.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0 || width <= 0 || height <= 0) return []
  const scale = (width * height) / total
  const tiles: Tile<T>[] = []
  let free = { x: 0, y: 0, width, height }
  for (let from = 0; from < ahead.length; ) {
    const side = Math.min(free.width, free.height)
    let to = from + 1
    let area = ahead[from]!.weight * scale
    let worst = worstRatio(area, area, area, side)
    for (; to < ahead.length; to++) {
      const next = area + ahead[to]!.weight * scale
      const ratio = worstRatio(next, ahead[from]!.weight * scale, ahead[to]!.weight * scale, side)
      if (ratio > worst) break
      area = next
      worst = ratio
    }
    free = placeRow(ahead.slice(from, to), scale, area, free, tiles)
    from = to
  }
  return tiles
}

/** The worst ratio of sides in a row of tiles along a side, given its largest and smallest area. */
function worstRatio(area: number, largest: number, smallest: number, side: number): number {
  const square = area * area
  return Math.max((side * side * largest) / square, square / (side * side * smallest))
}

type Box = { x: number; y: number; width: number; height: number }

function placeRow<T extends Weighted>(
  row: readonly T[],
  scale: number,
  area: number,
  free: Box,
  tiles: Tile<T>[],
): Box {
  const isWide = free.width >= free.height
  const side = isWide ? free.height : free.width
  const depth = area / side
  let at = isWide ? free.y : free.x
  for (const item of row) {
    const length = (item.weight * scale) / depth
    tiles.push(
      isWide
        ? { item, x: free.x, y: at, width: depth, height: length }
        : { item, x: at, y: free.y, width: length, height: depth },
    )
    at += length
  }
  return isWide
    ? { ...free, x: free.x + depth, width: Math.max(0, free.width - depth) }
    : { ...free, y: free.y + depth, height: Math.max(0, free.height - depth) }
}
