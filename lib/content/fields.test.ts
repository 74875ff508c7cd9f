import { expect, test } from 'vitest'
import { fieldAt } from './fields.ts'

const catalogue = [
  { pattern: '' },
  { pattern: '/layers' },
  { pattern: '/layers/*' },
  { pattern: '/layers/*/digest' },
  { pattern: '/annotations/*' },
  { pattern: '/annotations/containerd.io~1snapshot~1stargz~1toc.digest' },
  { pattern: '/config/*/deep' },
  { pattern: '/config/Env' },
]

test.each([
  { why: 'the document itself', pointer: '', pattern: '' },
  { why: 'a field', pointer: '/layers', pattern: '/layers' },
  { why: 'an array item', pointer: '/layers/0', pattern: '/layers/*' },
  { why: 'a field of an array item', pointer: '/layers/12/digest', pattern: '/layers/*/digest' },
  { why: 'a chosen key', pointer: '/annotations/com.example', pattern: '/annotations/*' },
  {
    why: 'a known key before a chosen one',
    pointer: '/annotations/containerd.io~1snapshot~1stargz~1toc.digest',
    pattern: '/annotations/containerd.io~1snapshot~1stargz~1toc.digest',
  },
  {
    why: 'the star when the exact segment leads nowhere',
    pointer: '/config/Env/deep',
    pattern: '/config/*/deep',
  },
  { why: 'an empty key is a key', pointer: '/annotations/', pattern: '/annotations/*' },
  { why: 'no match by depth', pointer: '/annotations/a/b', pattern: undefined },
  { why: 'no entry', pointer: '/layers/0/size', pattern: undefined },
  { why: 'a name that every object inherits', pointer: '/constructor', pattern: undefined },
])('finds $why', ({ pointer, pattern }) => {
  expect(fieldAt(catalogue, pointer)?.pattern).toBe(pattern)
})

test('a hostile depth costs one step a segment', () => {
  expect(fieldAt(catalogue, '/config/Env'.repeat(100_000))).toBeUndefined()
})
