import type { EndLine, LayerLine } from '@/lib/oci/layer-entry'
import { applyLayer, createLayerStack, type LayerFinding } from '@/lib/oci/layer-stack'
import type { Problem } from '@/lib/oci/problem'
import type { TarEntry } from '@/lib/oci/tar-entry'
import { addEntry, createListingTree, type ListingTree } from './listing'
import { type Flat, flatten, type Row, type RowsQuery, rowOf, sortedChildren } from './rows'
import {
  createTimeline,
  measure,
  nodeOf,
  nodePath,
  type PathNode,
  recordChanges,
  type Step,
  stepAt,
  type Timeline,
} from './timeline'

export type ReadingStatus = 'unread' | 'reading' | 'stopped' | 'failed' | 'whole'

/** How far one layer is read. */
export type Reading = {
  status: ReadingStatus
  entries: number
  /** bytes so far */
  compressed: number
  unpacked: number
  end: EndLine | null
  problem: Problem | null
  /** known once all layers below are read too */
  applied: Applied | null
}

export type Applied = {
  /** bytes; see LayerReport in lib/oci/layer-stack.ts */
  contributed: number
  total: number
  wasted: number
  /** names, by what was done to them */
  added: number
  changed: number
  removed: number
  /** the first few of each kind, and how many there are */
  findings: { kind: LayerFinding['kind']; count: number; paths: string[] }[]
}

export type ViewQuery = RowsQuery & { show: 'built' | 'alone'; from: number; count: number }

export type View = {
  /** what is shown: `built` only once every layer up to it is whole */
  show: 'built' | 'alone'
  total: number
  from: number
  rows: Row[]
  /** bytes and names of the whole tree */
  bytes: number
  seen: number
  /** for each layer, the bytes that are still seen after the chosen one; null when not built up */
  alive: number[] | null
}

/** Everything that ever stood at a path. */
export type Story = { path: string; row: Row; steps: Step[] }

/** `rest` and `others`: bytes and number of what is too small for an area of its own */
export type SizeMap = { items: MapItem[]; rest: number; others: number }

export type MapItem = { path: string; name: string; weight: number; opens: boolean }

/** Layers while they are read, and every question a reader has about them. No clock, no network. */
export type Explorer = {
  readonly readings: readonly Reading[]
  begin(layer: number): void
  take(layer: number, line: LayerLine): void
  /** The listing broke off, was stopped or never began. */
  leave(layer: number, problem: Problem | null): void
  view(query: ViewQuery): View
  /** Where a path stands in the list, from 0; -1 when it is not drawn. */
  place(query: RowsQuery & { show: 'built' | 'alone' }, path: string): number
  /** @returns null when nothing ever stood there up to that layer */
  story(query: RowsQuery & { show: 'built' | 'alone' }, path: string): Story | null
  /** What takes the most room below a path: the largest, then the rest as one. */
  map(layer: number, show: 'built' | 'alone', path: string): SizeMap
  /** Every row, in order of names, whatever is open. */
  all(layer: number, show: 'built' | 'alone'): Iterable<Row>
  /** the merged tree with everything applied so far; the layer it is measured for */
  readonly timeline: Timeline
  readonly applied: number
}

const TILES = 40
const QUOTED = 5

