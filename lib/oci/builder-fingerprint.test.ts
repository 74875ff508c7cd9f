import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FIXTURES_DIR, readFixture } from '../testing/vectors.ts'
import { fingerprint } from './builder-fingerprint.ts'
import { builderMarks } from './builder-marks.ts'

const step = (entry: object) => ({ config: { history: [{}, entry] } })
const label = (name: string) => ({ config: { config: { Labels: { [name]: '1' } } } })

const ROWS = [
  {
    mark: 'buildkit-comment',
    at: '/history/1/comment',
    ...step({ comment: 'buildkit.dockerfile.v0' }),
  },
  {
    mark: 'buildkit-exporter',
    at: '/history/1/comment',
    ...step({ comment: 'buildkit.exporter.image.v0' }),
  },
  {
    mark: 'buildkit-created-by',
    at: '/history/1/created_by',
    ...step({ created_by: 'RUN true # buildkit' }),
  },
  {
    mark: 'buildkit-cache',
    at: '/moby.buildkit.cache.v0',
    config: { 'moby.buildkit.cache.v0': 'e30=' },
  },
  {
    mark: 'buildkit-buildinfo',
    at: '/moby.buildkit.buildinfo.v1',
    config: { 'moby.buildkit.buildinfo.v1': 'e30=' },
  },
  {
    mark: 'buildkit-attestation',
    at: '/manifests/1/annotations/vnd.docker.reference.type',
    index: {
      manifests: [{}, { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } }],
    },
  },
  {
    mark: 'buildah-label',
    at: '/config/Labels/io.buildah.version',
    ...label('io.buildah.version'),
  },
  { mark: 'jib-author', at: '/history/1/author', ...step({ author: 'Jib' }) },
  {
    mark: 'jib-created-by',
    at: '/history/1/created_by',
    ...step({ created_by: 'jib-maven-plugin:3.5.2' }),
  },
  { mark: 'jib-epoch', at: '/created', config: { created: '1970-01-01T00:00:00Z' } },
  {
    mark: 'buildpacks-label',
    at: '/config/Labels/io.buildpacks.lifecycle.metadata',
    ...label('io.buildpacks.lifecycle.metadata'),
  },
  {
    mark: 'buildpacks-step',
    at: '/history/1/created_by',
    ...step({ created_by: 'Buildpacks Process Types' }),
  },
  {
    mark: 'buildpacks-step',
    at: '/history/1/created_by',
    ...step({ created_by: "Layer: 'jre', Created by buildpack: example/java@1.0" }),
  },
  {
    mark: 'buildpacks-entrypoint',
    at: '/config/Entrypoint/0',
    config: { config: { Entrypoint: ['/cnb/process/web'] } },
  },
  { mark: 'buildpacks-created', at: '/created', config: { created: '1980-01-01T00:00:01Z' } },
  { mark: 'kaniko-author', at: '/history/1/author', ...step({ author: 'kaniko' }) },
  { mark: 'ko-author', at: '/author', config: { author: 'github.com/ko-build/ko' } },
  {
    mark: 'ko-step',
    at: '/history/1/created_by',
    ...step({ created_by: 'ko build ko://example.com/app' }),
  },
  { mark: 'umoci-step', at: '/history/1/created_by', ...step({ created_by: 'umoci repack' }) },
  { mark: 'apko-author', at: '/author', config: { author: 'github.com/chainguard-dev/apko' } },
  { mark: 'apko-step', at: '/history/1/author', ...step({ author: 'apko' }) },
  {
    mark: 'rules-docker-step',
    at: '/history/1/created_by',
    ...step({ created_by: 'bazel build ...' }),
  },
  { mark: 'nix-created', at: '/created', config: { created: '1970-01-01T00:00:01Z' } },
]

test.each(ROWS)('finds $mark at $at', ({ mark, at, ...documents }) => {
  const found = fingerprint(documents).flatMap(({ evidence }) => evidence)
  expect(found).toEqual([expect.objectContaining({ mark, at, times: 1 })])
})

test('has a row for each mark', () => {
  expect(new Set(ROWS.map(({ mark }) => mark))).toEqual(new Set(builderMarks.map(({ id }) => id)))
})

