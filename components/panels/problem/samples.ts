import type { Problem } from '../../../lib/oci/problem.ts'

const want = `sha256:${'1'.repeat(64)}`
const got = `sha256:${'2'.repeat(64)}`
const registry = 'registry.example.org'

/** One Problem of each kind. The compiler asks for a row when a kind is added. */
export const problemSamples: { [K in Problem['kind']]: Extract<Problem, { kind: K }> } = {
  'reference-syntax': { kind: 'reference-syntax', input: 'Nginx', reason: 'upper-case', at: 0 },
  'digest-syntax': { kind: 'digest-syntax', input: 'sha256:abc' },
  'platform-syntax': { kind: 'platform-syntax', input: 'linux' },
  'registry-not-listed': { kind: 'registry-not-listed', registry },
  offline: { kind: 'offline', registry },
  'live-off': { kind: 'live-off', registry },
  timeout: { kind: 'timeout', host: registry, phase: 'headers', limit: 8000 },
  tls: { kind: 'tls', host: registry, code: 'CERT_HAS_EXPIRED' },
  'address-refused': { kind: 'address-refused', host: registry, address: '10.0.0.7' },
  'redirect-refused': {
    kind: 'redirect-refused',
    from: 'https://registry.example.org/v2/',
    to: 'http://cdn.example.org/',
    reason: 'not-https',
  },
  'too-many-redirects': { kind: 'too-many-redirects', limit: 5 },
  'challenge-missing': { kind: 'challenge-missing', registry },
  'challenge-unsupported': { kind: 'challenge-unsupported', registry, scheme: 'Negotiate' },
  'realm-refused': { kind: 'realm-refused', registry, realm: 'https://auth.example.net/token' },
  'token-failed': {
    kind: 'token-failed',
    registry,
    status: 401,
    diagnostics: [{ code: 'UNAUTHORIZED' }],
  },
  'token-redirect': { kind: 'token-redirect', registry, status: 302 },
  'not-found-or-private': {
    kind: 'not-found-or-private',
    reference: 'registry.example.org/team/app:1.0',
    status: 404,
    diagnostics: [{ code: 'MANIFEST_UNKNOWN' }],
  },
  'credentials-needed': { kind: 'credentials-needed', registry },
  'rate-limited': { kind: 'rate-limited', registry, retryAfter: 90 },
  'visitor-limited': { kind: 'visitor-limited', retryAfter: 12 },
  'cross-site': { kind: 'cross-site' },
  'host-refused': { kind: 'host-refused', host: 'rebound.example' },
  registry: { kind: 'registry', registry, status: 500, contentType: 'text/html', diagnostics: [] },
  'too-large': { kind: 'too-large', what: 'manifest', limit: 4_194_304, size: 20_971_520 },
  truncated: { kind: 'truncated', want: 1524, got: 1000 },
  'digest-mismatch': { kind: 'digest-mismatch', want, got },
  'size-mismatch': { kind: 'size-mismatch', want: 1524, got: 1525 },
  'content-encoding': { kind: 'content-encoding', encoding: 'gzip' },
  'media-type-refused': { kind: 'media-type-refused', mediaType: 'text/html' },
  'blob-not-named': { kind: 'blob-not-named', digest: want, repository: 'team/app' },
  'blob-omitted': { kind: 'blob-omitted', digest: want, reason: 'over 1 MiB' },
  'sample-unknown': { kind: 'sample-unknown', name: 'hullo' },
  'text-encoding': { kind: 'text-encoding', at: 17 },
  'json-syntax': { kind: 'json-syntax', at: 1, expected: 'value' },
  'json-depth': { kind: 'json-depth', limit: 100 },
  'document-shape': { kind: 'document-shape', at: '/layers', expected: 'array' },
  'digest-unverifiable': { kind: 'digest-unverifiable', algorithm: 'blake3' },
  'platform-missing': {
    kind: 'platform-missing',
    platform: 'linux/riscv64',
    offered: ['linux/amd64', 'linux/arm64'],
  },
  'conversation-cut': { kind: 'conversation-cut' },
  internal: { kind: 'internal' },
}
