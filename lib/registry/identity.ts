import { LRUCache } from 'lru-cache'
import picomatch from 'picomatch'
import type { Settings } from '../settings.mjs'

/** As whom we ask: nobody, or an account of the operator. */
export type Identity = {
  /** part of every cache key: what one identity saw, another is never shown */
  id: string
  /** value of an Authorization header; null for nobody */
  basic: string | null
}

export const ANONYMOUS: Identity = { id: 'anonymous', basic: null }

/** Decides as whom a repository may be asked. */
export type Identities = {
  /**
   * The account, where the operator opened the repository or it is known to answer anyone; else nobody.
   */
  of(registry: string, repository: string): Identity
  /** The repository answered nobody in particular: from now on the account may be used for it. */
  markPublic(registry: string, repository: string): void
  hasAccount(registry: string): boolean
  /** whether readers see this repository only because the operator opened it */
  isPrivate(registry: string, repository: string): boolean
}

const HOUR = 60 * 60 * 1000

export function createIdentities({
  credentials,
  privateRepositories,
}: Pick<Settings, 'credentials' | 'privateRepositories'>): Identities {
  const accounts = new Map<string, Identity>()
  // The first credential of a registry counts.
  for (const { registry, username, password } of [...credentials].reverse()) {
    const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    accounts.set(registry, { id: `${username}@${registry}`, basic })
  }
  const opened = picomatch(privateRepositories, { dot: true })
  const known = new LRUCache<string, true>({ max: 10_000, ttl: HOUR })
  const isPrivate = (registry: string, repository: string) =>
    privateRepositories.length > 0 && opened(`${registry}/${repository}`)

  return {
    of(registry, repository) {
      const account = accounts.get(registry)
      if (!account) return ANONYMOUS
      const may = isPrivate(registry, repository) || known.has(`${registry}/${repository}`)
      return may ? account : ANONYMOUS
    },
    markPublic(registry, repository) {
      if (accounts.has(registry)) known.set(`${registry}/${repository}`, true)
    },
    hasAccount: (registry) => accounts.has(registry),
    isPrivate: (registry, repository) => accounts.has(registry) && isPrivate(registry, repository),
  }
}
