import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReference } from './reference.ts'
import { formatReference, manifestReference } from './reference-text.ts'

const HEX = '0123456789abcdef'.repeat(4)
const DIGEST = `sha256:${HEX}`

test.each([
  { why: 'a bare name', text: 'nginx', normal: 'docker.io/library/nginx:latest' },
  { why: 'white space around', text: ' nginx\n', normal: 'docker.io/library/nginx:latest' },
  { why: 'a tag', text: 'nginx:1.27', normal: 'docker.io/library/nginx:1.27' },
  { why: 'a user', text: 'owner/app', normal: 'docker.io/owner/app:latest' },
  { why: 'the library', text: 'library/nginx', normal: 'docker.io/library/nginx:latest' },
  { why: 'the registry', text: 'docker.io/nginx', normal: 'docker.io/library/nginx:latest' },
  { why: 'an alias', text: 'index.docker.io/a/b', normal: 'docker.io/a/b:latest' },
  {
    why: 'the API host',
    text: 'registry-1.docker.io/nginx',
    normal: 'docker.io/library/nginx:latest',
  },
  { why: 'a deep name', text: 'docker.io/library/a/b', normal: 'docker.io/library/a/b:latest' },
  { why: 'another registry', text: 'ghcr.io/owner/app:1', normal: 'ghcr.io/owner/app:1' },
  {
    why: 'one component there',
    text: 'registry.k8s.io/pause:3.10',
    normal: 'registry.k8s.io/pause:3.10',
  },
  { why: 'a port', text: 'localhost:5000/app', normal: 'localhost:5000/app:latest' },
  { why: 'localhost', text: 'localhost/app', normal: 'localhost/app:latest' },
  { why: 'an address', text: '127.0.0.1:5000/app', normal: '127.0.0.1:5000/app:latest' },
  { why: 'IPv6', text: '[::1]:5000/app:1', normal: '[::1]:5000/app:1' },
  { why: 'an upper-case first part, so a host', text: 'Foo/bar', normal: 'Foo/bar:latest' },
  {
    why: 'no slash, so no port',
    text: 'localhost:5000',
    normal: 'docker.io/library/localhost:5000',
  },
  {
    why: 'a name like an address',
    text: '192.168.0.1:80',
    normal: 'docker.io/library/192.168.0.1:80',
  },
  {
    why: 'a digest and no tag',
    text: `nginx@${DIGEST}`,
    normal: `docker.io/library/nginx@${DIGEST}`,
  },
  { why: 'tag and digest', text: `a/b:1@${DIGEST}`, normal: `docker.io/a/b:1@${DIGEST}` },
  { why: 'sha512', text: `a/b@sha512:${HEX}${HEX}`, normal: `docker.io/a/b@sha512:${HEX}${HEX}` },
  { why: 'every separator', text: 'a.io/b.c_d__e---f/g', normal: 'a.io/b.c_d__e---f/g:latest' },
  { why: 'odd but legal tag', text: 'a/b:__A--b..5__', normal: 'docker.io/a/b:__A--b..5__' },
  { why: '63 hex digits', text: HEX.slice(1), normal: `docker.io/library/${HEX.slice(1)}:latest` },
  { why: '64 hex digits of somebody', text: `a/${HEX}`, normal: `docker.io/a/${HEX}:latest` },
])('normalises $why', ({ text, normal }) => {
  expect(formatReference(parseReference(text))).toBe(normal)
})

