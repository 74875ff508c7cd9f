import type { Platform } from './platform.ts'
import { formatPlatform, isSamePlatform, normalisePlatform } from './platform.ts'
import { ProblemError } from './problem.ts'

/** Arm's v9.n has the features of v8.(n+5); the last of the eighth is v8.9. */
const ARM64_LAST = { v8: 9, v9: 7 }

/**
 * Whether an image for `have` is for exactly the machine `wanted`, however it is spelt.
 *
 * An OS version or feature that is asked for must be there; what is there without being asked for
 * does no harm.
 */
export function matchesPlatform(wanted: Platform, have: Platform): boolean {
  return (
    isSamePlatform(wanted, have) &&
    matchesVersion(wanted, have) &&
    (wanted['os.features'] ?? []).every((feature) => have['os.features']?.includes(feature))
  )
}

/**
 * The platforms whose images run on the machine `wanted`, best first: itself, older variants,
 * then the 32-bit ones.
 *
 * @see github.com/containerd/platforms v1.0.0, compare.go (platformVector)
 */
export function compatiblePlatforms(wanted: Platform): Platform[] {
  const normal = normalisePlatform(wanted)
  const { architecture, variant = '' } = normal
  const as = (architecture: string, variant: string): Platform => {
    const { variant: _, ...rest } = normal
    return { ...rest, architecture, ...(variant && { variant }) }
  }
  switch (architecture) {
    case 'amd64':
      return [normal, ...olderThan(variant, 1).map((v) => as('amd64', v)), as('386', '')]
    case 'arm':
      return [normal, ...olderThan(variant, 5).map((v) => as('arm', v))]
    case 'arm64':
      return [
        ...arm64Variants(variant).map((v) => as('arm64', v)),
        ...['v8', 'v7', 'v6', 'v5'].map((v) => as('arm', v)),
      ]
    default:
      return [normal]
  }
}

/**
 * The entry of an index that a client on the machine `wanted` takes: the exact platform if there is
 * one, else the best that still runs there. Of several equal ones the first wins.
 *
 * @throws ProblemError `platform-missing` with what the index offers instead
 * @see image-spec v1.1.1, image-index.md ("the first matching entry")
 */
export function selectPlatform<Entry extends { descriptor: { platform?: Platform } }>(
  entries: readonly Entry[],
  wanted: Platform,
): Entry {
  for (const candidate of compatiblePlatforms(wanted)) {
    const found = entries.find(
      ({ descriptor: { platform } }) => platform && matchesPlatform(candidate, platform),
    )
    if (found) return found
  }
  const offered = entries.flatMap(({ descriptor: { platform } }) =>
    platform && platform.os !== 'unknown' ? [formatPlatform(platform)] : [],
  )
  throw new ProblemError({
    kind: 'platform-missing',
    platform: formatPlatform(wanted),
    offered: [...new Set(offered)],
  })
}

// Windows runs an image of its own build, whatever the patch.
function matchesVersion(wanted: Platform, have: Platform): boolean {
  const version = wanted['os.version']
  if (!version) return true
  const of = have['os.version'] ?? ''
  if (wanted.os.toLowerCase() !== 'windows') return of === version
  const build = (text: string) => text.split('.').slice(0, 3).join('.')
  return of !== '' && build(of) === build(version)
}

// `v3` down to `v1`: amd64's v1 is written without variant.
function olderThan(variant: string, last: number): string[] {
  const version = /^v(\d{1,2})$/.exec(variant)?.[1]
  if (!version) return []
  return Array.from({ length: Math.max(Number(version) - last, 0) }, (_, i) => {
    return `v${Number(version) - 1 - i}`
  })
}

function arm64Variants(variant: string): string[] {
  const [, major, minor = '0'] = /^v([89])(?:\.(\d{1,2}))?$/.exec(variant || 'v8') ?? []
  if (!major) return [variant]
  const down = (prefix: 'v8' | 'v9', from: number) =>
    Array.from({ length: from + 1 }, (_, i) => (from === i ? prefix : `${prefix}.${from - i}`))
  const n = Number(minor)
  if (major === '8') return down('v8', Math.min(n, ARM64_LAST.v8)).map(plain)
  return [...down('v9', Math.min(n, ARM64_LAST.v9)), ...down('v8', Math.min(n + 5, 9)).map(plain)]
}

function plain(variant: string): string {
  return variant === 'v8' ? '' : variant
}
