import { expect, test } from 'vitest'
import type { Digest } from '@/lib/oci/digest'
import { addDocument, startGraph } from '@/lib/oci/graph-growth'
import { readIndex } from '@/lib/oci/image-index'
import { OCI_EMPTY, OCI_INDEX, OCI_MANIFEST } from '@/lib/oci/media-type'
import { chainOf } from './chain'
import { agrees } from './object'

const digest = (n: number): Digest => `sha256:${String(n).repeat(64)}`
const descriptor = (n: number, mediaType: string, more = {}) => ({
  ...{ mediaType, digest: digest(n), size: n },
  ...more,
})

/** Index 1 names image 2 and attestation 3, which says it is about `about`; 3 names statement 4. */
function around(about: number) {
  const annotations = {
    'vnd.docker.reference.type': 'attestation-manifest',
    'vnd.docker.reference.digest': digest(about),
  }
  const value = {
    manifests: [descriptor(2, OCI_MANIFEST), descriptor(3, OCI_MANIFEST, { annotations })],
  }
  const start = startGraph(descriptor(1, OCI_INDEX))
  const graph = addDocument(start, digest(1), { kind: 'index', value })
  const manifest = {
    config: descriptor(5, OCI_EMPTY),
    layers: [descriptor(4, 'application/vnd.in-toto+json')],
  }
  return {
    index: readIndex({ value }),
    graph: addDocument(graph, digest(3), { kind: 'manifest', value: manifest }),
  }
}

test.each([
  { why: 'all name the image', about: 2, subject: 2, good: true },
  { why: 'the statement is about another image', about: 2, subject: 9, good: false },
  { why: 'the index says another image', about: 9, subject: 2, good: false },
  { why: 'both name what is not in the index', about: 9, subject: 9, good: false },
])('$why', ({ about, subject, good }) => {
  const { graph, index } = around(about)
  const chain = chainOf(graph, digest(4), [digest(subject)], index)
  expect(chain).toMatchObject({ manifest: digest(3), statement: digest(4) })
  expect(chain && agrees(chain)).toBe(good)
})

test.each([
  { why: 'no index', index: false, subjects: [digest(2)], statement: digest(4) },
  { why: 'no subject', index: true, subjects: [], statement: digest(4) },
  { why: 'no attestation names it', index: true, subjects: [digest(2)], statement: digest(5) },
])('none where $why', ({ index, subjects, statement }) => {
  const found = around(2)
  expect(chainOf(found.graph, statement, subjects, index ? found.index : null)).toBeNull()
})
