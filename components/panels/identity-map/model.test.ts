import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readShown } from '../image/recorded'
import type { Shown } from '../image/state'
import { allOf, diffIdsOf, firstOf, identitiesOf, printedFor } from './model'

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const options = { fields: {}, findings: {} as never, platform: 'linux/amd64' }

/** A recorded image; its documents have nothing odd, so no sentence is needed. */
const recorded = (name: string) => readShown(name, options)

/** ChainIDs, written down independently of lib/oci. */
function chainOf(diffIds: string[]): string[] {
  const chain: string[] = []
  for (const diffId of diffIds) {
    const below = chain.at(-1)
    chain.push(below === undefined ? diffId : sha256(`${below} ${diffId}`))
  }
  return chain
}

const absent = { status: 'absent' } as const

describe.each(['hello', 'hello-docker', 'hello-zstd'])('the recorded image %s', (name) => {
  test('each document’s name is the hash of its text', async () => {
    const shown = await recorded(name)
    const { index, manifest, config } = identitiesOf(shown, [])
    for (const identity of [index, manifest, config]) {
      expect(identity?.of.what === 'document' && sha256(identity.of.text)).toBe(identity?.digest)
    }
  })

  test('a layer has three names, and the text of a chainID is what it hashes', async () => {
    const shown = await recorded(name)
    const chain = chainOf(diffIdsOf(shown))
    const { layers, others, sample } = identitiesOf(shown, chain)
    expect(layers).toHaveLength(3)
    expect(others).toBe(4)
    expect(sample).toBe(name)
    for (const { layer, diffId, chainId } of layers) {
      expect(new Set([layer?.digest, diffId?.digest]).size).toBe(2)
      const text = chainId?.of.what === 'chain' ? chainId.of.text : undefined
      expect(text === null ? diffId?.digest : sha256(text ?? '')).toBe(chainId?.digest)
    }
  })
})

test('gzip and zstd: other layers and manifests, the same image ID, diffIDs and chainIDs', async () => {
  const [gzip, zstd] = await Promise.all(['hello', 'hello-zstd'].map(recorded))
  const names = (shown: Shown | undefined) => {
    if (!shown) throw new Error('not recorded')
    const { manifest, config, layers } = identitiesOf(shown, chainOf(diffIdsOf(shown)))
    const column = (key: 'layer' | 'diffId' | 'chainId') => layers.map((row) => row[key]?.digest)
    return {
      same: [config?.digest, column('diffId'), column('chainId')],
      other: [manifest?.digest, ...column('layer')],
    }
  }
  expect(names(gzip).same).toEqual(names(zstd).same)
  const { other } = names(gzip)
  expect(other.filter((digest) => names(zstd).other.includes(digest))).toEqual([])
})

describe('what is not there is not drawn', () => {
  test.each([
    {
      why: 'nothing has come yet',
      change: { index: absent, manifest: absent, config: absent },
      keys: [],
      first: undefined,
    },
    {
      why: 'the tag leads to an index, and its manifest failed',
      change: { manifest: absent, config: absent },
      keys: ['index'],
      first: 'index',
    },
    {
      why: 'no index, and the config is still on its way: layers have one name',
      change: { index: absent, config: { status: 'waiting', digest: null } as const },
      keys: ['manifest', 'layer-1', 'layer-2', 'layer-3'],
      first: 'manifest',
    },
    {
      why: 'an artifact without an image config: its blobs are no layers',
      change: { config: absent },
      keys: ['index', 'manifest'],
      first: 'manifest',
    },
  ])('$why', async ({ change, keys, first }) => {
    const picture = identitiesOf({ ...(await recorded('hello')), ...change }, [])
    expect(allOf(picture).map(({ key }) => key)).toEqual(keys)
    expect(firstOf(picture)?.key).toBe(first)
  })

  test('chainIDs come when they are computed', async () => {
    const shown = await recorded('hello')
    const [row] = identitiesOf(shown, []).layers
    expect(row?.chainId).toBeNull()
    expect(row?.diffId).not.toBeNull()
  })

  test('without an index, tools print the manifest’s digest', async () => {
    const shown = await recorded('hello')
    const { index, manifest } = identitiesOf(shown, [])
    expect(printedFor(identitiesOf(shown, []), 'top')).toEqual([index])
    expect(printedFor(identitiesOf({ ...shown, index: absent }, []), 'top')).toEqual([manifest])
  })

  test('layers of an image that is not recorded here cannot be fetched here', async () => {
    const origin = { kind: 'live', observedAt: '' } as const
    expect(identitiesOf({ ...(await recorded('hello')), origin }, []).sample).toBeNull()
  })
})
