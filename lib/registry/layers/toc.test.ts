import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { EndLine } from '../../oci/layer-entry.ts'
import { readManifests } from '../../recordings/layout.ts'
import { readBlob } from '../../recordings/recording.ts'
import { concat, type TarPart } from '../../testing/tar.ts'
import { type Contents, estargzOf, tocEntry, zstdChunkedOf } from '../../testing/toc.ts'
import { digestOfBytes } from '../hash.ts'
import type { LayerLimits } from '../limits.ts'
import { namedBlobs } from '../named.ts'
import { parseRange } from '../range.ts'
import { send } from '../testing/hostile-answers.ts'
import { imageOf, LAYER, linesOf, list, type Send, sendRange } from '../testing/layer-image.ts'
import { problemFrom, reader, startMirror } from '../testing/mirror.ts'

const parts: TarPart[] = [
  { name: 'etc/', type: '5', mode: 0o755 },
  { name: 'etc/passwd', body: 'root:x:0:0\n'.repeat(400), mtime: 1_700_000_000 },
  { name: 'etc/.wh.shadow' },
  { name: 'bin/link', type: '2', link: '/etc/passwd', mode: 0o777 },
]
const formats = [
  { format: 'estargz', write: estargzOf, mediaType: LAYER.gzip, compression: 'gzip' },
  { format: 'zstd-chunked', write: zstdChunkedOf, mediaType: LAYER.zstd, compression: 'zstd' },
] as const
type Format = (typeof formats)[number]

/** An image whose one layer has a table of contents. */
function image(
  { write, mediaType }: Pick<Format, 'write' | 'mediaType'>,
  contents: Partial<Contents> = {},
  options: { answer?: Send; limits?: Partial<LayerLimits>; also?: Record<string, string> } = {},
) {
  const { bytes, annotations } = write({ parts, ...contents })
  return imageOf({ bytes, mediaType, annotations }, { answer: sendRange, ...options })
}

const paths = ['etc/', 'etc/passwd', 'etc/.wh.shadow', 'bin/link']

