import { isRecord, readDescriptors, stringArray } from '../descriptor.ts'
import { type Digest, digestEncoded, isDigest } from '../digest.ts'
import { readImageConfig } from '../image-config.ts'
import { attestationsOf, readIndex } from '../image-index.ts'
import { readManifest } from '../manifest.ts'
import { isIndexType } from '../media-type.ts'
import { formatPlatform } from '../platform.ts'
import { type ArchiveFile, type ArchiveFiles, findFile } from './file.ts'
import type { ArchiveFinding } from './finding.ts'
import { readDocument } from './layer.ts'
import { OPEN_LIMITS, type OpenLimits } from './limits.ts'

/** How images lie in an archive or a folder; docker save since 25 writes the first two at once. */
export type ArchiveForm =
  // manifest.json that names configs and layers by path
  | 'docker-archive'
  // oci-layout, index.json, blobs/: a folder, or a tar of it
  | 'oci-layout'
  // skopeo's `dir:`: manifest.json is an image manifest, blobs stand beside it by hex
  | 'dir'

/** A file of the archive that was found by looking for it, and what for. */
export type Part = { path: string; digest: Digest | null; mediaType: string | null }

export type ArchiveLayer = {
  /** null where the archive lacks it */
  path: string | null
  /** its path was a link to the file */
  linked: boolean
  /** bytes as stored; null where it is missing and nobody says */
  size: number | null
  /** what the manifest says; null where there is no manifest, or none that hashes */
  digest: Digest | null
  /** what the config says */
  diffId: Digest | null
  mediaType: string | null
}

export type ArchiveImage = {
  names: string[]
  /** which file names it */
  via: 'index.json' | 'manifest.json'
  /** `linux/amd64`; null where nothing says it */
  platform: string | null
  /** describes another image instead of running */
  attestation: boolean
  /** the indexes on the way, outermost first; index.json itself is not one of them */
  indexes: Part[]
  manifest: Part | null
  config: Part | null
  layers: ArchiveLayer[]
}

export type Archive = {
  forms: ArchiveForm[]
  /** files that told the forms, in the order they were looked at */
  evidence: string[]
  images: ArchiveImage[]
  findings: ArchiveFinding[]
  /** files that go by a digest */
  blobs: { path: string; digest: Digest; size: number }[]
}

type Reader = {
  files: ArchiveFiles
  limits: OpenLimits
  findings: ArchiveFinding[]
  /** blobs that an image names */
  named: Set<string>
  missing: Digest[]
}

/**
 * Finds the images of an archive: which files say so, what each image is made of, what is odd.
 *
 * Nothing large is read: index.json, manifest.json, and the manifests and configs they name.
 *
 * @throws ProblemError `document-too-large`; what a blob throws
 * @see image-spec v1.1.1, image-layout.md; moby v20.10.0, image/spec/v1.2.md
 */
export async function readArchive(
  files: ArchiveFiles,
  limits: OpenLimits = OPEN_LIMITS,
): Promise<Archive> {
  const reader: Reader = { files, limits, findings: [], named: new Set(), missing: [] }
  const { findings } = reader
  const forms: ArchiveForm[] = []
  const evidence: string[] = []
  const images: ArchiveImage[] = []

  const layout = await readJson(reader, 'oci-layout')
  const index = await readJson(reader, 'index.json')
  if (isRecord(index) && Array.isArray(index.manifests)) {
    forms.push('oci-layout')
    evidence.push(...(layout === undefined ? [] : ['oci-layout']), 'index.json')
    images.push(...(await imagesOfLayout(reader, index)))
    const version = isRecord(layout) ? layout.imageLayoutVersion : undefined
    if (layout === undefined) findings.push({ kind: 'layout-missing' })
    else if (version !== '1.0.0') {
      findings.push({ kind: 'layout-version', version: String(version ?? '–').slice(0, 40) })
    }
  }
  const manifest = await readJson(reader, 'manifest.json')
  if (Array.isArray(manifest)) {
    forms.push('docker-archive')
    evidence.push('manifest.json')
    for (const item of manifest.slice(0, limits.images)) {
      if (isRecord(item)) await addDockerImage(reader, item, images)
    }
    if (files.byPath.has('repositories')) findings.push({ kind: 'repositories' })
    if (forms.length === 2) findings.push({ kind: 'both-forms' })
  } else if (isRecord(manifest) && isRecord(manifest.config)) {
    forms.push('dir')
    evidence.push('manifest.json', ...(files.byPath.has('version') ? ['version'] : []))
    images.push(await imageOfDir(reader, manifest))
  }

  const { missing } = reader
  if (missing[0]) findings.push({ kind: 'blob-missing', digest: missing[0], count: missing.length })
  if (forms.length > 0 && images.length === 0) findings.push({ kind: 'names-nothing' })
  for (const path of files.duplicates) findings.push({ kind: 'duplicate-path', path })
  for (const path of files.unsafe) findings.push({ kind: 'unsafe-path', path })
  const blobs = blobsOf(reader, forms)
  const unnamed = blobs.filter(({ path }) => !reader.named.has(path))
  if (forms.includes('oci-layout') && unnamed.length > 0) {
    const bytes = unnamed.reduce((sum, { size }) => sum + size, 0)
    findings.push({ kind: 'unnamed-blobs', count: unnamed.length, bytes })
  }
  return { forms, evidence, images: images.slice(0, limits.images), findings, blobs }
}

