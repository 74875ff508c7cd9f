import { globSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { FIXTURES_DIR, readFixture } from '../testing/vectors.ts'
import type { Digest } from './digest.ts'
import { decodeDocument } from './document.ts'
import { childrenOf, GRAPH_LIMIT, setOpen } from './graph.ts'
import { addDocument, addReferrers, addStatement, startGraph } from './graph-growth.ts'
import { OCI_CONFIG, OCI_EMPTY, OCI_INDEX, OCI_LAYER, OCI_MANIFEST } from './media-type.ts'

const digest = (n: number): Digest => `sha256:${n.toString(16).padStart(64, '0')}`
const descriptor = (n: number, mediaType: string, more = {}) => ({
  ...{ mediaType, digest: digest(n), size: n },
  ...more,
})
const index = (...manifests: unknown[]) => ({ kind: 'index' as const, value: { manifests } })
const manifest = (value: Record<string, unknown>) => ({ kind: 'manifest' as const, value })
const linux = { os: 'linux', architecture: 'amd64' }
const unknown = { os: 'unknown', architecture: 'unknown' }

/** Index 1 → image 2, attestation 3 about it. */
function attested() {
  const start = startGraph(descriptor(1, OCI_INDEX))
  const first = addDocument(
    start,
    digest(1),
    index(
      descriptor(2, OCI_MANIFEST, { platform: linux }),
      descriptor(3, OCI_MANIFEST, {
        platform: unknown,
        annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
      }),
    ),
  )
  const image = addDocument(
    first,
    digest(2),
    manifest({ config: descriptor(4, OCI_CONFIG), layers: [descriptor(5, `${OCI_LAYER}+gzip`)] }),
  )
  return addDocument(
    image,
    digest(3),
    manifest({
      artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
      config: descriptor(6, OCI_EMPTY),
      layers: [descriptor(7, 'application/vnd.in-toto+json')],
      subject: descriptor(2, OCI_MANIFEST),
    }),
  )
}

test('an index, its image and the attestation about it', () => {
  const graph = attested()
  const kinds = Object.values(graph.nodes).map(({ kind }) => kind)
  expect(kinds).toEqual(['index', 'manifest', 'referrer', 'config', 'layer', 'config', 'blob'])
  expect(graph.nodes[digest(2)]?.platform).toBe('linux/amd64')
  expect(graph.nodes[digest(3)]?.artifact).toBe('buildkit-attestation')
  expect(graph.edges).toContainEqual({ from: digest(3), to: digest(2), role: 'subject' })
  expect(childrenOf(graph, digest(2))).toEqual([digest(4), digest(5), digest(3)])
})

test('what a statement is about is an edge and no child', () => {
  const graph = addStatement(attested(), digest(7), [digest(2), digest(99)])
  expect(graph.edges.filter(({ role }) => role === 'about')).toEqual([
    { from: digest(7), to: digest(2), role: 'about' },
  ])
  expect(childrenOf(graph, digest(2))).not.toContain(digest(7))
})

test('a layer that two manifests share is one object', () => {
  const shared = descriptor(9, `${OCI_LAYER}+gzip`)
  const start = addDocument(
    startGraph(descriptor(1, OCI_INDEX)),
    digest(1),
    index(descriptor(2, OCI_MANIFEST), descriptor(3, OCI_MANIFEST)),
  )
  const both = [2, 3].reduce(
    (graph, n) => addDocument(graph, digest(n), manifest({ layers: [shared] })),
    start,
  )
  expect(Object.keys(both.nodes)).toHaveLength(4)
  expect(both.edges.filter(({ role }) => role === 'layer')).toHaveLength(2)
})

test.each([
  {
    why: 'an index that names itself',
    graph: addDocument(
      startGraph(descriptor(1, OCI_INDEX)),
      digest(1),
      index(descriptor(1, OCI_INDEX)),
    ),
    nodes: 1,
  },
  {
    why: 'two referrers about each other',
    graph: addReferrers(
      addReferrers(startGraph(descriptor(1, OCI_MANIFEST)), digest(1), [
        descriptor(2, OCI_MANIFEST),
      ]),
      digest(2),
      [descriptor(1, OCI_MANIFEST)],
    ),
    nodes: 2,
  },
])('grows no further on $why', ({ graph, nodes }) => {
  expect(Object.keys(graph.nodes)).toHaveLength(nodes)
})

test('is full at its limit and counts what it leaves out', () => {
  const many = Array.from({ length: 1000 }, (_, i) => descriptor(i + 2, OCI_MANIFEST))
  const graph = addDocument(startGraph(descriptor(1, OCI_INDEX)), digest(1), index(...many))
  expect(Object.keys(graph.nodes)).toHaveLength(GRAPH_LIMIT)
  expect(graph.left).toBe(1001 - GRAPH_LIMIT)
})

test('opening and closing changes nothing else', () => {
  const graph = attested()
  const closed = setOpen(graph, digest(2), false)
  expect(closed.nodes[digest(2)]?.open).toBe(false)
  expect(setOpen(closed, digest(2), true)).toEqual(graph)
})

describe.skipIf(!FIXTURES_DIR)('regclient’s test repository, which has referrers in a loop', () => {
  test('every document can be added, and the graph stays within its limit', () => {
    const root = path.join(FIXTURES_DIR ?? '', 'manifests/regclient/testrepo')
    const top = decodeDocument(readFixture('manifests/regclient/testrepo/index.json'), OCI_INDEX)
    let graph = addDocument(startGraph(descriptor(0, OCI_INDEX)), digest(0), top)
    for (const name of globSync('blobs/sha256/*', { cwd: root })) {
      const bytes = readFixture(path.join('manifests/regclient/testrepo', name))
      let document: ReturnType<typeof decodeDocument>
      try {
        document = decodeDocument(bytes, null)
      } catch {
        continue
      }
      graph = addDocument(graph, `sha256:${path.basename(name)}`, document)
    }
    const size = Object.keys(graph.nodes).length
    expect(size).toBeGreaterThan(30)
    expect(size).toBeLessThanOrEqual(GRAPH_LIMIT)
    expect(graph.edges.some(({ role }) => role === 'subject')).toBe(true)
  })
})
