import { expect, test } from 'vitest'
import { artifactsEn } from '@/content/ui/artifacts.en'
import type { GraphNode } from '@/lib/oci/graph'
import { OCI_CONFIG, OCI_EMPTY, OCI_INDEX, OCI_MANIFEST } from '@/lib/oci/media-type'
import { nameOf, shortened } from './name'

const { graph, card } = artifactsEn
const node = (mediaType: string, more: Partial<GraphNode>): GraphNode => ({
  ...{ digest: 'sha256:x', mediaType, size: 1, kind: 'blob', platform: null, artifact: null },
  ...{ number: null, note: null, read: true, open: true },
  ...more,
})

test.each([
  { why: 'an index', node: node(OCI_INDEX, { kind: 'index' }), name: 'index' },
  {
    why: 'an image by its platform',
    node: node(OCI_MANIFEST, { kind: 'manifest', platform: 'linux/arm64', artifact: 'image' }),
    name: 'linux/arm64',
  },
  {
    why: 'an artifact by its purpose',
    node: node(OCI_MANIFEST, { kind: 'manifest', artifact: 'helm-chart' }),
    name: card.kinds['helm-chart'].name,
  },
  {
    why: 'a referrer of an unknown type by that type',
    node: node(OCI_MANIFEST, { kind: 'referrer', artifact: 'unknown', note: 'application/x' }),
    name: 'application/x',
  },
  { why: 'a layer by its place', node: node('x/y', { kind: 'layer', number: 2 }), name: 'layer 2' },
  {
    why: 'a statement by its predicate',
    node: node('application/vnd.in-toto+json', { note: 'https://slsa.dev/provenance/v1' }),
    name: 'slsa.dev/provenance/v1',
  },
  { why: 'other content by its type', node: node('application/wasm', {}), name: 'wasm' },
  { why: 'a config', node: node(OCI_CONFIG, { kind: 'config' }), name: 'config' },
  { why: 'the empty config', node: node(OCI_EMPTY, { kind: 'config' }), name: graph.empty },
])('$why', ({ node, name }) => {
  expect(nameOf(node, graph, card.kinds)).toBe(name)
})

test.each([
  { text: 'short', columns: 10, is: 'short' },
  { text: 'exactly ten', columns: 11, is: 'exactly ten' },
  { text: 'longer than that', columns: 10, is: 'longer th…' },
  { text: '매니페스트', columns: 10, is: '매니페스트' },
  { text: '매니페스트다', columns: 10, is: '매니페스…' },
])('$text in $columns columns', ({ text, columns, is }) => {
  expect(shortened(text, columns)).toBe(is)
})
