import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import type { EndLine } from '../../oci/layer-entry.ts'
import { ProblemError } from '../../oci/problem.ts'
import { concat, paxPart, tarOf, tarPart } from '../../testing/tar.ts'
import { digestOfBytes } from '../hash.ts'
import type { LayerLimits } from '../limits.ts'
import type { Mirror } from '../mirror.ts'
import { send } from '../testing/hostile-answers.ts'
import { imageOf, LAYER, type Layer, linesOf, list, type Send } from '../testing/layer-image.ts'
import { problemFrom, reader, startMirror } from '../testing/mirror.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const { gzip: GZIP, none: NONE, zstd: ZSTD } = LAYER
/** Nothing expected, read as it suits. */
const ANY = { diffId: null, whole: false }

const tar = tarOf([
  { name: 'etc/', type: '5', mode: 0o755 },
  { name: 'etc/passwd', body: 'root:x:0:0\n' },
  { name: 'etc/.wh.shadow' },
  { name: 'bin/su', mode: 0o4755, body: randomBytes(3000) },
  { name: 'bin/link', type: '2', link: '/etc/passwd' },
])
const diffId = digestOfBytes(tar)

describe('a listing', () => {
  test.each([
    { why: 'gzip', bytes: gzipSync(tar), mediaType: GZIP, compression: 'gzip' },
    { why: 'zstd', bytes: zstdCompressSync(tar), mediaType: ZSTD, compression: 'zstd' },
    { why: 'uncompressed', bytes: tar, mediaType: NONE, compression: 'none' },
    { why: 'gzip named zstd', bytes: gzipSync(tar), mediaType: ZSTD, compression: 'gzip' },
    {
      why: 'gzip of several members, as eStargz has it',
      bytes: concat([gzipSync(tar.subarray(0, 700)), gzipSync(tar.subarray(700))]),
      ...{ mediaType: GZIP, compression: 'gzip' },
    },
    {
      why: 'gzip with padding of zeros',
      bytes: concat([gzipSync(tar), new Uint8Array(600)]),
      ...{ mediaType: GZIP, compression: 'gzip' },
    },
    {
      why: 'zstd of several frames with one to skip, as zstd:chunked has it',
      bytes: concat([
        zstdCompressSync(tar.subarray(0, 700)),
        zstdCompressSync(tar.subarray(700)),
        new Uint8Array([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]),
      ]),
      ...{ mediaType: ZSTD, compression: 'zstd' },
    },
  ])('of a layer in $why', async ({ bytes, mediaType, compression }) => {
    const image = await imageOf({ bytes, mediaType })
    const { entries, last } = await list(image, diffId)
    expect(entries.map((entry) => entry.path)).toEqual([
      ...['etc/', 'etc/passwd', 'etc/.wh.shadow', 'bin/su', 'bin/link'],
    ])
    expect(entries[2]).toMatchObject({ whiteout: { type: 'remove', path: 'etc/shadow' } })
    expect(entries[3]).toMatchObject({ mode: 0o4755, size: 3000 })
    expect(last).toMatchObject({
      ...{ type: 'end', digest: image.digest, digestVerified: true, diffId, diffIdVerified: true },
      ...{
        entries: 5,
        compressed: bytes.length,
        unpacked: tar.length,
        method: 'stream',
        compression,
      },
    })
  })

  test('says when the config promised another diffID', async () => {
    const image = await imageOf({ bytes: gzipSync(tar) })
    expect((await list(image, `sha256:${'0'.repeat(64)}`)).last).toMatchObject({
      diffIdVerified: false,
    })
    expect((await list(image)).last).toMatchObject({ diffIdVerified: null })
  })

  test('is fetched once, then kept', async () => {
    const image = await imageOf({ bytes: gzipSync(tar) })
    const first = await list(image)
    expect(await list(image)).toEqual(first)
    expect(image.blobs()).toBe(1)
  })

  test('is one stream for 100 readers at once, each of whom gets all of it', async () => {
    const bytes = gzipSync(tarOf(Array.from({ length: 3000 }, (_, i) => ({ name: `file${i}` }))))
    const image = await imageOf({ bytes })
    const all = await Promise.all(Array.from({ length: 100 }, () => list(image)))
    expect(all.every(({ entries }) => entries.length === 3000)).toBe(true)
    expect(image.blobs()).toBe(1)
  })

  test('shows hostile names as they are, in valid lines', async () => {
    const names = ['../../etc/passwd', '/abs', 'a\u202egnp.exe', 'x\ny\u001b[2J', '</script>']
    const image = await imageOf({ bytes: gzipSync(tarOf(names.map((name) => ({ name })))) })
    expect((await list(image)).entries.map((entry) => entry.path)).toEqual(names)
  })
})

