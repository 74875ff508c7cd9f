import { describe, expect, test } from 'vitest'
import { platformText, summarise } from './summary.ts'

test.each([
  { platform: { os: 'linux', architecture: 'amd64' }, text: 'linux/amd64' },
  { platform: { os: 'linux', architecture: 'arm', variant: 'v7' }, text: 'linux/arm/v7' },
  {
    platform: { os: 'windows', architecture: 'amd64', 'os.version': '10.0.17763.1' },
    text: 'windows/amd64 (10.0.17763.1)',
  },
  { platform: { os: 'linux' }, text: 'linux/?' },
  { platform: {}, text: null },
  { platform: 'linux', text: null },
  { platform: undefined, text: null },
])('$platform reads $text', ({ platform, text }) => expect(platformText(platform)).toBe(text))

describe('an index', () => {
  const rows = (...manifests: unknown[]) => {
    const summary = summarise({ kind: 'index', value: { manifests } })
    return summary?.kind === 'index' ? summary.rows : []
  }

  test('tells what an attestation is about', () => {
    const [row] = rows({
      digest: 'sha256:a',
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': 'sha256:b',
      },
    })
    expect(row?.attests).toBe('sha256:b')
  })

  test.each([
    {
      why: 'unknown/unknown without annotations',
      entry: { platform: { os: 'unknown', architecture: 'unknown' } },
      attests: null,
    },
    {
      why: 'an image',
      entry: { platform: { os: 'linux', architecture: 'amd64' } },
      attests: undefined,
    },
  ])('$why', ({ entry, attests }) => expect(rows(entry)[0]?.attests).toBe(attests))

  test('keeps the place of each entry, whatever stands there', () => {
    expect(rows(null, 7, {}).map(({ at, digest, size }) => [at, digest, size])).toEqual([
      ['/manifests/0', '', 0],
      ['/manifests/1', '', 0],
      ['/manifests/2', '', 0],
    ])
  })
})

test('a manifest lists config, layers in order, subject', () => {
  const summary = summarise({
    kind: 'manifest',
    value: {
      subject: { digest: 's' },
      layers: [{ digest: 'l0' }, { digest: 'l1' }],
      config: { digest: 'c' },
    },
  })
  expect(summary?.rows.map((row) => ('role' in row ? [row.role, row.digest] : null))).toEqual([
    ['config', 'c'],
    ['layer', 'l0'],
    ['layer', 'l1'],
    ['subject', 's'],
  ])
})

test('a config tells what is there and leaves out what is not', () => {
  const summary = summarise({
    kind: 'config',
    value: {
      os: 'linux',
      architecture: 'amd64',
      config: { Cmd: ['a b', 'c'], Env: 'odd', User: '' },
    },
  })
  expect(summary?.rows.map((row) => ('fact' in row ? [row.fact, row.values] : null))).toEqual([
    ['platform', ['linux/amd64']],
    ['cmd', ['["a b","c"]']],
  ])
})

test.each(['schema1', 'unknown'] as const)('%s has no summary', (kind) => {
  expect(summarise({ kind, value: {} })).toBeNull()
})
