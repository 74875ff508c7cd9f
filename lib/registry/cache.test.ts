import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Digest } from '../oci/digest.ts'
import { type Cache, createCache, type Shelf } from './cache.ts'
import { digestOfBytes } from './hash.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cache-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const shelf: Shelf = { registry: 'docker.io', repository: 'library/app', identity: 'anonymous' }
const blob = (letter: string) => Buffer.alloc(1000, letter)
const digestOf = (letter: string): Digest => digestOfBytes(blob(letter))

async function keep(cache: Cache, letter: string, on = shelf): Promise<string> {
  const draft = await cache.draft()
  await writeFile(draft, blob(letter))
  const facts = { mediaType: 'a/b', size: 1000, observedAt: '2026-01-01T00:00:00Z', exchanges: [] }
  return (await cache.keep(on, 'blobs', digestOf(letter), draft, facts)).path
}

const has = async (cache: Cache, letter: string, on = shelf) =>
  (await cache.find(on, 'blobs', digestOf(letter))) !== null

async function filesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

describe('the cache', () => {
  test('keeps an object with its facts', async () => {
    const cache = createCache(dir, 10_000)
    await keep(cache, 'a')
    expect(await cache.find(shelf, 'blobs', digestOf('a'))).toMatchObject({
      mediaType: 'a/b',
      size: 1000,
    })
    expect(await cache.list(shelf, 'blobs')).toEqual([digestOf('a')])
  })

  test.each([
    { what: 'registry', other: { ...shelf, registry: 'ghcr.io' } },
    { what: 'repository', other: { ...shelf, repository: 'library/other' } },
    { what: 'identity', other: { ...shelf, identity: 'me@docker.io' } },
  ])('shares nothing with another $what', async ({ other }) => {
    const cache = createCache(dir, 10_000)
    await keep(cache, 'a')
    expect(await has(cache, 'a', other)).toBe(false)
  })

  test('lets go of what was not used for longest, files and all', async () => {
    const cache = createCache(dir, 2500)
    await keep(cache, 'a')
    await keep(cache, 'b')
    expect(await has(cache, 'a')).toBe(true)
    await keep(cache, 'c')
    expect([await has(cache, 'a'), await has(cache, 'b'), await has(cache, 'c')]).toEqual([
      ...[true, false, true],
    ])
    await expect.poll(() => filesIn(join(dir, 'objects'))).toBe(4)
  })

  test('knows after a restart what it had, and what was used last', async () => {
    const first = createCache(dir, 10_000)
    const old = await keep(first, 'a')
    await keep(first, 'b')
    await utimes(old, new Date(0), new Date(0))
    const second = createCache(dir, 2500)
    expect(await has(second, 'b')).toBe(true)
    await keep(second, 'c')
    expect([await has(second, 'a'), await has(second, 'c')]).toEqual([false, true])
  })

  test('does not believe in a file that was cut', async () => {
    const cache = createCache(dir, 10_000)
    await truncate(await keep(cache, 'a'), 10)
    expect(await has(cache, 'a')).toBe(false)
    expect(await filesIn(join(dir, 'objects'))).toBe(0)
  })

  test('clears up after a run that was stopped', async () => {
    const first = createCache(dir, 10_000)
    await rm(await keep(first, 'a'))
    const draft = await first.draft()
    await writeFile(draft, 'half')
    await utimes(draft, new Date(0), new Date(0))
    expect(await has(createCache(dir, 10_000), 'a')).toBe(false)
    expect(await filesIn(dir)).toBe(0)
  })

  test('can be deleted while it is used', async () => {
    const cache = createCache(dir, 10_000)
    await keep(cache, 'a')
    await rm(join(dir, 'objects'), { recursive: true })
    expect(await has(cache, 'a')).toBe(false)
    await keep(cache, 'a')
    expect(await has(cache, 'a')).toBe(true)
  })
})
