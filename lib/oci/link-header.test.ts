import { describe, expect, test } from 'vitest'
import { nextPage, parseLinks } from './link-header.ts'
import { ProblemError } from './problem.ts'

const from = new URL('https://registry.example/v2/team/app/tags/list?n=2')

function reasonOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'link-refused') {
      return error.problem.reason
    }
    throw error
  }
  return 'followed'
}

describe('a Link header', () => {
  test.each([
    { why: 'one', header: '</a>; rel="next"', links: [['/a', { rel: 'next' }]] },
    { why: 'no parameter', header: '</a>', links: [['/a', {}]] },
    { why: 'a token for a value', header: '</a>;rel=next', links: [['/a', { rel: 'next' }]] },
    { why: 'upper case', header: '</a>; REL="next"', links: [['/a', { rel: 'next' }]] },
    { why: 'a parameter twice', header: '</a>; rel=a; rel=b', links: [['/a', { rel: 'a' }]] },
    { why: 'no value', header: '</a>; crossorigin', links: [['/a', { crossorigin: '' }]] },
    {
      why: 'marks inside quotes',
      header: '</a>; title="a, b; \\"c\\"", </b>',
      links: [
        ['/a', { title: 'a, b; "c"' }],
        ['/b', {}],
      ],
    },
    { why: 'a comma in the address', header: '</a,b>', links: [['/a,b', {}]] },
    {
      why: 'empty elements',
      header: ' , </a>,, </b> ,',
      links: [
        ['/a', {}],
        ['/b', {}],
      ],
    },
    { why: 'a semicolon at the end', header: '</a>; rel=next;', links: [['/a', { rel: 'next' }]] },
    { why: 'nothing', header: '', links: [] },
    {
      why: 'a name from the prototype',
      header: '</a>; __proto__=x',
      links: [['/a', { ['__proto__']: 'x' }]],
    },
  ])('with $why', ({ header, links }) => {
    const read = parseLinks(header).map(({ target, parameters }) => [target, [...parameters]])
    expect(read).toEqual(
      links.map(([target, parameters]) => [target, Object.entries(parameters as object)]),
    )
  })

  test.each([
    { why: 'no brackets', header: '/a; rel="next"' },
    { why: 'an open bracket', header: '</a' },
    { why: 'an empty address', header: '<>; rel="next"' },
    { why: 'a space in the address', header: '</a b>' },
    { why: 'a control character in the address', header: '</a\x7f>' },
    { why: 'an open quote', header: '</a>; rel="next' },
    { why: 'an equals sign and nothing', header: '</a>; rel=' },
    { why: 'parameters that nothing parts', header: '</a>; rel="next" media="print"' },
    { why: 'a backslash outside quotes', header: '</a>; rel=a\\b' },
    { why: 'links that nothing parts', header: '</a> </b>' },
  ])('with $why is refused whole', ({ header }) => {
    expect(reasonOf(() => parseLinks(header))).toBe('malformed')
  })

  test('of a megabyte is read in no time', () => {
    const began = performance.now()
    parseLinks('</a>;a=b,'.repeat(100_000))
    reasonOf(() => parseLinks(`</a>; rel="${'\\'.repeat(500_000)}`))
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('the next page', () => {
  test.each([
    { why: 'a path', link: '/v2/team/app/tags/list?n=2&last=b' },
    { why: 'a whole address', link: 'https://registry.example/v2/team/app/tags/list?n=2&last=b' },
    { why: 'only a query', link: '?n=2&last=b' },
    {
      why: 'the default port',
      link: 'https://registry.example:443/v2/team/app/tags/list?n=2&last=b',
    },
  ])('is $why', ({ link }) => {
    const to = 'https://registry.example/v2/team/app/tags/list?n=2&last=b'
    expect(nextPage([`<${link}>; rel="next"`], from)?.href).toBe(to)
  })

  test.each([
    { why: 'there is no header', headers: [] },
    { why: 'the relation is another', headers: ['</v2/team/app/tags/list>; rel="prev"'] },
  ])('is none where $why', ({ headers }) => {
    expect(nextPage(headers, from)).toBeNull()
  })

  test.each([
    { why: 'relation is one of several', header: '<?last=b>; rel="self next"' },
    { why: 'relation is in upper case', header: '<?last=b>; rel=NEXT' },
    { why: 'relation is left out', header: '<?last=b>' },
    { why: 'link is the second', header: '<?n=1>; rel=prev, <?last=b>; rel=next' },
    {
      why: 'link with a relation comes after one without',
      header: '<?last=a>, <?last=b>; rel=next',
    },
  ])('is found when its $why', ({ header }) => {
    expect(nextPage([header], from)?.searchParams.get('last')).toBe('b')
  })

  test.each([
    {
      why: 'another host',
      link: 'https://evil.example/v2/team/app/tags/list',
      reason: 'other-origin',
    },
    {
      why: 'a host without a scheme',
      link: '//evil.example/v2/team/app/tags/list',
      reason: 'other-origin',
    },
    {
      why: 'another port',
      link: 'https://registry.example:444/v2/team/app/tags/list',
      reason: 'other-origin',
    },
    {
      why: 'plain http',
      link: 'http://registry.example/v2/team/app/tags/list',
      reason: 'other-origin',
    },
    {
      why: 'a user',
      link: 'https://u@registry.example/v2/team/app/tags/list',
      reason: 'other-origin',
    },
    { why: 'another list', link: '/v2/_catalog?n=2', reason: 'other-list' },
    { why: 'a manifest', link: '/v2/team/app/manifests/list', reason: 'other-list' },
    { why: 'no address', link: 'https://', reason: 'malformed' },
  ])('at $why is not gone to', ({ link, reason }) => {
    expect(reasonOf(() => nextPage([`<${link}>; rel="next"`], from))).toBe(reason)
  })
})
