import { expect, test } from 'vitest'
import { nowhere, readAddress, writeAddress } from './address.ts'

const image = { ...nowhere, reference: 'ghcr.io/a/b:1', platform: 'linux/arm64' }

test.each([
  {
    why: 'a panel of a chapter has its own names',
    prefix: 'first',
    search: '?first.reference=ghcr.io/a/b:1&first.platform=linux/arm64',
  },
  {
    why: 'a page of its own has bare names',
    prefix: '',
    search: '?reference=ghcr.io/a/b:1&platform=linux/arm64',
  },
])('$why', ({ prefix, search }) => {
  expect(writeAddress('', prefix, image)).toBe(search)
  expect(readAddress(search, prefix)).toEqual(image)
})

test('what others own stays', () => {
  const search = writeAddress('?print=facilitator&second.at=/config', 'first', image)
  expect(search).toContain('print=facilitator')
  expect(search).toContain('second.at=/config')
  expect(readAddress(search, 'second').at).toBe('/config')
})

test('an address of nowhere leaves nothing behind', () => {
  expect(writeAddress('?first.live=1&first.at=/a&x=1', 'first', nowhere)).toBe('?x=1')
})

test.each([
  { why: 'a pointer with escapes, as RFC 6901 writes them', at: '/annotations/org.example~1a~0b' },
  { why: 'characters a query would eat', at: '/annotations/a+b&c=d #e%2F' },
  { why: 'the whole document', at: '' },
])('$why', ({ at }) => {
  const search = writeAddress('', 'p', { ...nowhere, document: 'manifest', at })
  expect(readAddress(search, 'p').at).toBe(at)
})

test.each(['0', '-1', 'x', '1.5', ''])('step %j is no step', (step) => {
  expect(readAddress(`?p.step=${step}`, 'p').step).toBeNull()
})