describe.each(formats)('a table of contents of $format', (format) => {
  const written = format.write({ parts })

  test('is the listing, with less than the layer fetched', async () => {
    const asked = await image(format)
    const { entries, last } = await list(asked, digestOfBytes(new Uint8Array(1)))
    expect(entries.map((entry) => entry.path)).toEqual(paths)
    expect(entries[1]).toMatchObject({ size: 4400, mtime: 1_700_000_000 })
    expect(entries[1]?.digest).toBe(digestOfBytes(Buffer.from(parts[1]?.body as string)))
    expect(entries[2]).toMatchObject({ whiteout: { type: 'remove', path: 'etc/shadow' } })
    const { toc, ...end } = last as EndLine
    expect(end).toEqual({
      ...{ type: 'end', method: 'toc', entries: 4, trailing: 0 },
      ...{ digest: asked.digest, digestVerified: null, diffId: null, diffIdVerified: null },
      ...{ compressed: toc?.fetched, unpacked: written.toc.length },
      ...{ compression: format.compression, declared: format.compression },
      unproven: ['digest', 'diff-id', 'entries', 'files'],
    })
    const promised = Object.values(written.annotations).find((value) => value.startsWith('sha256:'))
    expect(toc).toEqual({
      ...{ format: format.format, digest: promised, failure: null },
      ...{ fetched: toc?.fetched, size: written.bytes.length },
    })
    expect(toc?.fetched).toBeGreaterThan(100)
    expect(toc?.fetched).toBeLessThan(written.bytes.length)
    expect(asked.blobs()).toBe(format.format === 'estargz' ? 2 : 1)
  })

  test('says what the archive says', async () => {
    const asked = await image(format)
    const { entries: fromToc } = await list(asked)
    const { entries: fromTar, last } = await list(asked, null, { whole: true })
    expect(last).toMatchObject({ method: 'stream', digestVerified: true })
    expect(last).not.toHaveProperty('toc')
    const withoutDigest = fromToc.map(({ digest: _, ...entry }) => entry)
    expect(fromTar.slice(0, 4)).toEqual(withoutDigest)
    // eStargz keeps its table as one more file of the archive.
    expect(fromTar.slice(4).map(({ path }) => path)).toEqual(
      format.format === 'estargz' ? ['stargz.index.json'] : [],
    )
    // What proves more is kept in place of the other.
    expect((await list(asked)).last).toMatchObject({ method: 'stream', digestVerified: true })
  })

  test('is fetched once, then kept', async () => {
    const asked = await image(format)
    const first = await list(asked)
    const before = asked.blobs()
    expect(await list(asked)).toEqual(first)
    expect(asked.blobs()).toBe(before)
  })

  test('is asked for in parts also where a redirect leads', async () => {
    const answer: Send = (response, bytes, request) =>
      request.url?.startsWith('/v2/')
        ? send(response, 307, { Location: '/store/blobs/1' }, '')
        : sendRange(response, bytes, request)
    const asked = await image(format, {}, { answer })
    expect((await list(asked)).last).toMatchObject({ method: 'toc', toc: { failure: null } })
    expect(asked.server.lines.some((line) => line.includes('/store/'))).toBe(true)
  })

  test('does not matter once the layer itself is here', async () => {
    const asked = await image(format)
    await asked.mirror.blob(asked.place, asked.digest, {
      visitor: '192.0.2.1',
      signal: new AbortController().signal,
    })
    expect((await list(asked)).last).toMatchObject({ method: 'stream', digestVerified: true })
  })

  const refuse: { why: string; answer: Send }[] = [
    {
      why: 'sends all of it',
      answer: (response, bytes) =>
        send(response, 200, { 'Content-Length': bytes.length }, Buffer.from(bytes)),
    },
    {
      why: 'says 416',
      answer: (response, bytes, request) =>
        request.headers.range
          ? send(response, 416, {}, '')
          : send(response, 200, { 'Content-Length': bytes.length }, Buffer.from(bytes)),
    },
    {
      why: 'sends another part',
      answer: (response, bytes, request) =>
        request.headers.range
          ? send(response, 206, { 'Content-Range': `bytes 0-9/${bytes.length}` }, 'other part')
          : send(response, 200, { 'Content-Length': bytes.length }, Buffer.from(bytes)),
    },
  ]
  test.each(refuse)('is done without when the registry $why', async ({ answer }) => {
    const asked = await image(format, {}, { answer })
    const { entries, last } = await list(asked)
    expect(entries.slice(0, 4).map((entry) => entry.path)).toEqual(paths)
    expect(last).toMatchObject({
      ...{ type: 'end', method: 'stream', digestVerified: true },
      toc: { format: format.format, failure: 'no-range' },
    })
    expect(last).not.toHaveProperty('unproven')
  })

  test.each<{ why: string; contents: Partial<Contents>; limits?: object; failure: string }>([
    { why: 'no JSON', contents: { json: '<html>' }, failure: 'shape' },
    { why: 'another version', contents: { version: 2 }, failure: 'shape' },
    {
      why: 'one bad entry behind good ones',
      contents: { entries: [...parts.map(tocEntry), { type: 'reg' }] },
      failure: 'shape',
    },
    {
      why: 'a path of 1 MB',
      contents: { entries: [{ type: 'reg', name: 'n'.repeat(2 ** 20 - 100) }] },
      failure: 'limit',
    },
    { why: 'more bytes than are read', contents: {}, limits: { toc: 300 }, failure: 'limit' },
  ])('is done without when it is $why', async ({ contents, limits = {}, failure }) => {
    const asked = await image(format, contents, { limits })
    const { entries, last } = await list(asked)
    // Nothing of the table was told.
    expect(entries.slice(0, 4).map((entry) => entry.path)).toEqual(paths)
    expect(entries[1]).not.toHaveProperty('digest')
    expect(last).toMatchObject({ method: 'stream', toc: { failure } })
  })

  test('is done without when it is not what the manifest promises', async () => {
    const { bytes, annotations } = written
    const other = format.write({ parts, entries: [{ type: 'reg', name: 'evil' }] })
    const [[key = '', value = ''] = []] = Object.entries(other.annotations)
    const asked = await imageOf(
      { bytes, mediaType: format.mediaType, annotations: { ...annotations, [key]: value } },
      { answer: sendRange },
    )
    const { entries, last } = await list(asked)
    expect(entries.map((entry) => entry.path)).not.toContain('evil')
    expect(last).toMatchObject({ method: 'stream', toc: { digest: value, failure: 'digest' } })
  })

  test('is done without when another manifest promises another', async () => {
    for (const also of [{}, format.write({ parts: [{ name: 'evil' }] }).annotations]) {
      const asked = await image(format, {}, { also })
      const { last } = await list(asked)
      expect(last).toMatchObject({ method: 'stream', toc: { format: null, failure: 'conflict' } })
    }
  })

  test('is fine when two manifests promise the same', async () => {
    const asked = await image(format, {}, { also: written.annotations })
    expect((await list(asked)).last).toMatchObject({ method: 'toc' })
  })

  test('is not asked for in a layer that may not be fetched', async () => {
    const mediaType = 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip'
    const asked = await image({ ...format, mediaType: mediaType as never })
    expect((await problemFrom(list(asked))).kind).toBe('layer-foreign')
    expect(asked.blobs()).toBe(0)
  })
})

