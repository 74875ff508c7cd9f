import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type TarPart, tarOf } from '../../testing/tar.ts'
import { readArchive } from './archive.ts'
import { collectFiles } from './file.ts'
import { indexTar } from './tar-index.ts'

const recorded = (name: string) =>
  new Blob([new Uint8Array(readFileSync(`content/recordings/hello-archives/${name}`))])

const CONFIG = 'sha256:e1387cdaf75a14c50326a72f2a65bededebb069e464ae846dd00de8334a33056'
const DIFF_IDS = ['6a257096', '60c4a3e2', 'ba50ae81']

const archiveOf = async (parts: TarPart[]) => readArchive(await indexTar(new Blob([tarOf(parts)])))
const sha = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}` as const
const json = (name: string, value: unknown): TarPart => ({ name, body: JSON.stringify(value) })
const blob = (value: unknown): TarPart & { digest: string; size: number } => {
  const body = JSON.stringify(value)
  const digest = sha(body)
  return { name: `blobs/sha256/${digest.slice(7)}`, body, digest, size: body.length }
}

describe('the same image in the two archives that skopeo writes', () => {
  test('docker-archive: a config and layers by path, and no manifest', async () => {
    const archive = await readArchive(await indexTar(recorded('hello.docker.tar')))
    expect(archive.forms).toEqual(['docker-archive'])
    expect(archive.images).toHaveLength(1)
    const [image] = archive.images
    expect(image).toMatchObject({
      ...{ names: ['localhost:5000/hello:1.0'], platform: 'linux/amd64', manifest: null },
      config: { digest: CONFIG },
    })
    expect(image?.layers.map(({ diffId }) => diffId?.slice(7, 15))).toEqual(DIFF_IDS)
    // Stored unpacked: the file's own name is the diffID.
    expect(image?.layers.map(({ path }) => path?.slice(0, 8))).toEqual(DIFF_IDS)
    expect(archive.findings.map(({ kind }) => kind)).toEqual(['repositories'])
  })

  test('oci-archive: the manifest as it was, layers as they were pushed', async () => {
    const archive = await readArchive(await indexTar(recorded('hello.oci.tar')))
    expect(archive.forms).toEqual(['oci-layout'])
    const [image] = archive.images
    expect(image).toMatchObject({
      ...{ names: ['localhost:5000/hello:1.0'], platform: 'linux/amd64' },
      config: { digest: CONFIG },
      manifest: {
        digest: 'sha256:1669443cc3c67314e8cf143e67b8cceb2377cd5db6a5b490c5ae2e834b30f040',
      },
    })
    expect(image?.layers.map(({ diffId }) => diffId?.slice(7, 15))).toEqual(DIFF_IDS)
    expect(archive.findings).toEqual([])
    expect(archive.blobs).toHaveLength(5)
  })
})

test('reads a folder as it reads a tar: the recorded layout of five platforms', async () => {
  const { files, add } = collectFiles()
  const root = 'content/recordings/hello'
  for (const file of globSync(`${root}/**`, { withFileTypes: true }).filter((f) => f.isFile())) {
    const full = path.join(file.parentPath, file.name)
    const bytes = new Uint8Array(readFileSync(full))
    const body = new Blob([bytes])
    add({ path: path.relative(root, full), kind: 'file', size: bytes.length, blob: body })
  }
  const archive = await readArchive(files)
  expect(archive.forms).toEqual(['oci-layout'])
  expect(archive.images.map(({ platform }) => platform)).toEqual([
    ...['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/riscv64', 'linux/s390x'],
  ])
  expect(
    archive.images.every(({ indexes, names }) => indexes.length === 1 && names[0] === '1.0'),
  ).toBe(true)
  expect(archive.findings).toEqual([])
})

test('joins what docker save writes twice since 25', async () => {
  const config = blob({ architecture: 'amd64', os: 'linux', rootfs: { diff_ids: [sha('x')] } })
  const layer: TarPart = { name: `blobs/sha256/${sha('x').slice(7)}`, body: 'x' }
  const manifest = blob({
    schemaVersion: 2,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...pick(config) },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: sha('x'), size: 1 }],
  })
  const archive = await archiveOf([
    ...[config, layer, manifest],
    json('oci-layout', { imageLayoutVersion: '1.0.0' }),
    json('index.json', {
      schemaVersion: 2,
      manifests: [
        {
          ...{ mediaType: 'application/vnd.oci.image.manifest.v1+json', ...pick(manifest) },
          annotations: {
            'io.containerd.image.name': 'docker.io/library/app:1',
            'org.opencontainers.image.ref.name': '1',
          },
        },
      ],
    }),
    json('manifest.json', [{ Config: config.name, RepoTags: ['app:1'], Layers: [layer.name] }]),
  ])
  expect(archive.forms).toEqual(['oci-layout', 'docker-archive'])
  expect(archive.images).toHaveLength(1)
  expect(archive.images[0]?.names).toEqual(['app:1', 'docker.io/library/app:1'])
  expect(archive.findings).toEqual([{ kind: 'both-forms' }])
})

const pick = ({ digest, size }: { digest: string; size: number }) => ({ digest, size })

test.each([
  {
    why: 'a blob that is not there',
    parts: [
      json('oci-layout', { imageLayoutVersion: '1.0.0' }),
      json('index.json', {
        manifests: [
          { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: CONFIG, size: 5 },
        ],
      }),
    ],
    finding: { kind: 'blob-missing', digest: CONFIG, count: 1 },
  },
  {
    why: 'a layout without its mark',
    parts: [json('index.json', { manifests: [] })],
    finding: { kind: 'layout-missing' },
  },
  {
    why: 'a layout of another version',
    parts: [json('oci-layout', { imageLayoutVersion: '9' }), json('index.json', { manifests: [] })],
    finding: { kind: 'layout-version', version: '9' },
  },
  {
    why: 'a list of no images',
    parts: [json('manifest.json', [])],
    finding: { kind: 'names-nothing' },
  },
  {
    why: 'a layer that is not there',
    parts: [
      json('c.json', { architecture: 'amd64', os: 'linux', rootfs: { diff_ids: [] } }),
      json('manifest.json', [{ Config: 'c.json', RepoTags: ['a:1'], Layers: ['l/layer.tar'] }]),
    ],
    finding: { kind: 'file-missing', path: 'l/layer.tar', by: 'manifest.json' },
  },
  {
    why: 'an image without a name',
    parts: [
      json('c.json', { architecture: 'amd64', os: 'linux', rootfs: { diff_ids: [] } }),
      json('manifest.json', [{ Config: 'c.json', RepoTags: null, Layers: [] }]),
    ],
    finding: { kind: 'no-name', path: 'c.json' },
  },
  {
    why: 'more layers than diffIDs',
    parts: [
      json('c.json', { architecture: 'amd64', os: 'linux', rootfs: { diff_ids: [] } }),
      { name: 'l.tar', body: 'x' },
      json('manifest.json', [{ Config: 'c.json', RepoTags: ['a:1'], Layers: ['l.tar'] }]),
    ],
    finding: { kind: 'diff-count', layers: 1, diffIds: 0 },
  },
  {
    why: 'layers that are links',
    parts: [
      json('c.json', { architecture: 'a', os: 'l', rootfs: { diff_ids: [sha('x'), sha('x')] } }),
      { name: 'one/layer.tar', body: 'x' },
      { name: 'two/layer.tar', type: '2', link: '../one/layer.tar' },
      json('manifest.json', [
        { Config: 'c.json', RepoTags: ['a:1'], Layers: ['one/layer.tar', 'two/layer.tar'] },
      ]),
    ],
    finding: { kind: 'layer-links', count: 1, path: 'two/layer.tar' },
  },
  {
    why: 'a list that is no JSON',
    parts: [{ name: 'index.json', body: '<html>' }],
    finding: { kind: 'not-json', path: 'index.json' },
  },
  {
    why: 'a name that leads out',
    parts: [json('manifest.json', []), { name: '../../root/.ssh/authorized_keys' }],
    finding: { kind: 'unsafe-path', path: '../../root/.ssh/authorized_keys' },
  },
  {
    why: 'blobs that nobody names',
    parts: [
      json('oci-layout', { imageLayoutVersion: '1.0.0' }),
      json('index.json', { manifests: [] }),
      { name: `blobs/sha256/${'0'.repeat(64)}`, body: 'xyz' },
    ],
    finding: { kind: 'unnamed-blobs', count: 1, bytes: 3 },
  },
] satisfies { why: string; parts: TarPart[]; finding: object }[])(
  'notes $why',
  async ({ parts, finding }) => {
    const { findings } = await archiveOf(parts)
    expect(findings).toContainEqual(finding)
  },
)

test('an index that names itself ends', async () => {
  const mediaType = 'application/vnd.oci.image.index.v1+json'
  const hex = '1'.repeat(64)
  const entry = { mediaType, digest: `sha256:${hex}`, size: 10 }
  const parts = [
    json('index.json', { manifests: [entry] }),
    json(`blobs/sha256/${hex}`, { manifests: [entry, entry, entry] }),
  ]
  const { images } = await archiveOf(parts)
  expect(images.length).toBeLessThanOrEqual(1000)
})

test('a tar that holds no image has no form', async () => {
  expect(await archiveOf([{ name: 'etc/passwd', body: 'root' }])).toMatchObject({
    ...{ forms: [], images: [] },
  })
})

// Archives of other tools, kept outside the repository.
const ELSEWHERE = process.env.FIXTURES_DIR ?? ''
test.skipIf(!ELSEWHERE || !existsSync(ELSEWHERE)).each([
  { file: 'snyk/hello-world-docker-save.tar', forms: 'oci-layout docker-archive', layers: 1 },
  { file: 'jib/docker-save.tar', forms: 'docker-archive', layers: 2 },
  { file: 'ggcr/tars/test_image_1.tar', forms: 'docker-archive', layers: 1 },
  { file: 'stereoscope/valid-oci.tar', forms: 'oci-layout', layers: 1 },
  { file: 'dive/test-oci-gzip-image.tar', forms: 'oci-layout', layers: 1 },
  // one of many platforms was saved
  { file: 'oras/hello-world.tar', forms: 'oci-layout docker-archive', layers: 1 },
])('reads $file', async ({ file, forms, layers }) => {
  const bytes = new Uint8Array(readFileSync(path.join(ELSEWHERE, 'manifests', file)))
  const archive = await readArchive(await indexTar(new Blob([bytes])))
  expect(archive.forms.join(' ')).toBe(forms)
  const found = archive.images.flatMap((image) => image.layers.filter((layer) => layer.path))
  expect(found).toHaveLength(layers)
})
