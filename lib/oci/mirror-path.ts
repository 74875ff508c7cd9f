import type { Digest } from './digest.ts'
import { isDigest } from './digest.ts'
import type { Reference } from './reference.ts'
import { isRegistryHost, isRepository, isTag } from './reference.ts'
import { manifestReference } from './reference-text.ts'

/** Whose image it is: an upstream registry's or one recorded with this site. */
export type MirrorPlace =
  | { source: 'upstream'; registry: string; repository: string }
  | { source: 'sample'; name: string }

/** What a path below `/v2/` asks for. */
export type MirrorRequest =
  | { kind: 'base' }
  | { kind: 'manifests'; place: MirrorPlace; reference: Digest | string; digest: Digest | null }
  | { kind: 'blobs'; place: MirrorPlace; digest: Digest }
  | { kind: 'tags'; place: MirrorPlace }
  | { kind: 'referrers'; place: MirrorPlace; digest: Digest }

/** An answer the mirror must give; `code` as in distribution-spec v1.1.1, spec.md#error-codes. */
export type MirrorRefusal = {
  kind: 'refused'
  status: 400 | 404
  code: 'NAME_INVALID' | 'NAME_UNKNOWN' | 'DIGEST_INVALID' | 'MANIFEST_UNKNOWN' | 'UNSUPPORTED'
  /** the segment that is wrong, decoded where it could be; empty when it is the shape of the path */
  part: string
}

/** The path of its manifest on our own origin: `/v2/localhost_5000/app/manifests/1.0`. */
export function referencePath(reference: Omit<Reference, 'input' | 'steps'>): string {
  const repository = mirrorRepository(reference.registry, reference.repository)
  return `/v2/${repository}/manifests/${manifestReference(reference)}`
}

/** The path of a blob of the same repository. */
export function blobPath(
  reference: Pick<Reference, 'registry' | 'repository'>,
  digest: Digest,
): string {
  return `/v2/${mirrorRepository(reference.registry, reference.repository)}/blobs/${digest}`
}

/**
 * The name under which the mirror serves an upstream repository: `localhost_5000/app`.
 *
 * `_` stands for `:`, since no host contains one. A host with neither dot nor port gets a bare `_`,
 * so that the first component always says that it is a host.
 */
export function mirrorRepository(registry: string, repository: string): string {
  const host = registry.replaceAll(':', '_')
  return `${/[._]/.test(host) ? host : `${host}_`}/${repository}`
}

/**
 * Reads a raw, still percent-encoded path of the mirror, from the right:
 * a repository may itself contain `manifests` or `blobs`.
 *
 * Never throws; whatever is not plainly right is refused with the status and code to answer.
 *
 * @param rawPath as it came on the wire; a query is ignored
 * @see distribution-spec v1.1.1, spec.md#endpoints
 */
export function parseMirrorPath(rawPath: string): MirrorRequest | MirrorRefusal {
  const [path = ''] = rawPath.split('?', 1)
  if (path === '/v2' || path === '/v2/') return { kind: 'base' }
  if (!path.startsWith('/v2/')) return refused(404, 'UNSUPPORTED', '')

  const segments: string[] = []
  // A slash at the end is some other route, `blobs/uploads/`, and no empty name.
  if (path.endsWith('/')) return refused(404, 'UNSUPPORTED', '')
  for (const raw of path.slice('/v2/'.length).split('/')) {
    const segment = decodeSegment(raw)
    if (segment === null) return refused(400, 'NAME_INVALID', raw)
    segments.push(segment)
  }
  const last = segments.at(-1) ?? ''
  const route = segments.at(-2)

  if (route === 'tags' && last === 'list') {
    return at(segments, (place) => ({ kind: 'tags', place }))
  }
  if (route === 'manifests') {
    return at(segments, (place) => {
      if (isDigest(last)) return { kind: 'manifests', place, reference: last, digest: last }
      // A colon means that a digest was meant. Any other text is a tag that cannot exist.
      if (last.includes(':')) return refused(400, 'DIGEST_INVALID', last)
      if (!isTag(last)) return refused(404, 'MANIFEST_UNKNOWN', last)
      return { kind: 'manifests', place, reference: last, digest: null }
    })
  }
  if (route === 'blobs' || route === 'referrers') {
    return at(segments, (place) =>
      isDigest(last) ? { kind: route, place, digest: last } : refused(400, 'DIGEST_INVALID', last),
    )
  }
  return refused(404, 'UNSUPPORTED', '')
}

function at(
  segments: readonly string[],
  found: (place: MirrorPlace) => MirrorRequest | MirrorRefusal,
): MirrorRequest | MirrorRefusal {
  const place = placeOf(segments.slice(0, -2))
  return 'kind' in place ? place : found(place)
}

function placeOf([first = '', ...rest]: readonly string[]): MirrorPlace | MirrorRefusal {
  const repository = rest.join('/')
  if (first === 'samples') {
    if (!isRepository(repository)) return refused(400, 'NAME_INVALID', repository)
    // A sample is one folder; a deeper name is well formed but nobody's.
    if (rest.length > 1) return refused(404, 'NAME_UNKNOWN', repository)
    return { source: 'sample', name: repository }
  }
  if (!/[._]/.test(first)) {
    const name = [first, ...rest].join('/')
    return isRepository(name)
      ? refused(404, 'NAME_UNKNOWN', name)
      : refused(400, 'NAME_INVALID', name)
  }
  const host = first.replaceAll('_', ':')
  const registry = host.indexOf(':') === host.length - 1 ? host.slice(0, -1) : host
  if (!isRegistryHost(registry)) return refused(400, 'NAME_INVALID', first)
  if (!isRepository(repository)) return refused(400, 'NAME_INVALID', repository)
  return { source: 'upstream', registry, repository }
}

// null for what could be read in two ways further on: empty and dot segments, an encoded slash
// or backslash, a broken escape, a control character.
function decodeSegment(raw: string): string | null {
  if (/%(?:2f|5c)|\\/i.test(raw)) return null
  let segment: string
  try {
    segment = decodeURIComponent(raw)
  } catch {
    return null
  }
  return segment === '' || segment === '.' || segment === '..' || /[\x00-\x1f\x7f]/.test(segment)
    ? null
    : segment
}

function refused(
  status: MirrorRefusal['status'],
  code: MirrorRefusal['code'],
  part: string,
): MirrorRefusal {
  return { kind: 'refused', status, code, part }
}
