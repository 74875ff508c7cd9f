import { ProblemError } from './problem.ts'

/** Where a manifest can run. image-spec v1.1.1, image-index.md#image-index-property-descriptions */
export type Platform = {
  architecture: string
  os: string
  'os.version'?: string
  'os.features'?: string[]
  variant?: string
}

// GOOS and GOARCH: one word alone must be one of these to say which of the two it is.
const SYSTEMS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  ),
)
const ARCHITECTURES = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
)

const PART = /^[A-Za-z0-9_.-]+$/
// `windows(10.0.17763)`, `linux(+gpu+simd)`; `+` and `%` of the version are escaped
const SYSTEM = /^([A-Za-z0-9_-]+)(?:\(([^()+]*)((?:\+[^()+]+)*)\))?$/

/**
 * Parses `os`, `arch`, `os/arch` or `os/arch/variant`, as containerd writes platforms.
 *
 * One word alone is completed with `linux` or `amd64`, since a reader's browser says nothing about
 * the machine the image will run on. `linux/arm` stays without variant, `linux/arm64/v8` keeps it.
 *
 * @throws ProblemError `platform-syntax`
 * @see github.com/containerd/platforms v1.0.0, platforms.go (Parse)
 */
export function parsePlatform(text: string): Platform {
  const fail = (): never => {
    throw new ProblemError({ kind: 'platform-syntax', input: text })
  }
  const [first = '', architecture, variant, ...more] = text.trim().split('/')
  const [, name = '', version = '', features = ''] = SYSTEM.exec(first) ?? []
  if (!name || more.length > 0) return fail()
  if (architecture === undefined) return parseWord(name, version, features) ?? fail()
  if (!PART.test(architecture) || (variant !== undefined && !PART.test(variant))) return fail()
  const normal = normaliseArchitecture(architecture, variant ?? '')
  if (variant === undefined && isDefaultArm(normal)) normal.variant = ''
  if (variant !== undefined && normal.architecture === 'arm64' && !normal.variant) {
    normal.variant = 'v8'
  }
  return build(normaliseSystem(name), normal, version, features) ?? fail()
}

/** `linux/arm/v7`, `windows(10.0.17763)/amd64`; an empty part reads `unknown`. */
export function formatPlatform(platform: Platform): string {
  const { os, architecture, variant } = platform
  const version = escapePart(platform['os.version'] ?? '')
  const features = (platform['os.features'] ?? []).map((feature) => `+${escapePart(feature)}`)
  const inner = version + features.join('')
  const parts = [`${os || 'unknown'}${inner && `(${inner})`}`, architecture || 'unknown']
  return [...parts, ...(variant ? [variant] : [])].join('/')
}

/**
 * One spelling for each platform: `x86_64` is `amd64`, `aarch64` is `arm64`, `macos` is `darwin`;
 * `arm` without variant is `v7`, and the variants that mean nothing more (`arm64/v8`, `amd64/v1`) go.
 *
 * @see github.com/containerd/platforms v1.0.0, database.go
 */
export function normalisePlatform(platform: Platform): Platform {
  const { architecture, variant } = normaliseArchitecture(
    platform.architecture,
    platform.variant ?? '',
  )
  const { variant: _, ...rest } = platform
  const normal = { ...rest, os: normaliseSystem(platform.os), architecture }
  return variant ? { ...normal, variant } : normal
}

/** Whether two spellings mean the same os, architecture and variant. */
export function isSamePlatform(a: Platform, b: Platform): boolean {
  const [x, y] = [normalisePlatform(a), normalisePlatform(b)]
  return x.os === y.os && x.architecture === y.architecture && x.variant === y.variant
}

function parseWord(name: string, version: string, features: string): Platform | null {
  const os = normaliseSystem(name)
  if (SYSTEMS.has(os)) return build(os, { architecture: 'amd64', variant: '' }, version, features)
  const normal = normaliseArchitecture(name, '')
  if (!ARCHITECTURES.has(normal.architecture) || version || features) return null
  return build('linux', isDefaultArm(normal) ? { ...normal, variant: '' } : normal, '', '')
}

function build(
  os: string,
  { architecture, variant }: { architecture: string; variant: string },
  version: string,
  features: string,
): Platform | null {
  try {
    const list = features.split('+').slice(1).map(decodeURIComponent)
    return {
      os,
      architecture,
      ...(version && { 'os.version': decodeURIComponent(version) }),
      ...(list.length > 0 && { 'os.features': list }),
      ...(variant && { variant }),
    }
  } catch {
    return null // a broken % escape
  }
}

// encodeURIComponent leaves brackets alone
function escapePart(text: string): string {
  return text.replace(/[%+()/]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}

function isDefaultArm({ architecture, variant }: { architecture: string; variant: string }) {
  return architecture === 'arm' && variant === 'v7'
}

function normaliseSystem(os: string): string {
  const lower = os.toLowerCase()
  return lower === 'macos' ? 'darwin' : lower
}

function normaliseArchitecture(architecture: string, variant: string) {
  const arch = architecture.toLowerCase()
  const v = variant.toLowerCase()
  switch (arch) {
    case 'i386':
      return { architecture: '386', variant: '' }
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return { architecture: 'amd64', variant: v === 'v1' ? '' : v }
    case 'aarch64':
    case 'arm64':
      return { architecture: 'arm64', variant: normaliseArm64(v) }
    case 'armhf':
      return { architecture: 'arm', variant: 'v7' }
    case 'armel':
      return { architecture: 'arm', variant: 'v6' }
    case 'arm':
      if (v === '' || v === '7') return { architecture: 'arm', variant: 'v7' }
      return { architecture: 'arm', variant: /^[568]$/.test(v) ? `v${v}` : v }
    default:
      return { architecture: arch, variant: v }
  }
}

function normaliseArm64(variant: string): string {
  if (['8', 'v8', '8.0', 'v8.0'].includes(variant)) return ''
  if (['9', '9.0', 'v9.0'].includes(variant)) return 'v9'
  return variant
}
