import { expect, test } from 'vitest'
import { imageId, readImageConfig } from './image-config.ts'
import { attestationsOf, readIndex, runnableOf } from './image-index.ts'
import { layersSize, readManifest } from './manifest.ts'
import { OCI_CONFIG, OCI_LAYER, OCI_MANIFEST } from './media-type.ts'

const digest = (letter: string) => `sha256:${letter.repeat(64)}` as const
const entry = (letter: string, more = {}) => ({
  mediaType: OCI_MANIFEST,
  digest: digest(letter),
  size: 7,
  ...more,
})

test('an index: what runs and what is said about it', () => {
  const about = (text: string) => ({
    platform: { os: 'unknown', architecture: 'unknown' },
    annotations: {
      'vnd.docker.reference.type': 'attestation-manifest',
      'vnd.docker.reference.digest': text,
    },
  })
  const index = readIndex({
    value: {
      manifests: [
        entry('a', { platform: { os: 'linux', architecture: 'amd64' } }),
        // a platform nobody knows is no sign: only the annotation is
        entry('b', { platform: { os: 'unknown', architecture: 'unknown' } }),
        entry('c', about(digest('a'))),
        entry('d', about('nonsense')),
        { digest: 'none' },
      ],
      annotations: { x: 'y' },
    },
  })
  expect(runnableOf(index).map(({ pointer }) => pointer)).toEqual(['/manifests/0', '/manifests/1'])
  expect(attestationsOf(index).map(({ entry, about }) => [entry.descriptor.digest, about])).toEqual(
    [
      [digest('c'), digest('a')],
      [digest('d'), null],
    ],
  )
  expect(index).toMatchObject({ annotations: { x: 'y' }, subject: null, artifactType: null })
})

test('a manifest: config, layers and how much they weigh', () => {
  const layer = { mediaType: OCI_LAYER, digest: digest('1'), size: 10 }
  const manifest = readManifest({
    value: {
      config: { mediaType: OCI_CONFIG, digest: digest('c'), size: 3 },
      layers: [layer, { ...layer, digest: digest('2') }, layer],
      subject: entry('e'),
      artifactType: 'application/x',
    },
  })
  expect(imageId(manifest)).toBe(digest('c'))
  expect(manifest.layers.map(({ pointer }) => pointer)).toEqual([
    '/layers/0',
    '/layers/1',
    '/layers/2',
  ])
  expect(layersSize(manifest)).toBe(20)
  expect(manifest).toMatchObject({
    subject: { digest: digest('e') },
    artifactType: 'application/x',
  })
})

test('whatever else gives an empty index, manifest or config', () => {
  const value = { manifests: {}, layers: null, config: 1, rootfs: [], history: 'x', os: 1 }
  expect(readIndex({ value })).toMatchObject({ manifests: [], annotations: {} })
  expect(readManifest({ value })).toMatchObject({ config: null, layers: [] })
  expect(imageId(readManifest({ value }))).toBeNull()
  expect(readImageConfig({ value })).toMatchObject({
    platform: { os: '', architecture: '' },
    diffIds: [],
    history: [],
    run: { env: [], user: '', stopSignal: null },
  })
})

test('a config: which step made which layer', () => {
  const config = readImageConfig({
    value: {
      os: 'linux',
      architecture: 'arm',
      variant: 'v7',
      config: {
        Env: ['A=b'],
        ExposedPorts: { '80/tcp': {} },
        Volumes: null,
        Cmd: ['x'],
        User: '1:2',
      },
      rootfs: { type: 'layers', diff_ids: [digest('1'), digest('2'), 'none'] },
      history: [{ created_by: 'ADD' }, { created_by: 'ENV', empty_layer: true }, { comment: 'c' }],
    },
  })
  expect(config).toMatchObject({
    platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
    diffIds: [digest('1'), digest('2')],
    run: { env: ['A=b'], exposedPorts: ['80/tcp'], volumes: [], cmd: ['x'], user: '1:2' },
  })
  expect(config.history.map(({ createdBy, layer }) => [createdBy, layer])).toEqual([
    ['ADD', 0],
    ['ENV', null],
    [null, 1],
  ])
})
