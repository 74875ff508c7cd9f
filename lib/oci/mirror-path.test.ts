import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blobPath, mirrorRepository, parseMirrorPath, referencePath } from './mirror-path.ts'
import { parseReference } from './reference.ts'

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}` as const
const upstream = (registry: string, repository: string) => ({
  source: 'upstream',
  registry,
  repository,
})

test.each([
  { why: 'a tag', text: 'nginx', path: '/v2/docker.io/library/nginx/manifests/latest' },
  { why: 'a port', text: 'localhost:5000/app:1', path: '/v2/localhost_5000/app/manifests/1' },
  {
    why: 'tag and digest',
    text: `ghcr.io/a/b:1@${DIGEST}`,
    path: `/v2/ghcr.io/a/b/manifests/${DIGEST}`,
  },
  { why: 'a host without a dot', text: 'localhost/app:1', path: '/v2/localhost_/app/manifests/1' },
  { why: 'IPv6', text: '[::1]:5000/app:1', path: '/v2/[__1]_5000/app/manifests/1' },
])('writes $why and reads it back', ({ text, path }) => {
  const reference = parseReference(text)
  expect(referencePath(reference)).toBe(path)
  expect(parseMirrorPath(path)).toMatchObject({
    kind: 'manifests',
    place: upstream(reference.registry, reference.repository),
    reference: reference.digest ?? reference.tag,
    digest: reference.digest,
  })
})

test('writes the path of a blob', () => {
  const path = blobPath(parseReference('localhost:5000/app'), DIGEST)
  expect(path).toBe(`/v2/localhost_5000/app/blobs/${DIGEST}`)
  expect(parseMirrorPath(path)).toEqual({
    kind: 'blobs',
    place: upstream('localhost:5000', 'app'),
    digest: DIGEST,
  })
  expect(mirrorRepository('ghcr.io', 'a/b')).toBe('ghcr.io/a/b')
})

test.each([
  { why: 'the base', path: '/v2/', request: { kind: 'base' } },
  { why: 'the base without a slash', path: '/v2', request: { kind: 'base' } },
  {
    why: 'a sample',
    path: '/v2/samples/hello/manifests/1.0',
    request: {
      kind: 'manifests',
      place: { source: 'sample', name: 'hello' },
      reference: '1.0',
      digest: null,
    },
  },
  {
    why: 'tags, with a query',
    path: '/v2/a.io/b/tags/list?n=2&last=x',
    request: { kind: 'tags', place: upstream('a.io', 'b') },
  },
  {
    why: 'referrers',
    path: `/v2/a.io/b/referrers/${DIGEST}?artifactType=x`,
    request: { kind: 'referrers', place: upstream('a.io', 'b'), digest: DIGEST },
  },
  {
    why: 'a colon as clients escape it',
    path: `/v2/a.io/b/blobs/${DIGEST.replace(':', '%3A')}`,
    request: { kind: 'blobs', place: upstream('a.io', 'b'), digest: DIGEST },
  },
  {
    why: 'a repository called manifests',
    path: '/v2/a.io/manifests/manifests/latest',
    request: { kind: 'manifests', place: upstream('a.io', 'manifests'), reference: 'latest' },
  },
  {
    why: 'a repository of route words',
    path: '/v2/a.io/blobs/tags/list/manifests/tags/list',
    request: { kind: 'tags', place: upstream('a.io', 'blobs/tags/list/manifests') },
  },
  {
    why: 'a tag called list',
    path: '/v2/a.io/tags/manifests/list',
    request: { kind: 'manifests', place: upstream('a.io', 'tags'), reference: 'list' },
  },
  {
    why: 'an unregistered digest algorithm',
    path: '/v2/a.io/b/blobs/md5:abc',
    request: { kind: 'blobs', digest: 'md5:abc' },
  },
])('reads $why', ({ path, request }) => {
  expect(parseMirrorPath(path)).toMatchObject(request)
})

test.each([
  { why: 'another root', path: '/v1/a.io/b/tags/list', status: 404, code: 'UNSUPPORTED' },
  { why: 'an unknown route', path: '/v2/a.io/b/nothing/x', status: 404, code: 'UNSUPPORTED' },
  {
    why: 'the start of a push',
    path: '/v2/a.io/b/blobs/uploads/',
    status: 404,
    code: 'UNSUPPORTED',
  },
  { why: 'the catalog', path: '/v2/_catalog', status: 404, code: 'UNSUPPORTED' },
  { why: 'no repository', path: '/v2/a.io/manifests/latest', status: 400, code: 'NAME_INVALID' },
  {
    why: 'nothing before the route',
    path: '/v2/manifests/latest',
    status: 400,
    code: 'NAME_INVALID',
  },
  {
    why: 'no registry',
    path: '/v2/library/nginx/manifests/latest',
    status: 404,
    code: 'NAME_UNKNOWN',
  },
  { why: 'a deeper sample', path: '/v2/samples/a/b/tags/list', status: 404, code: 'NAME_UNKNOWN' },
  { why: 'no sample', path: '/v2/samples/tags/list', status: 400, code: 'NAME_INVALID' },
  { why: 'a capital', path: '/v2/a.io/B/tags/list', status: 400, code: 'NAME_INVALID' },
  {
    why: 'a repository of 256',
    path: `/v2/a.io/${'x'.repeat(256)}/tags/list`,
    status: 400,
    code: 'NAME_INVALID',
  },
  { why: 'a bad host', path: '/v2/-a.io/b/tags/list', status: 400, code: 'NAME_INVALID' },
  { why: 'an empty segment', path: '/v2/a.io//b/tags/list', status: 400, code: 'NAME_INVALID' },
  { why: 'a dot segment', path: '/v2/a.io/../b/tags/list', status: 400, code: 'NAME_INVALID' },
  {
    why: 'an encoded dot segment',
    path: '/v2/a.io/%2e%2E/b/tags/list',
    status: 400,
    code: 'NAME_INVALID',
  },
  {
    why: 'an encoded slash inside a repository',
    path: '/v2/a.io/b%2fc/tags/list',
    status: 400,
    code: 'NAME_INVALID',
  },
  {
    why: 'a dot segment for a tag',
    path: '/v2/a.io/b/manifests/..',
    status: 400,
    code: 'NAME_INVALID',
  },
  { why: 'an encoded slash', path: '/v2/a.io%2Fb/tags/list', status: 400, code: 'NAME_INVALID' },
  {
    why: 'a slash encoded twice',
    path: '/v2/a.io/b%252Fc/tags/list',
    status: 400,
    code: 'NAME_INVALID',
  },
  { why: 'a backslash', path: '/v2/a.io/b\\c/tags/list', status: 400, code: 'NAME_INVALID' },
  { why: 'a zero byte', path: '/v2/a.io/b%00/tags/list', status: 400, code: 'NAME_INVALID' },
  { why: 'a broken escape', path: '/v2/a.io/b%zz/tags/list', status: 400, code: 'NAME_INVALID' },
  {
    why: 'bytes that are no UTF-8',
    path: '/v2/a.io/b%ff/tags/list',
    status: 400,
    code: 'NAME_INVALID',
  },
  { why: 'a blob by tag', path: '/v2/a.io/b/blobs/latest', status: 400, code: 'DIGEST_INVALID' },
  {
    why: 'a short digest',
    path: '/v2/a.io/b/manifests/sha256:abc',
    status: 400,
    code: 'DIGEST_INVALID',
  },
  {
    why: 'a tag that cannot be',
    path: '/v2/a.io/b/manifests/.x',
    status: 404,
    code: 'MANIFEST_UNKNOWN',
  },
  {
    why: 'referrers of a tag',
    path: '/v2/a.io/b/referrers/x',
    status: 400,
    code: 'DIGEST_INVALID',
  },
])('refuses $why', ({ path, status, code }) => {
  expect(parseMirrorPath(path)).toMatchObject({ kind: 'refused', status, code })
})

test('never throws, whatever the path', () => {
  const pieces = fc.constantFrom('/', 'v2', 'a.io', '%', '%2f', '%2e', '..', 'manifests', 'é', '_')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      expect(parseMirrorPath(`/v2/${parts.join('')}`)).toHaveProperty('kind')
    }),
  )
})