async function imagesOfLayout(
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

async function imageOfDir(reader: Reader, value: Record<string, unknown>): Promise<ArchiveImage> {
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

async function addDockerImage(
  reader: Reader,
  item: Record<string, unknown>,
  images: ArchiveImage[],
): Promise<void> {
  const { findings } = reader
  const names = stringArray(item.RepoTags) ?? []
  const configPath = typeof item.Config === 'string' ? item.Config : ''
  const layerPaths = stringArray(item.Layers) ?? []
  const twin = images.find((image) => image.config !== null && image.config.path === configPath)
  if (twin) {
    // docker save since 25: the same image, named a second time.
    twin.names = [...new Set([...names, ...twin.names])]
    return
  }
  const said = factsOf(await readNamed(reader, configPath))
  if (layerPaths.length !== said.diffIds.length && said !== NOTHING) {
    findings.push({
      ...{ kind: 'diff-count', layers: layerPaths.length, diffIds: said.diffIds.length },
    })
  }
  const linked: string[] = []
  const layers = layerPaths.map((path, i): ArchiveLayer => {
    const found = findFile(reader.files, path)
    if (found?.linked) linked.push(path)
    if (!found) findings.push({ kind: 'file-missing', path, by: 'manifest.json' })
    else reader.named.add(found.file.path)
    return {
      ...{ path: found?.file.path ?? null, linked: found?.linked ?? false },
      ...{ size: found?.file.size ?? null, digest: null, diffId: said.diffIds[i] ?? null },
      mediaType: null,
    }
  })
  if (linked.length > 0) {
    findings.push({ kind: 'layer-links', count: linked.length, path: linked[0] ?? '' })
  }
  if (names.length === 0) findings.push({ kind: 'no-name', path: configPath })
  const config = findFile(reader.files, configPath)
  images.push({
    ...{ names, via: 'manifest.json', platform: said.platform, attestation: false },
    ...{ indexes: [], manifest: null, layers },
    config: config && {
      ...{ path: config.file.path, digest: digestInName(configPath), mediaType: null },
    },
  })
}

/** The digest that a file's name claims: 64 hex digits, with or without `.json`. */
function digestInName(path: string): Digest | null {
  const [, hex] = /(?:^|[/:])([0-9a-f]{64})(?:\.json|\.tar)?$/.exec(path) ?? []
  return hex ? `sha256:${hex}` : null
}

type ConfigFacts = { platform: string | null; diffIds: Digest[] }
const NOTHING: ConfigFacts = { platform: null, diffIds: [] }

function factsOf(value: unknown): ConfigFacts {
  if (!isRecord(value)) return NOTHING
  const rootfs = isRecord(value.rootfs) ? value.rootfs : {}
  const { platform } = readImageConfig({ value })
  return {
    platform: platform.os && platform.architecture ? formatPlatform(platform) : null,
    diffIds: (stringArray(rootfs.diff_ids) ?? []).filter(isDigest),
  }
}

/** A document that another one names by digest; undefined when it is missing or no JSON. */
async function readBlobJson(
  reader: Reader,
  path: string,
  digest: Digest,
  size: number,
): Promise<unknown> {
  const file = lookUp(reader, path, digest, size)
  return file ? parse(reader, file) : undefined
}

function lookUp(reader: Reader, path: string, digest: Digest, size: number): ArchiveFile | null {
  const file = findFile(reader.files, path)?.file ?? null
  reader.named.add(path)
  if (!file) reader.missing.push(digest)
  else if (file.size !== size) {
    reader.findings.push({ kind: 'size-mismatch', digest, want: size, got: file.size })
  }
  return file
}

async function readNamed(reader: Reader, path: string): Promise<unknown> {
  const found = findFile(reader.files, path)
  if (!found) {
    reader.findings.push({ kind: 'file-missing', path, by: 'manifest.json' })
    return undefined
  }
  reader.named.add(found.file.path)
  return parse(reader, found.file)
}

async function readJson(reader: Reader, path: string): Promise<unknown> {
  const found = findFile(reader.files, path)
  return found ? parse(reader, found.file) : undefined
}

async function parse(reader: Reader, file: ArchiveFile): Promise<unknown> {
  if (!file.blob) return undefined
  const bytes = await readDocument(file.blob, reader.limits.document)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    reader.findings.push({ kind: 'not-json', path: file.path })
    return undefined
  }
}

/** Where a layout keeps a blob. @see image-spec v1.1.1, image-layout.md#blobs */
export function blobPathOf(digest: Digest): string {
  const [algorithm, encoded] = digest.split(':')
  return `blobs/${algorithm}/${encoded}`
}

function blobsOf({ files }: Reader, forms: ArchiveForm[]): Archive['blobs'] {
  const blobs: Archive['blobs'] = []
  for (const { path, blob, size } of files.byPath.values()) {
    if (!blob) continue
    const [, algorithm, encoded] = /^blobs\/([^/]+)\/([^/]+)$/.exec(path) ?? []
    const inLayout = algorithm ? `${algorithm}:${encoded}` : null
    const byName = forms.includes('dir') && !path.includes('/') ? digestInName(path) : null
    const digest = inLayout ?? byName
    if (digest !== null && isDigest(digest)) blobs.push({ path, digest, size })
  }
  return blobs
}
