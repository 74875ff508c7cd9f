import { describe, expect, test } from 'vitest'
import { contentLength, retryAfter } from './headers.ts'
import { namedBlobs } from './named.ts'
import { parseRange } from './range.ts'
import { REDACTED, redactHeaders, redactText, redactUrl } from './redaction.ts'
import { decodeDiagnostics, refusal } from './refusal.ts'
import { decodeToken } from './token.ts'

const bytes = (text: string) => Buffer.from(text)

describe('a token', () => {
  const NOW = Date.parse('2026-01-01T00:00:00Z')
  test.each([
    { why: 'token', body: '{"token":"t","expires_in":300}', life: 300 },
    { why: 'access_token', body: '{"access_token":"t","expires_in":300}', life: 300 },
    { why: 'no life given', body: '{"token":"t"}', life: 60 },
    { why: 'half a day', body: '{"token":"t","expires_in":43200}', life: 3600 },
    {
      why: 'an empty token beside access_token',
      body: '{"token":"","access_token":"t"}',
      life: 60,
    },
    {
      why: 'issued a little ago',
      body: '{"token":"t","issued_at":"2025-12-31T23:59:50Z"}',
      life: 50,
    },
    {
      why: 'a clock that is ahead',
      body: '{"token":"t","issued_at":"2030-01-01T00:00:00Z"}',
      life: 60,
    },
  ])('with $why', ({ body, life }) => {
    expect(decodeToken(bytes(body), NOW)).toEqual({ value: 't', expiresAt: NOW + life * 1000 })
  })

  test.each([
    { why: 'no JSON', body: 'IAmNotJson' },
    { why: 'no object', body: '"token"' },
    { why: 'no token', body: '{"refresh_token":"t"}' },
    { why: 'a number', body: '{"token":1}' },
    { why: 'a new line', body: '{"token":"a\\r\\nb"}' },
    { why: 'a space', body: '{"token":"a b"}' },
  ])('is none: $why', ({ body }) => {
    expect(decodeToken(bytes(body), NOW)).toBeNull()
  })
})

