import { expect, test } from 'vitest'
import { artifactsEn } from '@/content/ui/artifacts.en'
import { artifactsKo } from '@/content/ui/artifacts.ko'
import type { Outcome, Way } from './model'
import { outcomeSentence } from './sentence'

const { outcomes } = artifactsEn.referrers
const says = (way: Way, outcome: Outcome) => outcomeSentence({ way, outcome }, outcomes)

test.each([
  { why: 'an empty list of the API', way: 'api', outcome: { kind: 'none' }, is: outcomes.none },
  {
    why: 'no attestation in the index',
    way: 'index',
    outcome: { kind: 'none' },
    is: outcomes.noneInIndex,
  },
  { why: 'no API', way: 'api', outcome: { kind: 'absent', status: 404 }, is: outcomes.absentApi },
  { why: 'no tag', way: 'tag', outcome: { kind: 'absent', status: 404 }, is: outcomes.absentTag },
  {
    why: 'no tag of cosign’s',
    way: 'signature',
    outcome: { kind: 'absent', status: 404 },
    is: outcomes.absentCosign,
  },
  { why: 'the trap', way: 'tag', outcome: { kind: 'trap', digest: 'x' }, is: outcomes.trap },
] as const)('$why', ({ way, outcome, is }) => {
  expect(says(way, outcome)).toBe(is)
})

test('a redirect is told by its status, as ghcr.io’s to a web page', () => {
  const sentence = says('api', { kind: 'absent', status: 303 })
  expect(sentence).toContain('303')
  expect(sentence).not.toContain('404')
  const ko = artifactsKo.referrers.outcomes
  const outcome = { kind: 'absent', status: 303 } as const
  expect(outcomeSentence({ way: 'api', outcome }, ko)).toContain('303')
})

test('a list that goes on says so', () => {
  const outcome = { kind: 'found', referrers: [], more: true } as const
  expect(says('api', { ...outcome, referrers: [] })).toBe(`Found: 0 ${outcomes.more}`)
})
