import { expect, test } from 'vitest'
import type { Digest } from '@/lib/oci/digest'
import { OCI_INDEX, OCI_MANIFEST } from '@/lib/oci/media-type'
import { type Found, together } from './model'
import { type Answer, filteredBy, inIndex, outcomeOf, pathsOf, typeToFilter } from './outcome'

const hex = 'ab'.repeat(32)
const subject: Digest = `sha256:${hex}`
const other: Digest = `sha256:${'cd'.repeat(32)}`
const third: Digest = `sha256:${'ef'.repeat(32)}`
const signed = { mediaType: OCI_MANIFEST, digest: other, size: 7, artifactType: 'application/x' }

const answer = (value: unknown, more: Partial<Answer> = {}): Answer => ({
  ...{ status: 200, mediaType: OCI_INDEX, digest: third, more: false },
  bytes: new TextEncoder().encode(JSON.stringify(value)),
  ...more,
})
const list = (...manifests: unknown[]) => ({ schemaVersion: 2, mediaType: OCI_INDEX, manifests })

test('the five requests', () => {
  expect(pathsOf('ghcr.io/o/app', subject)).toEqual({
    api: `/v2/ghcr.io/o/app/referrers/${subject}`,
    tag: `/v2/ghcr.io/o/app/manifests/sha256-${hex}`,
    signature: `/v2/ghcr.io/o/app/manifests/sha256-${hex}.sig`,
    attestation: `/v2/ghcr.io/o/app/manifests/sha256-${hex}.att`,
    sbom: `/v2/ghcr.io/o/app/manifests/sha256-${hex}.sbom`,
  })
})

test.each([
  {
    why: 'the API has a list',
    way: 'api' as const,
    given: answer(list(signed)),
    outcome: { kind: 'found', referrers: [signed], more: false },
  },
  {
    why: 'the API has an empty list, which says “none”',
    way: 'api' as const,
    given: answer(list()),
    outcome: { kind: 'none' },
  },
  {
    why: 'an empty first page of several says nothing yet',
    way: 'api' as const,
    given: answer(list(), { more: true }),
    outcome: { kind: 'found', referrers: [], more: true },
  },
  {
    why: 'a registry without the API',
    way: 'api' as const,
    given: answer({}, { status: 404 }),
    outcome: { kind: 'absent', status: 404 },
  },
  {
    why: 'an entry that is no descriptor is passed by',
    way: 'api' as const,
    given: answer(list({ digest: 'x' }, signed)),
    outcome: { kind: 'found', referrers: [signed], more: false },
  },
  {
    why: 'the fallback tag',
    way: 'tag' as const,
    given: answer(list(signed)),
    outcome: { kind: 'found', referrers: [signed], more: false },
  },
  {
    why: 'GitLab: the tag leads to the subject itself, whose platforms are no referrers',
    way: 'tag' as const,
    given: answer(list(signed), { digest: subject }),
    outcome: { kind: 'trap', digest: subject },
  },
  {
    why: 'the fallback tag names an image',
    way: 'tag' as const,
    given: answer({}, { mediaType: OCI_MANIFEST }),
    outcome: { kind: 'trap', digest: third },
  },
  {
    why: 'cosign’s tag names one manifest',
    way: 'signature' as const,
    given: answer({ a: 1 }, { mediaType: OCI_MANIFEST }),
    outcome: {
      kind: 'found',
      referrers: [{ mediaType: OCI_MANIFEST, digest: third, size: 7 }],
      more: false,
    },
  },
])('$why', ({ way, given, outcome }) => {
  expect(outcomeOf(way, given, subject)).toMatchObject(outcome)
})

const attestation = {
  ...{ mediaType: OCI_MANIFEST, digest: other, size: 7 },
  annotations: {
    'vnd.docker.reference.type': 'attestation-manifest',
    'vnd.docker.reference.digest': third,
  },
}
const index = { digest: subject, value: list({ ...signed, digest: third }, attestation) }

test.each([
  { why: 'of the whole index', index, of: subject, kind: 'found' },
  { why: 'of the manifest it is about', index, of: third, kind: 'found' },
  { why: 'of another manifest', index, of: other, kind: 'none' },
  { why: 'without an index', index: null, of: subject, kind: 'no-index' },
])('attestations $why: $kind', ({ index, of, kind }) => {
  expect(inIndex(index, of).kind).toBe(kind)
})

test('what two ways find is one referrer', () => {
  const base = { path: null, status: 200, filtered: null }
  const outcome = { kind: 'found' as const, referrers: [signed], more: false }
  const found: Found[] = [
    { ...base, way: 'api', outcome },
    { ...base, way: 'tag', outcome },
    { ...base, way: 'sbom', outcome: { kind: 'absent', status: 404 } },
  ]
  expect(together(found)).toEqual([{ referrer: signed, ways: ['api', 'tag'] }])
})

test.each([
  { why: 'filters and says so', value: list(signed), header: 'artifactType', applied: true },
  { why: 'passes the filter by', value: list(signed, attestation), header: null, applied: false },
  { why: 'filters by something else', value: list(signed), header: 'annotation', applied: false },
])('a registry that $why', ({ value, header, applied }) => {
  const { manifests } = value
  expect(filteredBy('application/x', answer(value), header)).toEqual({
    ...{ artifactType: 'application/x', applied },
    count: manifests.length,
  })
})

test('the filter is the first type that a list names', () => {
  const listed = outcomeOf('api', answer(list(attestation, signed)), subject)
  expect(typeToFilter(listed)).toBe('application/x')
  expect(typeToFilter({ kind: 'none' })).toBeNull()
})
