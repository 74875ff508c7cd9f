import { gzipSync } from 'node:zlib'
import type { FindingKind } from '../../oci/finding.ts'
import type { Problem } from '../../oci/problem.ts'
import * as answers from './hostile-answers.ts'
import { good, type HostileAnswer, hostileConfig, MANIFEST, sha256 } from './hostile-answers.ts'

/** One way to misbehave, and what must come of it. */
export type HostileCase = {
  /** its repository */
  name: string
  why: string
  expected: Expected
  answer: HostileAnswer
}

/** `at` says what meets it: fetching the manifest, fetching its config, or decoding the manifest's bytes. */
export type Expected =
  | { at: 'manifest' | 'blob' | 'decoding'; problem: Problem['kind']; fields?: Fields }
  | { at: 'decoding'; finding: FindingKind['kind'] }
  | { at: 'manifest'; resolved: true }

type Fields = Record<string, unknown>

const KiB = 1024
const NOBODY = `sha256:${'0'.repeat(64)}`
const { bearer, blob, challenged, cut, endless, every, manifest, onGet, redirect, send } = answers

const fails = (problem: Problem['kind'], fields: Fields = {}): Expected => ({
  ...{ at: 'manifest', problem, fields },
})

/** What comes is not what was named. */
const wrongBytes: HostileCase[] = [
  {
    name: 'wrong-digest',
    why: 'the header names other bytes',
    expected: fails('digest-mismatch', { want: NOBODY }),
    answer: manifest(good, { 'Docker-Content-Digest': NOBODY }),
  },
  {
    name: 'head-lies',
    why: 'HEAD promises a digest that the GET does not keep',
    expected: fails('digest-mismatch', { want: NOBODY }),
    answer: ({ method }, response) => {
      const headers = { 'Content-Type': MANIFEST, 'Docker-Content-Digest': NOBODY }
      send(response, 200, headers, method === 'HEAD' ? '' : good)
    },
  },
  {
    name: 'wrong-blob',
    why: 'the config has other bytes than its digest',
    expected: { at: 'blob', problem: 'digest-mismatch', fields: { want: sha256(hostileConfig) } },
    answer: blob(every(200, {}, Buffer.from(hostileConfig).reverse())),
  },
  {
    name: 'wrong-size',
    why: 'the manifest gives the config another size',
    expected: { at: 'blob', problem: 'size-mismatch', fields: { want: 99 } },
    answer: manifest(answers.manifestText('', 99)),
  },
  {
    name: 'truncated',
    why: 'the connection ends before Content-Length is reached',
    expected: fails('truncated', { want: good.length, got: 10 }),
    answer: cut({ 'Content-Length': good.length }),
  },
  {
    name: 'truncated-chunks',
    why: 'the connection ends in the middle, and no length was promised',
    expected: fails('conversation-cut'),
    answer: cut({}),
  },
  {
    name: 'gzip-manifest',
    why: 'encoded although identity was asked for: not the bytes that were hashed',
    expected: fails('content-encoding', { encoding: 'gzip' }),
    answer: manifest(gzipSync(good), { 'Content-Encoding': 'gzip' }),
  },
  {
    name: 'digest-nonsense',
    why: 'a digest header that is none: the bytes speak for themselves',
    expected: { at: 'manifest', resolved: true },
    answer: manifest(good, { 'Docker-Content-Digest': '../../etc/passwd' }),
  },
]

