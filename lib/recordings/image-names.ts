import { chainIds } from '../oci/chain-id.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import { readTop } from './layout.ts'
import { readBlob } from './recording.ts'

/** One name of an image, computed from its blobs. */
export type ImageName = {
  /** without `sha256:` */
  hex: string
  is: 'index' | 'manifest' | 'config' | 'layer' | 'diffId' | 'chainId'
  /** `linux/arm/v7`; null for the index */
  platform: string | null
  /** counted from 1, bottom first; null for a document */
  layer: number | null
}

/**
 * Every name of a recorded image: its index, and of each platform its documents and layers.
 *
 * A layer that platforms share stands here once for each.
 *
 * @param only one platform, as `linux/amd64`; all if it is not given
 */
export async function namesOf(recording: string, only?: string): Promise<ImageName[]> {
  const top = await readTop(recording)
  const index: { manifests: Descriptor[] } = await json(recording, top.digest)
  const names = [name('index', top.digest, null, null)]
  for (const entry of index.manifests) {
    const { os, architecture, variant } = entry.platform ?? { os: '', architecture: '' }
    const platform = [os, architecture, variant].filter(Boolean).join('/')
    if (only !== undefined && platform !== only) continue
    const manifest: { config: Descriptor; layers: Descriptor[] } = await json(
      recording,
      entry.digest,
    )
    const config: { rootfs: { diff_ids: string[] } } = await json(recording, manifest.config.digest)
    const diffIds = config.rootfs.diff_ids
    names.push(
      name('manifest', entry.digest, platform, null),
      name('config', manifest.config.digest, platform, null),
      ...manifest.layers.map(({ digest }, i) => name('layer', digest, platform, i + 1)),
      ...diffIds.map((digest, i) => name('diffId', digest, platform, i + 1)),
      ...(await chainIds(diffIds)).map((digest, i) => name('chainId', digest, platform, i + 1)),
    )
  }
  return names
}

/**
 * Hashes that stand in the documents of a recorded image and are no name of it: what its builder wrote
 * into the history, and what its annotations say of its base.
 */
export async function mentionedIn(recording: string): Promise<string[]> {
  const names = await namesOf(recording)
  const known = new Set(names.map(({ hex }) => hex))
  const found = new Set<string>()
  for (const { is, hex } of names) {
    if (is !== 'manifest' && is !== 'config') continue
    const text = JSON.stringify(await json(recording, `sha256:${hex}`))
    // short ones too: Buildah notes in each step on which image it stood
    for (const [other] of text.matchAll(/\b[0-9a-f]{12,64}\b/g)) {
      if (!known.has(other)) found.add(other)
    }
  }
  return [...found]
}

function name(
  is: ImageName['is'],
  digest: string,
  platform: string | null,
  layer: number | null,
): ImageName {
  return { hex: digest.slice(digest.indexOf(':') + 1), is, platform, layer }
}

async function json<T>(recording: string, digest: string): Promise<T> {
  const bytes = await readBlob(recording, digest)
  if (bytes === null) throw new Error(`recording ${recording}: ${digest} is missing`)
  return JSON.parse(new TextDecoder().decode(bytes))
}
