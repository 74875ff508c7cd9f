import { stringArray } from './descriptor.ts'
import { parseJson } from './json.ts'
import { ProblemError } from './problem.ts'
import { decodeText } from './text.ts'

/** Which page of a list of tags: at most `n`, from behind `last` on. Null where the client did not say. */
export type TagsPage = { n: number | null; last: string | null }

/**
 * Reads `n` and `last` of a query; an empty value is none.
 *
 * @returns null where `n` is no count
 * @see distribution-spec v1.1.1, spec.md#listing-tags
 */
export function parseTagsPage(query: URLSearchParams): TagsPage | null {
  const n = query.get('n') || null
  const last = query.get('last') || null
  if (n === null) return { n, last }
  return /^\d{1,15}$/.test(n) ? { n: Number(n), last } : null
}

/**
 * One page of all tags, in the order of their bytes, and whether another follows.
 *
 * `last` need not be a tag: the page begins where it would stand.
 */
export function tagsPage(
  all: readonly string[],
  { n, last }: TagsPage,
): { tags: string[]; more: boolean } {
  // Tags are ASCII, so the order of code units is the order of bytes.
  const sorted = [...all].sort().filter((tag) => last === null || tag > last)
  const tags = n === null ? sorted : sorted.slice(0, n)
  return { tags, more: tags.length > 0 && tags.length < sorted.length }
}

/**
 * The tags of a registry's answer, in its order.
 *
 * Go writes an empty list as null. What a vendor adds beside `name` and `tags` is left alone.
 *
 * @throws ProblemError `text-encoding`, `json-syntax`, `json-depth`, `document-shape`
 * @see distribution-spec v1.1.1, spec.md#listing-tags
 */
export function decodeTags(bytes: Uint8Array): string[] {
  const text = decodeText(bytes)
  const { type } = parseJson(text)
  const wrong = (at: string, expected: string) =>
    new ProblemError({ kind: 'document-shape', at, expected })
  if (type !== 'object') throw wrong('', 'object')
  const { tags } = JSON.parse(text.replace(/^\ufeff/, '')) as { tags?: unknown }
  if (tags === null || tags === undefined) return []
  if (!Array.isArray(tags)) throw wrong('/tags', 'array')
  const strings = stringArray(tags) ?? []
  if (strings.length < tags.length) throw wrong('/tags', 'string-array')
  return strings
}

/** One page as a client gets it: its tags, and the query of the next; null on the last. */
export type TagsAnswer = { tags: string[]; next: string | null }

/**
 * All pages of a list of tags, one after the other.
 *
 * @param ask gets the query of a page, empty for the first
 * @param limit pages
 * @throws ProblemError `too-many-pages` after `limit` pages, or when a page comes round again; what `ask` throws
 */
export async function collectTags(
  ask: (query: string) => Promise<TagsAnswer>,
  limit: number,
): Promise<string[]> {
  const tags: string[] = []
  const seen = new Set<string>()
  for (let query: string | null = ''; query !== null; ) {
    if (seen.has(query) || seen.size >= limit) {
      throw new ProblemError({ kind: 'too-many-pages', limit })
    }
    seen.add(query)
    const answer: TagsAnswer = await ask(query)
    tags.push(...answer.tags)
    query = answer.next
  }
  return tags
}