const tooMuch: HostileCase[] = [
  {
    name: 'too-large',
    why: 'a body without a length that does not end',
    expected: fails('too-large', { what: 'manifest', size: null }),
    answer: endless(Buffer.alloc(256 * KiB, ' '), () => 1),
  },
  {
    name: 'too-large-declared',
    why: 'a length over the limit is refused before a byte is read',
    expected: fails('too-large', { what: 'manifest', size: 2 ** 40 }),
    answer: onGet((_, response) => {
      response.writeHead(200, { 'Content-Type': MANIFEST, 'Content-Length': 2 ** 40 })
      response.flushHeaders()
    }),
  },
  {
    name: 'error-too-large',
    why: 'an error page without end',
    expected: fails('too-large', { what: 'error' }),
    answer: every(404, { 'Content-Type': 'text/html' }, Buffer.alloc(65 * KiB, 'x')),
  },
  {
    name: 'token-too-large',
    why: 'a token that does not fit into any header',
    expected: fails('too-large', { what: 'token' }),
    answer: challenged(bearer('token-too-large'), every(200, {}, Buffer.alloc(65 * KiB, 'x'))),
  },
  {
    name: 'slow-drip',
    why: 'a byte now and then keeps the connection alive for ever',
    expected: fails('timeout', { phase: 'total' }),
    answer: endless(Buffer.from(' '), ({ drip }) => drip),
  },
  {
    name: 'stalled',
    why: 'a first byte and then nothing',
    expected: fails('timeout', { phase: 'idle' }),
    answer: onGet((_, response) => {
      response.writeHead(200, { 'Content-Type': MANIFEST })
      response.write(' ')
    }),
  },
  {
    name: 'mute',
    why: 'the connection is taken, but no answer comes',
    expected: fails('timeout', { phase: 'headers' }),
    answer: () => {},
  },
]

const elsewhere: HostileCase[] = [
  {
    name: 'redirect-loop',
    why: 'round and round',
    expected: fails('too-many-redirects', { limit: 5 }),
    answer: redirect(({ origin }) => `${origin}/v2/redirect-loop/manifests/1`),
  },
  {
    name: 'redirect-literal',
    why: 'to a private address by its number',
    expected: fails('address-refused', { address: '10.0.0.1' }),
    answer: redirect(() => 'https://10.0.0.1/'),
  },
  {
    name: 'redirect-metadata',
    why: 'to the address where clouds keep their secrets, written as one number',
    expected: fails('address-refused', { address: '169.254.169.254' }),
    answer: redirect(() => 'http://2852039166/latest/'),
  },
  {
    name: 'redirect-mapped',
    why: 'to loopback inside an IPv6 address',
    expected: fails('address-refused', { address: '::ffff:7f00:1' }),
    answer: redirect(() => 'https://[::ffff:127.0.0.1]/'),
  },
  {
    name: 'redirect-name',
    why: 'to a name that is not on the list, whatever it resolves to',
    expected: fails('redirect-refused', { reason: 'host-not-listed' }),
    answer: redirect(() => 'https://internal.hostile.test/'),
  },
  {
    name: 'redirect-plain',
    why: 'to http',
    expected: fails('redirect-refused', { reason: 'not-https' }),
    answer: redirect(() => 'http://cdn.hostile.test/'),
  },
  {
    name: 'redirect-userinfo',
    why: 'to an address that carries a password',
    expected: fails('redirect-refused', { reason: 'userinfo' }),
    answer: redirect(({ origin }) => origin.replace('//', '//user:secret@')),
  },
  {
    name: 'redirect-port',
    why: 'to another port than that of https',
    expected: fails('redirect-refused', { reason: 'port' }),
    answer: redirect(() => 'https://cdn.hostile.test:8443/'),
  },
  {
    name: 'redirect-nowhere',
    why: 'a redirect without a Location',
    expected: fails('redirect-refused', { reason: 'malformed' }),
    answer: every(307, {}),
  },
]

