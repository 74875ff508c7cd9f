import { expect, test } from 'vitest'
import { type Whiteout, whiteoutOf } from './whiteout.ts'

test.each<{ path: string; means: Whiteout | null; why: string }>([
  { why: 'in the root', path: '.wh.a', means: { type: 'remove', path: 'a' } },
  {
    why: 'of a hidden file',
    path: './x/.wh..hidden',
    means: { type: 'remove', path: './x/.hidden' },
  },
  { why: 'opaque', path: 'etc/.wh..wh..opq', means: { type: 'opaque', path: 'etc' } },
  { why: 'opaque root', path: '.wh..wh..opq', means: { type: 'opaque', path: '.' } },
  { why: 'of AUFS', path: '.wh..wh.plnk', means: { type: 'metadata' } },
  { why: 'of nothing', path: 'etc/.wh.', means: { type: 'invalid' } },
  { why: 'of the directory itself', path: 'etc/.wh..', means: { type: 'invalid' } },
  { why: 'of the parent', path: 'etc/.wh...', means: { type: 'invalid' } },
  { why: 'only as a directory’s name', path: '.wh.etc/file', means: null },
  { why: 'only inside a name', path: 'a.wh.b', means: null },
  { why: 'in capitals', path: '.WH.a', means: null },
])('$path: $why', ({ path, means }) => {
  expect(whiteoutOf(path)).toEqual(means)
})
