import { describe, expect, test } from 'vitest'
import { paxPart, type TarPart, tarOf, tarPart } from '../testing/tar.ts'
import type { Problem } from './problem.ts'
import { createTarReader } from './tar.ts'
import type { TarEntry } from './tar-entry.ts'

function read(parts: (TarPart | Uint8Array)[]): { entries: TarEntry[]; problem: Problem | null } {
  const entries: TarEntry[] = []
  const reader = createTarReader({ onEntry: (entry) => entries.push(entry) })
  try {
    reader.push(tarOf(parts))
    reader.end()
  } catch (error) {
    return { entries, problem: (error as { problem: Problem }).problem }
  }
  return { entries, problem: null }
}

describe('numbers that no file has', () => {
  test.each([
    { why: 'a sparse file of less than nothing', records: { 'GNU.sparse.realsize': '-5' } },
    { why: 'a sparse file of half a byte', records: { 'GNU.sparse.size': '0.5' } },
    {
      why: 'a sparse file larger than can be counted',
      records: { 'GNU.sparse.size': '9999999999999999' },
    },
    { why: 'a size of half a byte', records: { size: '0.5' } },
    { why: 'a size below zero', records: { size: '-1' } },
    { why: 'half a user', records: { uid: '1.5' } },
    { why: 'a user beyond what can be counted', records: { uid: '9999999999999999' } },
    { why: 'a group of 30 digits', records: { gid: '9'.repeat(30) } },
    { why: 'a time that is none', records: { mtime: 'yesterday' } },
  ])('$why', ({ records }) => {
    expect(read([paxPart(records as never), { body: 'x' }]).problem).toMatchObject({
      kind: 'tar-syntax',
    })
  })

  test('an old sparse file of less than nothing', () => {
    const edit = (block: Uint8Array) => block.set([0xff, ...Array(11).fill(0xff)], 483)
    expect(read([{ type: 'S', magic: 'gnu', edit }]).problem).toMatchObject({
      ...{ kind: 'tar-syntax', reason: 'number' },
    })
  })
})

describe('global records', () => {
  test('do not add up without end', () => {
    const megabyte = 'v'.repeat(2 ** 20 - 100)
    const parts = Array.from({ length: 20 }, (_, i) => paxPart({ [`key${i}`]: megabyte }, 'g'))
    expect(read([...parts, {}]).problem).toMatchObject({ reason: 'records-too-long' })
  })

  test('that say the same again and again are no more than one', () => {
    const parts = Array.from({ length: 20 }, () => paxPart({ comment: 'c'.repeat(10 ** 5) }, 'g'))
    expect(read([...parts, {}])).toMatchObject({ problem: null, entries: [{ path: 'file' }] })
  })

  // When each entry looked at each record, this took a minute.
  test('cost an entry nothing, however many they are', () => {
    const records = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, '']))
    let entries = 0
    const reader = createTarReader({ onEntry: () => (entries += 1) })
    reader.push(tarPart(paxPart(records, 'g')))
    const entry = tarPart({})
    for (let i = 0; i < 100_000; i += 1) reader.push(entry)
    expect(entries).toBe(100_000)
  })

  // Nor does one more of them, when there are many.
  test('cost each other nothing', () => {
    const records = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, '']))
    const reader = createTarReader({ onEntry: () => {} })
    reader.push(tarPart(paxPart(records, 'g')))
    const more = tarPart(paxPart({ k1: 'again' }, 'g'))
    for (let i = 0; i < 50_000; i += 1) reader.push(more)
    expect(reader.entries).toBe(0)
  })

  test('and local ones name attributes once', () => {
    const xattr = (name: string) => ({ [`SCHILY.xattr.${name}`]: 'v' })
    const parts = [paxPart(xattr('user.a'), 'g'), {}, paxPart({ ...xattr('user.b') }), {}, {}]
    expect(read(parts).entries.map(({ xattrs }) => xattrs)).toEqual([
      ['user.a'],
      ['user.a', 'user.b'],
      ['user.a'],
    ])
  })
})

test('a mebibyte of the smallest records is still one entry', () => {
  const { entries } = read([{ type: 'x', body: '5 a=\n'.repeat(2 ** 20 / 5) }, {}])
  expect(entries).toHaveLength(1)
})
