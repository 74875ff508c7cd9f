import { expect, test } from 'vitest'
import type { ImageDocuments, NamedDocument } from './compare.ts'
import { compareImages } from './compare.ts'
import { compareConfigs, compareMaps } from './compare-config.ts'
import type { ComparedLayer } from './compare-layers.ts'
import { comparedLayers, pairLayers } from './compare-layers.ts'
import type { Digest } from './digest.ts'
import { commonSteps, historyStyle } from './history-style.ts'

const digestOf = (letter: string): Digest =>
  `sha256:${letter.codePointAt(0)?.toString(16).padStart(64, '0')}`

/** `a` is a layer of digest a; `a:x` also says its content. */
const layers = (text: string): ComparedLayer[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((part, i) => {
      const [digest = '', diffId] = part.split(':')
      return {
        at: `/layers/${i}`,
        number: i + 1,
        digest: digestOf(digest),
        mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
        size: 10,
        diffId: diffId ? digestOf(diffId) : null,
      }
    })

/** `1=1` same, `1~1` repacked, `1/1` different, `-` nobody. */
const drawn = (a: string, b: string) =>
  pairLayers(layers(a), layers(b))
    .map(({ kind, a, b }) => {
      const sign = { same: '=', repacked: '~', different: '/' }[kind]
      return `${a?.number ?? '-'}${sign}${b?.number ?? '-'}`
    })
    .join(' ')

test.each([
  { why: 'nothing', a: '', b: '', want: '' },
  { why: 'the same', a: 'a b', b: 'a b', want: '1=1 2=2' },
  { why: 'one base, other tops', a: 'a b', b: 'a c d', want: '1=1 2/2 -/3' },
  { why: 'a layer put in', a: 'a c', b: 'a b c', want: '1=1 -/2 2=3' },
  { why: 'a layer taken out', a: 'a b c', b: 'a c', want: '1=1 2/- 3=2' },
  { why: 'one content packed twice', a: 'a:x b:y', b: 'c:x d:z', want: '1~1 2/2' },
  { why: 'one blob, told otherwise by a config', a: 'a:x', b: 'a:y', want: '1=1' },
  { why: 'unknown contents are not equal', a: 'a', b: 'b', want: '1/1' },
  { why: 'the same layer twice', a: 'a a b', b: 'a b', want: '1=1 2/- 3=2' },
  { why: 'another order keeps what it can', a: 'a b', b: 'b a', want: '1/- 2=1 -/2' },
  { why: 'one side empty', a: 'a', b: '', want: '1/-' },
])('aligns $why', ({ a, b, want }) => {
  expect(drawn(a, b)).toBe(want)
})

test('aligns tens of thousands of layers in one pass', () => {
  const many = (from: number): ComparedLayer[] =>
    Array.from({ length: 20_000 }, (_, i) => ({
      ...(layers('a')[0] as ComparedLayer),
      digest: `sha256:${(from + i).toString(16).padStart(64, '0')}`,
    }))
  const pairs = pairLayers([...many(0), ...many(90_000)], [...many(10_000), ...many(200_000)])
  expect(pairs.filter(({ kind }) => kind === 'same')).toHaveLength(10_000)
})

test('a list of diffIDs of another length says nothing', () => {
  const manifest = {
    layers: [{ mediaType: 'x/y', digest: digestOf('a'), size: 1 }],
  }
  const config = (...diffs: string[]) => ({ rootfs: { diff_ids: diffs.map(digestOf) } })
  expect(comparedLayers({ manifest, config: config('x') })[0]?.diffId).toBe(digestOf('x'))
  expect(comparedLayers({ manifest, config: config('x', 'y') })[0]?.diffId).toBeNull()
  expect(comparedLayers({ manifest, config: null })[0]?.diffId).toBeNull()
})

test.each([
  { why: 'equal configs', a: { config: { User: 'a' } }, b: { config: { User: 'a' } }, want: [] },
  {
    why: 'empty is missing',
    a: { config: { User: '', Cmd: [] } },
    b: { config: { Cmd: null } },
    want: [],
  },
  {
    why: 'another order of variables',
    a: { config: { Env: ['A=1', 'B=2'] } },
    b: { config: { Env: ['B=2', 'A=1'] } },
    want: [],
  },
  {
    why: 'a variable added, removed and changed; a value may hold =',
    a: { config: { Env: ['A=1', 'B=x=y'] } },
    b: { config: { Env: ['B=x=z', 'C='] } },
    want: [
      'env A /config/Env/0 1 - -',
      'env B /config/Env/1 x=y /config/Env/0 x=z',
      'env C - - /config/Env/1 ',
    ],
  },
  {
    why: 'a variable that comes twice counts as its last',
    a: { config: { Env: ['A=1', 'A=2'] } },
    b: { config: { Env: ['A=2'] } },
    want: [],
  },
  {
    why: 'a command as a list keeps where its words end',
    a: { config: { Cmd: ['a b'] } },
    b: { config: { Cmd: ['a', 'b'] } },
    want: ['cmd null /config/Cmd ["a b"] /config/Cmd ["a","b"]'],
  },
  {
    why: 'ports are a set; the pointer escapes its slash',
    a: { config: { ExposedPorts: { '80/tcp': {} } } },
    b: { config: {} },
    want: ['ports 80/tcp /config/ExposedPorts/80~1tcp 80/tcp - -'],
  },
  {
    why: 'what matters to a process comes before dates',
    a: { created: '1', architecture: 'amd64', config: { StopSignal: 'SIGTERM' } },
    b: { created: '2', architecture: 'arm64', config: { StopSignal: 'SIGINT' } },
    want: [
      'architecture null /architecture amd64 /architecture arm64',
      'stopSignal null /config/StopSignal SIGTERM /config/StopSignal SIGINT',
      'created null /created 1 /created 2',
    ],
  },
  {
    why: 'shapes that do not belong there',
    a: { config: 7 },
    b: { config: { Env: 'A=1', Labels: [] } },
    want: [],
  },
  {
    why: 'a key of every object is no label',
    a: { config: { Labels: {} } },
    b: JSON.parse('{"config":{"Labels":{"__proto__":"x"}}}'),
    want: ['labels __proto__ - - /config/Labels/__proto__ x'],
  },
])('compares configs: $why', ({ a, b, want }) => {
  const rows = compareConfigs(a, b).map(
    ({ field, key, a, b }) =>
      `${field} ${key} ${a?.at ?? '-'} ${a?.text ?? '-'} ${b?.at ?? '-'} ${b?.text ?? '-'}`,
  )
  expect(rows).toEqual(want)
})

test('annotations are compared by key', () => {
  const changes = compareMaps('annotations', '/annotations', { a: '1', b: '2' }, { a: '1' })
  expect(changes).toEqual([
    { field: 'annotations', key: 'b', a: { at: '/annotations/b', text: '2' }, b: null },
  ])
})

test.each([
  { why: 'none', history: undefined, want: [] },
  {
    why: 'Buildah and the first builder',
    history: [{ created_by: '/bin/sh -c #(nop) CMD' }],
    want: ['nop 1'],
  },
  { why: 'a command', history: [{ created_by: '/bin/sh -c make' }], want: ['shell 1'] },
  {
    why: 'a base of one kind under a top of another',
    history: [
      { created_by: '/bin/sh -c #(nop) ADD' },
      { created_by: 'COPY a b # buildkit' },
      { created_by: 'CMD', comment: 'buildkit.dockerfile.v0', empty_layer: true },
    ],
    want: ['nop 1', 'buildkit 2'],
  },
  { why: 'steps that say nothing, or are none', history: [{}, null], want: ['empty 2'] },
  { why: 'own words', history: [{ created_by: 'jib-gradle-plugin:3' }], want: ['other 1'] },
])('history style: $why', ({ history, want }) => {
  const { styles } = historyStyle({ history })
  expect(styles.map(({ style, steps }) => `${style} ${steps}`)).toEqual(want)
})

test('counts the steps that two histories share', () => {
  const [x, y, z] = [{ created_by: 'x' }, { created_by: 'y' }, { created_by: 'z' }]
  expect(commonSteps({ history: [x, y] }, { history: [x, z] })).toBe(1)
  expect(commonSteps({ history: [x] }, { history: [x, z] })).toBe(1)
  expect(commonSteps({}, { history: [x] })).toBe(0)
})

const named = (
  kind: 'manifest' | 'config' | 'index' | 'unknown',
  letter: string,
  size: number,
  value: Record<string, unknown>,
): NamedDocument => ({ digest: digestOf(letter), size, document: { kind, mediaType: null, value } })

const image = (letter: string, top: string, base = 'q'): ImageDocuments => ({
  index: null,
  manifest: named('manifest', letter, 100, {
    layers: [base, top, top].map((name) => ({ mediaType: 'x/y', digest: digestOf(name), size: 7 })),
    annotations: { who: letter },
  }),
  config: named('config', 'k', 20, { created: '1', history: [] }),
})

test('sizes count each digest once, and what a machine lacks', () => {
  const compared = compareImages(image('a', 's'), image('b', 't'))
  expect(compared.sizes.b).toEqual({ layers: 3, stored: 14, missing: 107 })
  expect(compared.shared).toBe(27)
  expect(compared.documents.map(({ kind, same }) => [kind, same])).toEqual([
    ['manifest', false],
    ['config', true],
  ])
  expect(compared.config).toEqual([])
  expect(compared.annotations).toHaveLength(1)
})

test('an artifact’s config is no image config, so its fields are not compared', () => {
  const [a, b] = [image('a', 's'), image('b', 't')]
  const chart = { ...b, config: named('unknown', 'h', 5, { user: 'x' }) }
  expect(compareImages(a, chart).config).toBeNull()
  expect(compareImages(a, { ...b, config: null }).history).toBeNull()
})
