import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ProblemError } from '../oci/problem.ts'
import type { Settings } from '../settings.mjs'
import type { Limits } from './limits.ts'

/** Counts what readers cost: upstream conversations and upstream bytes, nothing that is cached. */
export type Visitors = {
  /**
   * One upstream conversation for a visitor.
   *
   * @throws ProblemError `visitor-limited`
   */
  admit(visitor: string): Promise<void>
  /**
   * Bytes from upstream, for everyone together.
   *
   * @throws ProblemError `visitor-limited` when the hour's allowance is used up
   */
  spend(bytes: number): Promise<void>
}

export function createVisitors(
  limits: Limits,
  { mirrorBytesPerHour }: Pick<Settings, 'mirrorBytesPerHour'>,
): Visitors {
  const each = new RateLimiterMemory({ points: limits.visitorPerMinute, duration: 60 })
  const all = new RateLimiterMemory({ points: limits.everyonePerMinute, duration: 60 })
  const bytes = new RateLimiterMemory({ points: mirrorBytesPerHour, duration: 3600 })
  return {
    async admit(visitor) {
      await charge(each, visitor, 1)
      await charge(all, 'everyone', 1)
    },
    async spend(count) {
      await charge(bytes, 'everyone', count)
    },
  }
}

async function charge(limiter: RateLimiterMemory, key: string, points: number): Promise<void> {
  try {
    await limiter.consume(key, points)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw new ProblemError({ kind: 'visitor-limited', retryAfter })
  }
}

/**
 * Whom to count: the peer of the socket, or behind trusted proxies the rightmost hop that is not one of them.
 *
 * An IPv6 visitor is a /64, since a machine has as many addresses in it as it likes.
 *
 * @param peer address of the socket
 * @param forwardedFor the X-Forwarded-For header, believed only as far as the proxies are trusted
 */
export function visitorOf(
  peer: string | null,
  forwardedFor: string | null,
  trustedProxies: readonly string[],
): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  let visitor = peer ?? ''
  while (isTrusted(visitor, trustedProxies)) {
    const hop = hops.pop()
    if (!hop || !ipaddr.isValid(hop)) break
    visitor = hop
  }
  if (!ipaddr.isValid(visitor)) return 'unknown'
  const address = ipaddr.process(visitor)
  if (address.kind() === 'ipv4') return address.toString()
  const network = (address as ipaddr.IPv6).parts.slice(0, 4)
  return `${network.map((part) => part.toString(16)).join(':')}::/64`
}

function isTrusted(text: string, trustedProxies: readonly string[]): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  return trustedProxies.some((entry) => {
    const [range, bits] = entry.includes('/')
      ? ipaddr.parseCIDR(entry)
      : ([ipaddr.process(entry), undefined] as const)
    if (range.kind() !== address.kind()) return false
    return address.match(range, bits ?? (range.kind() === 'ipv4' ? 32 : 128))
  })
}