describe.each(formats)('a file of $format', (format) => {
  const noise = randomBytes(300_000)
  const large = [...parts, { name: 'noise', body: noise }, { name: 'small', body: 'small' }]
  const file = (asked: Awaited<ReturnType<typeof imageOf>>, index: number) =>
    asked.mirror.layerFile(asked.place, asked.digest, index, reader())
  const bodyOf = async (asked: Awaited<ReturnType<typeof imageOf>>, index: number) => {
    const { path, bytes } = await file(asked, index)
    return [path, Buffer.from(bytes).toString()]
  }
  const options = { limits: { file: 10_000 } }

  test('is its own part of the layer, verified', async () => {
    let sent = 0
    const count: Send = (response, bytes, request) => {
      const range = parseRange(request.headers.range ?? null, bytes.length)
      if (!range || range === 'unsatisfiable') throw new Error('all of it was asked for')
      sent += range.last - range.first + 1
      sendRange(response, bytes, request)
    }
    const asked = await image(format, { parts: large }, { ...options, answer: count })
    await list(asked)
    expect(await bodyOf(asked, 1)).toEqual(['etc/passwd', parts[1]?.body])
    expect(await bodyOf(asked, 5)).toEqual(['small', 'small'])
    expect(sent).toBeLessThan(100_000)
  })

  test('is not shown when its bytes are not what the table says', async () => {
    const told = JSON.parse(new TextDecoder().decode(format.write({ parts: large }).toc))
    // The table says the digest of one file and the place of another.
    told.entries[1].offset = told.entries[5].offset
    const lying = await image(format, { parts: large, entries: told.entries }, options)
    await list(lying)
    const kinds = ['digest-mismatch', 'compression-broken']
    expect(kinds).toContain((await problemFrom(file(lying, 1))).kind)
  })

  test.each([
    { index: 0, problem: { kind: 'entry-not-file', what: 'directory' } },
    { index: 3, problem: { kind: 'entry-not-file', path: 'bin/link', what: 'symlink' } },
    { index: 4, problem: { kind: 'too-large', what: 'file', limit: 10_000, size: 300_000 } },
    { index: 9, problem: { kind: 'entry-unknown', index: 9, entries: 6 } },
  ])('or not: $problem.kind of entry $index', async ({ index, problem }) => {
    const asked = await image(format, { parts: large }, options)
    expect(await problemFrom(file(asked, index))).toMatchObject(problem)
  })

  test('of a layer that is here by now is still the one that the listing shows', async () => {
    const [first, second] = [tocEntry(large[5] as TarPart), tocEntry(large[1] as TarPart)]
    const { toc } = format.write({ parts: large })
    const { entries } = JSON.parse(new TextDecoder().decode(toc))
    const swapped = [
      { ...first, offset: entries[5].offset },
      { ...second, offset: entries[1].offset },
    ]
    const asked = await image(format, { parts: large, entries: swapped }, options)
    expect((await list(asked)).entries[0]?.path).toBe('small')
    await asked.mirror.blob(asked.place, asked.digest, reader())
    expect(await bodyOf(asked, 0)).toEqual(['small', 'small'])
  })

  test('comes out of the whole layer where the table will not do', async () => {
    const asked = await image(format, { parts: large, version: 2 }, options)
    await list(asked)
    expect(await bodyOf(asked, 1)).toEqual(['etc/passwd', parts[1]?.body])
    const placeless = await image(format, { parts: large, entries: large.map(tocEntry) }, options)
    expect((await list(placeless)).last).toMatchObject({ method: 'toc' })
    expect(await bodyOf(placeless, 5)).toEqual(['small', 'small'])
  })
})

describe('zstd:chunked', () => {
  const { bytes } = zstdChunkedOf({ parts })
  const prefix = 'io.github.containers.zstd-chunked.'
  const at = (position: string) => ({
    [`${prefix}manifest-checksum`]: digestOfBytes(bytes.subarray(0, 20)),
    [`${prefix}manifest-position`]: position,
  })

  test.each([
    {
      why: 'behind the layer',
      annotations: at(`${bytes.length - 5}:20:100:1`),
      failure: 'annotation',
    },
    { why: 'empty', annotations: at('10:0:100:1'), failure: 'annotation' },
    { why: 'no zstd', annotations: at('0:20:100:1'), failure: 'compression' },
    { why: 'cut', annotations: at('nonsense'), failure: 'annotation' },
  ])('a place that is $why', async ({ annotations, failure }) => {
    const asked = await imageOf(
      { bytes, mediaType: LAYER.zstd, annotations },
      { answer: sendRange },
    )
    const { last } = await list(asked)
    expect(last).toMatchObject({ method: 'stream', digestVerified: true, toc: { failure } })
  })

  test('that unpacks to another length than promised', async () => {
    const { annotations, ...rest } = zstdChunkedOf({ parts })
    const key = `${prefix}manifest-position`
    const [offset, length, unpacked] = (annotations[key] ?? '').split(':')
    const position = `${offset}:${length}:${Number(unpacked) + 1}:1`
    const asked = await imageOf(
      { ...rest, mediaType: LAYER.zstd, annotations: { ...annotations, [key]: position } },
      { answer: sendRange },
    )
    expect((await list(asked)).last).toMatchObject({ toc: { failure: 'compression' } })
  })

  test('with the annotations of older tools', async () => {
    const older = { prefix: 'io.containers.zstd-chunked.' }
    const asked = await image({
      write: (contents: Contents) => zstdChunkedOf(contents, older),
      mediaType: LAYER.zstd,
    } as never)
    expect((await list(asked)).last).toMatchObject({ method: 'toc' })
  })
})

