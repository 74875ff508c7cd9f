import type { HeaderLine } from '@/lib/oci/conversation'
import { nextPage } from '@/lib/oci/link-header'
import { ProblemError } from '@/lib/oci/problem'
import { decodeTags } from '@/lib/oci/tags-list'
import { readLimited } from '../image/mirror'

/** One request for tags and its answer, as they were. Plain data. */
export type TagsPage = {
  /** of this site, with its query: `/v2/samples/hello/tags/list?n=100` */
  target: string
  status: number
  headers: HeaderLine[]
  /** of the body */
  bytes: number
  text: string
  tags: string[]
  /** the target of the next page; null on the last */
  next: string | null
  /** null where it was asked when the page was built */
  durationMs: number | null
}

/** Bytes. design: a page of tags. The mirror keeps it too; a browser counts for itself. */
export const PAGE_LIMIT = 1024 * 1024

/** Pages that are read by one press: a list that never ends must end somewhere. */
export const PAGES = 100

/**
 * Asks this site for one page of tags.
 *
 * @throws ProblemError what the mirror answers; `too-large`, `link-refused` and those of `decodeTags`
 */
export async function fetchTags(target: string, signal: AbortSignal): Promise<TagsPage> {
  const from = performance.now()
  const answer = await fetch(target, { signal, cache: 'no-store' })
  const bytes = await readLimited(answer, 'tags', PAGE_LIMIT)
  return readTags(target, answer, bytes, Math.round(performance.now() - from))
}

/** @throws ProblemError as `fetchTags` */
export function readTags(
  target: string,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  bytes: Uint8Array,
  durationMs: number | null,
): TagsPage {
  const link = headers.get('link')
  const next = link === null ? null : nextPage([link], new URL(target, 'http://here.invalid'))
  return {
    ...{ target, status, durationMs },
    headers: [...headers].filter(([name]) => SHOWN.test(name)),
    bytes: bytes.length,
    text: new TextDecoder().decode(bytes),
    tags: decodeTags(bytes),
    next: next && next.pathname + next.search,
  }
}

// What the protocol says; what guards this site is the same everywhere.
const SHOWN = /^(?:content-type|content-length|link|warning|age|docker-distribution-api-version)$/

/**
 * Pages from `target` on, until the last one.
 *
 * @throws ProblemError `too-many-pages`, and as `fetchTags`
 */
export async function* followTags(target: string, signal: AbortSignal): AsyncGenerator<TagsPage> {
  const seen = new Set<string>()
  for (let at: string | null = target; at !== null; ) {
    if (seen.has(at) || seen.size >= PAGES) {
      throw new ProblemError({ kind: 'too-many-pages', limit: PAGES })
    }
    seen.add(at)
    const page: TagsPage = await fetchTags(at, signal)
    yield page
    at = page.next
  }
}
