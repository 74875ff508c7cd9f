import { LRUCache } from 'lru-cache'
import type { Challenge } from '../oci/conversation.ts'
import { ProblemError } from '../oci/problem.ts'

/** A bearer token and until when it is good, milliseconds since 1970. */
export type Token = { value: string; expiresAt: number }

const DEFAULT_LIFE = 60
/** Seconds: gcr.io gives half a day, but nothing is lost by asking again. */
const LONGEST_LIFE = 3600

/**
 * Reads a token server's answer: `token` or `access_token`, good for `expires_in` seconds or 60.
 *
 * @param now milliseconds since 1970, when it arrived
 * @returns null when there is no token that could go into a header
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export function decodeToken(body: Uint8Array, now: number): Token | null {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { token, access_token, expires_in, issued_at } = value as Record<string, unknown>
  const text = token || access_token
  if (typeof text !== 'string' || !/^[\x21-\x7e]{1,16384}$/.test(text)) return null

  const given = typeof expires_in === 'number' && expires_in > 0 ? expires_in : DEFAULT_LIFE
  // A clock that is ahead of ours must not make a token live longer.
  const issued = typeof issued_at === 'string' ? Date.parse(issued_at) : Number.NaN
  const from = Number.isNaN(issued) ? now : Math.min(issued, now)
  return { value: text, expiresAt: from + Math.min(given, LONGEST_LIFE) * 1000 }
}

/** A value for Authorization, and the challenge it answers. */
export type Proof = { authorization: string; challenge: Challenge }

/** Proofs in memory, by registry, repository and credential. */
export type TokenStore = {
  get(key: string): Proof | undefined
  /** @param expiresAt milliseconds since 1970 */
  set(key: string, proof: Proof, expiresAt: number): void
  drop(key: string): void
}

/** Milliseconds before its end at which a token is no longer used. */
const MARGIN = 5000

export function createTokenStore(): TokenStore {
  const store = new LRUCache<string, Proof>({ max: 5000 })
  return {
    get: (key) => store.get(key),
    set(key, proof, expiresAt) {
      const ttl = expiresAt - MARGIN - Date.now()
      if (ttl > 0) store.set(key, proof, { ttl })
    },
    drop(key) {
      store.delete(key)
    },
  }
}

/** The scope we ask for; built by us, never taken from a challenge. */
export function tokenScope(template: string, repository: string): string {
  return template.replace('{repository}', repository)
}

/**
 * The URL of a token request.
 *
 * @throws ProblemError `realm-refused` when the realm is no URL
 */
export function tokenUrl(
  registry: string,
  realm: string,
  service: string | undefined,
  scope: string,
): URL {
  if (!URL.canParse(realm)) throw new ProblemError({ kind: 'realm-refused', registry, realm })
  const url = new URL(realm)
  if (service !== undefined) url.searchParams.set('service', service)
  url.searchParams.set('scope', scope)
  return url
}
