import type { RecognisedDocument } from '@/lib/oci/recognise'
import type { FactName, FactRow, PartRow, PlatformRow, Summary } from './reader'

/**
 * What a reader looks for first in each kind of document.
 *
 * Takes whatever stands there: a field of another shape than the spec's is left out here and
 * still stands in the bytes.
 */
export function summarise({
  kind,
  value: any,
}: Pick<RecognisedDocument, 'kind' | 'value'>): Summary | null {
  const value = record(any)
  if (kind === 'index') return { kind, rows: list(value.manifests).map(platformRow) }
  if (kind === 'manifest') return { kind, rows: partRows(value) }
  if (kind === 'config') return { kind, rows: factRows(value) }
  return null
}

/** `linux/arm/v7`, with the OS version where one is given; null where nothing is. */
export function platformText(value: unknown): string | null {
  const platform = record(value)
  const os = text(platform.os)
  const architecture = text(platform.architecture)
  if (!os && !architecture) return null
  const variant = text(platform.variant)
  const version = text(platform['os.version'])
  const path = [os || '?', architecture || '?', ...(variant ? [variant] : [])].join('/')
  return version ? `${path} (${version})` : path
}

function platformRow(entry: unknown, i: number): PlatformRow {
  const descriptor = record(entry)
  const annotations = record(descriptor.annotations)
  const attestation = annotations['vnd.docker.reference.type'] === 'attestation-manifest'
  const platform = platformText(descriptor.platform)
  return {
    ...descriptorRow(descriptor, `/manifests/${i}`),
    platform,
    ...((attestation || platform === 'unknown/unknown') && {
      attests: text(annotations['vnd.docker.reference.digest']) || null,
    }),
  }
}

function partRows(value: Record<string, unknown>): PartRow[] {
  const rows: PartRow[] = []
  if (value.config) {
    rows.push({ ...descriptorRow(record(value.config), '/config'), role: 'config' })
  }
  list(value.layers).forEach((layer, i) => {
    rows.push({ ...descriptorRow(record(layer), `/layers/${i}`), role: 'layer' })
  })
  if (value.subject) {
    rows.push({ ...descriptorRow(record(value.subject), '/subject'), role: 'subject' })
  }
  return rows
}

function descriptorRow(descriptor: Record<string, unknown>, at: string) {
  return {
    at,
    digest: text(descriptor.digest),
    mediaType: text(descriptor.mediaType),
    size: typeof descriptor.size === 'number' ? descriptor.size : 0,
  }
}

function factRows(value: Record<string, unknown>): FactRow[] {
  const run = record(value.config)
  const rows: FactRow[] = []
  const add = (fact: FactName, at: string, values: string[]) => {
    const told = values.filter(Boolean)
    if (told.length > 0) rows.push({ fact, at, values: told })
  }
  add('platform', '/architecture', [platformText(value) ?? ''])
  add('entrypoint', '/config/Entrypoint', words(run.Entrypoint))
  add('cmd', '/config/Cmd', words(run.Cmd))
  add('user', '/config/User', [text(run.User)])
  add('workingDir', '/config/WorkingDir', [text(run.WorkingDir)])
  add('env', '/config/Env', list(run.Env).map(text))
  add('ports', '/config/ExposedPorts', Object.keys(record(run.ExposedPorts)))
  add('diffIds', '/rootfs/diff_ids', list(record(value.rootfs).diff_ids).map(text))
  add('created', '/created', [text(value.created)])
  return rows
}

/** A command line as JSON, so that where one argument ends is seen. */
function words(value: unknown): string[] {
  return Array.isArray(value) && value.length > 0 ? [JSON.stringify(value)] : []
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
