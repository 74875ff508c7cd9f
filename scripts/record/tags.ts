/**
 * Puts one recorded image under many tags of a real registry, as a project does over the years, and records them.
 *
 *   node --conditions=react-server scripts/record/tags.ts           writes content/recordings/hello-tags
 *   node --conditions=react-server scripts/record/tags.ts --check   makes them again and compares, writes nothing
 *
 * The registry is Debian's, which has no referrers API: so what refers to the image is kept under a tag as well.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Registry, startRegistry } from '../../e2e/harness/docker-registry.ts'
import { pushArtifact, pushManifest } from '../../e2e/harness/images.ts'
import { run } from '../../e2e/harness/tool.ts'
import type { Descriptor } from '../../lib/oci/descriptor.ts'
import type { Digest } from '../../lib/oci/digest.ts'
import { OCI_INDEX, OCI_MANIFEST } from '../../lib/oci/media-type.ts'
import { parseReference } from '../../lib/oci/reference.ts'
import { referrersTag } from '../../lib/oci/referrers.ts'
import { decodeTags } from '../../lib/oci/tags-list.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { compareImage } from './image/compare.ts'
import { askLocally } from './image/local.ts'
import { writeRecording } from './image/write.ts'

const tools: Tool[] = [
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
]
const NAMES = [
  ...['0.9', '1.0', '1.1', '1.2', '1.9', '1.10', '1.11', '1', '2.0-rc.1'],
  ...['Edge', 'nightly', 'latest'],
]
const check = process.argv.includes('--check')
const root = join(import.meta.dirname, '../..')
const recordings = join(root, 'content/recordings')
const TAG = 'org.opencontainers.image.ref.name'

await needTools(tools)
const work = await mkdtemp(join(tmpdir(), 'record-tags-'))
try {
  const registry = await startRegistry('open', join(work, 'registry'), {
    registry: check ? 0 : 5000,
  })
  try {
    await pushAll(registry)
    console.log(`hello-tags: ${(await record(registry)).length} tags`)
  } finally {
    await registry.stop()
  }
} finally {
  await rm(work, { recursive: true, force: true })
}

async function pushAll(registry: Registry): Promise<void> {
  const at = `${registry.origin}/v2/hello-tags/manifests`
  const from = `oci:${join(recordings, 'hello')}:1.0`
  const to = `docker://${registry.host}/hello-tags:latest`
  await run('skopeo', [
    ...['--insecure-policy', 'copy', '--quiet', '--all', '--preserve-digests'],
    ...['--dest-tls-verify=false', from, to],
  ])
  const answer = await fetch(`${at}/latest`, { headers: { accept: OCI_INDEX } })
  const index = await answer.text()
  for (const tag of NAMES) await pushManifest(registry, 'hello-tags', tag, OCI_INDEX, index)
  await attach(registry, {
    mediaType: OCI_INDEX,
    digest: answer.headers.get('docker-content-digest') as Digest,
    size: Buffer.byteLength(index),
  })
}

/**
 * Attaches the recipe of the image to it, as a client does where there is no API for it: an index under the tag
 * that the subject's digest gives.
 *
 * @see distribution-spec v1.1.1, spec.md#pushing-manifests-with-subject
 */
async function attach(registry: Registry, subject: Descriptor): Promise<void> {
  const recipe = await readFile(join(root, 'scripts/record/hello/Containerfile'), 'utf8')
  const artifactType = 'text/plain'
  const files = [{ mediaType: 'text/plain', text: recipe }]
  await pushArtifact(registry, 'hello-tags:recipe', files, { subject, artifactType })
  const answer = await fetch(`${registry.origin}/v2/hello-tags/manifests/recipe`, {
    headers: { accept: OCI_MANIFEST },
  })
  const entry = {
    mediaType: OCI_MANIFEST,
    digest: answer.headers.get('docker-content-digest'),
    size: (await answer.arrayBuffer()).byteLength,
    artifactType,
  }
  const list = JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [entry] })
  await pushManifest(registry, 'hello-tags', referrersTag(subject.digest), OCI_INDEX, list)
}

/** @returns the tags, as the registry lists them */
async function record(registry: Registry): Promise<string[]> {
  const { host } = registry
  const local = askLocally(registry, work)
  const { mirror, polite } = local
  const reference = parseReference(`${host}/hello-tags:latest`)
  try {
    const recorded = await local.record('hello-tags:latest')
    const tags = decodeTags(
      (await polite.ask((reader) => mirror.tags(reference, '', reader))).bytes,
    )
    const known = new Set(recorded.entries.map(({ annotations }) => annotations?.[TAG]))
    for (const tag of tags.filter((tag) => !known.has(tag))) {
      const { manifest } = await polite.ask((reader) => mirror.manifest(reference, tag, reader))
      const { mediaType, digest, size, bytes } = manifest
      recorded.blobs.set(digest, bytes)
      recorded.entries.push({ mediaType, digest, size, annotations: { [TAG]: tag } })
    }
    const about = { tools: await versionsOf(tools), script: 'scripts/record/tags.ts' }
    const directory = join(recordings, 'hello-tags')
    if (check) await compareImage(recorded, 'hello-tags')
    else await writeRecording(recorded, about, { directory })
    return tags
  } finally {
    await local.close()
  }
}