test.each([
  { why: 'nothing', text: ' ', reason: 'empty', at: null },
  { why: 'a transport', text: 'docker://nginx', reason: 'scheme', at: 0, part: 'docker://' },
  {
    why: 'a web address',
    text: 'https://hub.docker.com/_/nginx',
    reason: 'scheme',
    at: 0,
    part: 'https://',
  },
  {
    why: 'a transport in capitals',
    text: 'OCI://localhost/a',
    reason: 'scheme',
    at: 0,
    part: 'OCI://',
  },
  { why: 'two slashes', text: '//nginx', reason: 'scheme', at: 0, part: '//' },
  { why: 'an inner space', text: 'nginx :1', reason: 'white-space', at: 5 },
  { why: 'an image ID', text: HEX, reason: 'hex-name', at: 0, part: HEX },
  { why: 'a capital', text: 'Nginx', reason: 'upper-case', at: 0, part: 'Nginx' },
  {
    why: 'a capital further on',
    text: 'docker.io/a/bC:1',
    reason: 'upper-case',
    at: 13,
    part: 'a/bC',
  },
  { why: 'a strange character', text: 'aa/as$d/aa', reason: 'character', at: 5, part: '$' },
  { why: 'a character outside the BMP', text: 'a/🐳', reason: 'character', at: 2, part: '🐳' },
  { why: 'a query', text: 'docker.io/a/b?x=1', reason: 'character', at: 13, part: '?' },
  {
    why: 'an underscore in a host',
    text: 'foo_bar.com/app',
    reason: 'host',
    at: 3,
    part: 'foo_bar.com',
  },
  { why: 'a dash before a host', text: '-a.io/b/c', reason: 'host', at: 0, part: '-a.io' },
  {
    why: 'a port that is no number',
    text: 'a.io:http/b',
    reason: 'host',
    at: 0,
    part: 'a.io:http',
  },
  { why: 'IPv6 with a zone', text: '[fe80::1%eth0]:5000/a', reason: 'host', at: 8 },
  { why: 'IPv6 alone, so a name', text: '[::1]:5000', reason: 'character', at: 0, part: '[' },
  { why: 'no name, only a tag', text: ':tag', reason: 'repository', at: 0, part: '' },
  { why: 'no name, only a digest', text: `@${DIGEST}`, reason: 'repository', at: 0, part: '' },
  { why: 'a slash at the end', text: 'a.io/b/', reason: 'repository', at: 7, part: '' },
  { why: 'an empty component', text: 'a.io/b//c', reason: 'repository', at: 7, part: '' },
  { why: 'a dash before a component', text: 'a/-b', reason: 'repository', at: 2, part: '-b' },
  { why: 'two dots', text: 'a/b..c', reason: 'repository', at: 2, part: 'b..c' },
  { why: 'three underscores', text: 'a/b___c', reason: 'repository', at: 2, part: 'b___c' },
  { why: 'an empty tag', text: 'a/b:', reason: 'tag', at: 4, part: '' },
  { why: 'an empty tag before a digest', text: `a/b:@${DIGEST}`, reason: 'tag', at: 4, part: '' },
  { why: 'a dot before a tag', text: 'a/b:.x', reason: 'tag', at: 4, part: '.x' },
  { why: 'a strange tag', text: 'a/b:x~y', reason: 'tag', at: 5, part: 'x~y' },
  { why: 'a second tag', text: 'a/b:x:y', reason: 'tag', at: 5, part: 'x:y' },
  { why: 'a tag of 129', text: `a/b:${'x'.repeat(129)}`, reason: 'tag', at: 132 },
  { why: 'a short digest', text: 'a/b@sha256:abc', reason: 'digest', at: 4, part: 'sha256:abc' },
  { why: 'no digest behind @', text: 'a/b@', reason: 'digest', at: 4, part: '' },
  { why: 'two digests', text: `a/b@${DIGEST}@${DIGEST}`, reason: 'digest', at: 4 },
  { why: 'a digest nobody can check', text: `a/b@foo:${HEX}`, reason: 'digest', at: 4 },
  { why: 'a repository of 256', text: `a.io/${'x'.repeat(256)}`, reason: 'too-long', at: 260 },
  { why: 'a flood', text: `a/${'b/'.repeat(1000)}c`, reason: 'too-long', at: 1024 },
])('refuses $why', ({ text, reason, at, part }) => {
  expect(() => parseReference(text)).toThrow(
    expect.objectContaining({
      problem: {
        kind: 'reference-syntax',
        input: text.trim(),
        reason,
        at,
        ...(reason === 'too-long' || reason === 'white-space' || reason === 'empty'
          ? {}
          : { part: part ?? expect.any(String) }),
      },
    }),
  )
})

test('tells how the normal form came to be', () => {
  expect(parseReference('nginx').steps).toEqual([
    { kind: 'default-registry', value: 'docker.io' },
    { kind: 'library-prefix', value: 'library/nginx' },
    { kind: 'default-tag', value: 'latest' },
  ])
  expect(parseReference(`index.docker.io/a/b:1@${DIGEST}`).steps).toEqual([
    { kind: 'alias-registry', from: 'index.docker.io', to: 'docker.io' },
    { kind: 'digest-wins', tag: '1', digest: DIGEST },
  ])
  expect(parseReference(`ghcr.io/a/b@${DIGEST}`)).toEqual({
    input: `ghcr.io/a/b@${DIGEST}`,
    registry: 'ghcr.io',
    repository: 'a/b',
    tag: null,
    digest: DIGEST,
    steps: [],
  })
})

test('asks for the digest where there is one', () => {
  expect(manifestReference(parseReference(`a/b:1@${DIGEST}`))).toBe(DIGEST)
  expect(manifestReference(parseReference('a/b:1'))).toBe('1')
})

test('a repository of 255 characters is the longest', () => {
  expect(parseReference(`a.io/${'x'.repeat(255)}`).repository).toHaveLength(255)
  expect(parseReference('x'.repeat(247)).repository).toHaveLength(255)
})

// Found by fuzzing: the prefix came after the measuring, so the normal form was no reference.
test.each([{ host: '' }, { host: 'docker.io/' }])(
  '`library/` counts, after "$host"',
  ({ host }) => {
    const input = host + 'x'.repeat(248)
    const problem = { kind: 'reference-syntax', input, reason: 'too-long', at: input.length - 1 }
    expect(() => parseReference(input)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining(problem) }),
    )
  },
)

test('what it takes, it takes again in normal form, unchanged', () => {
  const pieces = fc.constantFrom(
    'a',
    'B',
    '0',
    '.',
    '-',
    '_',
    '/',
    ':',
    '@',
    '[',
    ']',
    DIGEST,
    'docker.io/',
    'localhost',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      let normal: string
      try {
        normal = formatReference(parseReference(parts.join('')))
      } catch (error) {
        expect(error).toMatchObject({ problem: { kind: 'reference-syntax' } })
        return
      }
      expect(formatReference(parseReference(normal))).toBe(normal)
    }),
    { numRuns: 2000 },
  )
})
