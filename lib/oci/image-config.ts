import { isRecord, stringArray, stringMap } from './descriptor.ts'
import type { Digest } from './digest.ts'
import { isDigest } from './digest.ts'
import type { DecodedDocument } from './document.ts'
import type { Platform } from './platform.ts'

/** An image config, as far as it can be read. image-spec v1.1.1, config.md */
export type ImageConfig = {
  platform: Platform
  /** RFC 3339, as written */
  created: string | null
  author: string | null
  /** what a container of this image runs with */
  run: RunConfig
  /** of the unpacked layers, base first */
  diffIds: Digest[]
  history: HistoryEntry[]
}

export type RunConfig = {
  user: string
  /** `NAME=value`, in order */
  env: string[]
  entrypoint: string[]
  cmd: string[]
  workingDir: string
  /** `80/tcp` */
  exposedPorts: string[]
  volumes: string[]
  labels: Record<string, string>
  stopSignal: string | null
}

export type HistoryEntry = {
  created: string | null
  createdBy: string | null
  comment: string | null
  /** the place of its layer among `diffIds`; null for a step that made none */
  layer: number | null
}

/** Reads an image config; a missing or misshapen field is empty. */
export function readImageConfig({ value }: Pick<DecodedDocument, 'value'>): ImageConfig {
  const run = isRecord(value.config) ? value.config : {}
  const rootfs = isRecord(value.rootfs) ? value.rootfs : {}
  const variant = textOf(value.variant)
  const version = textOf(value['os.version'])
  const features = stringArray(value['os.features'])
  return {
    platform: {
      os: textOf(value.os) ?? '',
      architecture: textOf(value.architecture) ?? '',
      ...(version !== null && { 'os.version': version }),
      ...(features && { 'os.features': features }),
      ...(variant !== null && { variant }),
    },
    created: textOf(value.created),
    author: textOf(value.author),
    run: {
      user: textOf(run.User) ?? '',
      env: stringArray(run.Env) ?? [],
      entrypoint: stringArray(run.Entrypoint) ?? [],
      cmd: stringArray(run.Cmd) ?? [],
      workingDir: textOf(run.WorkingDir) ?? '',
      exposedPorts: keysOf(run.ExposedPorts),
      volumes: keysOf(run.Volumes),
      labels: stringMap(run.Labels) ?? {},
      stopSignal: textOf(run.StopSignal),
    },
    diffIds: (stringArray(rootfs.diff_ids) ?? []).filter(isDigest),
    history: readHistory(value.history),
  }
}

/**
 * The image ID as Docker's classic store and CRI show it: the digest of the config's bytes,
 * so the manifest's config descriptor already says it.
 *
 * @see image-spec v1.1.1, config.md#imageid
 */
export function imageId(manifest: { config: { digest: Digest } | null }): Digest | null {
  return manifest.config?.digest ?? null
}

function readHistory(value: unknown): HistoryEntry[] {
  if (!Array.isArray(value)) return []
  let layer = 0
  return value.filter(isRecord).map((entry) => ({
    created: textOf(entry.created),
    createdBy: textOf(entry.created_by),
    comment: textOf(entry.comment),
    layer: entry.empty_layer === true ? null : layer++,
  }))
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function keysOf(value: unknown): string[] {
  return isRecord(value) ? Object.keys(value) : []
}
