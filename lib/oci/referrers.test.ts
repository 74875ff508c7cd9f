import { describe, expect, test } from 'vitest'
import type { Digest } from './digest.ts'
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from './media-type.ts'
import { ProblemError } from './problem.ts'
import {
  checkReferrers,
  cosignTags,
  isFilterApplied,
  isReferrersList,
  referrersIndex,
  referrersOf,
  referrersTag,
} from './referrers.ts'

const hex = 'a'.repeat(64)
const subject: Digest = `sha256:${hex}`
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

test.each<{ why: string; digest: Digest; tag: string }>([
  { why: 'sha256, whole', digest: subject, tag: `sha256-${hex}` },
  { why: 'sha512, cut to 64', digest: `sha512:${hex}${hex}`, tag: `sha512-${hex}` },
  {
    why: 'the specification’s own example: 32 and 64, each other character a hyphen',
    digest:
      'test+algorithm+using+algorithm+separators+and+lots+of+characters+to+excercise+overall+truncation:alsoSome=InTheEncodedSectionToShowHyphenReplacementAndLotsAndLotsOfCharactersToExcerciseEncodedTruncation',
    tag: 'test-algorithm-using-algorithm-s-alsoSome-InTheEncodedSectionToShowHyphenReplacementAndLotsAndLot',
  },
])('the fallback tag: $why', ({ digest, tag }) => {
  expect(referrersTag(digest)).toBe(tag)
})

test('cosign’s tags', () => {
  expect(cosignTags(subject)).toEqual({
    signature: `sha256-${hex}.sig`,
    attestation: `sha256-${hex}.att`,
    sbom: `sha256-${hex}.sbom`,
  })
})

describe('referrers among manifests', () => {
  const about = { mediaType: OCI_MANIFEST, digest: subject, size: 3 }
  const config = { mediaType: OCI_CONFIG, digest: subject, size: 2 }
  const candidate = (name: string, mediaType: string, value: object) => ({
    ...{ mediaType, digest: `sha256:${name.repeat(64)}` as Digest },
    bytes: bytes({ schemaVersion: 2, mediaType, ...value }),
  })
  const all = [
    candidate('1', OCI_MANIFEST, { subject: about, config, layers: [], artifactType: 'a/sbom' }),
    candidate('2', OCI_MANIFEST, { subject: about, config, layers: [], annotations: { k: 'v' } }),
    candidate('3', OCI_INDEX, { subject: about, manifests: [] }),
    candidate('4', OCI_MANIFEST, { config, layers: [] }),
    candidate('5', OCI_MANIFEST, {
      ...{ config, layers: [] },
      subject: { ...about, digest: `sha256:${'b'.repeat(64)}` },
    }),
    { ...candidate('6', OCI_MANIFEST, {}), bytes: bytes(3).subarray(0, 1) },
  ]

  test('each with its type, or its config’s, or none', () => {
    const size = (i: number) => all[i]!.bytes.length
    expect(referrersOf(all, subject)).toEqual([
      { mediaType: OCI_MANIFEST, digest: all[0]!.digest, size: size(0), artifactType: 'a/sbom' },
      {
        ...{ mediaType: OCI_MANIFEST, digest: all[1]!.digest, size: size(1) },
        ...{ artifactType: OCI_CONFIG, annotations: { k: 'v' } },
      },
      { mediaType: OCI_INDEX, digest: all[2]!.digest, size: size(2) },
    ])
  })

  test.each([
    { type: 'a/sbom', names: ['1'] },
    { type: OCI_CONFIG, names: ['2'] },
    { type: 'a/other', names: [] },
  ])('only those of type $type', ({ type, names }) => {
    const found = referrersOf(all, subject, type).map(({ digest }) => digest[7])
    expect(found).toEqual(names)
  })

  test('make an index that a client accepts', () => {
    const index = new TextEncoder().encode(referrersIndex(referrersOf(all, subject)))
    expect(() => checkReferrers(index, OCI_INDEX)).not.toThrow()
    expect(JSON.parse(referrersIndex([]))).toEqual({
      ...{ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [] },
    })
  })
})

test.each([
  { why: 'a page', type: 'text/html', body: '<html>', kind: 'media-type-refused' },
  {
    why: 'plain JSON',
    type: 'application/json',
    body: '{"manifests":[]}',
    kind: 'media-type-refused',
  },
  { why: 'no type', type: null, body: '{"manifests":[]}', kind: 'media-type-refused' },
  { why: 'no list', type: OCI_INDEX, body: '{"schemaVersion":2}', kind: 'document-shape' },
  { why: 'no JSON', type: OCI_INDEX, body: '<html>', kind: 'json-syntax' },
])('an answer with $why is no list of referrers', ({ type, body, kind }) => {
  let problem = 'none'
  try {
    checkReferrers(new TextEncoder().encode(body), type)
  } catch (error) {
    problem = error instanceof ProblemError ? error.problem.kind : String(error)
  }
  expect(problem).toBe(kind)
})

test.each([
  { why: 'an index', mediaType: OCI_INDEX, digest: `sha256:${'b'.repeat(64)}`, is: true },
  {
    why: 'the subject itself, as GitLab answers',
    mediaType: OCI_INDEX,
    digest: subject,
    is: false,
  },
  { why: 'a manifest', mediaType: OCI_MANIFEST, digest: `sha256:${'b'.repeat(64)}`, is: false },
])('under the fallback tag stands $why: $is', ({ mediaType, digest, is }) => {
  expect(isReferrersList({ mediaType, digest: digest as Digest }, subject)).toBe(is)
})

test.each([
  { header: 'artifactType', applied: true },
  { header: 'foo, artifactType', applied: true },
  { header: 'artifacttype', applied: false },
  { header: '', applied: false },
  { header: null, applied: false },
])('OCI-Filters-Applied: $header', ({ header, applied }) => {
  expect(isFilterApplied(header, 'artifactType')).toBe(applied)
})
