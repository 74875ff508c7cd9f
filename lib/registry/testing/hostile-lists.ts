import { OCI_INDEX } from '../../oci/media-type.ts'
import { referrersIndex } from '../../oci/referrers.ts'
import { every, type HostileAnswer, MANIFEST, send, sha256 } from './hostile-answers.ts'
import { longList, oddTags } from './long-list.ts'

/** A registry that is asked for a list, and what the mirror must say. */
export type HostileList = {
  /** its repository */
  name: string
  why: string
  /** below the repository */
  ask: string
  status: number
  /** in the error body; null for an answer that is passed on */
  code: string | null
  answer: HostileAnswer
}

export const SUBJECT = sha256(Buffer.from('what is referred to'))
const REFERRERS = `referrers/${SUBJECT}`
const SCRIPT = '<!doctype html><script>window.ran = true</script>'

const page = (body: string, headers: Record<string, string> = {}): HostileAnswer =>
  every(200, { 'Content-Type': 'application/json', ...headers }, body)

const linked = (link: string) =>
  page('{"name":"a","tags":["1"]}', { Link: `<${link}>; rel="next"` })

export const sbom = {
  mediaType: MANIFEST,
  digest: sha256(Buffer.from('a list of what is inside')),
  size: 24,
  artifactType: 'application/spdx+json',
}

/** A registry as it should be: three tags by twos, one referrer. */
const wellBehaved: HostileAnswer = (asked, response) => {
  const { path, search } = asked
  const query = new URLSearchParams(search)
  if (path === 'tags/list') {
    const first = query.get('last') === null
    const Link = '</v2/lists/tags/list?n=2&last=b>; rel="next"'
    const body = JSON.stringify({ name: 'lists', tags: first ? ['a', 'b'] : ['c'] })
    return page(body, first ? { Link } : {})(asked, response)
  }
  const type = query.get('artifactType')
  const found = type === null || type === sbom.artifactType ? [sbom] : []
  const headers = {
    'Content-Type': OCI_INDEX,
    ...(type && { 'OCI-Filters-Applied': 'artifactType' }),
  }
  send(response, 200, headers, referrersIndex(path === REFERRERS ? found : []))
}

export const hostileLists: readonly HostileList[] = [
  {
    ...{ name: 'lists', why: 'tags', ask: 'tags/list?n=2', status: 200, code: null },
    answer: wellBehaved,
  },
  {
    ...{ name: 'tags-many', why: 'thousands of tags', ask: 'tags/list', status: 200, code: null },
    answer: longList,
  },
  {
    ...{ name: 'tags-odd', why: 'what is no tag', ask: 'tags/list', status: 200, code: null },
    answer: page(JSON.stringify({ name: 'tags-odd', tags: oddTags })),
  },
  {
    ...{ name: 'tags-elsewhere', why: 'tags that go on at another host', ask: 'tags/list' },
    ...{ status: 502, code: 'UNKNOWN' },
    answer: linked('https://elsewhere.hostile.test/v2/tags-elsewhere/tags/list?last=1'),
  },
  {
    ...{ name: 'tags-inside', why: 'tags that go on at a private address', ask: 'tags/list' },
    ...{ status: 502, code: 'UNKNOWN' },
    answer: linked('http://169.254.169.254/v2/tags-inside/tags/list'),
  },
  {
    ...{ name: 'tags-round', why: 'tags that come round again', ask: 'tags/list' },
    ...{ status: 200, code: null },
    answer: linked('/v2/tags-round/tags/list?n=1&last=1'),
  },
  {
    ...{ name: 'tags-too-large', why: 'a page of tags over a MiB', ask: 'tags/list' },
    ...{ status: 403, code: 'DENIED' },
    answer: page(`{"tags":["1"]${' '.repeat(2 ** 20)}}`),
  },
  {
    ...{ name: 'tags-page', why: 'a web page for tags', ask: 'tags/list' },
    ...{ status: 502, code: 'UNKNOWN' },
    answer: every(200, { 'Content-Type': 'text/html' }, SCRIPT),
  },
  {
    ...{ name: 'referrers-redirect', why: 'referrers at a web page elsewhere', ask: REFERRERS },
    ...{ status: 404, code: 'UNSUPPORTED' },
    answer: every(303, { Location: 'https://web.hostile.test/' }),
  },
  {
    ...{ name: 'referrers-page', why: 'a web page for referrers', ask: REFERRERS },
    ...{ status: 404, code: 'UNSUPPORTED' },
    answer: every(200, { 'Content-Type': 'text/html' }, SCRIPT),
  },
  {
    ...{ name: 'referrers-lie', why: 'a web page that says it is an index', ask: REFERRERS },
    ...{ status: 502, code: 'UNKNOWN' },
    answer: every(200, { 'Content-Type': OCI_INDEX }, SCRIPT),
  },
]
