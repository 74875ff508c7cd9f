import { describe, expect, test } from 'vitest'
import { ProblemError } from './problem.ts'
import { collectTags, decodeTags, parseTagsPage, tagsPage } from './tags-list.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('which page', () => {
  test.each([
    { query: '', page: { n: null, last: null } },
    { query: 'n=&last=', page: { n: null, last: null } },
    { query: 'n=3&last=a', page: { n: 3, last: 'a' } },
    { query: 'n=0', page: { n: 0, last: null } },
    { query: 'n=3&n=x', page: { n: 3, last: null } },
    { query: 'n=-1', page: null },
    { query: 'n=1.5', page: null },
    { query: 'n=foo', page: null },
    { query: 'n=1e3', page: null },
    { query: `n=${'9'.repeat(16)}`, page: null },
  ])('$query', ({ query, page }) => {
    expect(parseTagsPage(new URLSearchParams(query))).toEqual(page)
  })
})

describe('a page', () => {
  const all = ['b', 'a', 'Z', '10', '9', 'c']
  test.each([
    {
      why: 'all, in the order of bytes',
      n: null,
      last: null,
      tags: ['10', '9', 'Z', 'a', 'b', 'c'],
    },
    { why: 'the first', n: 2, last: null, tags: ['10', '9'], more: true },
    { why: 'one from the middle', n: 2, last: '9', tags: ['Z', 'a'], more: true },
    { why: 'the last, just full', n: 2, last: 'a', tags: ['b', 'c'] },
    { why: 'behind a tag that is not there', n: 1, last: 'aa', tags: ['b'], more: true },
    { why: 'behind the last', n: 2, last: 'c', tags: [] },
    { why: 'more than there are', n: 99, last: null, tags: ['10', '9', 'Z', 'a', 'b', 'c'] },
    { why: 'none asked for, so nothing follows', n: 0, last: null, tags: [] },
    { why: 'the rest', n: null, last: 'Z', tags: ['a', 'b', 'c'] },
  ])('$why', ({ n, last, tags, more = false }) => {
    expect(tagsPage(all, { n, last })).toEqual({ tags, more })
  })
})

describe('an answer', () => {
  test.each([
    { why: 'the specification’s form', text: '{"name":"a","tags":["1","2"]}', tags: ['1', '2'] },
    { why: 'what Go makes of an empty list', text: '{"name":"a","tags":null}', tags: [] },
    { why: 'no tags at all', text: '{"name":"a"}', tags: [] },
    {
      why: 'what Google adds',
      text: '{"child":["x"],"manifest":{"sha256:1":{"tag":["1"]}},"name":"a","tags":["1"]}',
      tags: ['1'],
    },
    { why: 'a byte order mark', text: '\ufeff{"tags":["1"]}', tags: ['1'] },
  ])('with $why', ({ text, tags }) => {
    expect(decodeTags(bytes(text))).toEqual(tags)
  })

  test.each([
    { why: 'a page', text: '<html>', kind: 'json-syntax' },
    { why: 'a bare true', text: 'true', kind: 'document-shape' },
    { why: 'a list', text: '["1"]', kind: 'document-shape' },
    { why: 'a text for tags', text: '{"tags":"1"}', kind: 'document-shape' },
    { why: 'a number among tags', text: '{"tags":["1",2]}', kind: 'document-shape' },
    { why: 'depth', text: '['.repeat(100_000), kind: 'json-depth' },
  ])('with $why is a problem', ({ text, kind }) => {
    expect(kindOf(() => decodeTags(bytes(text)))).toBe(kind)
  })

  function kindOf(work: () => unknown): string {
    try {
      work()
    } catch (error) {
      if (error instanceof ProblemError) return error.problem.kind
      throw error
    }
    return 'none'
  }
})

describe('all pages', () => {
  test('are asked one after the other, as each says', async () => {
    const pages: Record<string, { tags: string[]; next: string | null }> = {
      '': { tags: ['1'], next: 'last=1' },
      'last=1': { tags: [], next: 'last=x' },
      'last=x': { tags: ['2', '3'], next: null },
    }
    const asked: string[] = []
    const tags = await collectTags(async (query) => {
      asked.push(query)
      return pages[query]!
    }, 3)
    expect([tags, asked]).toEqual([
      ['1', '2', '3'],
      ['', 'last=1', 'last=x'],
    ])
  })

  test.each([
    { why: 'go round', next: (query: string) => (query === 'a' ? 'b' : 'a'), asked: 3 },
    { why: 'never end', next: (query: string) => `${query}1`, asked: 10 },
  ])('that $why end in a problem', async ({ next, asked }) => {
    let count = 0
    const collecting = collectTags(async (query) => {
      count += 1
      return { tags: ['1'], next: next(query) }
    }, 10)
    await expect(collecting).rejects.toMatchObject({
      problem: { kind: 'too-many-pages', limit: 10 },
    })
    expect(count).toBe(asked)
  })
})
