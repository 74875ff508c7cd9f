import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, paxPart, type TarPart, tarOf, tarPart } from '../testing/tar.ts'
import { ProblemError } from './problem.ts'
import { createTarReader, TAR_LIMITS } from './tar.ts'
import type { TarEntry } from './tar-entry.ts'

type Read = { entries: TarEntry[]; bodies: string[]; trailing: number; ended: boolean }

function read(bytes: Uint8Array, piece = bytes.length || 1, limits = TAR_LIMITS): Read {
  const entries: TarEntry[] = []
  const bodies: string[] = []
  const reader = createTarReader(
    {
      onEntry: (entry) => {
        entries.push(entry)
        bodies.push('')
      },
      onBody: (part) => {
        bodies[bodies.length - 1] += new TextDecoder('latin1').decode(part)
      },
    },
    limits,
  )
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece))
  reader.end()
  return { entries, bodies, trailing: reader.trailing, ended: reader.ended }
}

function problemOf(bytes: Uint8Array, limits = TAR_LIMITS) {
  try {
    read(bytes, 700, limits)
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return null
}

const long = `${'directory/'.repeat(20)}file`

/** Base 256, as GNU tar writes what octal cannot hold. */
const base256 = (at: number, length: number, value: bigint) => (block: Uint8Array) => {
  for (let i = 0; i < length; i += 1) {
    block[at + length - 1 - i] = Number((value >> BigInt(8 * i)) & 0xffn)
  }
  block[at] = (block[at] ?? 0) | 0x80
}

test.each<{ why: string; parts: TarPart[]; entry: Partial<TarEntry> }>([
  {
    why: 'a plain file',
    parts: [{ name: 'a', body: 'abc', mode: 0o4755, uid: 7, gid: 8, mtime: 9 }],
    entry: { index: 0, path: 'a', kind: 'file', mode: 0o4755, uid: 7, gid: 8, size: 3, mtime: 9 },
  },
  {
    why: 'a v7 header, whose directory only ends in a slash',
    parts: [{ name: 'd/', type: '\0', magic: 'v7', prefix: 'not read' }],
    entry: { path: 'd/', kind: 'directory' },
  },
  {
    why: 'a ustar prefix',
    parts: [{ name: 'b', prefix: 'a' }],
    entry: { path: 'a/b' },
  },
  {
    why: 'a GNU header, where times stand in place of the prefix',
    parts: [{ name: 'b', prefix: '00000000000', magic: 'gnu' }],
    entry: { path: 'b' },
  },
  {
    why: 'a name of exactly 100 bytes, with no NUL behind it',
    parts: [{ name: 'n'.repeat(100) }],
    entry: { path: 'n'.repeat(100) },
  },
  {
    why: 'a GNU long name and long link',
    parts: [
      { name: '././@LongLink', type: 'L', body: `${long}\0` },
      { name: '././@LongLink', type: 'K', body: `../${long}\0` },
      { name: 'cut', type: '2', link: 'cut' },
    ],
    entry: { path: long, kind: 'symlink', link: `../${long}` },
  },
  {
    why: 'PAX records for one entry',
    parts: [
      paxPart({
        path: long,
        uid: '3000000000',
        mtime: '-1.5',
        'SCHILY.xattr.security.capability': 'x',
      }),
      { name: 'cut' },
    ],
    entry: { path: long, uid: 3_000_000_000, mtime: -1.5, xattrs: ['security.capability'] },
  },
  {
    why: 'a PAX link',
    parts: [paxPart({ linkpath: long }), { name: 'l', type: '1', link: 'cut' }],
    entry: { path: 'l', kind: 'hardlink', link: long },
  },
  {
    why: 'a global record that the entry takes back',
    parts: [paxPart({ uid: '5', gid: '6' }, 'g'), paxPart({ uid: '' }), { uid: 1, gid: 1 }],
    entry: { uid: 1, gid: 6 },
  },
  {
    why: 'base 256, positive and negative',
    parts: [
      {
        edit: (block) => {
          base256(108, 8, 5_000_000_000n)(block)
          base256(136, 12, -86_400n)(block)
        },
      },
    ],
    entry: { uid: 5_000_000_000, mtime: -86_400 },
  },
  {
    why: 'a name that is not UTF-8',
    parts: [{ name: new Uint8Array([0x61, 0xff]) }],
    entry: { path: 'a\ufffd', pathBase64: 'Yf8=' },
  },
  {
    why: 'a PAX path that is not UTF-8',
    parts: [paxPart({ path: new Uint8Array([0xe9, 0x2f, 0x62]) }), {}],
    entry: { path: '\ufffd/b', pathBase64: '6S9i' },
  },
  {
    why: 'control and bidi characters, left as they are',
    parts: [{ name: 'a\u202egnp.exe\x1b[31m\n' }],
    entry: { path: 'a\u202egnp.exe\x1b[31m\n' },
  },
  {
    why: 'a path that leads out, left as it is',
    parts: [{ name: '../../etc/passwd' }],
    entry: { path: '../../etc/passwd' },
  },
  {
    why: 'a device',
    parts: [
      {
        type: '3',
        edit: (block) => {
          block.set(new TextEncoder().encode('0000001\x000000003\0'), 329)
        },
      },
    ],
    entry: { kind: 'character-device', device: [1, 3], size: 0 },
  },
  {
    why: 'a sparse file by PAX 1.0',
    parts: [
      paxPart({
        'GNU.sparse.name': 'disk',
        'GNU.sparse.realsize': '1000000',
        'GNU.sparse.major': '1',
      }),
      { name: 'GNUSparseFile.0/disk', body: 'map and data' },
    ],
    entry: { path: 'disk', size: 1_000_000, sparse: true },
  },
  {
    why: 'a type nobody knows',
    parts: [{ type: 'Z', body: 'x' }],
    entry: { kind: 'other', size: 1 },
  },
])('reads $why', ({ parts, entry }) => {
  const { entries, ended } = read(tarOf([...parts, { name: 'next', body: 'n' }]), 100)
  expect(entries).toHaveLength(2)
  expect(entries[0]).toMatchObject(entry)
  expect(entries[1]).toMatchObject({ index: 1, path: 'next', size: 1 })
  expect(ended).toBe(true)
})

test('an old GNU sparse file has more blocks of map behind its header', () => {
  const map = new Uint8Array(512)
  map[504] = 1
  const header = tarPart({
    ...{ name: 'disk', type: 'S', magic: 'gnu', size: 4 },
    edit: (block) => {
      block[482] = 1
      block.set(new TextEncoder().encode('00000010000\0'), 483)
    },
  })
  const body = new Uint8Array(512)
  const bytes = tarOf([header, map, new Uint8Array(512), body, { name: 'next' }])
  expect(read(bytes, 33).entries).toMatchObject([
    { path: 'disk', size: 4096, sparse: true },
    { path: 'next' },
  ])
})

test('a checksum that an old archiver made of signed characters is right', () => {
  const bytes = tarOf([{ name: new Uint8Array([0x61, 0xff]) }])
  const sum = Number.parseInt(new TextDecoder().decode(bytes.subarray(148, 154)), 8)
  bytes.set(new TextEncoder().encode((sum - 256).toString(8).padStart(6, '0')), 148)
  expect(read(bytes).entries).toHaveLength(1)
  bytes.set(new TextEncoder().encode((sum - 255).toString(8).padStart(6, '0')), 148)
  expect(problemOf(bytes)).toMatchObject({ reason: 'checksum' })
})

test('a link that claims bytes has none, as in the reader of engines', () => {
  const bytes = tarOf([{ name: 'l', type: '1', link: 'a', size: 512 }, { name: 'next' }])
  expect(read(bytes).entries.map(({ path }) => path)).toEqual(['l', 'next'])
})

test.each<{ why: string; bytes: Uint8Array; reason: string; at?: number }>([
  { why: 'a wrong checksum', bytes: tarOf([{ broken: true }]), reason: 'checksum', at: 0 },
  { why: 'no tar at all', bytes: new Uint8Array(600).fill(0x3c), reason: 'checksum', at: 0 },
  {
    why: 'a number that is none',
    bytes: tarOf([{}, { edit: (block) => block.set([0x39], 124) }]),
    reason: 'number',
    at: 512,
  },
  {
    why: 'a negative size',
    bytes: tarOf([{ edit: base256(124, 12, -1n) }]),
    reason: 'number',
    at: 0,
  },
  {
    why: 'a size past what is exact',
    bytes: tarOf([{ edit: base256(124, 12, 2n ** 60n) }]),
    reason: 'number',
    at: 0,
  },
  { why: 'a cut header', bytes: tarPart({}).subarray(0, 300), reason: 'truncated', at: 300 },
  {
    why: 'a cut body',
    bytes: tarPart({ body: 'x'.repeat(600) }).subarray(0, 1000),
    reason: 'truncated',
    at: 1000,
  },
  { why: 'records about nothing', bytes: tarOf([paxPart({ path: 'x' })]), reason: 'truncated' },
  {
    why: 'records whose length lies',
    bytes: tarOf([{ type: 'x', body: '99 path=x\n' }, {}]),
    reason: 'records',
  },
  {
    why: 'a record without a number',
    bytes: tarOf([{ type: 'x', body: 'path=x\n' }, {}]),
    reason: 'records',
  },
  { why: 'a path with a NUL', bytes: tarOf([paxPart({ path: 'a\0b' }), {}]), reason: 'records' },
  { why: 'a size in words', bytes: tarOf([paxPart({ size: 'many' }), {}]), reason: 'records' },
  {
    why: 'records of 2 MiB',
    bytes: tarOf([paxPart({ comment: 'x'.repeat(2 ** 21) }), {}]),
    reason: 'records-too-long',
  },
])('refuses $why', ({ bytes, reason, at }) => {
  const where = at === undefined ? {} : { at }
  expect(problemOf(bytes)).toMatchObject({ kind: 'tar-syntax', reason, ...where })
})

describe('bounds', () => {
  const name = 'n'.repeat(1_000_000)
  test.each([
    { why: 'PAX', parts: [paxPart({ path: name }), {}] },
    { why: 'GNU', parts: [{ type: 'L', body: name }, {}] },
    { why: 'a PAX link', parts: [paxPart({ linkpath: name }), { type: '2' }] },
  ])('a name of 1 MB by $why is refused', ({ parts }) => {
    expect(problemOf(tarOf(parts))).toEqual({ kind: 'path-too-long', limit: 4096, index: 0 })
  })

  test('a path of 4096 bytes is not', () => {
    expect(read(tarOf([paxPart({ path: 'n'.repeat(4096) }), {}])).entries).toHaveLength(1)
    expect(read(tarOf([{ type: 'L', body: `${'n'.repeat(4096)}\0` }, {}])).entries).toHaveLength(1)
  })

  test('one entry more than the limit is refused', () => {
    const limits = { ...TAR_LIMITS, entries: 2 }
    expect(problemOf(tarOf([{}, {}]), limits)).toBeNull()
    expect(problemOf(tarOf([{}, {}, {}]), limits)).toEqual({ kind: 'too-many-entries', limit: 2 })
  })
})

describe('the end', () => {
  test('may be missing at a whole entry', () => {
    const { entries, ended } = read(tarPart({ body: 'x' }))
    expect(entries).toHaveLength(1)
    expect(ended).toBe(false)
  })

  test('of an empty layer is no entry', () => {
    expect(read(tarOf([])).entries).toEqual([])
    expect(read(new Uint8Array(0)).entries).toEqual([])
  })

  test('hides what follows, and says how much', () => {
    const bytes = concat([tarOf([{}]), new Uint8Array(700), tarPart({ name: 'after' })])
    const { entries, trailing } = read(bytes, 100)
    expect(entries).toHaveLength(1)
    expect(trailing).toBeGreaterThan(700)
  })

  test('is followed by padding only', () => {
    expect(read(concat([tarOf([{}]), new Uint8Array(10_240)]), 999).trailing).toBe(0)
  })
})

const part = fc.record({
  name: fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' })
    .filter((name) => !name.endsWith('/')),
  body: fc.uint8Array({ maxLength: 2000 }),
  mode: fc.integer({ min: 0, max: 0o7777 }),
  uid: fc.integer({ min: 0, max: 0o7777777 }),
  mtime: fc.integer({ min: 0, max: 2 ** 31 }),
})

test('any archive reads the same, in whatever pieces it comes', () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 12 }),
      fc.integer({ min: 1, max: 1500 }),
      (parts, piece) => {
        const { entries, bodies } = read(tarOf(parts), piece)
        const want = parts.map(({ name, mode, uid, mtime, body }, index) => ({
          ...{ index, path: name, kind: 'file', mode, uid, gid: 0, size: body.length, mtime },
        }))
        expect(entries).toEqual(want)
        expect(bodies).toEqual(parts.map(({ body }) => new TextDecoder('latin1').decode(body)))
      },
    ),
    { numRuns: 100 },
  )
})

test('any bytes are read or refused with a problem', () => {
  const numRuns = Number(process.env.FUZZ_RUNS ?? 500)
  const good = tarOf([
    paxPart({ path: long }),
    { body: 'x'.repeat(900) },
    { type: 'L', body: long },
    {},
  ])
  const spoilt = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 30 })
    .map((edits) => {
      const bytes = good.slice()
      for (const [at, value] of edits) bytes[at] = value
      return fixChecksums(bytes)
    })
  fc.assert(
    fc.property(fc.oneof(spoilt, fc.uint8Array({ maxLength: 4000 })), (bytes) => {
      problemOf(bytes)
    }),
    { numRuns },
  )
})

/** Right checksums wherever a header may stand, so that the damage gets past them. */
function fixChecksums(bytes: Uint8Array): Uint8Array {
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    const block = bytes.subarray(at, at + 512)
    if (block.every((byte) => byte === 0)) continue
    block.fill(0x20, 148, 156)
    const sum = block.reduce((total, byte) => total + byte, 0)
    block.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148)
  }
  return bytes
}
