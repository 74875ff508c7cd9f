import { expect, test } from 'vitest'
import { embeddedData, readDescriptor, readDescriptors } from './descriptor.ts'

const EMPTY = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
  size: 2,
  data: 'e30=',
} as const

test('reads every field', () => {
  const value = {
    ...EMPTY,
    urls: ['https://a.example/x'],
    annotations: { a: 'b' },
    artifactType: 'application/x',
    platform: {
      os: 'linux',
      architecture: 'arm',
      variant: 'v7',
      'os.version': '1',
      'os.features': ['x'],
    },
  }
  expect(readDescriptor(value)).toEqual(value)
})

test('leaves out what has the wrong type or is nobody’s field', () => {
  const value = {
    ...EMPTY,
    data: 1,
    urls: 'x',
    annotations: { a: 1, b: 'c' },
    platform: { os: 'linux' },
    other: true,
  }
  const { data: _, ...plain } = EMPTY
  expect(readDescriptor(value)).toEqual({ ...plain, annotations: { b: 'c' } })
})

test.each([
  { why: 'null', value: null },
  { why: 'a list', value: [] },
  { why: 'no media type', value: { ...EMPTY, mediaType: undefined } },
  { why: 'a short digest', value: { ...EMPTY, digest: 'sha256:44' } },
  { why: 'a size in words', value: { ...EMPTY, size: '2' } },
  { why: 'a size below zero', value: { ...EMPTY, size: -2 } },
  { why: 'a broken size', value: { ...EMPTY, size: 2.5 } },
  { why: 'a size that lost digits', value: { ...EMPTY, size: 2 ** 60 } },
])('is none: $why', ({ value }) => {
  expect(readDescriptor(value)).toBeNull()
})

test('pointers count what was left out', () => {
  expect(readDescriptors([null, EMPTY], '/layers')).toEqual([
    { pointer: '/layers/1', descriptor: EMPTY },
  ])
  expect(readDescriptors({ 0: EMPTY }, '/layers')).toEqual([])
})

test('gives the content it carries', async () => {
  expect(await embeddedData(EMPTY)).toEqual(new TextEncoder().encode('{}'))
  expect(await embeddedData({ ...EMPTY, data: undefined })).toBeNull()
})

test.each([
  { why: 'no padding', change: { data: 'e30' }, problem: { kind: 'document-shape', at: '/data' } },
  { why: 'another size', change: { size: 3 }, problem: { kind: 'size-mismatch', want: 3, got: 2 } },
  { why: 'other content', change: { data: 'W10=' }, problem: { kind: 'digest-mismatch' } },
])('refuses embedded content with $why', async ({ change, problem }) => {
  await expect(embeddedData({ ...EMPTY, ...change })).rejects.toMatchObject({ problem })
})