const lettingIn: HostileCase[] = [
  {
    name: 'realm-elsewhere',
    why: 'a challenge that would send us, and our password, to another host',
    expected: fails('realm-refused', { realm: 'https://tokens.hostile.test/' }),
    answer: challenged(() => 'Bearer realm="https://tokens.hostile.test/",service="hostile"'),
  },
  {
    name: 'realm-private',
    why: 'a challenge that names a private address',
    expected: fails('realm-refused'),
    answer: challenged(() => 'Bearer realm="http://169.254.169.254/token"'),
  },
  {
    name: 'token-redirect',
    why: 'a token server that passes us on',
    expected: fails('token-redirect', { status: 307 }),
    answer: challenged(
      bearer('token-redirect'),
      redirect(({ origin }) => `${origin}/v2/`),
    ),
  },
  {
    name: 'token-page',
    why: 'a token server that answers with a page',
    expected: fails('token-failed', { status: 200 }),
    answer: challenged(bearer('token-page'), every(200, {}, '<h1>Log in</h1>')),
  },
  {
    name: 'token-injection',
    why: 'a token that would start a header of its own',
    expected: fails('token-failed', { status: 200 }),
    answer: challenged(bearer('token-injection'), every(200, {}, '{"token":"x\\r\\nX-Evil: 1"}')),
  },
  {
    name: 'token-refused',
    why: 'no token for a repository that is private or absent',
    expected: fails('not-found-or-private', { status: 403, diagnostics: [{ code: 'DENIED' }] }),
    answer: challenged(bearer('token-refused'), every(403, {}, '{"errors":[{"code":"DENIED"}]}')),
  },
  {
    name: 'token-useless',
    why: 'the token is given but not honoured',
    expected: fails('not-found-or-private', { status: 401 }),
    answer: challenged(bearer('token-useless'), every(200, {}, '{"token":"bad"}')),
  },
  {
    name: 'no-challenge',
    why: '401, and not a word about what is wanted',
    expected: fails('challenge-missing'),
    answer: every(401, {}),
  },
  {
    name: 'strange-challenge',
    why: 'a scheme nobody here speaks',
    expected: fails('challenge-unsupported', { scheme: 'negotiate' }),
    answer: every(401, { 'WWW-Authenticate': 'Negotiate' }),
  },
  {
    name: 'two-challenges',
    why: 'two schemes in one header: the one we can answer is taken',
    expected: { at: 'manifest', resolved: true },
    answer: challenged((ask) => `Basic realm="hostile", ${bearer('two-challenges')(ask)}`),
  },
  {
    name: 'password-wanted',
    why: 'only a password would do',
    expected: fails('credentials-needed'),
    answer: every(401, { 'WWW-Authenticate': 'Basic realm="hostile"' }),
  },
]

const noAnswer: HostileCase[] = [
  {
    name: 'html-error',
    why: 'a gateway’s own page instead of an error body',
    expected: fails('registry', { status: 502, contentType: 'text/html', diagnostics: [] }),
    answer: every(502, { 'Content-Type': 'text/html' }, '<script>alert(1)</script>'),
  },
  {
    name: 'html-page',
    why: 'a page, and 200',
    expected: fails('media-type-refused', { mediaType: 'text/html' }),
    answer: manifest('<script>alert(1)</script>', { 'Content-Type': 'text/html' }),
  },
  {
    name: 'rate-limited-seconds',
    why: 'Retry-After as a number',
    expected: fails('rate-limited', { retryAfter: 120 }),
    answer: every(429, { 'Retry-After': '120' }, 'toomanyrequests'),
  },
  {
    name: 'rate-limited-date',
    why: 'Retry-After as a date, here one that has come',
    expected: fails('rate-limited', { retryAfter: 0 }),
    answer: every(429, { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
  },
]

/** The bytes come through as they are; the decoder speaks. */
const oddDocuments: HostileCase[] = [
  {
    name: 'byte-order-mark',
    why: 'three bytes that text decoders eat: the digest includes them',
    expected: { at: 'decoding', finding: 'bom' },
    answer: manifest(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good])),
  },
  {
    name: 'duplicate-keys',
    why: 'two parsers may see two manifests',
    expected: { at: 'decoding', finding: 'duplicate-key' },
    answer: manifest(answers.manifestText(',"layers":[]')),
  },
  {
    name: 'deep-nesting',
    why: 'deeper than any stack',
    expected: { at: 'decoding', problem: 'json-depth' },
    answer: manifest(`${'['.repeat(100 * KiB)}${']'.repeat(100 * KiB)}`),
  },
]

export const hostileCases: readonly HostileCase[] = [
  ...wrongBytes,
  ...tooMuch,
  ...elsewhere,
  ...lettingIn,
  ...noAnswer,
  ...oddDocuments,
]