describe('what is no good layer', () => {
  const gzip = gzipSync(tar)
  const bomb = gzipSync(tarOf([{ name: 'zeros', body: new Uint8Array(2 ** 20) }]))
  const million = gzipSync(concat(Array.from({ length: 1000 }, () => tarPart({ name: 'a' }))))
  test.each<{ why: string; layer: Layer; limits?: Partial<LayerLimits>; problem: object }>([
    {
      why: 'cut gzip',
      layer: { bytes: gzip.subarray(0, gzip.length - 9) },
      problem: { kind: 'compression-broken', compression: 'gzip', reason: 'truncated' },
    },
    {
      why: 'damaged gzip',
      layer: { bytes: gzip.map((byte, i) => (i === 60 ? byte ^ 0xff : byte)) },
      problem: { kind: 'compression-broken', reason: 'corrupt' },
    },
    {
      why: 'gzip with something behind it',
      layer: { bytes: concat([gzip, randomBytes(100).map((byte) => byte | 0x80)]) },
      problem: { kind: 'compression-broken', reason: 'trailing' },
    },
    {
      why: 'zstd with something behind it',
      layer: { bytes: concat([zstdCompressSync(tar), Buffer.from('more')]), mediaType: ZSTD },
      problem: { kind: 'compression-broken', compression: 'zstd', reason: 'trailing' },
    },
    {
      why: 'a cut archive in whole gzip',
      layer: { bytes: gzipSync(tar.subarray(0, 2000)) },
      problem: { kind: 'tar-syntax', reason: 'truncated' },
    },
    {
      why: 'no archive',
      layer: { bytes: Buffer.from('<html>'.repeat(200)), mediaType: NONE },
      problem: { kind: 'tar-syntax', reason: 'checksum', at: 0 },
    },
    {
      why: 'xz',
      layer: { bytes: new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1]) },
      problem: { kind: 'compression-unsupported', compression: 'xz' },
    },
    {
      why: 'a bomb by its ratio',
      layer: { bytes: bomb },
      limits: { ratioFrom: 2 ** 18 },
      problem: { kind: 'compression-ratio', limit: 200 },
    },
    {
      why: 'a bomb by its size',
      layer: { bytes: bomb },
      limits: { unpacked: 2 ** 18 },
      problem: { kind: 'too-large', what: 'unpacked', limit: 2 ** 18 },
    },
    {
      why: 'more stored bytes than are read',
      layer: { bytes: gzip },
      limits: { compressed: 100 },
      problem: { kind: 'too-large', what: 'layer', limit: 100 },
    },
    {
      why: 'a listing past its limit',
      layer: { bytes: million },
      limits: { listing: 5000 },
      problem: { kind: 'too-large', what: 'listing', limit: 5000 },
    },
    {
      why: 'a name of 1 MB',
      layer: { bytes: gzipSync(tarOf([paxPart({ path: 'n'.repeat(1_000_000) }), {}])) },
      problem: { kind: 'path-too-long', limit: 4096, index: 0 },
    },
    {
      why: 'another size than its manifest says',
      layer: { bytes: gzip, size: gzip.length + 1 },
      problem: { kind: 'size-mismatch', want: gzip.length + 1, got: gzip.length },
    },
  ])('ends with the problem: $why', async ({ layer, limits = {}, problem }) => {
    const image = await imageOf(layer, { limits })
    const { last } = await list(image)
    expect(last).toMatchObject({ type: 'problem', problem })
    // And nothing of it is kept.
    await list(image)
    expect(image.blobs()).toBe(2)
  })

  test('bytes that are not those of the digest', async () => {
    const other = gzipSync(tarOf([{ name: 'evil' }]))
    const image = await imageOf(
      { bytes: gzip, size: other.length },
      { answer: (response) => send(response, 200, { 'Content-Length': other.length }, other) },
    )
    expect((await list(image)).last).toMatchObject({
      type: 'problem',
      problem: { kind: 'digest-mismatch', want: image.digest, got: digestOfBytes(other) },
    })
  })

  test('a connection that breaks', async () => {
    const image = await imageOf(
      { bytes: gzip },
      {
        answer(response, bytes) {
          response.writeHead(200, { 'Content-Length': bytes.length })
          response.write(bytes.subarray(0, 200), () => response.destroy())
        },
      },
    )
    expect((await list(image)).last).toMatchObject({ problem: { kind: 'truncated' } })
  })

  test.each([
    {
      why: 'a foreign layer is explained, not fetched',
      mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
      urls: ['https://owner.example/base'],
      problem: { kind: 'layer-foreign', urls: ['https://owner.example/base'] },
    },
    {
      why: 'a non-distributable layer is explained, not fetched',
      mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
      problem: { kind: 'layer-foreign', urls: [] },
    },
    {
      why: 'an encrypted layer is not even tried',
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip+encrypted',
      problem: { kind: 'compression-unsupported', compression: 'gzip+encrypted' },
    },
    {
      why: 'an attestation is no layer',
      mediaType: 'application/vnd.in-toto+json',
      problem: { kind: 'not-a-layer' },
    },
  ])('$why', async ({ mediaType, problem, urls }) => {
    const image = await imageOf({ bytes: gzip, mediaType, ...(urls ? { urls } : {}) })
    expect(await problemFrom(list(image))).toMatchObject(problem)
    const { mirror, place, digest } = image
    const file = mirror.layerFile(place, digest, 0, reader())
    expect(await problemFrom(file)).toMatchObject(problem)
    expect(image.blobs()).toBe(0)
  })

  test('a config is no layer, and a blob that no manifest names is none of ours', async () => {
    const { mirror, place, config, blobs } = await imageOf({ bytes: gzip })
    const ask = (digest: string) =>
      problemFrom(mirror.listLayer(place, digest as never, ANY, reader()))
    expect((await ask(config.digest)).kind).toBe('not-a-layer')
    expect((await ask(`sha256:${'7'.repeat(64)}`)).kind).toBe('blob-not-named')
    expect(blobs()).toBe(0)
  })
})

