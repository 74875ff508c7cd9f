import { isRecord, readDescriptors } from '../descriptor.ts'
import { type Digest, digestEncoded } from '../digest.ts'
import { attestationsOf, readIndex } from '../image-index.ts'
import { readManifest } from '../manifest.ts'
import { isIndexType } from '../media-type.ts'
import { formatPlatform } from '../platform.ts'
import type { ArchiveImage, Part } from './image.ts'
import {
  blobPathOf,
  type ConfigFacts,
  factsOf,
  lookUp,
  NOTHING,
  type Reader,
  readBlobJson,
} from './reader.ts'

/** The images that an index.json leads to. @see image-spec v1.1.1, image-layout.md#indexjson-file */
export async function imagesOfLayout(
  reader: Reader,
  top: Record<string, unknown>,
): Promise<ArchiveImage[]> {
  const images: ArchiveImage[] = []
  const visit = async (
    value: Record<string, unknown>,
    indexes: Part[],
    inherited: string[],
  ): Promise<void> => {
    const attestations = new Set(
      attestationsOf(readIndex({ value })).map(({ entry }) => entry.descriptor.digest),
    )
    for (const { descriptor } of readDescriptors(value.manifests, '/manifests')) {
      if (images.length >= reader.limits.images) return
      const { digest, mediaType, annotations = {}, platform } = descriptor
      const own = [annotations[CONTAINERD_NAME] ?? annotations[REF_NAME]].filter(
        (name) => name !== undefined,
      )
      const names = own.length > 0 ? own : inherited
      const path = blobPathOf(digest)
      const part: Part = { path, digest, mediaType }
      const json = await readBlobJson(reader, path, digest, descriptor.size)
      if (isIndexType(mediaType) && isRecord(json) && indexes.length < DEPTH) {
        await visit(json, [...indexes, part], names)
        continue
      }
      const image = await imageOf(reader, isRecord(json) ? json : null, blobPathOf)
      images.push({
        ...image,
        ...{ names, via: 'index.json', indexes, manifest: json === undefined ? null : part },
        platform: platform ? formatPlatform(platform) : image.platform,
        attestation: attestations.has(digest),
      })
    }
  }
  await visit(top, [], [])
  return images
}

/** Indexes inside indexes that are followed. */
const DEPTH = 8
const REF_NAME = 'org.opencontainers.image.ref.name'
const CONTAINERD_NAME = 'io.containerd.image.name'

export async function imageOfDir(
  reader: Reader,
  value: Record<string, unknown>,
): Promise<ArchiveImage> {
  const image = await imageOf(reader, value, digestEncoded)
  const mediaType = typeof value.mediaType === 'string' ? value.mediaType : null
  const manifest = { path: 'manifest.json', digest: null, mediaType }
  return { ...image, names: [], via: 'manifest.json', indexes: [], manifest, attestation: false }
}

/** What a real manifest names. */
async function imageOf(
  reader: Reader,
  value: Record<string, unknown> | null,
  pathOf: (digest: Digest) => string,
): Promise<Pick<ArchiveImage, 'platform' | 'config' | 'layers'>> {
  if (!value) return { platform: null, config: null, layers: [] }
  const { config, layers } = readManifest({ value })
  let said: ConfigFacts = NOTHING
  let part: Part | null = null
  if (config) {
    const path = pathOf(config.digest)
    const json = await readBlobJson(reader, path, config.digest, config.size)
    said = factsOf(json)
    if (json !== undefined) part = { path, digest: config.digest, mediaType: config.mediaType }
  }
  return {
    platform: said.platform,
    config: part,
    layers: layers.map(({ descriptor }, i) => {
      const { digest, size, mediaType } = descriptor
      const found = lookUp(reader, pathOf(digest), digest, size)
      return {
        ...{ path: found?.path ?? null, linked: false, size: found?.size ?? size },
        ...{ digest, diffId: said.diffIds[i] ?? null, mediaType },
      }
    }),
  }
}