test.each([
  { why: 'nothing at all', documents: {} },
  {
    why: 'no objects where objects belong',
    documents: { config: { history: 'Jib', config: [1] } },
  },
  {
    why: 'a name as a part of another word',
    documents: step({ author: 'Jibril', created_by: 'ko buildx' }),
  },
  {
    why: 'a comment that only mentions it',
    documents: step({ comment: 'not buildkit.dockerfile.v0' }),
  },
  { why: 'a real build time', documents: { config: { created: '2026-11-23T00:00:00Z' } } },
  { why: 'another label', documents: label('io.buildpack') },
])('finds nobody in $why', ({ documents }) => {
  expect(fingerprint(documents)).toEqual([])
})

test('a time alone fits a builder and names none', () => {
  const [jib] = fingerprint({ config: { created: '1970-01-01T00:00:00Z' } })
  expect(jib).toMatchObject({ builder: 'jib', named: false })
})

test('a base keeps the marks of its own builder; names come before habits', () => {
  const found = fingerprint({
    config: {
      created: '1970-01-01T00:00:00Z',
      history: [
        { author: 'Bazel', created_by: 'bazel build ...' },
        { created_by: 'COPY app /app # buildkit', comment: 'buildkit.dockerfile.v0' },
        { created_by: 'CMD ["/app"]', comment: 'buildkit.dockerfile.v0' },
      ],
    },
  })
  expect(found.map(({ builder, named }) => [builder, named])).toEqual([
    ['buildkit', true],
    ['rules-docker', true],
    ['jib', false],
  ])
  expect(found[0]?.evidence[0]).toMatchObject({ at: '/history/1/comment', times: 2 })
})

test('our own recordings were built by Buildah and nobody else', () => {
  const blobs = join(import.meta.dirname, '../../content/recordings/hello/blobs/sha256')
  const configs = readdirSync(blobs)
    .map((name) => readFileSync(join(blobs, name), 'utf8'))
    .filter((text) => text.startsWith('{'))
    .map((text) => JSON.parse(text))
    .filter((value) => value.rootfs)
  expect(configs.length).toBe(5)
  for (const config of configs) {
    const found = fingerprint({ config })
    expect(found.map(({ builder }) => builder)).toEqual(['buildah'])
    expect(found[0]?.evidence[0]?.text).toBe('1.28.2')
  }
})

describe.skipIf(!FIXTURES_DIR)('configs of other projects', () => {
  test.each([
    {
      why: 'Jib on a base of Bazel',
      file: 'jib/containerconfig.json',
      builders: ['jib', 'rules-docker'],
    },
    {
      why: 'kaniko',
      file: 'snyk/kaniko-busybox/sha256-c5003bd0bae2d0bcb5419307c9cf54264a9e5783626caf218f8aa177173b7cf4',
      builders: ['kaniko'],
    },
    {
      why: 'the lifecycle’s test image, a plain busybox',
      file: 'lifecycle/busybox/blobs/sha256/9d5226e6ce3fb6aee2822206a5ef85f38c303d2b37bfc894b419fca2c0501269',
      builders: [],
    },
    {
      why: 'BuildKit’s golden config',
      file: 'buildkit/common-default-gzip-v20-config.json',
      builders: ['buildkit'],
    },
    {
      why: 'BuildKit on a base of Bazel',
      file: 'slsa/v1.4.0/blobs/sha256/3095c5371ce925576abaf92fc06d25607b415984d886c1b8eb43cc26536036b9',
      builders: ['buildkit', 'rules-docker'],
    },
    { why: 'Buildah', file: 'harbor/wasm_test-03.json', builders: ['buildah'] },
    {
      why: 'Bazel, at the epoch as Jib does by habit',
      file: 'ggcr/test_index/blobs/sha256/930705ce23e3b6ed4c08746b6fe880089c864fbaf62482702ae3fdd66b8c7fe9',
      builders: ['rules-docker', 'jib'],
    },
  ])('$why', ({ file, builders }) => {
    const config = JSON.parse(new TextDecoder().decode(readFixture(`manifests/${file}`)))
    expect(fingerprint({ config }).map(({ builder }) => builder)).toEqual(builders)
  })
})
