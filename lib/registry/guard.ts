import { type Problem, ProblemError } from '../oci/problem.ts'
import type { Settings } from '../settings.mjs'

/** What everything below `/v2` and `/api` carries: bytes of strangers stand on our origin. */
export const GUARD_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/**
 * Refuses other people's pages, and names that are not ours while private repositories are open.
 *
 * @throws ProblemError `cross-site`, `host-refused`
 * @see Fetch Metadata Request Headers, section 2.3
 */
export function guardRequest(
  headers: Headers,
  { privateRepositories, allowedHosts }: Pick<Settings, 'privateRepositories' | 'allowedHosts'>,
): void {
  const refuse = (problem: Problem) => new ProblemError(problem)
  if (headers.get('sec-fetch-site') === 'cross-site') throw refuse({ kind: 'cross-site' })
  if (privateRepositories.length === 0) return
  // A name that is made to resolve to us must not be able to read what only we may see.
  const host = (headers.get('host') ?? '').toLowerCase()
  const withoutPort = host.replace(/:\d+$/, '')
  if (!allowedHosts.includes(host) && !allowedHosts.includes(withoutPort)) {
    throw refuse({ kind: 'host-refused', host })
  }
}
