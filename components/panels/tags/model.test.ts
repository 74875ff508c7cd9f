import { expect, test } from 'vitest'
import { cosignTags, referrersTag } from '../../../lib/oci/referrers.ts'
import { countTags, orderOf, tagKind, visibleTags } from './model.ts'

const digest = `sha256:${'0a'.repeat(32)}` as const
const { signature, attestation, sbom } = cosignTags(digest)

test.each([
  { tag: '1.0', kind: 'name' },
  { tag: signature, kind: 'signature' },
  { tag: attestation, kind: 'attestation' },
  { tag: sbom, kind: 'sbom' },
  { tag: referrersTag(digest), kind: 'referrers' },
  { tag: referrersTag(`sha512:${'0a'.repeat(64)}`), kind: 'referrers' },
  { tag: 'sha256-0a.sig', kind: 'name', why: 'too short to be a digest' },
  { tag: `${signature}.old`, kind: 'name', why: 'goes on' },
  { tag: `v-${signature}`, kind: 'name', why: 'begins otherwise' },
  { tag: signature.toUpperCase(), kind: 'name', why: 'upper-case hex is no digest' },
])('$tag is $kind', ({ tag, kind }) => {
  expect(tagKind(tag)).toBe(kind)
})

test('of many tags most may be kept by tools', () => {
  const counts = countTags(['1', 'latest', signature, attestation, attestation])
  expect(counts).toEqual({ name: 2, signature: 1, attestation: 2, sbom: 0, referrers: 0 })
})

test.each([
  { tags: ['A', 'B', 'a'], order: 'bytes' },
  { tags: ['a', 'B', 'c'], order: 'letters' },
  { tags: ['0.9', '0.10', 'latest'], order: 'other', why: 'oldest first, as ghcr.io' },
  { tags: ['1'], order: 'single' },
  { tags: [], order: 'single' },
])('$tags came in the order: $order', ({ tags, order }) => {
  expect(orderOf(tags)).toBe(order)
})

const view = { search: '', kept: false, order: 'given' } as const

test('what tools keep is folded away until it is asked for', () => {
  const tags = ['2', signature, '10', '1']
  expect(visibleTags(tags, view)).toEqual(['2', '10', '1'])
  expect(visibleTags(tags, { ...view, kept: true })).toEqual(tags)
  expect(visibleTags(tags, { ...view, order: 'number' })).toEqual(['1', '2', '10'])
  expect(tags).toEqual(['2', signature, '10', '1'])
})

test('a search finds text anywhere, as text', () => {
  const tags = ['1.0-Alpine', 'x[a]', '<b>']
  expect(visibleTags(tags, { ...view, search: ' alpine ' })).toEqual(['1.0-Alpine'])
  expect(visibleTags(tags, { ...view, search: '[' })).toEqual(['x[a]'])
  expect(visibleTags(tags, { ...view, search: '<B' })).toEqual(['<b>'])
})
