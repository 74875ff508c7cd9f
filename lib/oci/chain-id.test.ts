import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { expectAgreement, FIXTURES_DIR, readVectors } from '../testing/vectors.ts'
import { chainIds, chainText } from './chain-id.ts'

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const a = sha256('a')
const b = sha256('b')
const c = sha256('c')

test.each([
  { why: 'no layer has no stack', diffIds: [], chain: [] },
  { why: 'the bottom stack is its DiffID, not a hash of it', diffIds: [a], chain: [a] },
  { why: 'a stack hashes two names and a space', diffIds: [a, b], chain: [a, sha256(`${a} ${b}`)] },
  {
    why: 'the third takes the second stack, not the second layer',
    diffIds: [a, b, c],
    chain: [a, sha256(`${a} ${b}`), sha256(`${sha256(`${a} ${b}`)} ${c}`)],
  },
  {
    why: 'the same layer twice makes two stacks',
    diffIds: [a, a],
    chain: [a, sha256(`${a} ${a}`)],
  },
])('$why', async ({ diffIds, chain }) => {
  expect(await chainIds(diffIds)).toEqual(chain)
})

test('what is hashed is text', () => {
  expect(chainText(null, a)).toBeNull()
  expect(chainText(a, b)).toBe(`${a} ${b}`)
})

describe.skipIf(!FIXTURES_DIR)('chains of real configs', () => {
  test('are the same ones', async () => {
    type In = { diff_ids: string[] | null }
    const rows = FIXTURES_DIR ? readVectors<In, { chain_ids: string[] | null }>('chain-ids') : []
    const judged = await Promise.all(
      rows.map(async (row) => ({ ...row, ours: await chainIds(row.in.diff_ids ?? []) })),
    )
    expectAgreement(judged, ({ ours, out }) => ({ ours, theirs: out.chain_ids ?? [] }))
  })
})
