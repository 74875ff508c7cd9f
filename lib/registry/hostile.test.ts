import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Exchange } from '../oci/conversation.ts'
import { decodeDocument } from '../oci/document.ts'
import { digestOfBytes } from './hash.ts'
import type { Limits } from './limits.ts'
import type { Mirror } from './mirror.ts'
import { hostileConfig } from './testing/hostile-answers.ts'
import { type Expected, hostileCases } from './testing/hostile-cases.ts'
import { type HostileRegistry, startHostileRegistry } from './testing/hostile-registry.ts'
import { problemFrom, reader, startMirror } from './testing/mirror.ts'

// Only the clock that a case is about runs fast: on a busy machine the others would strike first.
const FAST: Record<string, Partial<Limits>> = {
  headers: { headers: 60 },
  idle: { idle: 60 },
  total: { exchange: 200 },
}

let registry: HostileRegistry
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  registry = await startHostileRegistry({ drip: 5 })
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => registry.close())

async function startFor(expected?: Expected): Promise<Mirror> {
  const fields = expected && 'fields' in expected ? expected.fields : undefined
  const limits = { manifest: 2 ** 20, ...FAST[String(fields?.phase)] }
  const { mirror, close } = await startMirror({ EXTRA_REGISTRIES: registry.origin }, limits)
  closing.push(close)
  return mirror
}

describe('a hostile registry', () => {
  test.each(hostileCases)('$name: $why', async ({ name, expected }) => {
    const mirror = await startFor(expected)
    const place = { registry: registry.host, repository: name }
    const fetching = mirror.manifest(place, '1', reader())

    if (expected.at === 'manifest' && 'problem' in expected) {
      const problem = await problemFrom(fetching)
      expect(problem).toMatchObject({ kind: expected.problem, ...expected.fields })
      return
    }
    const { manifest } = await fetching
    expect(digestOfBytes(manifest.bytes)).toBe(manifest.digest)
    if (expected.at === 'blob') {
      const problem = await problemFrom(mirror.blob(place, digestOfBytes(hostileConfig), reader()))
      expect(problem).toMatchObject({ kind: expected.problem, ...expected.fields })
    } else if ('finding' in expected) {
      const { findings } = decodeDocument(manifest.bytes, manifest.mediaType)
      expect(findings.map(({ kind }) => kind)).toContain(expected.finding)
    } else if ('problem' in expected) {
      const decoding = async () => decodeDocument(manifest.bytes, manifest.mediaType)
      expect((await problemFrom(decoding())).kind).toBe(expected.problem)
    }
  })

  test.each([
    { name: 'token-refused', why: 'an error body', error: '{"errors":[{"code":"DENIED"}]}' },
    { name: 'no-challenge', why: 'nothing, where nothing came', error: undefined },
  ])('$name: the exchange tells $why', async ({ name, error }) => {
    const mirror = await startFor()
    const exchanges: Exchange[] = []
    const onExchange = (exchange: Exchange) => void exchanges.push(exchange)
    const place = { registry: registry.host, repository: name }
    await problemFrom(mirror.manifest(place, '1', { ...reader(), onExchange }))
    expect(exchanges.findLast(({ request }) => request.method === 'GET')?.response?.error).toBe(
      error,
    )
  })

  test('nothing it says reaches the disk unverified', async () => {
    const mirror = await startFor()
    const place = { registry: registry.host, repository: 'wrong-digest' }
    const digest = digestOfBytes(Buffer.from('nobody'))
    await problemFrom(mirror.manifest(place, '1', reader()))
    expect((await problemFrom(mirror.blob(place, digest, reader()))).kind).toBe('blob-not-named')
  })
})
