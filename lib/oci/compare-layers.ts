import { isRecord } from './descriptor.ts'
import type { Digest } from './digest.ts'
import { readImageConfig } from './image-config.ts'
import { readManifest } from './manifest.ts'

/** One layer of one of two images. */
export type ComparedLayer = {
  /** its descriptor in the manifest: `/layers/0` */
  at: string
  /** from 1, base first */
  number: number
  digest: Digest
  mediaType: string
  /** bytes, as stored */
  size: number
  /** of the unpacked tar; null where the config does not give one to each layer */
  diffId: Digest | null
}

/**
 * Two layers that stand side by side.
 *
 * `same`: one digest, so one blob. `repacked`: other bytes in the registry that unpack to the same
 * tar. `different`: neither; one of them may be missing, where the other image has no counterpart.
 */
export type LayerPair =
  | { kind: 'same' | 'repacked'; a: ComparedLayer; b: ComparedLayer }
  | { kind: 'different'; a: ComparedLayer | null; b: ComparedLayer | null }

type Documents = { manifest: unknown; config: unknown }

/**
 * The layers of an image, each with its diffID.
 *
 * The config's list says nothing when its length is another than the manifest's.
 *
 * @see image-spec v1.1.1, config.md#properties
 */
export function comparedLayers({ manifest, config }: Documents): ComparedLayer[] {
  const { layers } = readManifest({ value: isRecord(manifest) ? manifest : {} })
  const { diffIds } = readImageConfig({ value: isRecord(config) ? config : {} })
  const told = diffIds.length === layers.length
  return layers.map(({ pointer, descriptor }, i) => ({
    at: pointer,
    number: i + 1,
    digest: descriptor.digest,
    mediaType: descriptor.mediaType,
    size: descriptor.size,
    diffId: (told && diffIds[i]) || null,
  }))
}

/**
 * Aligns two lists of layers in order: what is equal stands side by side, and so does what lies
 * between two equal ones, for as far as both have something there.
 */
export function pairLayers(a: readonly ComparedLayer[], b: readonly ComparedLayer[]): LayerPair[] {
  const pairs: LayerPair[] = []
  let [i, j] = [0, 0]
  for (const [nextA, nextB] of [...matches(a, b), [a.length, b.length] as const]) {
    while (i < nextA || j < nextB) {
      pairs.push({
        kind: 'different',
        a: i < nextA ? (a[i++] ?? null) : null,
        b: j < nextB ? (b[j++] ?? null) : null,
      })
    }
    const [left, right] = [a[i++], b[j++]]
    if (left && right) {
      pairs.push({ kind: left.digest === right.digest ? 'same' : 'repacked', a: left, b: right })
    }
  }
  return pairs
}

function isEqual(a: ComparedLayer, b: ComparedLayer): boolean {
  return a.digest === b.digest || (a.diffId !== null && a.diffId === b.diffId)
}

/** A manifest may name tens of thousands of layers: beyond this many comparisons, one pass. */
const CELLS = 1_000_000

/** Places of equal layers, in the order of both lists; the most there are, within reason. */
function matches(a: readonly ComparedLayer[], b: readonly ComparedLayer[]): [number, number][] {
  let start = 0
  const equalAt = (i: number, j: number) => {
    const [left, right] = [a[i], b[j]]
    return left !== undefined && right !== undefined && isEqual(left, right)
  }
  while (equalAt(start, start)) start++
  let end = 0
  const shorter = Math.min(a.length, b.length) - start
  while (end < shorter && equalAt(a.length - 1 - end, b.length - 1 - end)) end++
  const rows = a.length - start - end
  const columns = b.length - start - end
  const middle =
    rows * columns <= CELLS
      ? longest(rows, columns, (i, j) => equalAt(start + i, start + j))
      : firstCome(a.slice(start, start + rows), b.slice(start, start + columns))
  return [
    ...Array.from({ length: start }, (_, i): [number, number] => [i, i]),
    ...middle.map(([i, j]): [number, number] => [start + i, start + j]),
    ...Array.from({ length: end }, (_, i): [number, number] => [
      a.length - end + i,
      b.length - end + i,
    ]),
  ]
}

/** The longest common subsequence. */
function longest(
  rows: number,
  columns: number,
  equal: (i: number, j: number) => boolean,
): [number, number][] {
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] = equal(i, j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    if (equal(i, j)) found.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return found
}

/** Each layer of `a` with the first equal one of `b` that comes after the last match. */
function firstCome(a: readonly ComparedLayer[], b: readonly ComparedLayer[]): [number, number][] {
  const found: [number, number][] = []
  let from = 0
  const places = new Map<string, number[]>()
  b.forEach(({ digest, diffId }, j) => {
    for (const key of new Set([digest, diffId])) {
      if (key === null) continue
      const list = places.get(key)
      if (list) list.push(j)
      else places.set(key, [j])
    }
  })
  // Taken from the end, so that each place is looked at once.
  for (const list of places.values()) list.reverse()
  const next = (key: string | null): number[] => {
    const list = key === null ? [] : (places.get(key) ?? [])
    while ((list.at(-1) ?? from) < from) list.pop()
    return list.slice(-1)
  }
  a.forEach(({ digest, diffId }, i) => {
    const open = [...next(digest), ...next(diffId)]
    if (open.length === 0) return
    const place = Math.min(...open)
    found.push([i, place])
    from = place + 1
  })
  return found
}
