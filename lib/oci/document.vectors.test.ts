import { describe, expect, test } from 'vitest'
import { FIXTURES_DIR, readFixture } from '../testing/vectors.ts'
import { type DecodedDocument, decodeDocument } from './document.ts'
import { digestOf } from './hash.ts'
import { readImageConfig } from './image-config.ts'
import { isAttestation, readIndex } from './image-index.ts'
import { readManifest } from './manifest.ts'
import { schema1Payload } from './schema1.ts'

/** What a file of a collection of real documents holds, worked out by somebody else's program. */
type Expected = {
  file: string
  kind: string
  sha256: string
  mediaType?: string
  schemaVersion?: number
  layers?: number
  layer_media_types?: (string | null)[]
  config_digest?: string
  config_media_type?: string
  entries?: number
  entry_digests?: string[]
  attestation_entries?: string[]
  platforms?: unknown[]
  subject?: string
  artifactType?: string
  os?: string
  architecture?: string
  variant?: string
  diff_ids?: number
  history?: number
  empty_layers?: number
  payload_sha256?: string
  payload_error?: string
}

const KINDS: Record<string, DecodedDocument['kind']> = {
  'oci-manifest': 'manifest',
  'docker-schema2-manifest': 'manifest',
  'oci-index': 'index',
  'docker-manifest-list': 'index',
  'image-config': 'config',
  'docker-schema1': 'schema1',
  'docker-schema1-signed': 'schema1',
}
const BINARY = new Set(['layer-gzip', 'layer-zstd', 'tar'])

const files: Expected[] = FIXTURES_DIR
  ? JSON.parse(new TextDecoder().decode(readFixture('manifests/expect.json'))).files
  : []
const documents = files.filter(({ kind }) => !BINARY.has(kind))

describe.skipIf(!FIXTURES_DIR)('a collection of real documents', () => {
  test('has some of each kind', () => {
    expect(documents.length).toBeGreaterThan(300)
    expect(new Set(documents.map(({ kind }) => KINDS[kind]))).toEqual(
      new Set(['manifest', 'index', 'config', 'schema1', undefined]),
    )
  })

  test.each(documents)('$file', async (expected) => {
    const bytes = readFixture(expected.file)
    expect(await digestOf(bytes)).toBe(`sha256:${expected.sha256}`)
    let document: DecodedDocument
    try {
      document = decodeDocument(bytes, null)
    } catch (error) {
      // Lists, signatures and plain text: no document of an image is among what we refuse.
      expect(KINDS[expected.kind]).toBeUndefined()
      expect(error).toMatchObject({
        problem: { kind: expect.stringMatching(/^(?:json-syntax|text-encoding|document-shape)$/) },
      })
      return
    }
    expect(document.bytes).toBe(bytes)
    expect(document.value).toEqual(JSON.parse(document.text.replace(/^\ufeff/, '')))
    // A builder's cache notes with `layers` but no schema version are no manifest of any spec.
    const isManifest = expected.kind !== 'oci-manifest' || expected.schemaVersion !== undefined
    expect(document.kind).toBe(isManifest ? (KINDS[expected.kind] ?? 'unknown') : 'unknown')
    if (!isManifest) return
    if (expected.mediaType) expect(document.mediaType).toBe(expected.mediaType)
    expectFields(document, expected)
    if (document.kind === 'schema1') await expectPayload(document, expected)
  })
})

function expectFields(document: DecodedDocument, expected: Expected) {
  // A descriptor that is broken is left out of what is read, and named by a finding.
  const broken = document.findings.filter(({ kind, pointer }) => {
    return (
      /^\/(?:layers|manifests|config|subject)(?:\/|$)/.test(pointer) &&
      /^(?:missing-required|wrong-form|wrong-type|size-negative)$/.test(kind)
    )
  })
  if (document.kind === 'index') {
    const index = readIndex(document)
    if (broken.length > 0) {
      expect(document.value.manifests).toHaveLength(expected.entries ?? 0)
      return
    }
    expect(index.manifests.map(({ descriptor }) => descriptor.digest)).toEqual(
      expected.entry_digests ?? [],
    )
    const attestations = index.manifests.filter(({ descriptor }) => isAttestation(descriptor))
    expect(attestations.map(({ descriptor }) => descriptor.digest)).toEqual(
      expected.attestation_entries ?? [],
    )
    expect(index.subject?.digest).toBe(expected.subject)
    expect(index.artifactType ?? undefined).toBe(expected.artifactType)
  }
  if (document.kind === 'manifest') {
    const manifest = readManifest(document)
    if (broken.length > 0) return
    expect(manifest.layers.map(({ descriptor }) => descriptor.mediaType)).toEqual(
      expected.layer_media_types ?? [],
    )
    expect(manifest.config?.digest).toBe(expected.config_digest)
    expect(manifest.config?.mediaType).toBe(expected.config_media_type)
    expect(manifest.subject?.digest).toBe(expected.subject)
    expect(manifest.artifactType ?? undefined).toBe(expected.artifactType)
  }
  if (document.kind === 'config') {
    const { platform, diffIds, history } = readImageConfig(document)
    expect([platform.os, platform.architecture, platform.variant]).toEqual([
      expected.os,
      expected.architecture,
      expected.variant,
    ])
    expect(diffIds).toHaveLength(expected.diff_ids ?? 0)
    expect(history).toHaveLength(expected.history ?? 0)
    expect(history.filter(({ layer }) => layer === null)).toHaveLength(expected.empty_layers ?? 0)
  }
}

async function expectPayload(document: DecodedDocument, expected: Expected) {
  const payload = schema1Payload(document)
  if (expected.payload_error) {
    expect(payload).toBeNull()
    return
  }
  // Unsigned, it is its own payload.
  const digest = expected.payload_sha256 ?? expected.sha256
  expect(payload && (await digestOf(payload))).toBe(`sha256:${digest}`)
}