describe('eStargz', () => {
  test.each([
    {
      why: 'another footer',
      change: (all: Uint8Array) => all.fill(0x58, all.length - 20),
      failure: 'footer',
    },
    {
      why: 'something behind the footer',
      change: (all: Uint8Array) => concat([all, new Uint8Array(9)]),
      failure: 'footer',
    },
  ])('with $why', async ({ change, failure }) => {
    const { bytes, annotations } = estargzOf({ parts })
    const asked = await imageOf({ bytes: change(bytes), annotations }, { answer: sendRange })
    const { last } = await list(asked)
    if (last.type === 'problem') expect(last.problem).toMatchObject({ kind: 'compression-broken' })
    else expect(last).toMatchObject({ method: 'stream', toc: { failure } })
  })

  test('with a table under another name', async () => {
    const { bytes, annotations } = estargzOf({ parts }, { tocName: 'other.json' })
    const asked = await imageOf({ bytes, annotations }, { answer: sendRange })
    expect((await list(asked)).last).toMatchObject({ toc: { failure: 'shape' } })
  })

  test('a gigabyte of table in a megabyte is not unpacked', async () => {
    const asked = await image(
      formats[0],
      { json: Buffer.alloc(8 * 2 ** 20, 0x20) },
      { limits: { toc: 2 ** 20 } },
    )
    expect((await list(asked)).last).toMatchObject({ method: 'stream', toc: { failure: 'limit' } })
  })
})

describe.each([
  { name: 'zones-estargz', format: 'estargz', own: ['.no.prefetch.landmark'] },
  { name: 'zones-zstd-chunked', format: 'zstd-chunked', own: [] },
])('what a real tool wrote: $name', ({ name, format, own }) => {
  test('is listed from its tables, which say what its archives say', async () => {
    const { mirror, close } = await startMirror({})
    try {
      const changes: string[] = []
      for (const { digest, named } of await layersOf(name)) {
        const bytes = (await readBlob(name, digest)) as Uint8Array
        const layer = { name, mediaType: named.mediaType ?? '', bytes, toc: named.toc ?? null }
        const ask = async (whole: boolean) => {
          const listed = { diffId: null, whole }
          const lines = await linesOf(await mirror.listSampleLayer(layer, digest, listed, reader()))
          const entries = lines.filter((line) => line.type === 'entry')
          return { entries, end: lines.at(-1) as EndLine }
        }
        const whole = await ask(true)
        const { entries, end } = await ask(false)
        expect(end).toMatchObject({ method: 'toc', toc: { format, failure: null } })
        expect(end.toc?.fetched).toBeLessThan(bytes.length)
        expect(whole.end).toMatchObject({ method: 'stream', digestVerified: true })
        const told = entries.map(({ digest: _, ...entry }) => entry)
        expect(whole.entries.slice(0, told.length)).toEqual(told)
        expect(whole.entries.slice(told.length).map(({ path }) => path)).toEqual(
          format === 'estargz' ? ['stargz.index.json'] : [],
        )
        const index = entries.findIndex(({ path }) => path.endsWith('/zone1970.tab'))
        const file = await mirror.sampleLayerFile(layer, digest, index)
        expect(digestOfBytes(file.bytes)).toBe(entries[index]?.digest)
        expect(entries.slice(0, own.length).map(({ path }) => path)).toEqual(own)
        changes.push(
          ...entries.flatMap(({ whiteout }) => (whiteout ? [JSON.stringify(whiteout)] : [])),
        )
      }
      expect(changes).toEqual(['{"type":"remove","path":"usr/share/zoneinfo/leapseconds"}'])
    } finally {
      await close()
    }
  })
})

async function layersOf(name: string) {
  const [manifest] = (await readManifests(name)).keys()
  const document = (await readBlob(name, manifest ?? '')) as Uint8Array
  return [...namedBlobs(document)]
    .map(([digest, named]) => ({ digest, named }))
    .filter(({ named }) => named.role !== 'config')
}
