import { isRecord, stringArray } from '../descriptor.ts'
import { type Digest, isDigest } from '../digest.ts'
import { readImageConfig } from '../image-config.ts'
import { formatPlatform } from '../platform.ts'
import { type ArchiveFile, type ArchiveFiles, findFile } from './file.ts'
import type { ArchiveFinding } from './finding.ts'
import { readDocument } from './layer.ts'
import type { OpenLimits } from './limits.ts'

/** An archive that is being read, and what was noticed so far. */
export type Reader = {
  files: ArchiveFiles
  limits: OpenLimits
  findings: ArchiveFinding[]
  /** blobs that an image names */
  named: Set<string>
  missing: Digest[]
}

/** The digest that a file's name claims: 64 hex digits, with or without `.json`. */
export function digestInName(path: string): Digest | null {
  const [, hex] = /(?:^|[/:])([0-9a-f]{64})(?:\.json|\.tar)?$/.exec(path) ?? []
  return hex ? `sha256:${hex}` : null
}

export type ConfigFacts = { platform: string | null; diffIds: Digest[] }
export const NOTHING: ConfigFacts = { platform: null, diffIds: [] }

export function factsOf(value: unknown): ConfigFacts {
  if (!isRecord(value)) return NOTHING
  const rootfs = isRecord(value.rootfs) ? value.rootfs : {}
  const { platform } = readImageConfig({ value })
  return {
    platform: platform.os && platform.architecture ? formatPlatform(platform) : null,
    diffIds: (stringArray(rootfs.diff_ids) ?? []).filter(isDigest),
  }
}

/** A document that another one names by digest; undefined when it is missing or no JSON. */
export async function readBlobJson(
  reader: Reader,
  path: string,
  digest: Digest,
  size: number,
): Promise<unknown> {
  const file = lookUp(reader, path, digest, size)
  return file ? parse(reader, file) : undefined
}

export function lookUp(
  reader: Reader,
  path: string,
  digest: Digest,
  size: number,
): ArchiveFile | null {
  const file = findFile(reader.files, path)?.file ?? null
  reader.named.add(path)
  if (!file) reader.missing.push(digest)
  else if (file.size !== size) {
    reader.findings.push({ kind: 'size-mismatch', digest, want: size, got: file.size })
  }
  return file
}

export async function readNamed(reader: Reader, path: string): Promise<unknown> {
  const found = findFile(reader.files, path)
  if (!found) {
    reader.findings.push({ kind: 'file-missing', path, by: 'manifest.json' })
    return undefined
  }
  reader.named.add(found.file.path)
  return parse(reader, found.file)
}

export async function readJson(reader: Reader, path: string): Promise<unknown> {
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