describe('readers', () => {
  /** Sends half, then waits to be closed. */
  function half() {
    let close = () => {}
    const closed = new Promise<void>((resolve) => {
      close = resolve
    })
    const answer: Send = (response, bytes) => {
      response.writeHead(200, { 'Content-Length': bytes.length })
      response.write(bytes.subarray(0, bytes.length / 2))
      response.on('close', close)
    }
    return { closed, answer }
  }
  const large = gzipSync(tarOf([{ name: 'noise', body: randomBytes(400_000) }]))

  test('the last to leave stops the stream', async () => {
    const { closed, answer } = half()
    const { mirror, place, digest } = await imageOf({ bytes: large }, { answer })
    const streams = []
    for (let i = 0; i < 2; i += 1) {
      streams.push((await mirror.listLayer(place, digest, ANY, reader())).stream)
    }
    const [first, second] = streams.map((stream) => stream.getReader())
    // The stream is under way once it says how far.
    await first?.read()
    await first?.cancel()
    expect((await second?.read())?.done).toBe(false)
    await second?.cancel()
    await closed
  })

  test('one who takes nothing is taken for gone', async () => {
    const { closed, answer } = half()
    const { mirror, place, digest } = await imageOf(
      { bytes: large },
      { answer, limits: { stall: 50 } },
    )
    const { stream } = await mirror.listLayer(place, digest, ANY, reader())
    await closed
    await expect(new Response(stream).text()).rejects.toThrow()
  })

  test('a layer that takes too long is given up', async () => {
    const { answer } = half()
    const image = await imageOf({ bytes: large }, { answer, limits: { total: 100 } })
    expect((await list(image)).last).toMatchObject({ problem: { kind: 'timeout', phase: 'total' } })
  })

  test('the hour’s bytes are counted', async () => {
    const image = await imageOf({ bytes: large }, { env: { MIRROR_BYTES_PER_HOUR: '2000' } })
    expect((await list(image)).last).toMatchObject({ problem: { kind: 'visitor-limited' } })
  })
})

