import { describe, expect, test } from 'vitest'
import { decodeDocument } from '@/lib/oci/document'
import { readImageConfig } from '@/lib/oci/image-config'
import type { Manifest } from '@/lib/oci/manifest'
import { OCI_CONFIG, OCI_LAYER } from '@/lib/oci/media-type'
import { FIXTURES_DIR, readFixture, readVectors } from '@/lib/testing/vectors'
import { contentOf } from '../image/content'
import { readShown } from '../image/recorded'
import { alignHistory, isWrong, layerOf } from './model'

const digest = (n: number) => `sha256:${String(n).padStart(64, '0')}` as const

const configOf = (history: boolean[] | undefined, layers: number) =>
  readImageConfig({
    value: {
      rootfs: { type: 'layers', diff_ids: Array.from({ length: layers }, (_, i) => digest(i)) },
      // true: the step made a layer
      ...(history && {
        history: history.map((made) => (made ? { created_by: 'RUN' } : { empty_layer: true })),
      }),
    },
  })

const manifestOf = (layers: number): Manifest => ({
  config: null,
  layers: Array.from({ length: layers }, (_, i) => ({
    pointer: `/layers/${i}`,
    descriptor: { mediaType: OCI_LAYER, digest: digest(100 + i), size: 10 + i },
  })),
  artifactType: null,
  subject: null,
  annotations: {},
})

describe('steps find their layers', () => {
  test.each([
    {
      why: 'every step made one: both ways agree',
      history: [true, true],
      layers: 2,
      pairs: [0, 1],
      naive: [0, 1],
      finding: undefined,
    },
    {
      why: 'an empty step first shifts all that follow',
      history: [false, true, true],
      layers: 2,
      pairs: [null, 0, 1],
      naive: [0, 1, null],
      finding: undefined,
    },
    {
      why: 'empty steps at the end shift nothing',
      history: [true, false, false],
      layers: 1,
      pairs: [0, null, null],
      naive: [0, null, null],
      finding: undefined,
    },
    {
      why: 'no history: layers alone',
      history: undefined,
      layers: 2,
      pairs: [0, 1],
      naive: [0, 1],
      finding: 'missing',
    },
    {
      why: 'an empty list is no history either',
      history: [],
      layers: 1,
      pairs: [0],
      naive: [0],
      finding: 'missing',
    },
    {
      why: 'too short: the last layer has no step',
      history: [true, false],
      layers: 2,
      pairs: [0, null, 1],
      naive: [0, 1, null],
      finding: 'short',
    },
    {
      why: 'too long: the last step has no layer',
      history: [true, true, true],
      layers: 2,
      pairs: [0, 1, null],
      naive: [0, 1, null],
      finding: 'long',
    },
    {
      why: 'no layers at all',
      history: [false],
      layers: 0,
      pairs: [null],
      naive: [0].map(() => null),
      finding: undefined,
    },
  ])('$why', ({ history, layers, pairs, naive, finding }) => {
    const { rows, findings } = alignHistory(configOf(history, layers), manifestOf(layers))
    expect(rows.map((row) => layerOf(row, 'flag'))).toEqual(pairs)
    expect(rows.map((row) => layerOf(row, 'position'))).toEqual(naive)
    expect(findings[0]?.kind).toBe(finding)
    expect(findings.length).toBe(finding ? 1 : 0)
  })
})

test('no layer is lost or told twice, whatever the steps say', () => {
  for (const steps of [0, 1, 3, 7]) {
    for (const layers of [0, 1, 3, 5]) {
      const history = Array.from({ length: steps }, (_, i) => i % 2 === 0)
      const { rows } = alignHistory(configOf(history, layers), manifestOf(layers))
      for (const pairing of ['flag', 'position'] as const) {
        const told = rows.map((row) => layerOf(row, pairing)).filter((layer) => layer !== null)
        expect(told).toEqual(Array.from({ length: layers }, (_, i) => i))
      }
    }
  }
})

test('manifest and config that disagree on the number of layers', () => {
  const { layers, findings } = alignHistory(configOf([true], 1), manifestOf(2))
  expect(layers[1]).toEqual({ digest: digest(101), diffId: null, size: 11 })
  expect(findings).toContainEqual({ kind: 'layers', manifest: 2, config: 1 })
})

test('without a manifest there are diffIDs and no sizes', () => {
  const { layers, findings } = alignHistory(configOf([true], 1), null)
  expect(layers).toEqual([{ digest: null, diffId: digest(0), size: null }])
  expect(findings).toEqual([])
})

describe.each(['hello', 'hello-docker', 'hello-zstd'])('the recorded image %s', (name) => {
  test('twelve steps, three layers, and the mistake is told four times', async () => {
    const shown = await readShown(name, { fields: {}, findings: {} as never })
    const { config, manifest } = contentOf(shown)
    if (!config) throw new Error('no config')
    const { rows, findings } = alignHistory(config, manifest)
    expect(findings).toEqual([])
    expect(rows.map(({ layer }) => layer)).toEqual([null, 0, 1, ...Array(8).fill(null), 2])
    expect(rows.filter(isWrong).map(({ step }) => step)).toEqual([1, 2, 3, 12])
  })
})

describe.skipIf(!FIXTURES_DIR)('configs of other projects', () => {
  type In = { config?: string }
  const files = (FIXTURES_DIR ? readVectors<In, unknown>('chain-ids') : []).flatMap((row) =>
    row.in.config ? [row.in.config] : [],
  )
  test.each(files)('%s', (file) => {
    const config = readImageConfig(decodeDocument(readFixture(file), OCI_CONFIG))
    const { rows, findings } = alignHistory(config, null)
    const told = rows.flatMap(({ layer }) => (layer === null ? [] : [layer]))
    expect(told).toEqual(config.diffIds.map((_, i) => i))
    const filled = config.history.filter(({ layer }) => layer !== null).length
    expect(findings.length).toBe(filled === config.diffIds.length ? 0 : 1)
  })
})
