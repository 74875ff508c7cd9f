// An image with one large layer of this machine's own files, in a registry of this machine.
import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pushManifest } from '../../e2e/harness/images.ts'
import { run } from '../../e2e/harness/tool.ts'

export type LargeLayer = { file: string; digest: string; diffId: string; size: number }

const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const CONFIG = 'application/vnd.oci.image.config.v1+json'
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/** @param tree below `/`, as `usr/share` */
export async function packLayer(tree: string, directory: string): Promise<LargeLayer> {
  const tar = path.join(directory, 'layer.tar')
  const timeout = 600_000
  await run('tar', ['--one-file-system', '--sort=name', '-C', '/', '-cf', tar, tree], { timeout })
  const diffId = await digestOf(tar)
  await run('gzip', ['-6', '-n', tar], { timeout })
  const file = `${tar}.gz`
  return { file, digest: await digestOf(file), diffId, size: statSync(file).size }
}

/** Pushes it by the registry's own API, as repository:1. */
export async function pushLayer(
  registry: { origin: string },
  repository: string,
  { file, digest, diffId, size }: LargeLayer,
): Promise<void> {
  const put = async (digest: string, length: number, body: BodyInit) => {
    const begun = await fetch(`${registry.origin}/v2/${repository}/blobs/uploads/`, {
      method: 'POST',
    })
    const place = new URL(begun.headers.get('location') ?? '', registry.origin)
    place.searchParams.set('digest', digest)
    const headers = { 'content-type': 'application/octet-stream', 'content-length': `${length}` }
    const init = { method: 'PUT', headers, body, duplex: 'half' } as RequestInit
    const answer = await fetch(place, init)
    if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`)
  }
  await put(digest, size, Readable.toWeb(createReadStream(file)) as unknown as BodyInit)
  const config = JSON.stringify({
    ...{ architecture: 'amd64', os: 'linux', config: {} },
    rootfs: { type: 'layers', diff_ids: [diffId] },
  })
  const configDigest = `sha256:${createHash('sha256').update(config).digest('hex')}`
  await put(configDigest, config.length, config)
  const manifest = {
    ...{ schemaVersion: 2, mediaType: MANIFEST },
    config: { mediaType: CONFIG, digest: configDigest, size: config.length },
    layers: [{ mediaType: LAYER, digest, size }],
  }
  await pushManifest(registry, repository, '1', MANIFEST, JSON.stringify(manifest))
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return `sha256:${hash.digest('hex')}`
}
