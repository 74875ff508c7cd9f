import { expect, test } from 'vitest'
import { fingerprint } from '../oci/builder-fingerprint.ts'
import { decodeDocument } from '../oci/document.ts'
import { isAttestation, readIndex } from '../oci/image-index.ts'
import { readManifest } from '../oci/manifest.ts'
import { isIndexType } from '../oci/media-type.ts'
import { readTop } from './layout.ts'
import { listRecordings, readBlob } from './recording.ts'

/** Index, manifest and config of what a recording holds, down the first way that runs. */
async function documentsOf(name: string) {
  const read = async (digest: string, mediaType: string) => {
    const bytes = await readBlob(name, digest)
    if (!bytes) throw new Error(`${name} lacks ${digest}`)
    return decodeDocument(bytes, mediaType)
  }
  let { digest, mediaType } = await readTop(name)
  const top = await read(digest, mediaType)
  const index = isIndexType(mediaType) ? top : null
  if (index) {
    const runs = readIndex(index).manifests.find(({ descriptor }) => !isAttestation(descriptor))
    if (!runs) throw new Error(`${name} has nothing to run`)
    ;({ digest, mediaType } = runs.descriptor)
  }
  const manifest = await read(digest, mediaType)
  const { config } = readManifest(manifest)
  if (!config) throw new Error(`${name} has no config`)
  return {
    ...(index ? { index: index.value } : {}),
    manifest: manifest.value,
    config: (await read(config.digest, config.mediaType)).value,
  }
}

test('five builders are recorded', async () => {
  const names = (await listRecordings()).map(({ name }) => name)
  const five = ['by-buildah', 'by-buildkit', 'by-jib', 'by-ko', 'by-umoci']
  expect(names).toEqual(expect.arrayContaining(five))
})

test.each(['buildah', 'buildkit', 'jib', 'ko', 'umoci'])(
  '%s is known by its marks',
  async (builder) => {
    const found = fingerprint(await documentsOf(`by-${builder}`))
    // A base keeps the marks of whoever built it, so another may be named too.
    expect(found).toContainEqual(expect.objectContaining({ builder, named: true }))
  },
)

test('BuildKit’s provenance says what was built and from what', async () => {
  const { index } = await documentsOf('by-buildkit')
  const about = readIndex({ value: index ?? {} }).manifests.find(({ descriptor }) =>
    isAttestation(descriptor),
  )
  const bytes = await readBlob('by-buildkit', about?.descriptor.digest ?? '')
  const { layers } = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))
  const statement = await readBlob('by-buildkit', layers[0].digest)
  const { predicateType, subject } = JSON.parse(new TextDecoder().decode(statement ?? undefined))
  expect(predicateType).toMatch(/^https:\/\/slsa\.dev\/provenance\//)
  expect(subject).toHaveLength(1)
})
