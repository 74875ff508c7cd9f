import { expect, test } from 'vitest'
import type { Graph, GraphNode } from '@/lib/oci/graph'
import { BOX, layOut, stepFrom } from './model'

const node = (digest: string, more: Partial<GraphNode> = {}): GraphNode => ({
  ...{ digest, mediaType: 'application/octet-stream', size: 1, kind: 'blob', platform: null },
  ...{ artifact: null, number: null, note: null, read: true, open: true },
  ...more,
})

const graphOf = (nodes: GraphNode[], edges: Graph['edges']): Graph => ({
  root: nodes[0]?.digest ?? '',
  nodes: Object.fromEntries(nodes.map((one) => [one.digest, one])),
  edges,
  left: 0,
})

const entry = (from: string, to: string) => ({ from, to, role: 'entry' as const })

/** i → a, b; a → l; b → l; r is about i. */
const image = graphOf(
  ['i', 'a', 'b', 'l', 'r'].map((digest) => node(digest)),
  [
    ...[entry('i', 'a'), entry('i', 'b')],
    ...['a', 'b'].map((from) => ({ from, to: 'l', role: 'layer' as const })),
    { from: 'r', to: 'i', role: 'subject' },
  ],
)

test('each object stands once, in the column of its distance', () => {
  const { order } = layOut(image)
  expect(order.map(({ node, column }) => [node.digest, column])).toEqual([
    ['i', 0],
    ['a', 1],
    ['l', 2],
    ['b', 1],
    ['r', 1],
  ])
})

test('no two boxes touch, and all stand inside the picture', () => {
  const { order, width, height } = layOut(image)
  for (const [i, a] of order.entries()) {
    expect(a.x + BOX.width).toBeLessThanOrEqual(width - BOX.margin)
    expect(a.y + BOX.height).toBeLessThanOrEqual(height - BOX.margin)
    for (const b of order.slice(i + 1)) {
      const apart = Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height
      expect(apart, `${a.node.digest} and ${b.node.digest}`).toBe(true)
    }
  }
})

test('every naming between two that are drawn is an edge, also of what stands elsewhere', () => {
  expect(layOut(image).edges.map(({ from, to }) => `${from}${to}`)).toEqual([
    'ia',
    'ib',
    'al',
    'bl',
    'ri',
  ])
})

test('an object hangs where it is nearest to the root, however it was met', () => {
  // An attestation is an entry of the index and is about the image beside it.
  const { order, edges } = layOut(
    graphOf(
      ['i', 'm', 't'].map((digest) => node(digest)),
      [entry('i', 'm'), entry('i', 't'), { from: 't', to: 'm', role: 'subject' }],
    ),
  )
  expect(order.map(({ node, parent, column }) => [node.digest, parent, column])).toEqual([
    ['i', null, 0],
    ['m', 'i', 1],
    ['t', 'i', 1],
  ])
  expect(edges).toHaveLength(3)
})

test('what is closed hides what hangs below it alone', () => {
  const closed = { ...image, nodes: { ...image.nodes, a: node('a', { open: false }) } }
  const { order } = layOut(closed)
  // The shared layer now hangs below the other.
  expect(order.map(({ node }) => node.digest)).toEqual(['i', 'a', 'b', 'l', 'r'])
  expect(order.find(({ node }) => node.digest === 'l')?.parent).toBe('b')
  expect(order.find(({ node }) => node.digest === 'a')?.opens).toBe(true)
})

test('a loop of referrers is drawn once and ends', () => {
  const loop = graphOf(
    [node('x'), node('y')],
    [
      { from: 'y', to: 'x', role: 'subject' },
      { from: 'x', to: 'y', role: 'subject' },
      entry('x', 'x'),
    ],
  )
  const { order, edges } = layOut(loop)
  expect(order.map(({ node }) => node.digest)).toEqual(['x', 'y'])
  expect(edges).toHaveLength(2)
})

test('unread documents can be opened, blobs cannot', () => {
  const { order } = layOut(
    graphOf(
      [node('i'), node('m', { read: false, open: false }), node('b')],
      [entry('i', 'm'), entry('i', 'b')],
    ),
  )
  expect(order.map(({ opens }) => opens)).toEqual([true, true, false])
})

test.each([
  { why: 'into', from: 'i', step: 'right' as const, to: 'a' },
  { why: 'back out', from: 'l', step: 'left' as const, to: 'a' },
  { why: 'on', from: 'l', step: 'down' as const, to: 'b' },
  { why: 'back', from: 'b', step: 'up' as const, to: 'l' },
  { why: 'to the end', from: 'i', step: 'last' as const, to: 'r' },
  { why: 'to the start', from: 'r', step: 'first' as const, to: 'i' },
  { why: 'no further in', from: 'l', step: 'right' as const, to: 'l' },
  { why: 'no further out', from: 'i', step: 'left' as const, to: 'i' },
  { why: 'no further down', from: 'r', step: 'down' as const, to: 'r' },
])('an arrow leads $why', ({ from, step, to }) => {
  expect(stepFrom(layOut(image), from, step)).toBe(to)
})
