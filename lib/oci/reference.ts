import type { Digest } from './digest.ts'
import { digestAlgorithm, isDigest } from './digest.ts'
import type { ReferenceReason } from './problem.ts'
import { ProblemError } from './problem.ts'

/**
 * A parsed image reference, in its normal form, and how it came to be.
 *
 * `nginx` becomes registry `docker.io`, repository `library/nginx`, tag `latest`.
 */
export type Reference = {
  /** what was typed, trimmed */
  input: string
  /** host, with port if one was typed: `docker.io`, `localhost:5000` */
  registry: string
  repository: string
  tag: string | null
  digest: Digest | null
  /** what normalising added or changed, in order, for the reader to see */
  steps: ReferenceStep[]
}

export type ReferenceStep =
  | { kind: 'default-registry'; value: string }
  | { kind: 'alias-registry'; from: string; to: string }
  // value: the whole repository, `library/nginx`
  | { kind: 'library-prefix'; value: string }
  | { kind: 'default-tag'; value: string }
  | { kind: 'digest-wins'; tag: string; digest: Digest }

const DEFAULT_REGISTRY = 'docker.io'
const ALIASES = new Set(['index.docker.io', 'registry-1.docker.io'])

const HEX_NAME = /^[a-f0-9]{64}$/
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i
const HOST =
  /^(?:(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])(?:\.(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9]))*|\[[a-f0-9:]+\])(?::[0-9]+)?$/i
const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/
const TAG = /^\w[\w.-]{0,127}$/
const MAX_INPUT = 1024
const MAX_REPOSITORY = 255
const MAX_TAG = 128

/** Thrown here, completed with the input at the door. */
type Wrong = { reason: ReferenceReason; at: number | null; part?: string }

/**
 * Parses what a person types and gives its normal form, as Docker and containerd do:
 * registry `docker.io`, prefix `library/`, and the tag `latest` unless a digest is given.
 *
 * With a tag and a digest both are kept; the digest decides what is fetched.
 *
 * @throws ProblemError `reference-syntax`; its `at` is an index in its `input`
 * @see distribution-spec v1.1.1, spec.md#pulling-manifests (repository and tag grammar);
 *   github.com/distribution/reference (host grammar and the defaults)
 */
export function parseReference(text: string): Reference {
  const input = text.trim()
  const wrong = (w: Wrong): never => {
    throw new ProblemError({ kind: 'reference-syntax', input, ...w })
  }

  if (!input) wrong({ reason: 'empty', at: null })
  if (input.length > MAX_INPUT) wrong({ reason: 'too-long', at: MAX_INPUT })
  const scheme = SCHEME.exec(input)?.[0]
  if (scheme) wrong({ reason: 'scheme', at: 0, part: scheme })
  const space = input.search(/\s/)
  if (space >= 0) wrong({ reason: 'white-space', at: space })
  if (HEX_NAME.test(input)) wrong({ reason: 'hex-name', at: 0, part: input })

  // The first @ starts the digest, since neither name nor tag may contain one.
  const atSign = input.indexOf('@')
  const named = atSign < 0 ? input : input.slice(0, atSign)
  const { host, start } = splitHost(named)
  // Past the host, a colon can only start the tag.
  const colon = named.indexOf(':', start)
  const path = named.slice(start, colon < 0 ? undefined : colon)

  if (host !== null) checkHost(host, wrong)
  checkRepository(path, start, wrong)
  const tag = colon < 0 ? null : named.slice(colon + 1)
  if (tag !== null) checkTag(tag, colon + 1, wrong)
  const digest = atSign < 0 ? null : input.slice(atSign + 1)
  if (digest !== null && !isReferenceDigest(digest)) {
    return wrong({ reason: 'digest', at: atSign + 1, part: digest })
  }

  const reference = normalise({ input, host, path, tag, digest })
  // `library/` in front of a name that was just short enough
  const grown = reference.repository.length - path.length
  if (reference.repository.length > MAX_REPOSITORY) {
    wrong({ reason: 'too-long', at: start + MAX_REPOSITORY - grown })
  }
  return reference
}

export function isRepository(text: string): boolean {
  return text.length <= MAX_REPOSITORY && text.split('/').every((part) => COMPONENT.test(part))
}

export function isTag(text: string): boolean {
  return TAG.test(text)
}

/** Host with an optional port, as it stands in a reference. */
export function isRegistryHost(text: string): boolean {
  return text.length <= MAX_REPOSITORY && HOST.test(text)
}

// Docker's rule: the first component is a host if it has a dot, a port, upper case, or is `localhost`.
// Without a slash there is no host: `localhost:5000` is repository `localhost`, tag `5000`.
function splitHost(named: string): { host: string | null; start: number } {
  const slash = named.indexOf('/')
  const first = named.slice(0, Math.max(slash, 0))
  const isHost =
    slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase())
  return isHost ? { host: first, start: slash + 1 } : { host: null, start: 0 }
}

function normalise(parts: {
  input: string
  host: string | null
  path: string
  tag: string | null
  digest: Digest | null
}): Reference {
  const { input, host, path, tag, digest } = parts
  const steps: ReferenceStep[] = []
  let registry = host ?? DEFAULT_REGISTRY
  if (host === null) steps.push({ kind: 'default-registry', value: registry })
  if (ALIASES.has(registry)) {
    steps.push({ kind: 'alias-registry', from: registry, to: DEFAULT_REGISTRY })
    registry = DEFAULT_REGISTRY
  }
  let repository = path
  if (registry === DEFAULT_REGISTRY && !path.includes('/')) {
    repository = `library/${path}`
    steps.push({ kind: 'library-prefix', value: repository })
  }
  if (tag === null && digest === null) {
    steps.push({ kind: 'default-tag', value: 'latest' })
    return { input, registry, repository, tag: 'latest', digest, steps }
  }
  if (tag !== null && digest !== null) steps.push({ kind: 'digest-wins', tag, digest })
  return { input, registry, repository, tag, digest, steps }
}

function checkHost(host: string, wrong: (w: Wrong) => never) {
  const strange = host.search(/[^A-Za-z0-9.:[\]-]/)
  if (strange >= 0) wrong({ reason: 'host', at: strange, part: host })
  if (!HOST.test(host)) wrong({ reason: 'host', at: 0, part: host })
}

function checkRepository(path: string, start: number, wrong: (w: Wrong) => never) {
  const upper = path.search(/[A-Z]/)
  const strange = path.search(/[^A-Za-z0-9._/-]/)
  if (strange >= 0)
    wrong({ reason: 'character', at: start + strange, part: characterAt(path, strange) })
  if (upper >= 0) wrong({ reason: 'upper-case', at: start + upper, part: path })
  let at = start
  for (const component of path.split('/')) {
    if (!COMPONENT.test(component)) wrong({ reason: 'repository', at, part: component })
    at += component.length + 1
  }
  if (path.length > MAX_REPOSITORY) wrong({ reason: 'too-long', at: start + MAX_REPOSITORY })
}

function checkTag(tag: string, start: number, wrong: (w: Wrong) => never) {
  if (TAG.test(tag)) return
  const strange = tag.search(/[^\w.-]/)
  const first = /^[.-]/.test(tag) ? 0 : strange >= 0 ? strange : Math.min(tag.length, MAX_TAG)
  wrong({ reason: 'tag', at: start + first, part: tag })
}

// Docker refuses a digest it could not verify, so `unknown:abc` is no reference.
function isReferenceDigest(text: string): text is Digest {
  return isDigest(text) && ['sha256', 'sha384', 'sha512'].includes(digestAlgorithm(text))
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0)
}
