import type { HeaderLine } from './conversation.ts'

/** What a registry says about how much may still be asked; null where it does not say. */
export type RateLimit = {
  /** requests in a window */
  limit: number | null
  remaining: number | null
  /** length of the window, seconds */
  window: number | null
  /** until it begins anew, seconds */
  reset: number | null
}

/**
 * Reads the rate limit of an answer; null where no header speaks of one.
 *
 * Docker Hub's `100;w=21600`, the three headers of the drafts up to 7, the two structured ones since draft 8,
 * and `X-RateLimit-…` with a point in time. Where several are given, the standard's own words count.
 *
 * @param now milliseconds since 1970, against which a point in time is read
 * @see https://docs.docker.com/docker-hub/usage/pulls/
 * @see draft-ietf-httpapi-ratelimit-headers
 */
export function readRateLimit(headers: readonly HeaderLine[], now: number): RateLimit | null {
  const of = (name: string) =>
    headers.find(([key]) => key.toLowerCase() === name)?.[1].trim() ?? null
  const structured = readItem(of('ratelimit'))
  const policy = readItem(of('ratelimit-policy'))
  const limit = readItem(of('ratelimit-limit') ?? of('x-ratelimit-limit'))
  const remaining = readItem(of('ratelimit-remaining') ?? of('x-ratelimit-remaining'))
  const read: RateLimit = {
    limit: policy?.parameters.q ?? limit?.value ?? null,
    remaining: structured?.parameters.r ?? remaining?.value ?? null,
    window: policy?.parameters.w ?? limit?.parameters.w ?? remaining?.parameters.w ?? null,
    reset:
      structured?.parameters.t ??
      count(of('ratelimit-reset')) ??
      secondsUntil(count(of('x-ratelimit-reset')), now),
  }
  return Object.values(read).every((value) => value === null) ? null : read
}

type Item = { value: number | null; parameters: Partial<Record<'q' | 'r' | 't' | 'w', number>> }

/** `100;w=21600`, `"default";q=100;w=60`; of a list the first, which is the one in force. */
function readItem(text: string | null): Item | null {
  const [first = ''] = text?.split(',') ?? []
  if (!first.trim()) return null
  const [value = '', ...rest] = first.split(';').map((part) => part.trim())
  const parameters: Item['parameters'] = {}
  for (const part of rest) {
    const [, name, digits = ''] = /^([qrtw])=(\d{1,15})$/.exec(part) ?? []
    if (name) parameters[name as 'q' | 'r' | 't' | 'w'] = Number(digits)
  }
  return { value: count(value), parameters }
}

function count(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

// GitHub and others write seconds since 1970, some write seconds from now: no wait is as long as a year.
function secondsUntil(value: number | null, now: number): number | null {
  if (value === null || value < 365 * 24 * 3600) return value
  return Math.max(0, Math.ceil(value - now / 1000))
}
