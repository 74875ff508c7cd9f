import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Digest } from '@/lib/oci/digest'
import { OCI_EMPTY, OCI_INDEX, OCI_MANIFEST } from '@/lib/oci/media-type'
import { samples } from './samples'

// No recording has an artifact yet, so this one is made here: a layout with what only tests need.
let work = ''
let subject: Digest
let signature: Digest

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'samples-'))
  vi.spyOn(process, 'cwd').mockReturnValue(work)
  const folder = join(work, 'content', 'recordings', 'signed')
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true })

  const put = async (value: object) => {
    const bytes = JSON.stringify(value)
    const hex = createHash('sha256').update(bytes).digest('hex')
    await writeFile(join(folder, 'blobs', 'sha256', hex), bytes)
    return { mediaType: OCI_MANIFEST, digest: `sha256:${hex}` as Digest, size: bytes.length }
  }
  const empty = { mediaType: OCI_EMPTY, digest: `sha256:${'4'.repeat(64)}`, size: 2 }
  const manifest = { schemaVersion: 2, mediaType: OCI_MANIFEST, config: empty, layers: [empty] }
  const image = await put(manifest)
  const referrer = await put({ ...manifest, subject: image, artifactType: 'a/signature' })
  subject = image.digest
  signature = referrer.digest
  const tagged = (name: string) => ({
    ...{ ...image, annotations: { 'org.opencontainers.image.ref.name': name } },
  })
  const manifests = [tagged('2'), tagged('10'), referrer]
  const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests }
  await writeFile(join(folder, 'index.json'), JSON.stringify(index))
  const recording = {
    ...{ kind: 'image', reference: 'localhost:5000/signed:1', tools: {}, omittedBlobs: [] },
    ...{ observedAt: '2026-01-01T00:00:00Z', script: 'scripts/record/none' },
  }
  await writeFile(join(folder, 'recording.json'), JSON.stringify(recording))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(work, { recursive: true, force: true })
})

test('a referrer without a tag is found, and can be fetched', async () => {
  const [found, ...more] = await samples.referrers('signed', subject, null)
  expect(found).toMatchObject({ digest: signature, artifactType: 'a/signature' })
  expect(more).toEqual([])
  expect((await samples.manifest('signed', signature)).digest).toBe(signature)
})

test.each([
  { why: 'of another type', about: () => subject, type: 'a/sbom' },
  { why: 'of the referrer', about: () => signature, type: null },
])('there is none $why', async ({ about, type }) => {
  expect(await samples.referrers('signed', about(), type)).toEqual([])
})

test('its tags are those of index.json, and no referrer is one', async () => {
  expect((await samples.tags('signed')).sort()).toEqual(['10', '2'])
})

test('an unknown sample has no lists', async () => {
  const problem = { problem: { kind: 'sample-unknown', name: 'none' } }
  await expect(samples.tags('none')).rejects.toMatchObject(problem)
  await expect(samples.referrers('none', subject, null)).rejects.toMatchObject(problem)
})
