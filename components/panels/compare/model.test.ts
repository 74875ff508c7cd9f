import { expect, test } from 'vitest'
import { readShown } from '../image/recorded'
import type { Shown } from '../image/state'
import { compareShown, diffCommands } from './comparison.ts'
import { isNoImage, platformsOf, rowName, verdictOf, withoutNotes } from './model'

const findings = {} as Parameters<typeof readShown>[1]['findings']
const shown = async (name: string, platform: string) =>
  withoutNotes(await readShown(name, { fields: {}, findings, platform }))

const verdict = (a: Shown, b: Shown) => {
  const compared = compareShown(a, b)
  return compared && verdictOf(compared.comparison)
}

test.each([
  { why: 'itself', a: 'hello', b: 'hello', verdict: 'identical', counts: [3, 0, 0] },
  {
    why: 'the same blobs in Docker’s types',
    a: 'hello',
    b: 'hello-docker',
    verdict: 'redescribed',
    counts: [3, 0, 0],
  },
  { why: 'zstd for gzip', a: 'hello', b: 'hello-zstd', verdict: 'repacked', counts: [0, 3, 0] },
])('hello against $why', async ({ a, b, verdict: want, counts: [same, repacked, different] }) => {
  const [left, right] = [await shown(a, 'linux/amd64'), await shown(b, 'linux/amd64')]
  expect(verdict(left, right)).toEqual({ verdict: want, counts: { same, repacked, different } })
})

test('another platform shares what holds no program', async () => {
  const [amd64, arm64] = [await shown('hello', 'linux/amd64'), await shown('hello', 'linux/arm64')]
  expect(verdict(amd64, arm64)).toEqual({
    verdict: 'related',
    counts: { same: 2, repacked: 0, different: 1 },
  })
  expect(compareShown(amd64, arm64)?.comparison.config).toEqual([
    {
      field: 'architecture',
      key: null,
      a: { at: '/architecture', text: 'amd64' },
      b: { at: '/architecture', text: 'arm64' },
    },
  ])
})

test('nothing to compare while a manifest is missing', async () => {
  const a = await shown('hello', 'linux/amd64')
  expect(compareShown(a, { ...a, manifest: { status: 'waiting', digest: null } })).toBeNull()
  expect(isNoImage(a)).toBe(false)
})

test('the commands ask this site for both configs', async () => {
  const [a, b] = [await shown('hello', 'linux/amd64'), await shown('hello', 'linux/arm64')]
  const curl = diffCommands(a, b, 'http://localhost:3000').find(({ tool }) => tool === 'curl')
  expect(curl?.lines[0]).toMatch(
    /^diff <\(curl -sSL http:\/\/localhost:3000\/v2\/samples\/hello\/blobs\/sha256:e1387c\S+ \| jq -S \.\) \\\n {5}<\(.*sha256:3ba7ed/,
  )
})

test('a platform that two rows have is named by digest', async () => {
  const rows = platformsOf(await shown('hello', 'linux/amd64'))
  const [first] = rows
  if (!first) throw new Error('no rows')
  expect(rowName(first, rows)).toBe('linux/amd64')
  expect(rowName(first, [...rows, first])).toBe(first.digest)
})
