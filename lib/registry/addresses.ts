import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { ProblemError } from '../oci/problem.ts'

/**
 * Whether an address belongs to the open internet.
 *
 * Private, loopback, link-local, carrier-grade NAT, multicast and documentation ranges do not;
 * neither does what smuggles such an address inside another one: mapped, 6to4, NAT64, Teredo.
 *
 * @see RFC 6890; RFC 3056; RFC 6052; RFC 8215
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  // 2000::/3 is all that is given out; everything else in IPv6 has no business here.
  return address.kind() === 'ipv4' || ((address as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1
}

/** The address a URL names directly, without brackets; null for a name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(host) ? host : null
}

/**
 * A look-up for sockets that fails on any address not of the open internet.
 *
 * It is the socket's own look-up, so a name cannot answer one thing to the check and another to the connection.
 *
 * @throws ProblemError `address-refused`, through the callback
 */
export function publicLookup(
  lookup: LookupFunction = systemLookup as LookupFunction,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error) return callback(error, found, family)
      const addresses = typeof found === 'string' ? [{ address: found }] : found
      const refused = addresses.find(({ address }) => !isPublicAddress(address))
      if (!refused) return callback(null, found, family)
      const problem = { kind: 'address-refused', host: hostname, address: refused.address } as const
      callback(new ProblemError(problem), found, family)
    })
  }
}
