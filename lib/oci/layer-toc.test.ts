import { describe, expect, test } from 'vitest'
import { estargzOf } from '../testing/toc.ts'
import { decodeEstargzFooter, ESTARGZ_FOOTER, TocError, tocPromise } from './layer-toc.ts'

const digest = `sha256:${'a'.repeat(64)}` as const
const checksum = 'zstd-chunked.manifest-checksum'
const position = 'zstd-chunked.manifest-position'

const reasonOf = (work: () => unknown) => {
  try {
    return work()
  } catch (error) {
    if (error instanceof TocError) return error.reason
    throw error
  }
}

test.each([
  { why: 'none', annotations: { other: 'x' }, expected: null },
  {
    why: 'eStargz',
    annotations: { 'containerd.io/snapshot/stargz/toc.digest': digest },
    expected: { format: 'estargz', digest },
  },
  {
    why: 'zstd:chunked',
    annotations: {
      [`io.github.containers.${checksum}`]: digest,
      [`io.github.containers.${position}`]: '734340:57032:262436:1',
    },
    expected: {
      ...{ format: 'zstd-chunked', digest },
      ...{ offset: 734340, length: 57032, unpacked: 262436 },
    },
  },
  {
    why: 'zstd:chunked of older tools, such as skopeo 1.9',
    annotations: {
      [`io.containers.${checksum}`]: digest,
      [`io.containers.${position}`]: '911:494:2033:1',
    },
    expected: { format: 'zstd-chunked', digest, offset: 911, length: 494, unpacked: 2033 },
  },
  {
    why: 'a digest that is none',
    annotations: { 'containerd.io/snapshot/stargz/toc.digest': 'sha256:abc' },
    expected: 'annotation',
  },
  {
    why: 'a digest that nobody can verify',
    annotations: { 'containerd.io/snapshot/stargz/toc.digest': `md5:${'a'.repeat(32)}` },
    expected: 'annotation',
  },
  {
    why: 'a digest without a position',
    annotations: { [`io.github.containers.${checksum}`]: digest },
    expected: 'annotation',
  },
  {
    why: 'a position without a digest',
    annotations: { [`io.github.containers.${position}`]: '1:2:3:1' },
    expected: 'annotation',
  },
  ...['1:2:3', '1:2:3:2', '-1:2:3:1', '1:2:3:1:9', '1e3:2:3:1', `${'9'.repeat(20)}:2:3:1`].map(
    (text) => ({
      why: `a position that reads ${text}`,
      annotations: {
        [`io.github.containers.${checksum}`]: digest,
        [`io.github.containers.${position}`]: text,
      },
      expected: 'annotation',
    }),
  ),
])('reads what a descriptor promises: $why', ({ annotations, expected }) => {
  expect(reasonOf(() => tocPromise(annotations as unknown as Record<string, string>))).toEqual(
    expected,
  )
})

describe('the footer of eStargz', () => {
  const { bytes } = estargzOf({ parts: [{ name: 'a', body: 'b' }] })
  const footer = bytes.subarray(bytes.length - ESTARGZ_FOOTER)

  test('says where the table begins', () => {
    const at = decodeEstargzFooter(footer)
    expect([...bytes.subarray(at, at + 2)]).toEqual([0x1f, 0x8b])
  })

  test.each([
    { why: 'cut', change: (all: Uint8Array) => all.subarray(1) },
    { why: 'no gzip', change: (all: Uint8Array) => all.fill(0, 0, 1) },
    { why: 'other letters', change: (all: Uint8Array) => all.fill(0x58, 32, 33) },
    { why: 'an offset that is no number', change: (all: Uint8Array) => all.fill(0x67, 16, 17) },
    { why: 'an offset past all sizes', change: (all: Uint8Array) => all.fill(0x66, 16, 32) },
    { why: 'a member with bytes in it', change: (all: Uint8Array) => all.fill(1, 39, 40) },
  ])('is refused: $why', ({ change }) => {
    expect(reasonOf(() => decodeEstargzFooter(change(footer.slice())))).toBe('footer')
  })
})
