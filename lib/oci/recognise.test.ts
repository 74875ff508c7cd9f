import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { recogniseDocument } from './recognise.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const digest = `sha256:${'0'.repeat(64)}`

test.each([
  { kind: 'runtime-config', value: { ociVersion: '1.3.0', root: { path: 'rootfs' } } },
  {
    kind: 'runtime-state',
    value: { ociVersion: '1.0.2', id: 'web', status: 'running', pid: 7, bundle: '/b' },
  },
  { kind: 'cri-container', value: { status: { id: 'a', state: 'CONTAINER_RUNNING' }, info: {} } },
  { kind: 'cri-sandbox', value: { status: { id: 'a', state: 'SANDBOX_READY' } } },
  { kind: 'cri-image', value: { status: { id: digest, repoTags: [], repoDigests: [] } } },
  { kind: 'docker-container', value: [{ Id: 'a', State: {}, Image: digest }] },
  { kind: 'docker-container', value: { Id: 'a', State: {}, Image: digest } },
  { kind: 'docker-image', value: [{ Id: digest, RepoTags: [], RootFS: {} }] },
  { kind: 'docker-archive', value: [{ Config: 'a.json', RepoTags: null, Layers: [] }] },
  { kind: 'layout', value: { imageLayoutVersion: '1.0.0' } },
  { kind: 'statement', value: { _type: 'https://in-toto.io/Statement/v1', subject: [] } },
  { kind: 'envelope', value: { payloadType: 'a', payload: '', signatures: [] } },
  { kind: 'kubernetes', value: { apiVersion: 'v1', kind: 'Pod', spec: {} } },
  { kind: 'index', value: { schemaVersion: 2, manifests: [] } },
  { kind: 'manifest', value: { schemaVersion: 2, config: {}, layers: [] } },
  { kind: 'config', value: { architecture: 'amd64', os: 'linux', rootfs: {} } },
  { kind: 'schema1', value: { schemaVersion: 1, fsLayers: [], history: [] } },
  { kind: 'unknown', value: { hello: 'world' } },
  { kind: 'unknown', value: [] },
  { kind: 'unknown', value: 'text' },
])('tells $kind', ({ kind, value }) => {
  expect(recogniseDocument(bytes(value)).kind).toBe(kind)
})

test('says by which fields it was told, and where they stand', () => {
  const { evidence } = recogniseDocument(bytes([{ Config: 'a.json', RepoTags: null, Layers: [] }]))
  expect(evidence).toEqual([
    { at: '/0/Config', says: '"a.json"' },
    { at: '/0/Layers', says: '[ ]' },
  ])
})

test('keeps what is odd in the text', () => {
  const text = '{"ociVersion":"1.0.0","ociVersion":"1.3.0"}'
  const { kind, findings } = recogniseDocument(new TextEncoder().encode(text))
  expect(kind).toBe('runtime-config')
  expect(findings.map((finding) => finding.kind)).toEqual(['duplicate-key'])
})

// Kept outside the repository.
const ELSEWHERE = process.env.FIXTURES_DIR
const elsewhere = (pattern: string) =>
  globSync(path.join(ELSEWHERE ?? '', pattern)).map((file) => ({ file, of: readFileSync(file) }))

test.skipIf(!ELSEWHERE || !existsSync(ELSEWHERE)).each([
  { pattern: 'cri/*/inspect-*.json', kind: 'cri-container', least: 3 },
  { pattern: 'cri/*/inspectp-*.json', kind: 'cri-sandbox', least: 1 },
  { pattern: 'cri/*/inspecti-*.json', kind: 'cri-image', least: 1 },
  { pattern: 'runtime/spec-tests/config/good/*.json', kind: 'runtime-config', least: 6 },
  { pattern: 'runtime/tool-output/*spec*.json', kind: 'runtime-config', least: 3 },
  { pattern: 'runtime/containerd-cri-bundles/*.json', kind: 'runtime-config', least: 2 },
  { pattern: 'runtime/conversion/*.runtime.json', kind: 'runtime-config', least: 5 },
  { pattern: 'runtime/conversion/*.image-config.json', kind: 'config', least: 5 },
  { pattern: 'runtime/spec-tests/state/good/*.json', kind: 'runtime-state', least: 1 },
])('tells $kind of $pattern', ({ pattern, kind, least }) => {
  const files = elsewhere(pattern)
  expect(files.length).toBeGreaterThanOrEqual(least)
  const others = files.filter(({ of }) => recogniseDocument(of).kind !== kind)
  expect(others.map(({ file }) => file)).toEqual([])
})
