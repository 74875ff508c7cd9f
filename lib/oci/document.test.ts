import { describe, expect, test } from 'vitest'
import { decodeDocument } from './document.ts'
import type { Finding } from './finding.ts'
import {
  DOCKER_CONFIG,
  DOCKER_INDEX,
  DOCKER_MANIFEST,
  OCI_CONFIG,
  OCI_EMPTY,
  OCI_INDEX,
  OCI_LAYER,
  OCI_MANIFEST,
  SCHEMA1,
  SCHEMA1_SIGNED,
} from './media-type.ts'

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`
const descriptor = (mediaType: string, more = {}) => ({
  mediaType,
  digest: DIGEST,
  size: 7,
  ...more,
})
const manifest = (more = {}) => ({
  schemaVersion: 2,
  mediaType: OCI_MANIFEST,
  config: descriptor(OCI_CONFIG),
  layers: [descriptor(OCI_LAYER)],
  ...more,
})
const index = (more = {}) => ({
  schemaVersion: 2,
  mediaType: OCI_INDEX,
  manifests: [descriptor(OCI_MANIFEST, { platform: { os: 'linux', architecture: 'amd64' } })],
  ...more,
})
const config = (more = {}) => ({
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [DIGEST] },
  ...more,
})
const schema1 = { schemaVersion: 1, name: 'a', tag: 'b', fsLayers: [], history: [] }

function decode(document: unknown, declared: string | null = null) {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  return decodeDocument(new TextEncoder().encode(text), declared)
}

describe('what a document is', () => {
  const nameless = { mediaType: undefined }
  test.each([
    { why: 'OCI index', document: index(), kind: 'index', mediaType: OCI_INDEX },
    {
      why: 'Docker list',
      document: index({ mediaType: DOCKER_INDEX }),
      kind: 'index',
      mediaType: DOCKER_INDEX,
    },
    { why: 'OCI manifest', document: manifest(), kind: 'manifest', mediaType: OCI_MANIFEST },
    {
      why: 'Docker manifest',
      document: manifest({ mediaType: DOCKER_MANIFEST }),
      kind: 'manifest',
      mediaType: DOCKER_MANIFEST,
    },
    { why: 'index without a name', document: index(nameless), kind: 'index', mediaType: OCI_INDEX },
    {
      why: 'manifest without a name',
      document: manifest(nameless),
      kind: 'manifest',
      mediaType: OCI_MANIFEST,
    },
    {
      why: 'manifest without a name around Docker’s config',
      document: manifest({ ...nameless, config: descriptor(DOCKER_CONFIG) }),
      kind: 'manifest',
      mediaType: DOCKER_MANIFEST,
    },
    {
      why: 'manifest that only its header names',
      document: manifest(nameless),
      declared: DOCKER_MANIFEST,
      kind: 'manifest',
      mediaType: DOCKER_MANIFEST,
    },
    {
      why: 'config by its descriptor',
      document: config(),
      declared: DOCKER_CONFIG,
      kind: 'config',
      mediaType: DOCKER_CONFIG,
    },
    { why: 'config by its fields', document: config(), kind: 'config', mediaType: null },
    { why: 'schema 1', document: schema1, kind: 'schema1', mediaType: SCHEMA1 },
    {
      why: 'schema 1, signed',
      document: { ...schema1, signatures: [] },
      kind: 'schema1',
      mediaType: SCHEMA1_SIGNED,
    },
    {
      why: 'the header is parameters and capitals',
      document: manifest(nameless),
      declared: 'Application/vnd.OCI.image.manifest.v1+json; charset=utf-8',
      kind: 'manifest',
      mediaType: OCI_MANIFEST,
    },
    {
      why: 'nothing in it',
      document: {},
      declared: OCI_EMPTY,
      kind: 'unknown',
      mediaType: OCI_EMPTY,
    },
    {
      why: 'anything',
      document: { mediaType: 'a/b', layers: [] },
      kind: 'unknown',
      mediaType: 'a/b',
    },
    {
      why: 'a layout’s marker',
      document: { imageLayoutVersion: '1.0.0' },
      kind: 'unknown',
      mediaType: null,
    },
  ] as const)('$why: $kind', ({ document, kind, mediaType, ...rest }) => {
    expect(decode(document, 'declared' in rest ? rest.declared : null)).toMatchObject({
      kind,
      mediaType,
    })
  })

  test('reads slashes that are escaped, as some lists of Docker Hub have them', () => {
    const text = JSON.stringify(index({ mediaType: DOCKER_INDEX })).replaceAll('/', '\\/')
    expect(text).toContain('application\\/vnd')
    expect(decode(text, DOCKER_INDEX)).toMatchObject({ kind: 'index', text, findings: [] })
  })

  test('believes the hashed bytes, not the header', () => {
    expect(decode(manifest(), OCI_INDEX)).toMatchObject({
      kind: 'manifest',
      mediaType: OCI_MANIFEST,
      findings: [{ kind: 'media-type-mismatch', declared: OCI_INDEX, body: OCI_MANIFEST }],
    })
  })

  test('keeps the bytes, the text and the value', () => {
    const bytes = new TextEncoder().encode('\ufeff{"schemaVersion":2}')
    const document = decodeDocument(bytes, null)
    expect(document.bytes).toBe(bytes)
    expect(document.text).toBe('\ufeff{"schemaVersion":2}')
    expect(document.value).toEqual({ schemaVersion: 2 })
  })

  test.each([
    { why: 'a list', text: '[]', problem: { kind: 'document-shape', at: '', expected: 'object' } },
    { why: 'null', text: 'null', problem: { kind: 'document-shape' } },
    { why: 'a web page', text: '<!doctype html>', problem: { kind: 'json-syntax', at: 0 } },
    { why: 'nothing', text: '', problem: { kind: 'json-syntax', at: 0 } },
  ])('throws for $why', ({ text, problem }) => {
    expect(() => decode(text)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining(problem) }),
    )
  })
})

describe('what is odd about it', () => {
  test.each([
    { why: 'an index', document: index() },
    { why: 'a Docker list', document: index({ mediaType: DOCKER_INDEX }) },
    {
      why: 'a manifest',
      document: manifest({ annotations: { a: 'b' }, subject: descriptor(OCI_MANIFEST) }),
    },
    { why: 'a config', document: config() },
    {
      why: 'a config with Docker’s fields and nulls',
      document: config({
        docker_version: '1',
        config: { Hostname: '', Cmd: null, Volumes: null, Env: ['A=b', 'C='], OnBuild: null },
      }),
    },
    {
      why: 'a config with steps that made no layer',
      document: config({ history: [{ created_by: 'x' }, { empty_layer: true }] }),
    },
    { why: 'a config with an empty history', document: config({ history: [] }) },
  ])('nothing about $why', ({ document }) => {
    expect(decode(document).findings).toEqual([])
  })

  const layer = (more: object) => manifest({ layers: [descriptor(OCI_LAYER, more)] })
  test.each<{ why: string; document: unknown; declared?: string; finding: Partial<Finding> }>([
    {
      why: 'a byte order mark',
      document: `\ufeff${JSON.stringify(manifest())}`,
      finding: { kind: 'bom', pointer: '', start: 0, end: 1 },
    },
    {
      why: 'a key twice',
      document: '{"a":1,"a":2}',
      finding: { kind: 'duplicate-key', key: 'a', pointer: '/a', start: 7, end: 10 },
    },
    {
      why: 'an integer that loses digits',
      document: '{"a":[9007199254740993]}',
      finding: { kind: 'unsafe-integer', pointer: '/a/0', text: '9007199254740993' },
    },
    {
      why: 'no media type',
      document: manifest({ mediaType: undefined }),
      finding: { kind: 'media-type-missing', pointer: '', assumed: OCI_MANIFEST },
    },
    {
      why: 'another type in the header',
      document: manifest(),
      declared: 'text/plain; charset=utf-8',
      finding: {
        kind: 'media-type-mismatch',
        pointer: '/mediaType',
        declared: 'text/plain',
        body: OCI_MANIFEST,
      },
    },
    {
      why: 'an index inside a manifest',
      document: manifest({ manifests: [] }),
      finding: {
        kind: 'shape-mismatch',
        pointer: '/manifests',
        field: 'manifests',
        mediaType: OCI_MANIFEST,
      },
    },
    {
      why: 'a manifest inside an index',
      document: index({ layers: [] }),
      finding: { kind: 'shape-mismatch', pointer: '/layers', field: 'layers' },
    },
    {
      why: 'schema 1',
      document: schema1,
      finding: { kind: 'schema1', pointer: '', signed: false },
    },
    {
      why: 'a field nobody knows',
      document: layer({ speed: 1 }),
      finding: { kind: 'unknown-field', pointer: '/layers/0/speed', field: 'speed' },
    },
    {
      why: 'a field named like a method',
      document: manifest({ constructor: 1 }),
      finding: { kind: 'unknown-field', field: 'constructor' },
    },
    {
      why: 'no layers',
      document: manifest({ layers: undefined }),
      finding: { kind: 'missing-required', pointer: '', field: 'layers' },
    },
    {
      why: 'a descriptor without a size',
      document: layer({ size: undefined }),
      finding: { kind: 'missing-required', pointer: '/layers/0', field: 'size' },
    },
    {
      why: 'a platform without an architecture',
      document: index({ manifests: [descriptor(OCI_MANIFEST, { platform: { os: 'linux' } })] }),
      finding: {
        kind: 'missing-required',
        pointer: '/manifests/0/platform',
        field: 'architecture',
      },
    },
    {
      why: 'layers that are no list',
      document: manifest({ layers: {} }),
      finding: { kind: 'wrong-type', pointer: '/layers', expected: 'array', got: 'object' },
    },
    {
      why: 'a size in words',
      document: layer({ size: '7' }),
      finding: {
        kind: 'wrong-type',
        pointer: '/layers/0/size',
        expected: 'integer',
        got: 'string',
      },
    },
    {
      why: 'a broken size',
      document: layer({ size: 7.5 }),
      finding: {
        kind: 'wrong-type',
        pointer: '/layers/0/size',
        expected: 'integer',
        got: 'number',
      },
    },
    {
      why: 'an annotation that is a number',
      document: layer({ annotations: { 'a/b': 1 } }),
      finding: { kind: 'wrong-type', pointer: '/layers/0/annotations/a~1b', expected: 'string' },
    },
    {
      why: 'ports as a list',
      document: config({ config: { ExposedPorts: ['80'] } }),
      finding: { kind: 'wrong-type', pointer: '/config/ExposedPorts', expected: 'object' },
    },
    {
      why: 'a size below zero',
      document: layer({ size: -7 }),
      finding: { kind: 'size-negative', pointer: '/layers/0/size', text: '-7' },
    },
    {
      why: 'a media type that is none',
      document: layer({ mediaType: 'layer' }),
      finding: {
        kind: 'wrong-form',
        pointer: '/layers/0/mediaType',
        expected: 'media-type',
        text: 'layer',
      },
    },
    {
      why: 'a digest that is none',
      document: layer({ digest: 'sha256:0' }),
      finding: { kind: 'wrong-form', pointer: '/layers/0/digest', expected: 'digest' },
    },
    {
      why: 'an address that is none',
      document: layer({ urls: ['value'] }),
      finding: { kind: 'wrong-form', pointer: '/layers/0/urls/0', expected: 'uri' },
    },
    {
      why: 'base64 without padding',
      document: layer({ data: 'e30' }),
      finding: { kind: 'wrong-form', pointer: '/layers/0/data', expected: 'base64' },
    },
    {
      why: 'a time that is none',
      document: config({ created: 'yesterday' }),
      finding: { kind: 'wrong-form', pointer: '/created', expected: 'date-time' },
    },
    {
      why: 'a variable without a value',
      document: config({ config: { Env: ['foo'] } }),
      finding: { kind: 'wrong-form', pointer: '/config/Env/0', expected: 'environment' },
    },
    {
      why: 'another schema version',
      document: manifest({ schemaVersion: 3 }),
      finding: {
        kind: 'wrong-form',
        pointer: '/schemaVersion',
        expected: 'schema-version',
        text: '3',
      },
    },
    {
      why: 'a digest nobody can check',
      document: layer({ digest: 'blake3:0a' }),
      finding: {
        kind: 'unknown-digest-algorithm',
        pointer: '/layers/0/digest',
        algorithm: 'blake3',
      },
    },
    {
      why: 'an empty list of layers',
      document: manifest({ layers: [] }),
      finding: { kind: 'empty-layers', pointer: '/layers' },
    },
    {
      why: 'a layer to fetch elsewhere',
      document: manifest({
        layers: [descriptor('application/vnd.docker.image.rootfs.foreign.diff.tar.gzip')],
      }),
      finding: { kind: 'foreign-layer', pointer: '/layers/0/mediaType' },
    },
    {
      why: 'addresses of a layer',
      document: layer({ urls: ['https://a.example/x'] }),
      finding: { kind: 'urls', pointer: '/layers/0/urls', urls: ['https://a.example/x'] },
    },
    {
      why: 'embedded content of another size',
      document: layer({ data: 'e30=' }),
      finding: { kind: 'data-mismatch', pointer: '/layers/0/data', size: 7, got: 2 },
    },
    {
      why: 'more embedded content than it says',
      document: layer({ data: 'e30gICAgICAgICAg' }),
      finding: { kind: 'data-mismatch', size: 7, got: 12 },
    },
    {
      why: 'an artifact that does not say which',
      document: manifest({ config: descriptor(OCI_EMPTY) }),
      finding: { kind: 'artifact-type-missing', pointer: '' },
    },
    {
      why: 'a history of other length',
      document: config({ history: [{}, {}] }),
      finding: { kind: 'history-mismatch', pointer: '/history', history: 2, diffIds: 1 },
    },
  ])('$why: $finding.kind', ({ document, declared, finding }) => {
    const { findings } = decode(document, declared ?? null)
    expect(findings).toContainEqual(expect.objectContaining(finding))
    expect(findings.filter(({ pointer }) => pointer !== '/layers/0/urls')).toHaveLength(
      finding.pointer === '/layers/0/urls' ? 0 : 1,
    )
  })

  test('everything, in the order of the text, where it stands', () => {
    const text = '{"schemaVersion":2,"x":1,"layers":[],"layers":[],"config":null}'
    const { findings } = decode(text)
    expect(findings.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['media-type-missing', text],
      ['unknown-field', '"x"'],
      ['duplicate-key', '"layers"'],
      ['empty-layers', '[]'],
      ['wrong-type', 'null'],
    ])
  })
})
