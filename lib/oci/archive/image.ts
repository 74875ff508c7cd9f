import type { Digest } from '../digest.ts'
import type { ArchiveFinding } from './finding.ts'

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
