import { expect, test } from 'vitest'
import { paxPart, type TarPart, tarOf } from '../../testing/tar.ts'
import { ProblemError } from '../problem.ts'
import { findFile } from './file.ts'
import { indexTar } from './tar-index.ts'

const MiB = 2 ** 20

/** Counts the bytes that are really read of it. */
function counted(bytes: Uint8Array<ArrayBuffer>) {
  const count = { read: 0 }
  const wrap = (blob: Blob): Blob => {
    const slice = blob.slice.bind(blob)
    blob.slice = (from, to) => {
      const part = slice(from, to)
      const arrayBuffer = part.arrayBuffer.bind(part)
      part.arrayBuffer = () => {
        count.read += part.size
        return arrayBuffer()
      }
      return part
    }
    return blob
  }
  return { count, blob: wrap(new Blob([bytes])) }
}

const blobOf = (parts: TarPart[]) => new Blob([tarOf(parts)])
const textOf = (blob: Blob | null | undefined) => blob?.text()

test('finds files by their headers and reads no body', async () => {
  const body = new Uint8Array(20 * MiB)
  const { blob, count } = counted(
    tarOf([
      { name: 'a.json', body: '{}' },
      { name: 'blobs/large', body },
      { name: 'b.json', body: '[1]' },
    ]),
  )
  const files = await indexTar(blob)
  expect([...files.byPath.keys()]).toEqual(['a.json', 'blobs/large', 'b.json'])
  expect(files.byPath.get('blobs/large')?.size).toBe(20 * MiB)
  expect(await textOf(files.byPath.get('b.json')?.blob)).toBe('[1]')
  expect(count.read).toBeLessThan(MiB)
})

test('reads many small files window by window, long names too', async () => {
  const parts = Array.from({ length: 3000 }, (_, i): TarPart[] => [
    ...(i % 3 === 0 ? [paxPart({ path: `deep/${'x'.repeat(120)}/${i}` })] : []),
    { name: `f${i}`, body: `body ${i}` },
  ]).flat()
  const files = await indexTar(blobOf(parts))
  expect(files.count).toBe(3000)
  expect(await textOf(files.byPath.get(`deep/${'x'.repeat(120)}/2997`)?.blob)).toBe('body 2997')
  expect(await textOf(files.byPath.get('f2998')?.blob)).toBe('body 2998')
})

test('keeps a path that comes twice as its last entry, and says so', async () => {
  const files = await indexTar(
    blobOf([
      { name: 'manifest.json', body: 'first' },
      { name: './manifest.json', body: 'second' },
    ]),
  )
  expect(await textOf(files.byPath.get('manifest.json')?.blob)).toBe('second')
  expect(files.duplicates).toEqual(['manifest.json'])
})

test.each(['../etc/passwd', '/etc/passwd', 'blobs/../../x'])(
  'never looks up %s, and says so',
  async (name) => {
    const files = await indexTar(blobOf([{ name, body: 'x' }]))
    expect(files.byPath.size).toBe(0)
    expect(files.unsafe).toEqual([name])
  },
)

test('follows a legacy layer link inside the archive, never out of it', async () => {
  const files = await indexTar(
    blobOf([
      { name: 'aaa.tar', body: 'layer' },
      { name: 'one/layer.tar', type: '2', link: '../aaa.tar' },
      { name: 'two/layer.tar', type: '2', link: '../../aaa.tar' },
      { name: 'loop', type: '2', link: 'loop' },
    ]),
  )
  expect(findFile(files, 'one/layer.tar')).toMatchObject({
    file: { path: 'aaa.tar' },
    linked: true,
  })
  expect(findFile(files, 'two/layer.tar')).toBeNull()
  expect(findFile(files, 'loop')).toBeNull()
})

test.each([
  {
    why: 'cut inside a body',
    tar: tarOf([{ name: 'a', body: new Uint8Array(MiB) }]).slice(0, 1000),
    problem: { kind: 'archive-syntax', reason: 'truncated' },
  },
  {
    why: 'a broken header',
    tar: tarOf([{ name: 'a', broken: true }]),
    problem: { kind: 'archive-syntax', reason: 'checksum', at: 0 },
  },
  {
    why: 'a name of one megabyte',
    tar: tarOf([paxPart({ path: 'n'.repeat(1_000_000) }), { name: 'a' }]),
    problem: { kind: 'path-too-long', limit: 4096 },
  },
])('refuses $why', async ({ tar, problem }) => {
  const error = await indexTar(new Blob([tar])).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  expect((error as ProblemError).problem).toMatchObject(problem)
})

test('stops at more files than it keeps', async () => {
  const tar = blobOf(Array.from({ length: 11 }, (_, i) => ({ name: `f${i}` })))
  const error = await indexTar(tar, { limit: 10 }).catch((thrown: unknown) => thrown)
  expect((error as ProblemError).problem).toEqual({ kind: 'archive-entries', limit: 10 })
})

test('stops when told to', async () => {
  const controller = new AbortController()
  controller.abort()
  await expect(indexTar(blobOf([{ name: 'a' }]), { signal: controller.signal })).rejects.toThrow()
})