describe('a file', () => {
  const file = (image: { mirror: Mirror; place: never; digest: never }, index: number) =>
    image.mirror.layerFile(image.place, image.digest, index, reader())

  test.each<{ why: string; env: Record<string, string> }>([
    { why: 'from a layer that the mirror keeps', env: {} },
    { why: 'from a layer too large to keep', env: { MIRROR_MAX_BLOB: '10' } },
  ])('is shown $why', async ({ env }) => {
    const image = (await imageOf({ bytes: gzipSync(tar) }, { env })) as never
    const { path, bytes } = await file(image, 1)
    expect(path).toBe('etc/passwd')
    expect(Buffer.from(bytes).toString()).toBe('root:x:0:0\n')
  })

  test.each([
    { index: 4, problem: { kind: 'entry-not-file', path: 'bin/link', what: 'symlink' } },
    { index: 0, problem: { kind: 'entry-not-file', what: 'directory' } },
    { index: 3, problem: { kind: 'too-large', what: 'file', limit: 2000, size: 3000 } },
    { index: 9, problem: { kind: 'entry-unknown', index: 9, entries: 5 } },
  ])('or not: $problem.kind of entry $index', async ({ index, problem }) => {
    const image = (await imageOf({ bytes: gzipSync(tar) }, { limits: { file: 2000 } })) as never
    expect(await problemFrom(file(image, index))).toMatchObject(problem)
  })

  test('of a large layer is not shown before the whole layer is verified', async () => {
    const evil = gzipSync(tarOf([{ name: 'etc/passwd', body: 'evil' }]))
    const image = (await imageOf(
      { bytes: gzipSync(tar), size: evil.length },
      {
        env: { MIRROR_MAX_BLOB: '10' },
        answer: (response) => send(response, 200, { 'Content-Length': evil.length }, evil),
      },
    )) as never
    expect((await problemFrom(file(image, 0))).kind).toBe('digest-mismatch')
  })
})

describe('a recorded layer without its bytes', () => {
  const digest = digestOfBytes(Buffer.from('a layer that was not kept'))
  const diffId = digestOfBytes(Buffer.from('unpacked'))
  const entry = { type: 'entry', index: 0, path: 'etc/hosts', kind: 'file' }
  const end = {
    ...{ type: 'end', digest, digestVerified: true, diffId, diffIdVerified: null, entries: 1 },
    ...{ compressed: 100, unpacked: 2048, compression: 'gzip', declared: 'gzip', trailing: 0 },
    method: 'stream',
  }
  const omitted = new ProblemError({
    kind: 'blob-omitted',
    digest,
    reason: 'Its bytes are elsewhere.',
  })

  async function recorded() {
    const { mirror, cacheDir, close } = await startMirror({})
    closing.push(close)
    const path = join(cacheDir, 'listing.ndjson')
    const line = `${JSON.stringify(entry)}\n`
    await writeFile(path, `${line}${JSON.stringify(end)}\n`)
    const listing = {
      ...{ path, size: Buffer.byteLength(line), end: end as EndLine },
      observedAt: '2026-11-26T09:00:00.000Z',
    }
    return { mirror, layer: { name: 'sample', mediaType: GZIP, listing, omitted } }
  }

  test('is listed from its recording, which says when', async () => {
    const { mirror, layer } = await recorded()
    const lines = await linesOf(
      await mirror.listSampleLayer(layer, digest, { diffId, whole: false }, reader()),
    )
    const { observedAt: recordedAt } = layer.listing
    expect(lines).toEqual([entry, { ...end, diffIdVerified: true, recordedAt }])
  })

  test('has no files to give, and says why', async () => {
    const { mirror, layer } = await recorded()
    expect(await problemFrom(mirror.sampleLayerFile(layer, digest, 0))).toEqual(omitted.problem)
  })
})