describe('an error body', () => {
  test.each([
    {
      why: 'the specification’s form',
      body: '{"errors":[{"code":"DENIED","message":"no","detail":{"a":1}}]}',
      codes: ['DENIED'],
    },
    { why: 'several', body: '{"errors":[{"code":"A"},{"code":"B"}]}', codes: ['A', 'B'] },
    { why: 'an empty list', body: '{"errors":[]}', codes: [] },
    { why: 'the bare true of quay.io', body: 'true', codes: [] },
    { why: 'a page', body: '<html>', codes: [] },
    { why: 'an error without a code', body: '{"errors":[{"message":"no"},null,3]}', codes: [] },
    { why: 'other JSON', body: '{"details":"incorrect username or password"}', codes: [] },
  ])('in $why', ({ body, codes }) => {
    expect(decodeDiagnostics(bytes(body)).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    { status: 401, kind: 'not-found-or-private' },
    { status: 403, kind: 'not-found-or-private' },
    { status: 404, kind: 'not-found-or-private' },
    { status: 429, kind: 'rate-limited' },
    { status: 500, kind: 'registry' },
    { status: 418, kind: 'registry' },
  ])('with $status is $kind', ({ status, kind }) => {
    const answer = { status, headers: [], body: bytes(''), bytes: 0 }
    expect(
      refusal(answer, { registry: 'a.example', reference: 'a.example/b:1' }).problem.kind,
    ).toBe(kind)
  })
})

describe('headers', () => {
  const NOW = Date.parse('2026-01-01T00:00:00Z')
  test.each([
    { why: 'seconds', value: '120', seconds: 120 },
    { why: 'a date', value: 'Thu, 01 Jan 2026 00:02:00 GMT', seconds: 120 },
    { why: 'a date that has passed', value: 'Wed, 21 Oct 2015 07:28:00 GMT', seconds: 0 },
    { why: 'nonsense', value: 'soon', seconds: null },
    { why: 'nothing', value: '', seconds: null },
  ])('Retry-After as $why', ({ value, seconds }) => {
    expect(retryAfter([['Retry-After', value]], NOW)).toBe(seconds)
  })

  test.each([
    { why: 'one', values: ['5'], size: 5 },
    { why: 'none', values: [], size: null },
    { why: 'two that differ', values: ['1', '2'], size: null },
    { why: 'two that agree', values: ['1', '1'], size: null },
    { why: 'a sign', values: ['-1'], size: null },
    { why: 'a unit', values: ['5 bytes'], size: null },
  ])('Content-Length: $why', ({ values, size }) => {
    expect(contentLength(values.map((value) => ['content-length', value] as const))).toBe(size)
  })

  test.each([
    { why: 'from the start', header: 'bytes=0-9', range: { first: 0, last: 9 } },
    { why: 'to the end', header: 'bytes=90-', range: { first: 90, last: 99 } },
    { why: 'the last ones', header: 'bytes=-10', range: { first: 90, last: 99 } },
    { why: 'more than there are', header: 'bytes=-500', range: { first: 0, last: 99 } },
    { why: 'beyond the end', header: 'bytes=50-500', range: { first: 50, last: 99 } },
    { why: 'after the end', header: 'bytes=100-', range: 'unsatisfiable' },
    { why: 'the last none', header: 'bytes=-0', range: 'unsatisfiable' },
    { why: 'several', header: 'bytes=0-1,5-6', range: null },
    { why: 'backwards', header: 'bytes=9-0', range: 'unsatisfiable' },
    { why: 'another unit', header: 'lines=0-9', range: null },
    { why: 'nothing', header: 'bytes=-', range: null },
    { why: 'no header', header: null, range: null },
  ])('Range: $why', ({ header, range }) => {
    expect(parseRange(header, 100)).toEqual(range)
  })
})

describe('what a reader is shown', () => {
  test.each([
    { name: 'Authorization', value: 'Bearer abc', shown: `Bearer ${REDACTED}` },
    { name: 'authorization', value: 'Basic dTpw', shown: `Basic ${REDACTED}` },
    { name: 'Set-Cookie', value: 'sid=1', shown: REDACTED },
    { name: 'docker-ratelimit-source', value: '192.0.2.1', shown: REDACTED },
    { name: 'RateLimit-Remaining', value: '99;w=21600', shown: '99;w=21600' },
    {
      name: 'WWW-Authenticate',
      value:
        'Bearer realm="https://a.example/t?account=me&service=x",service="b",scope="repository:c:pull"',
      shown: `Bearer realm="https://a.example/t?account=${REDACTED}&service=x",service="b",scope="repository:c:pull"`,
    },
    {
      name: 'Location',
      value: 'https://cdn.example/x?X-Amz-Signature=secret&scope=s#f',
      shown: `https://cdn.example/x?X-Amz-Signature=${REDACTED}&scope=s#f`,
    },
  ])('$name: $value', ({ name, value, shown }) => {
    expect(redactHeaders([[name, value]])).toEqual([[name, shown]])
  })

  test('a password in a URL is hidden', () => {
    expect(redactUrl('https://me:secret@a.example/')).toBe(`https://${REDACTED}@a.example/`)
  })
})

describe('the blobs a manifest names', () => {
  const a = `sha256:${'a'.repeat(64)}`
  const b = `sha256:${'b'.repeat(64)}`
  test.each([
    {
      why: 'config and layers',
      text: `{"config":{"digest":"${a}","size":1},"layers":[{"digest":"${b}","size":2}]}`,
      names: [b, a],
    },
    { why: 'blobs of an artifact', text: `{"blobs":[{"digest":"${a}","size":1}]}`, names: [a] },
    { why: 'layers of schema 1', text: `{"fsLayers":[{"blobSum":"${a}"}]}`, names: [a] },
    { why: 'nothing in an index', text: `{"manifests":[{"digest":"${a}","size":1}]}`, names: [] },
    {
      why: 'nothing that is no digest',
      text: '{"config":{"digest":"../../x"},"layers":[null,3]}',
      names: [],
    },
    { why: 'nothing that is no JSON', text: '{', names: [] },
    { why: 'nothing that is too deep', text: '['.repeat(200_000), names: [] },
  ])('$why', ({ text, names }) => {
    expect([...namedBlobs(bytes(text)).keys()]).toEqual(names)
  })
})

describe('an error that echoes what it was sent', () => {
  const url = new URL('https://blobs.example/x?Signature=5ecr3t&scope=kept')
  test.each([
    {
      why: 'a token',
      sent: ['Authorization', 'Bearer eyJh'] as const,
      text: 'no: Bearer eyJh',
      shown: `no: Bearer ${REDACTED}`,
    },
    {
      why: 'a password, in base64 and plain',
      sent: ['Authorization', `Basic ${btoa('me:pass')}`] as const,
      text: `${btoa('me:pass')} me:pass pass me`,
      shown: `${REDACTED} ${REDACTED} ${REDACTED} me`,
    },
    {
      why: 'a signature of the address',
      sent: ['Accept', 'kept'] as const,
      text: '5ecr3t is not for kept',
      shown: `${REDACTED} is not for kept`,
    },
  ])('hides $why', ({ sent, text, shown }) => {
    expect(redactText(text, url, [sent])).toBe(shown)
  })
})
