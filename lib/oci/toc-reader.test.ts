import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TocError } from './layer-toc.ts'
import { TAR_LIMITS, type TarLimits } from './tar.ts'
import { createTocReader, type TocEntry } from './toc-reader.ts'

const encoder = new TextEncoder()

function read(
  text: string | Uint8Array,
  { limits = {}, pieces = [] as number[] }: { limits?: Partial<TarLimits>; pieces?: number[] } = {},
) {
  const found: TocEntry[] = []
  const reader = createTocReader((entry) => found.push(entry), { ...TAR_LIMITS, ...limits })
  const bytes = typeof text === 'string' ? encoder.encode(text) : text
  try {
    let at = 0
    for (const piece of [...pieces, bytes.length]) {
      const end = Math.min(at + piece, bytes.length)
      reader.push(bytes.subarray(at, end))
      at = end
    }
    reader.end()
    return found
  } catch (error) {
    if (error instanceof TocError) return error.reason
    throw error
  }
}

const toc = (...entries: object[]) => JSON.stringify({ version: 1, entries })
const file = (more: object = {}) => ({ type: 'reg', name: 'a', mode: 0o100644, ...more })
const plain = { uid: 0, gid: 0, size: 0, mtime: 0 }
const digest = `sha256:${'b'.repeat(64)}`

test.each([
  { why: 'none at all', entries: [], expected: [] },
  {
    why: 'a file, without the bits for its type',
    entries: [file({ size: 5, uid: 3, gid: 4, mode: 0o104755, digest })],
    expected: [
      {
        index: 0,
        path: 'a',
        kind: 'file',
        mode: 0o4755,
        uid: 3,
        gid: 4,
        size: 5,
        mtime: 0,
        digest,
      },
    ],
  },
  {
    why: 'a directory, whose size says nothing',
    entries: [{ type: 'dir', name: 'etc/', mode: 16877, size: 4096 }],
    expected: [{ index: 0, path: 'etc/', kind: 'directory', mode: 0o755, ...plain }],
  },
  {
    why: 'links',
    entries: [
      { type: 'symlink', name: 's', linkName: '/a', mode: 0o777 },
      { type: 'hardlink', name: 'h', linkName: 'a', mode: 0o644 },
    ],
    expected: [
      { index: 0, path: 's', kind: 'symlink', mode: 0o777, ...plain, link: '/a' },
      { index: 1, path: 'h', kind: 'hardlink', mode: 0o644, ...plain, link: 'a' },
    ],
  },
  {
    why: 'devices and a pipe',
    entries: [
      { type: 'char', name: 'c', devMajor: 1, devMinor: 3 },
      { type: 'block', name: 'b', devMajor: 8 },
      { type: 'fifo', name: 'f' },
    ],
    expected: [
      { index: 0, path: 'c', kind: 'character-device', mode: 0, ...plain, device: [1, 3] },
      { index: 1, path: 'b', kind: 'block-device', mode: 0, ...plain, device: [8, 0] },
      { index: 2, path: 'f', kind: 'fifo', mode: 0, ...plain },
    ],
  },
  {
    why: 'a large file in three pieces, which is one entry',
    entries: [
      file({ size: 9, offset: 1, chunkSize: 4 }),
      { type: 'chunk', name: 'a', chunkOffset: 4, chunkSize: 4 },
      { type: 'chunk', name: 'a', chunkOffset: 8 },
      file({ name: 'next' }),
    ],
    expected: [
      { index: 0, path: 'a', kind: 'file', mode: 0o644, ...plain, size: 9 },
      { index: 1, path: 'next', kind: 'file', mode: 0o644, ...plain },
    ],
  },
  {
    why: 'extended attributes by name',
    entries: [file({ xattrs: { 'security.capability': 'AQ==', 'user.x': '' } })],
    expected: [
      {
        ...{ index: 0, path: 'a', kind: 'file', mode: 0o644, ...plain },
        xattrs: ['security.capability', 'user.x'],
      },
    ],
  },
  {
    why: 'a digest that is none, left out',
    entries: [file({ digest: 'abc' })],
    expected: [{ index: 0, path: 'a', kind: 'file', mode: 0o644, ...plain }],
  },
])('tells entries: $why', ({ entries, expected }) => {
  expect(read(toc(...entries))).toEqual(expected)
})

test.each([
  { time: '2026-11-23T00:00:00Z', seconds: Date.UTC(2026, 10, 23) / 1000 },
  { time: '2026-11-23T09:00:00+09:00', seconds: Date.UTC(2026, 10, 23) / 1000 },
  { time: '2026-11-23T00:00:00.5Z', seconds: Date.UTC(2026, 10, 23) / 1000 + 0.5 },
  { time: '1969-12-31T23:59:59Z', seconds: -1 },
  // Go's time that was never set
  { time: '0001-01-01T00:00:00Z', seconds: 0 },
  { time: '', seconds: 0 },
])('reads $time as $seconds s', ({ time, seconds }) => {
  expect(read(toc(file({ modtime: time })))).toMatchObject([{ mtime: seconds }])
})

