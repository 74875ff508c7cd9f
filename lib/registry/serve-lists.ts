import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import { isMediaType, OCI_INDEX } from '../oci/media-type.ts'
import { type MirrorPlace, mirrorRepository } from '../oci/mirror-path.ts'
import { referrersIndex } from '../oci/referrers.ts'
import { parseTagsPage, type TagsPage, tagsPage } from '../oci/tags-list.ts'
import type { ListAnswer, Lists } from './lists.ts'
import { type PageQuery, pageQuery } from './page-query.ts'
import { BASE_HEADERS, cacheControl, errorResponse, markStale } from './responses.ts'
import type { Reader } from './work.ts'

/** The lists of images recorded in this repository. */
export type SampleLists = {
  /** @throws ProblemError `sample-unknown` */
  tags(name: string): Promise<string[]>
  /** @throws ProblemError `sample-unknown` */
  referrers(name: string, subject: Digest, artifactType: string | null): Promise<Descriptor[]>
}

type Asked = { request: Request; query: URLSearchParams; reader: Reader }
type Sources = { mirror: Lists; samples: SampleLists }

/**
 * Answers `tags/list`.
 *
 * @throws ProblemError as `Lists.tags`, and `sample-unknown`
 * @see distribution-spec v1.1.1, spec.md#listing-tags
 */
export async function serveTags(
  place: MirrorPlace,
  { request, query, reader }: Asked,
  { mirror, samples }: Sources,
): Promise<Response> {
  const page = parseTagsPage(query)
  if (!page) return invalid(request, 'PAGINATION_NUMBER_INVALID', 'n is a count', query.get('n'))
  if (place.source === 'sample') return serveSampleTags(place.name, page, request, samples)
  const path = `/v2/${nameOf(place)}/tags/list`
  // No registry is trusted to know that none means none; a page of one says whether there is a list.
  if (page.n === 0) {
    const { private: own } = await mirror.tags(place, 'n=1', reader)
    const bytes = encode({ name: place.repository, tags: [] })
    return answer(request, { bytes, link: null, type: 'application/json', own })
  }
  const found = await mirror.tags(place, pageQuery(query), reader)
  return answer(request, { ...upstreamFacts(path, found), type: 'application/json' })
}

/**
 * Answers `tags/list` of a recorded image: the same whoever asks, so a page can show it.
 *
 * @throws ProblemError `sample-unknown`
 */
export async function serveSampleTags(
  sample: string,
  page: TagsPage,
  request: Request,
  samples: SampleLists,
): Promise<Response> {
  const name = nameOf({ source: 'sample', name: sample })
  const { tags, more } = tagsPage(await samples.tags(sample), page)
  const next = { n: String(page.n), last: tags.at(-1) ?? '' }
  const link = more ? linkTo(`/v2/${name}/tags/list`, String(new URLSearchParams(next))) : null
  return answer(request, { bytes: encode({ name, tags }), link, type: 'application/json' })
}

/**
 * Answers `referrers/<digest>`.
 *
 * @throws ProblemError as `Lists.referrers`, and `sample-unknown`
 * @see distribution-spec v1.1.1, spec.md#listing-referrers
 */
export async function serveReferrers(
  place: MirrorPlace,
  subject: Digest,
  { request, query, reader }: Asked,
  { mirror, samples }: Sources,
): Promise<Response> {
  const artifactType = query.get('artifactType') || null
  if (artifactType !== null && !isMediaType(artifactType)) {
    return invalid(request, 'UNSUPPORTED', 'artifactType is a media type', artifactType)
  }
  if (place.source === 'sample') {
    const referrers = await samples.referrers(place.name, subject, artifactType)
    const bytes = new TextEncoder().encode(referrersIndex(referrers))
    const filters = artifactType === null ? null : 'artifactType'
    return answer(request, { bytes, link: null, type: OCI_INDEX, filters })
  }
  const found = await mirror.referrers(place, subject, pageQuery(query), reader)
  const path = `/v2/${nameOf(place)}/referrers/${subject}`
  return answer(request, { ...upstreamFacts(path, found), type: OCI_INDEX })
}

type Facts = {
  bytes: Uint8Array
  link: string | null
  type: string
  filters?: string | null
  own?: boolean
  /** ISO 8601, UTC: when a stale answer was fresh */
  staleSince?: string | null
}

function upstreamFacts(path: string, found: ListAnswer): Omit<Facts, 'type'> {
  const { bytes, next, filters, private: own, stale, observedAt } = found
  const link = next === null ? null : linkTo(path, next)
  return { bytes, link, filters, own, staleSince: stale && observedAt }
}

function answer(request: Request, facts: Facts): Response {
  const { bytes, link, type, filters = null, own = false, staleSince = null } = facts
  const headers = new Headers({
    ...BASE_HEADERS,
    'Content-Type': type,
    'Content-Length': String(bytes.byteLength),
    'Cache-Control': cacheControl(false, own),
  })
  if (link !== null) headers.set('Link', link)
  if (filters !== null) headers.set('OCI-Filters-Applied', filters)
  if (staleSince !== null) markStale(headers, staleSince)
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
}

/** Relative, so that it holds under whatever name the client knows us. */
function linkTo(path: string, query: PageQuery): string {
  return `<${path}?${query}>; rel="next"`
}

function nameOf(place: MirrorPlace): string {
  return place.source === 'sample'
    ? `samples/${place.name}`
    : mirrorRepository(place.registry, place.repository)
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function invalid(request: Request, code: string, message: string, detail: unknown): Response {
  return errorResponse(400, code, message, detail, {}, request.method === 'HEAD')
}
