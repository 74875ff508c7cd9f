import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeDocument } from '../oci/document.ts'
import { digestOfBytes } from './hash.ts'
import type { Mirror } from './mirror.ts'
import { hostileConfig } from './testing/hostile-answers.ts'
import { hostileCases } from './testing/hostile-cases.ts'
import { type HostileRegistry, startHostileRegistry } from './testing/hostile-registry.ts'
import { problemFrom, reader, startMirror } from './testing/mirror.ts'

let registry: HostileRegistry
let mirror: Mirror
let close: () => Promise<void>

beforeAll(async () => {
  registry = await startHostileRegistry({ drip: 5 })
  const limits = { headers: 150, idle: 100, exchange: 500, manifest: 2 ** 20 }
  const started = await startMirror({ EXTRA_REGISTRIES: registry.origin }, limits)
  mirror = started.mirror
  close = started.close
})
afterAll(async () => {
  await close()
  await registry.close()
})

describe('a hostile registry', () => {
  test.each(hostileCases)('$name: $why', async ({ name, expected }) => {
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

  test('nothing it says reaches the disk unverified', async () => {
    const place = { registry: registry.host, repository: 'wrong-digest' }
    const digest = digestOfBytes(Buffer.from('nobody'))
    await problemFrom(mirror.manifest(place, '1', reader()))
    expect((await problemFrom(mirror.blob(place, digest, reader()))).kind).toBe('blob-not-named')
  })
})
