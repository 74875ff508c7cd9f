import { nextPage } from '../oci/link-header.ts'
import { OCI_INDEX, stripParameters } from '../oci/media-type.ts'
import { type Problem, ProblemError } from '../oci/problem.ts'
import { checkReferrers } from '../oci/referrers.ts'
import { decodeTags } from '../oci/tags-list.ts'
import { headerOf, headersOf } from './headers.ts'
import type { Identity } from './identity.ts'
import type { Limits } from './limits.ts'
import { nextQuery, type PageQuery } from './page-query.ts'
import type { Recorder } from './recorder.ts'
import { decodeDiagnostics, refusal } from './refusal.ts'
import type { Registry } from './registries.ts'
import type { Upstream, UpstreamAnswer } from './upstream.ts'

/** Which page of which list, and as whom. */
export type WantedList = {
  registry: Registry
  repository: string
  identity: Identity
  /** below the repository: `tags/list`, `referrers/sha256:…` */
  path: string
  query: PageQuery
}

/** A page as the registry sent it. */
export type List = {
  bytes: Uint8Array
  /** the query of the page after it; null on the last */
  next: PageQuery | null
  /** value of OCI-Filters-Applied */
  filters: string | null
}

type Means = { upstream: Upstream; recorder: Recorder; limits: Limits; signal: AbortSignal }

/**
 * Fetches one page of a repository's tags.
 *
 * @throws ProblemError as `Upstream.ask`, and `not-found-or-private`, `registry`, `rate-limited`, `link-refused`,
 *   `text-encoding`, `json-syntax`, `json-depth`, `document-shape`
 * @see distribution-spec v1.1.1, spec.md#listing-tags
 */
export async function getTags(wanted: WantedList, means: Means): Promise<List> {
  const answer = await ask('tags', wanted, means)
  if (answer.status !== 200) throw refused(answer, wanted)
  const tags = decodeTags(answer.body)
  const next = nextOf(answer) ?? nextByLast(tags, new URLSearchParams(wanted.query))
  return { bytes: answer.body, next, filters: null }
}

/**
 * Fetches one page of what refers to a manifest.
 *
 * Where a registry lacks this API it says so in many ways: 404, 400, 405, 406, or a redirect to a web page.
 *
 * @throws ProblemError as `getTags`, and `referrers-unsupported`, `media-type-refused`
 * @see distribution-spec v1.1.1, spec.md#listing-referrers
 */
export async function getReferrers(wanted: WantedList, means: Means): Promise<List> {
  const { name } = wanted.registry
  const unsupported = (facts: Pick<UpstreamAnswer, 'status' | 'body'>, cause?: unknown) => {
    const { status, body } = facts
    const diagnostics = decodeDiagnostics(body)
    const problem: Problem = { kind: 'referrers-unsupported', registry: name, status, diagnostics }
    return new ProblemError(problem, { cause })
  }
  const answer = await ask('referrers', wanted, means).catch((error) => {
    const leaves = error instanceof ProblemError && error.problem.kind === 'redirect-refused'
    const status = means.recorder.exchanges.at(-1)?.response?.status ?? 0
    throw leaves ? unsupported({ status, body: new Uint8Array() }, error) : error
  })
  const { status, headers, body } = answer
  if ([400, 404, 405, 406].includes(status)) throw unsupported(answer)
  if (status !== 200) throw refused(answer, wanted)
  const type = headerOf(headers, 'content-type')
  if (type !== null && stripParameters(type) === 'text/html') throw unsupported(answer)
  checkReferrers(body, type)
  return { bytes: body, next: nextOf(answer), filters: headerOf(headers, 'oci-filters-applied') }
}

function ask(
  purpose: 'tags' | 'referrers',
  wanted: WantedList,
  { upstream, recorder, limits, signal }: Means,
): Promise<UpstreamAnswer> {
  const { registry, repository, identity, path, query } = wanted
  return upstream.ask(
    {
      ...{ registry, repository, identity, purpose, what: purpose, method: 'GET' },
      ...{ path: query ? `${path}?${query}` : path, limit: limits[purpose] },
      reference: shownOf(wanted),
      accept: [purpose === 'tags' ? 'application/json' : OCI_INDEX],
    },
    recorder,
    signal,
  )
}

function nextOf({ headers, url }: UpstreamAnswer): PageQuery | null {
  const next = nextPage(headersOf(headers, 'link'), url)
  return next && nextQuery(next)
}

/**
 * The page after a full one where the registry names none.
 *
 * Whoever answers the tag we asked to begin behind does not know `last`, and gave all there is.
 */
function nextByLast(tags: readonly string[], query: URLSearchParams): PageQuery | null {
  const begin = query.get('last')
  const end = tags.at(-1)
  const full = end !== undefined && tags.length === Number(query.get('n'))
  if (!full || (begin !== null && tags.includes(begin))) return null
  const next = new URLSearchParams(query)
  next.set('last', end)
  return String(next)
}

function refused(answer: UpstreamAnswer, wanted: WantedList): ProblemError {
  return refusal(answer, { registry: wanted.registry.name, reference: shownOf(wanted) })
}

function shownOf({ registry, repository }: WantedList): string {
  return `${registry.name}/${repository}`
}
