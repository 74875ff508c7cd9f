import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Registry } from './docker-registry.ts'
import { run } from './tool.ts'

const recording = join(import.meta.dirname, '../../content/recordings/hello')

/** What every registry of the tests holds, as `repository:tag`. */
export const images = {
  /** buildah's OCI index, as recorded: five platforms */
  hello: 'hello:1.0',
  /** the same as a Docker manifest list of schema 2 manifests */
  docker: 'hello-docker:1.0',
  /** changed by umoci: one manifest, with no `mediaType` of its own */
  umoci: 'umoci:1.0',
  /** built by buildah: one manifest */
  buildah: 'buildah:1.0',
  /** a repository with a word of the protocol in its name */
  deep: 'lab/manifests/hello:1.0',
  /** asked for by one test only, so that nothing of it is cached before */
  spoken: 'lab/spoken:1.0',
} as const

/** Flags that let skopeo in: `src` and `dest` when it copies, no side when it inspects. */
export function skopeoFlags(registry: Access, side?: 'src' | 'dest'): string[] {
  const at = side ? `--${side}-` : '--'
  const creds = registry.account
    ? [`${at}creds`, `${registry.account.name}:${registry.account.password}`]
    : []
  const tls = registry.caDirectory
    ? [`${at}cert-dir`, registry.caDirectory]
    : [`${at}tls-verify=false`]
  return [...creds, ...tls]
}

export type Access = { host: string; account: Registry['account']; caDirectory: string | null }

/**
 * Builds the images with their tools, in `work`, and pushes them with skopeo.
 *
 * @returns what still has to be done for each registry
 */
export async function makeImages(work: string): Promise<(registry: Access) => Promise<void>> {
  const sources: Record<keyof typeof images, string[]> = {
    hello: ['--all', `oci:${recording}:1.0`],
    docker: ['--all', '--format', 'v2s2', `oci:${recording}:1.0`],
    umoci: [await changeWithUmoci(join(work, 'umoci'))],
    buildah: [await buildWithBuildah(join(work, 'buildah'))],
    deep: ['--all', `oci:${recording}:1.0`],
    spoken: ['--all', `oci:${recording}:1.0`],
  }
  return async (registry) => {
    const flags = skopeoFlags(registry, 'dest')
    for (const [key, source] of Object.entries(sources)) {
      const name = images[key as keyof typeof images]
      const copy = ['--insecure-policy', 'copy', '--quiet', ...flags, ...source]
      await run('skopeo', [...copy, `docker://${registry.host}/${name}`])
    }
  }
}

export async function changeWithUmoci(directory: string): Promise<string> {
  const layout = join(directory, 'layout')
  const note = join(directory, 'note')
  await mkdir(directory, { recursive: true })
  await writeFile(note, 'put here by umoci\n')
  const image = ['--image', `${layout}:1.0`]
  await run('umoci', ['init', '--layout', layout])
  await run('umoci', ['new', ...image])
  await run('umoci', ['insert', '--rootless', ...image, note, '/note'])
  await run('umoci', ['config', ...image, '--config.user', 'reader', '--config.cmd', '/note'])
  return `oci:${layout}:1.0`
}

export async function buildWithBuildah(directory: string): Promise<string> {
  const context = join(directory, 'context')
  await mkdir(context, { recursive: true })
  await writeFile(join(context, 'note'), 'put here by buildah\n')
  await writeFile(join(context, 'Containerfile'), 'FROM scratch\nCOPY note /note\nCMD ["/note"]\n')
  const storage = ['--root', join(directory, 'storage'), '--runroot', join(directory, 'run')]
  const vfs = ['--storage-driver', 'vfs']
  const buildah = (...args: string[]) => run('buildah', [...storage, ...vfs, ...args])
  await buildah('bud', '--quiet', '--tag', 'localhost/note', context)
  const layout = join(directory, 'layout')
  await buildah('push', '--quiet', 'localhost/note', `oci:${layout}:1.0`)
  return `oci:${layout}:1.0`
}

export type File = { mediaType: string; text: string | Uint8Array<ArrayBuffer> }

/**
 * Puts files into an open registry as the layers of an artifact, by its own API.
 *
 * @param more fields of its manifest
 * @returns their digests, in order
 * @see distribution-spec v1.1.1, spec.md#pushing-a-blob-monolithically
 */
export async function pushArtifact(
  registry: { origin: string },
  name: string,
  files: File[],
  more: { subject?: object; artifactType?: string } = {},
): Promise<string[]> {
  const [repository = '', tag = ''] = name.split(':')
  const at = `${registry.origin}/v2/${repository}`
  const put = async ({ mediaType, text }: File) => {
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
    const begun = await send(`${at}/blobs/uploads/`, { method: 'POST' })
    const place = new URL(begun.headers.get('location') ?? '', registry.origin)
    place.searchParams.set('digest', digest)
    await send(place.href, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: text,
    })
    return { mediaType, digest, size: Buffer.byteLength(text) }
  }
  // What has a type of its own needs no config: image-spec v1.1.1, manifest.md#guidance-for-an-empty-descriptor
  const configType = more.artifactType
    ? 'application/vnd.oci.empty.v1+json'
    : 'application/vnd.oci.image.config.v1+json'
  const config = await put({ mediaType: configType, text: '{}' })
  const layers = []
  for (const file of files) layers.push(await put(file))
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType, config, layers, ...more })
  await pushManifest(registry, repository, tag, mediaType, manifest)
  return layers.map(({ digest }) => digest)
}

/** Puts a manifest under a tag of an open registry; what it names must be there. */
export async function pushManifest(
  registry: { origin: string },
  repository: string,
  tag: string,
  mediaType: string,
  text: string,
): Promise<void> {
  await send(`${registry.origin}/v2/${repository}/manifests/${tag}`, {
    method: 'PUT',
    headers: { 'content-type': mediaType },
    body: text,
  })
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${init.method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer
}