/** @param layers bytes of each blob; foreign ones are passed over, as if they were empty */
export function createExplorer(
  layers: readonly { stored: number | null; foreign: boolean }[],
): Explorer {
  const readings: Reading[] = layers.map(() => unread())
  const trees: ListingTree[] = layers.map(() => createListingTree())
  const entries: TarEntry[][] = layers.map(() => [])
  const stack = createLayerStack()
  const timeline = createTimeline()
  let measured = -1
  let alive: number[] = []
  let kept: { key: string; flat: Flat } | null = null

  function settle(): void {
    for (let layer = stack.reports.length; layer < layers.length; layer++) {
      const { stored, foreign } = layers[layer]!
      const reading = readings[layer]!
      if (!foreign && reading.status !== 'whole') return
      const { changes, findings, ...sizes } = applyLayer(stack, entries[layer]!, stored)
      recordChanges(timeline, layer, changes)
      entries[layer] = []
      const count = (type: string) => changes.filter((change) => change.type === type).length
      const { contributed, total, wasted } = sizes
      readings[layer] = {
        ...reading,
        applied: {
          ...{ contributed, total, wasted, findings: grouped(findings) },
          ...{ added: count('added'), changed: count('changed'), removed: count('removed') },
        },
      }
      // Only the sums are of use from here on.
      stack.reports[layer]!.changes = []
      measured = -1
    }
  }
  settle()

  function treeFor(layer: number, show: 'built' | 'alone'): PathNode {
    if (show === 'alone') return trees[layer]?.root ?? timeline.root
    if (measured !== layer) {
      alive = measure(timeline, layer)
      measured = layer
      kept = null
    }
    return timeline.root
  }

  const shownFor = (layer: number, show: 'built' | 'alone') =>
    show === 'built' && layer < stack.reports.length ? 'built' : 'alone'

  /** The list as it is drawn; kept until the question or the tree is another. */
  function flatOf(query: RowsQuery & { show: 'built' | 'alone' }): Flat {
    const show = shownFor(query.layer, query.show)
    const root = treeFor(query.layer, show)
    const { layer, sort, find, open, onlyLayer, showGone } = query
    const key = JSON.stringify([show, layer, sort, find, open, onlyLayer, showGone])
    if (kept?.key !== key) kept = { key, flat: flatten(root, query) }
    return kept.flat
  }

  return {
    readings,
    timeline,
    get applied() {
      return stack.reports.length
    },
    begin(layer) {
      if (layer < stack.reports.length) return
      readings[layer] = { ...unread(), status: 'reading' }
      trees[layer] = createListingTree()
      entries[layer] = []
      kept = null
    },
    take(layer, line) {
      const reading = readings[layer]
      if (reading?.status !== 'reading') return
      if (line.type === 'entry') {
        const { type: _, whiteout: __, ...entry } = line
        addEntry(trees[layer]!, layer, line)
        entries[layer]!.push(entry)
        reading.entries += 1
      } else if (line.type === 'progress') {
        readings[layer] = { ...reading, compressed: line.compressed, unpacked: line.unpacked }
      } else if (line.type === 'end') {
        const { compressed, unpacked } = line
        readings[layer] = { ...reading, status: 'whole', end: line, compressed, unpacked }
        settle()
      } else {
        readings[layer] = { ...reading, status: 'failed', problem: line.problem }
      }
      kept = null
    },
    leave(layer, problem) {
      const reading = readings[layer]
      if (reading?.status !== 'reading') return
      readings[layer] = { ...reading, status: problem ? 'failed' : 'stopped', problem }
    },
    view({ from, count, ...query }) {
      const { layer } = query
      const show = shownFor(layer, query.show)
      const root = treeFor(layer, show)
      const { nodes, depths } = flatOf(query)
      const homes = show === 'built' ? timeline.homes : null
      return {
        ...{ show, total: nodes.length, from, bytes: root.bytes, seen: root.seen },
        rows: nodes
          .slice(from, from + count)
          .map((node, i) => rowOf(node, depths[from + i]!, query, homes)),
        alive: show === 'built' ? alive : null,
      }
    },
    place(query, path) {
      const node = nodeOf(treeFor(query.layer, shownFor(query.layer, query.show)), path)
      return node ? flatOf(query).nodes.indexOf(node) : -1
    },
    story(query, path) {
      const show = shownFor(query.layer, query.show)
      const node = nodeOf(treeFor(query.layer, show), path)
      if (!node || (node.seen === 0 && !stepAt(node, query.layer))) return null
      const row = rowOf(node, 0, query, show === 'built' ? timeline.homes : null)
      return { path, row: { ...row, name: node.name }, steps: node.steps }
    },
    map(layer, show, path) {
      const root = nodeOf(treeFor(layer, shownFor(layer, show)), path)
      const children = root ? sortedChildren(root, 'size').filter(({ bytes }) => bytes > 0) : []
      const items = children.slice(0, TILES).map((node) => ({
        path: nodePath(node),
        name: node.name,
        weight: node.bytes,
        opens: node.children !== null && node.seen > 1,
      }))
      const others = children.slice(TILES)
      const rest = others.reduce((sum, { bytes }) => sum + bytes, 0)
      return { items, rest, others: others.length }
    },
    *all(layer, show) {
      const shown = shownFor(layer, show)
      const open = { all: true, except: [] }
      const query: RowsQuery = {
        ...{ layer, sort: 'name' as const, find: '', open, onlyLayer: false, showGone: true },
      }
      const { nodes, depths } = flatten(treeFor(layer, shown), query)
      const homes = shown === 'built' ? timeline.homes : null
      for (const [i, node] of nodes.entries()) yield rowOf(node, depths[i]!, query, homes)
    },
  }
}

function unread(): Reading {
  return {
    ...{ status: 'unread', entries: 0, compressed: 0, unpacked: 0 },
    ...{ end: null, problem: null, applied: null },
  }
}

function grouped(findings: readonly LayerFinding[]): Applied['findings'] {
  const groups = new Map<LayerFinding['kind'], { count: number; paths: string[] }>()
  for (const { kind, path } of findings) {
    const group = groups.get(kind) ?? { count: 0, paths: [] }
    group.count += 1
    if (group.paths.length < QUOTED) group.paths.push(path)
    groups.set(kind, group)
  }
  return [...groups].map(([kind, group]) => ({ kind, ...group }))
}
