import { ProblemError } from '../oci/problem.ts'

/** What a page of a list is asked for with: a query without `?`, of known parameters only. */
export type PageQuery = string

/** Tags a page has at most; ECR Public and others refuse to give more. */
const PAGE = 1000

/**
 * The parameters that lists are asked with, and the cursors that registries put into their links:
 * quay.io's `next_page`, Amazon's `nextToken`. No other is passed on, neither to a registry nor from it.
 */
const PASSED: readonly string[] = ['n', 'last', 'artifactType', 'next_page', 'nextToken']

/** Characters of a value: a cursor is opaque, but not a file. */
const LONGEST = 2048

/** What of a client's query goes to the registry; the first of each parameter, in its order. */
export function pageQuery(search: URLSearchParams): PageQuery {
  return String(new URLSearchParams([...known(search)]))
}

/** The same with an `n` that registries take. */
export function tagsQuery(query: PageQuery): PageQuery {
  const search = new URLSearchParams(query)
  const n = Number(search.get('n') ?? PAGE)
  search.set('n', String(Math.min(n, PAGE)))
  return String(search)
}

/**
 * The query of the next page.
 *
 * @param url where the registry says it is
 * @throws ProblemError `link-refused` when it needs what is not passed on
 */
export function nextQuery(url: URL): PageQuery {
  const passed = known(url.searchParams)
  if ([...url.searchParams.keys()].some((name) => !passed.has(name))) {
    throw new ProblemError({ kind: 'link-refused', link: url.href, reason: 'parameter' })
  }
  return String(new URLSearchParams([...passed]))
}

function known(search: URLSearchParams): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of search) {
    const fits = PASSED.includes(name) && value !== '' && value.length <= LONGEST
    if (fits && !found.has(name)) found.set(name, value)
  }
  return found
}
