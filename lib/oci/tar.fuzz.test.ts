import fc from 'fast-check'
import { expect } from 'vitest'
import { cut, fuzz, mutated, pieces } from '../testing/fuzz.ts'
import { paxPart, type TarPart, tarOf } from '../testing/tar.ts'
import { applyLayer, createLayerStack } from './layer-stack.ts'
import { type Problem, problemOf } from './problem.ts'
import { createTarReader } from './tar.ts'
import type { TarEntry } from './tar-entry.ts'

type Verdict = { entries: TarEntry[]; bodies: number; problem: Problem | null }

function read(parts: Iterable<Uint8Array>): Verdict {
  const verdict: Verdict = { entries: [], bodies: 0, problem: null }
  const reader = createTarReader({
    onEntry: (entry) => verdict.entries.push(entry),
    onBody(bytes) {
      verdict.bodies += bytes.length
    },
  })
  try {
    for (const part of parts) reader.push(part)
    reader.end()
  } catch (error) {
    verdict.problem = problemOf(error)
  }
  return verdict
}

function check(bytes: Uint8Array, sizes: readonly number[]): void {
  const verdict = read([bytes])
  expect(read(cut(bytes, sizes))).toEqual(verdict)
  const { entries, bodies, problem } = verdict
  expect(problem?.kind).not.toBe('internal')
  expect(entries.length).toBeLessThanOrEqual(bytes.length / 512)
  expect(bodies).toBeLessThanOrEqual(bytes.length)
  for (const entry of entries) {
    const { size, uid, gid, mtime, mode } = entry
    expect(Number.isSafeInteger(size) && size >= 0).toBe(true)
    expect([uid, gid].every(Number.isSafeInteger)).toBe(true)
    expect(Number.isFinite(mtime)).toBe(true)
    expect(mode).toBe(mode & 0o7777)
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry)
  }
  // Whatever it says, it can be put on a stack.
  applyLayer(createLayerStack(), entries)
}

const name = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    'a/',
    '../..',
    '/etc/passwd',
    '.wh.a',
    '.wh..wh..opq',
    '\u202egnp',
    'n'.repeat(99),
  ),
)
const type = fc.constantFrom(...'0123457gxXLKSV\0'.split(''))
const number = fc.oneof(
  fc.integer().map(String),
  fc.constantFrom('', '-1', '0.5', '-1.5', '1e9', '9'.repeat(16), '9'.repeat(20), 'x'),
)
const records = fc
  .dictionary(
    fc.constantFrom(
      ...['path', 'linkpath', 'size', 'uid', 'gid', 'mtime', 'GNU.sparse.realsize'],
      ...['GNU.sparse.size', 'GNU.sparse.name', 'SCHILY.xattr.user.a', 'comment', '__proto__'],
    ),
    fc.oneof(number, name),
    { maxKeys: 4 },
  )
  .chain((some) => fc.constantFrom('x', 'g').map((kind) => paxPart(some, kind)))
const plain: fc.Arbitrary<TarPart> = fc.record({
  name,
  type,
  link: name,
  mode: fc.nat(0o777777),
  body: fc.uint8Array({ maxLength: 1200 }),
  magic: fc.constantFrom('ustar', 'gnu', 'v7'),
})
const archive = fc
  .array(fc.oneof(plain, records), { maxLength: 8 })
  .map((parts) => tarOf(parts) as Uint8Array)

fuzz('an archive of any entries', fc.tuple(archive, pieces), ([bytes, sizes]) => {
  check(bytes, sizes)
})

fuzz(
  'an archive with damage',
  archive.chain((bytes) => fc.tuple(mutated(bytes), pieces)),
  ([bytes, sizes]) => check(bytes, sizes),
)

/** One header whose fields are anything, with the checksum of what it says. */
const wild = fc
  .array(fc.tuple(fc.nat(511), fc.uint8Array({ minLength: 1, maxLength: 24 })), { maxLength: 6 })
  .chain((edits) =>
    fc.tuple(plain, records).map(([part, before]) => {
      const edit = (block: Uint8Array) => {
        for (const [at, bytes] of edits) block.set(bytes.subarray(0, 512 - at), at)
      }
      return tarOf([before, { ...part, edit }, {}]) as Uint8Array
    }),
  )

fuzz('a header that says anything', fc.tuple(wild, pieces), ([bytes, sizes]) => {
  check(bytes, sizes)
})
