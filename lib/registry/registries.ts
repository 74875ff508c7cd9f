import { ProblemError } from '../oci/problem.ts'
import type { Settings } from '../settings.mjs'
import { ARTIFACT_REGISTRY_QUIRKS, ROW_QUIRKS } from './row-quirks.ts'
import { GOOGLE_STORAGE, type HostRule, type Registry, ROWS, type Row } from './rows.ts'

export type { Registry } from './rows.ts'

// Artifact Registry: one host a region, each its own token server.
const ARTIFACT_REGISTRY = /^(?:[a-z]+(?:-[a-z]+\d+)?)-docker\.pkg\.dev$/

/** Finds rows by the name a reference carries. */
export type Registries = {
  /** @throws ProblemError `registry-not-listed` */
  find(name: string): Registry
  all: readonly Registry[]
}

/** The built-in rows and those of EXTRA_REGISTRIES; an extra replaces a built-in row of the same name. */
export function createRegistries({
  extraRegistries,
}: Pick<Settings, 'extraRegistries'>): Registries {
  const rows = new Map<string, Registry>()
  for (const row of ROWS)
    rows.set(row.name, complete({ quirks: ROW_QUIRKS[row.name] ?? [], ...row }))
  for (const { origin, realms, blobs } of extraRegistries) {
    const name = new URL(origin).host
    rows.set(name, complete({ name, api: origin, realms, blobOrigins: blobs, extra: true }))
  }
  return {
    all: [...rows.values()],
    find(name) {
      const row = rows.get(name)
      if (row) return row
      if (ARTIFACT_REGISTRY.test(name)) {
        const realms = [`https://${name}/v2/token`]
        const quirks = ARTIFACT_REGISTRY_QUIRKS
        return complete({ name, realms, blobs: [GOOGLE_STORAGE], quirks })
      }
      throw new ProblemError({ kind: 'registry-not-listed', registry: name })
    },
  }
}

function complete(row: Row): Registry {
  return {
    api: `https://${row.name}`,
    realms: [],
    blobs: [],
    blobOrigins: [],
    scope: 'repository:{repository}:pull',
    extra: false,
    quirks: [],
    ...row,
  }
}

/**
 * Whether this registry's challenge may name this token endpoint.
 *
 * A listed realm is a pair with its registry. Beside that an operator's own registry may be its own token server.
 */
export function isRealmOf(registry: Registry, realm: string): boolean {
  if (!URL.canParse(realm)) return false
  const url = new URL(realm)
  if (url.username || url.password || url.hash) return false
  if (registry.realms.includes(`${url.origin}${url.pathname}`)) return true
  return registry.extra && url.origin === registry.api
}

/** Whether an operator listed this very origin, so that it may be http or private. */
export function isListedOrigin(registry: Registry, url: URL): boolean {
  if (!registry.extra) return false
  return (
    url.origin === registry.api ||
    registry.blobOrigins.includes(url.origin) ||
    registry.realms.some((realm) => new URL(realm).origin === url.origin)
  )
}

export function matchesHost(rule: HostRule, host: string): boolean {
  if ('host' in rule) return host === rule.host
  const { prefix = '', suffix } = rule
  return (
    host.length > prefix.length + suffix.length && host.startsWith(prefix) && host.endsWith(suffix)
  )
}
