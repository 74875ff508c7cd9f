import { expect, test } from 'vitest'
import { readCompareAddress, writeCompareAddress } from './address'

const at = (a: string | null, b: string | null, first: string | null, second: string | null) => ({
  a,
  b,
  platform: { a: first, b: second },
})

test.each([
  { why: 'nothing', search: '', address: at(null, null, null, null) },
  {
    why: 'one platform for both',
    search: '?a=nginx:1&b=r.io/x@sha256:00&platform=linux/arm64',
    address: at('nginx:1', 'r.io/x@sha256:00', 'linux/arm64', 'linux/arm64'),
  },
  {
    why: 'one platform each',
    search: '?a=x&b=x&platform=linux/amd64&platform=linux/arm64',
    address: at('x', 'x', 'linux/amd64', 'linux/arm64'),
  },
  {
    why: 'a platform for the second alone',
    search: '?a=x&b=y&platform=&platform=linux/s390x',
    address: at('x', 'y', null, 'linux/s390x'),
  },
])('reads and writes $why', ({ search, address }) => {
  expect(readCompareAddress(search)).toEqual(address)
  expect(writeCompareAddress(address)).toBe(search)
})

test('an empty name is none', () => {
  expect(readCompareAddress('?a=&b=')).toEqual(at(null, null, null, null))
})
