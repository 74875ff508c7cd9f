import { expect, test } from 'vitest'
import { z } from 'zod'
import { fingerprint } from '../oci/builder-fingerprint.ts'
import { builderMarks } from '../oci/builder-marks.ts'
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

const BUILDERS = ['apko', 'buildah', 'buildkit', 'buildpacks', 'jib', 'kaniko', 'ko', 'umoci']

test('eight builders are recorded', async () => {
  const names = (await listRecordings()).map(({ name }) => name)
  expect(names.filter((name) => name.startsWith('by-'))).toEqual(
    BUILDERS.map((builder) => `by-${builder}`),
  )
})

test.each(BUILDERS)('%s is known by its marks', async (builder) => {
  const found = fingerprint(await documentsOf(`by-${builder}`))
  // A base keeps the marks of whoever built it, so another may be named too.
  expect(found).toContainEqual(expect.objectContaining({ builder, named: true }))
})

// A base may leave marks too, so all images are looked at for each mark.
test.each(builderMarks)('$id is recorded: $recorded', async ({ id, recorded }) => {
  const found = await Promise.all(
    BUILDERS.map(async (builder) => fingerprint(await documentsOf(`by-${builder}`))),
  )
  const marks = found.flat().flatMap(({ evidence }) => evidence.map(({ mark }) => mark))
  expect(marks.includes(id)).toBe(recorded)
})

test('Buildpacks say in labels what they made of what', async () => {
  const { config, manifest } = await documentsOf('by-buildpacks')
  const { created, history, rootfs, config: settings } = readLabels(config)
  const label = (name: string) => JSON.parse(settings.Labels[`io.buildpacks.${name}`] ?? 'null')
  expect(created).toBe('1980-01-01T00:00:01Z')
  expect(settings.Entrypoint).toEqual(['/cnb/process/web'])
  expect(label('build.metadata')).toMatchObject({
    buildpacks: [{ id: 'example/jre' }, { id: 'example/jar' }],
    processes: [{ type: 'web', command: ['java', '-jar', '/workspace/hello-1.0.jar'] }],
  })
  // By their DiffIDs: what a rebase keeps, and what it exchanges below.
  const { runImage, buildpacks, launcher } = label('lifecycle.metadata')
  expect(runImage.topLayer).toBe(rootfs.diff_ids[0])
  expect(rootfs.diff_ids).toContain(buildpacks[0].layers.jre.sha)
  expect(rootfs.diff_ids).toContain(launcher.sha)
  expect(history.at(-1)?.created_by).toBe('Buildpacks Process Types')
  // On an OCI run image this lifecycle adds layers with Docker's type.
  const { layers } = manifest as { layers: { mediaType: string }[] }
  expect(new Set(layers.map(({ mediaType }) => mediaType)).size).toBe(2)
})

const labels = z.object({
  created: z.string(),
  history: z.array(z.object({ created_by: z.string() })),
  rootfs: z.object({ diff_ids: z.array(z.string()) }),
  config: z.object({ Entrypoint: z.array(z.string()), Labels: z.record(z.string(), z.string()) }),
})

const readLabels = (config: unknown) => labels.parse(config)

test('BuildKit’s attestations say what was built from what, and what is in it', async () => {
  const { index } = await documentsOf('by-buildkit')
  const about = readIndex({ value: index ?? {} }).manifests.find(({ descriptor }) =>
    isAttestation(descriptor),
  )
  const json = async (digest = '') => {
    const bytes = await readBlob('by-buildkit', digest)
    return JSON.parse(new TextDecoder().decode(bytes ?? undefined))
  }
  const { layers } = await json(about?.descriptor.digest)
  const [sbom, provenance] = await Promise.all(
    layers.map(({ digest }: { digest: string }) => json(digest)),
  )
  expect(provenance.predicateType).toMatch(/^https:\/\/slsa\.dev\/provenance\//)
  expect(sbom.predicateType).toBe('https://spdx.dev/Document')
  for (const { subject } of [sbom, provenance]) expect(subject).toHaveLength(1)
  const files = sbom.predicate.files.map(({ fileName }: { fileName: string }) => fileName)
  expect(files).toContain('bin/hello')
})