describe('refuses', () => {
  test.each([
    { why: 'no JSON', text: '<html>', reason: 'shape' },
    { why: 'nothing', text: '', reason: 'shape' },
    { why: 'another version', text: '{"version":2,"entries":[]}', reason: 'shape' },
    { why: 'no version', text: '{"entries":[]}', reason: 'shape' },
    { why: 'no entries', text: '{"version":1}', reason: 'shape' },
    { why: 'entries that are no list', text: '{"version":1,"entries":{}}', reason: 'shape' },
    { why: 'entries twice', text: '{"version":1,"entries":[],"entries":[]}', reason: 'shape' },
    {
      why: 'entries under a key that is written in another way',
      text: '{"version":1,"entr\\u0069es":[{"type":"reg","name":"a"}]}',
      reason: 'shape',
    },
    { why: 'an entry that is no object', text: '{"version":1,"entries":["a"]}', reason: 'shape' },
    { why: 'a comma too few', text: '{"version":1,"entries":[{} {}]}', reason: 'shape' },
    {
      why: 'a comma too many',
      text: '{"version":1,"entries":[{"type":"fifo","name":"a"},]}',
      reason: 'shape',
    },
    { why: 'a cut', text: toc(file()).slice(0, -2), reason: 'shape' },
    { why: 'a cut inside an entry', text: toc(file()).slice(0, -9), reason: 'shape' },
    { why: 'something behind it', text: `${toc(file())}{}`, reason: 'shape' },
    { why: 'a type nobody knows', text: toc(file({ type: 'door' })), reason: 'shape' },
    { why: 'a name that is a number', text: toc(file({ name: 1 })), reason: 'shape' },
    { why: 'no name', text: toc(file({ name: '' })), reason: 'shape' },
    { why: 'a negative size', text: toc(file({ size: -1 })), reason: 'shape' },
    { why: 'a size past all numbers', text: toc(file({ size: 2 ** 60 })), reason: 'shape' },
    { why: 'half an owner', text: toc(file({ uid: 0.5 })), reason: 'shape' },
    { why: 'a link to nowhere', text: toc({ type: 'symlink', name: 'a' }), reason: 'shape' },
    { why: 'a time that is none', text: toc(file({ modtime: 'today' })), reason: 'shape' },
    {
      why: 'a day that is none',
      text: toc(file({ modtime: '2026-13-45T00:00:00Z' })),
      reason: 'shape',
    },
    {
      why: 'bytes that are not UTF-8',
      text: Buffer.from(toc(file({ name: '\u00ff' })), 'latin1'),
      reason: 'shape',
    },
    { why: 'depth', text: `{"version":1,"entries":[${'{"a":'.repeat(50_000)}`, reason: 'shape' },
    { why: 'a long path', text: toc(file({ name: 'n'.repeat(4097) })), reason: 'limit' },
    { why: 'a path long in bytes', text: toc(file({ name: '가'.repeat(1400) })), reason: 'limit' },
    { why: 'more entries', text: toc(file(), file(), file(), file()), reason: 'limit' },
    {
      why: 'a large entry',
      text: toc(file({ xattrs: { 'user.x': 'A'.repeat(2 ** 20) } })),
      reason: 'limit',
    },
    {
      why: 'a large rest',
      text: `{"version":1,"more":"${'A'.repeat(2 ** 16)}","entries":[]}`,
      reason: 'limit',
    },
  ])('$why', ({ text, reason }) => {
    expect(read(text, { limits: { entries: 3 } })).toBe(reason)
  })
})

test('the order of keys, white space and keys of later versions do not matter', () => {
  const text = `\n{ "tarSplitDigest" : "sha256:]}{[\\"entries\\":[", "entries"\t: [ ${JSON.stringify(file())} ,
    ${JSON.stringify(file({ name: 'q"]}\\' }))} ] , "more": {"entries": [1, [2]]}, "version": 1 }\n`
  expect(read(text)).toMatchObject([{ path: 'a' }, { path: 'q"]}\\' }])
})

test('how the bytes are cut does not matter', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), fc.array(fc.nat(40)), (names, pieces) => {
      const text = toc(...names.map((each) => file({ name: each, xattrs: { [each]: '' } })))
      expect(read(text, { pieces })).toEqual(read(text))
      expect(read(text)).toMatchObject(names.map((path, index) => ({ index, path })))
    }),
    { numRuns: 300 },
  )
})

test('whatever comes, it is read or refused', () => {
  const junk = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => encoder.encode(text)),
    fc.json().map((text) => encoder.encode(`{"version":1,"entries":[${text}]}`)),
  )
  fc.assert(
    fc.property(junk, fc.array(fc.nat(30)), (bytes, pieces) => {
      const whole = read(bytes)
      expect(read(bytes, { pieces })).toEqual(whole)
      if (Array.isArray(whole)) expect(JSON.parse(new TextDecoder().decode(bytes)).version).toBe(1)
    }),
    { numRuns: 1000 },
  )
})
