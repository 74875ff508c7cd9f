import { isRecord } from '../descriptor.ts'
import { isDigest } from '../digest.ts'
import { addDockerImage } from './docker-images.ts'
import type { ArchiveFiles } from './file.ts'
import type { Archive, ArchiveForm, ArchiveImage } from './image.ts'
import { imageOfDir, imagesOfLayout } from './layout-images.ts'
import { OPEN_LIMITS, type OpenLimits } from './limits.ts'
import { digestInName, type Reader, readJson } from './reader.ts'

export type { Archive, ArchiveForm, ArchiveImage, ArchiveLayer, Part } from './image.ts'

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
