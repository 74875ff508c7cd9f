import { afterEach, expect, test, vi } from 'vitest'
import { canHash, createHasher, digestOf, verifyDigest } from './hash.ts'

// `{}`, the empty descriptor's content, and FIPS 180's `abc`
const EMPTY_JSON = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
const ABC = {
  sha256: 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sha512:
    'sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
}
const bytes = (text: string) => new TextEncoder().encode(text)

afterEach(() => vi.unstubAllGlobals())

const places = [
  { where: 'with WebCrypto', prepare: () => {} },
  { where: 'without a secure context', prepare: () => vi.stubGlobal('crypto', {}) },
]

test.each(places)('hashes $where', async ({ prepare }) => {
  prepare()
  expect(await digestOf(bytes('{}'))).toBe(EMPTY_JSON)
  expect(await digestOf(bytes('abc'))).toBe(ABC.sha256)
  expect(await digestOf(bytes('abc'), 'sha512')).toBe(ABC.sha512)
  expect(await digestOf(new Uint8Array())).toMatch(/^sha256:e3b0c442/)
})

test.each(places)('verifies $where', async ({ prepare }) => {
  prepare()
  await expect(verifyDigest(bytes('{}'), EMPTY_JSON)).resolves.toBeUndefined()
  await expect(verifyDigest(bytes('{ }'), EMPTY_JSON)).rejects.toMatchObject({
    problem: { kind: 'digest-mismatch', want: EMPTY_JSON, got: expect.stringMatching(/^sha256:/) },
  })
  await expect(verifyDigest(bytes('abc'), 'md5:900150983cd24fb0')).rejects.toMatchObject({
    problem: { kind: 'digest-unverifiable', algorithm: 'md5' },
  })
})

test('hashes a view into a larger buffer, not the buffer', async () => {
  expect(await digestOf(bytes('xabcx').subarray(1, 4))).toBe(ABC.sha256)
})

test('above 4 MiB JavaScript says the same as WebCrypto', async () => {
  const large = new Uint8Array(4 * 1024 * 1024 + 3).fill(97)
  const whole = Buffer.from(await crypto.subtle.digest('SHA-256', large))
  const digest = vi.spyOn(crypto.subtle, 'digest')
  expect(await digestOf(large)).toBe(`sha256:${whole.toString('hex')}`)
  expect(digest).not.toHaveBeenCalled()
  digest.mockRestore()
})

test('hashes piece by piece', async () => {
  const hasher = await createHasher()
  hasher.update(bytes('a'))
  hasher.update(bytes('bc'))
  expect(hasher.digest()).toBe(ABC.sha256)
  expect(canHash('blake3')).toBe(false)
  await expect(createHasher('blake3')).rejects.toMatchObject({
    problem: { kind: 'digest-unverifiable', algorithm: 'blake3' },
  })
})
