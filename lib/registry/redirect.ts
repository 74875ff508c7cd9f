import { ProblemError, type RedirectReason } from '../oci/problem.ts'
import { isPublicAddress, literalAddress } from './addresses.ts'
import { isListedOrigin, matchesHost, type Registry } from './registries.ts'

/**
 * Where an answer's Location leads, if this registry may send us there.
 *
 * https on the default port and a host on the registry's own list; only what an operator listed may be otherwise.
 *
 * @throws ProblemError `redirect-refused`, or `address-refused` for a literal private address
 * @see RFC 9110, section 15.4; distribution-spec v1.1.1, spec.md#pulling-blobs
 */
export function redirectTarget(registry: Registry, from: URL, location: string | null): URL {
  const refuse = (to: string, reason: RedirectReason) =>
    new ProblemError({ kind: 'redirect-refused', from: from.host, to, reason })

  if (!location || !URL.canParse(location, from)) throw refuse(location ?? '', 'malformed')
  const to = new URL(location, from)
  const shown = `${to.protocol}//${to.host}`
  if (to.username || to.password) throw refuse(shown, 'userinfo')
  if (isListedOrigin(registry, to)) return to

  const literal = literalAddress(to)
  if (literal && !isPublicAddress(literal)) {
    throw new ProblemError({ kind: 'address-refused', host: to.host, address: literal })
  }
  if (to.protocol !== 'https:') throw refuse(shown, 'not-https')
  if (to.port !== '') throw refuse(shown, 'port')
  const listed =
    to.origin === registry.api || registry.blobs.some((rule) => matchesHost(rule, to.hostname))
  if (!listed) throw refuse(shown, 'host-not-listed')
  return to
}
