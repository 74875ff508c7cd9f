import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readBlob } from '@/lib/recordings/recording'
import { gunzip, hashLayer, LAYER_LIMIT } from './layer'

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip'
const PLAIN = 'application/vnd.oci.image.layer.v1.tar'
const ZSTD = 'application/vnd.oci.image.layer.v1.tar+zstd'
const signal = new AbortController().signal

afterEach(() => vi.unstubAllGlobals())

function answerWith(bytes: Uint8Array) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return new Response(new Uint8Array(bytes))
  })
  return asked
}

describe('a layer hashed twice', () => {
  test('as it came, and unpacked', async () => {
    const digest = 'sha256:be93b2df2732a8c926ecabd7428c7ad124582f6174f740bc8ce680d3a9b0385a'
    const asked = answerWith((await readBlob('hello', digest)) as Uint8Array)
    const { size, unpacked } = await hashLayer('hello', { digest, mediaType: GZIP }, signal)
    expect(asked).toEqual([`/v2/samples/hello/blobs/${digest}`])
    expect(size).toBe(554)
    expect(unpacked?.diffId).toBe(
      'sha256:60c4a3e21b0a250f700ae48b83cc83f4106fcf8bfce3805bb7b873ee2bd18265',
    )
  })

  const tar = new TextEncoder().encode('a tar archive')
  test.each([
    { why: 'without compression both names are one', mediaType: PLAIN, diffId: sha256(tar) },
    { why: 'zstd stays packed', mediaType: ZSTD, diffId: undefined },
  ])('$why', async ({ mediaType, diffId }) => {
    answerWith(tar)
    const hashed = await hashLayer('hello', { digest: sha256(tar), mediaType }, signal)
    expect(hashed.unpacked?.diffId).toBe(diffId)
  })

  test.each([
    {
      why: 'other bytes than were asked for are not unpacked',
      bytes: tar,
      digest: sha256(new Uint8Array()),
      kind: 'digest-mismatch',
    },
    {
      why: 'more bytes than this page holds',
      bytes: new Uint8Array(LAYER_LIMIT + 1),
      digest: sha256(new Uint8Array(LAYER_LIMIT + 1)),
      kind: 'too-large',
    },
    {
      why: 'a small blob that unpacks to too much',
      bytes: gzipSync(new Uint8Array(LAYER_LIMIT + 1)),
      digest: sha256(gzipSync(new Uint8Array(LAYER_LIMIT + 1))),
      kind: 'too-large',
    },
  ])('$why', async ({ bytes, digest, kind }) => {
    answerWith(bytes)
    await expect(hashLayer('hello', { digest, mediaType: GZIP }, signal)).rejects.toMatchObject({
      problem: { kind },
    })
  })
})

test('exactly as much as is allowed is unpacked', async () => {
  expect(await gunzip(gzipSync(new Uint8Array(100)), 100)).toHaveLength(100)
  await expect(gunzip(gzipSync(new Uint8Array(101)), 100)).rejects.toThrow('too-large')
})
