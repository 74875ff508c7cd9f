import { describe, expect, test } from 'vitest'
import { problemSamples } from '../../components/panels/problem/samples.ts'
import { FAILURES, failureOf } from '../../lib/oci/failure.ts'
import type { Problem } from '../../lib/oci/problem.ts'
import { errorsEn } from './errors.en.ts'
import { errorsKo } from './errors.ko.ts'

const languages = [
  { locale: 'en', words: errorsEn },
  { locale: 'ko', words: errorsKo },
] as const

describe.each(languages)('the error lab, $locale', ({ words }) => {
  test('each failure stands in one group', () => {
    expect(words.groups.flatMap(({ failures }) => failures).sort()).toEqual([...FAILURES].sort())
  })

  test('each question has one right answer, and says why of each', () => {
    const questions = Object.values(words.failures).flatMap((failure) =>
      'question' in failure && failure.question ? [failure.question] : [],
    )
    for (const { choices } of [words.absent.question, ...questions]) {
      const right = choices.filter((choice) => 'right' in choice && choice.right)
      expect(right).toHaveLength(1)
      for (const { why } of choices) expect(why).not.toBe('')
    }
  })
})

test('both languages ask at the same failures and give as much advice', () => {
  const shape = (words: typeof errorsEn | typeof errorsKo) =>
    FAILURES.map((failure) => {
      const says = words.failures[failure]
      return [failure, 'question' in says, says.next.length]
    })
  expect(shape(errorsKo)).toEqual(shape(errorsEn))
})

test.each<{ why: string; problem: Problem; failure: string | null }>([
  { why: 'a tag', problem: problemSamples['not-found-or-private'], failure: 'missing-tag' },
  {
    why: 'a refusal',
    problem: { ...problemSamples['not-found-or-private'], status: 401 },
    failure: 'private',
  },
  {
    why: 'a name',
    problem: { ...problemSamples.tls, code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    failure: 'wrong-host-name',
  },
  {
    why: 'no TLS at all',
    problem: { ...problemSamples.tls, code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
    failure: 'https-at-http',
  },
  {
    why: 'an authority',
    problem: { ...problemSamples.tls, code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    failure: 'unknown-authority',
  },
  { why: 'a page', problem: problemSamples.registry, failure: 'gateway-page' },
  { why: 'what was typed', problem: problemSamples['reference-syntax'], failure: null },
])('a problem with $why leads to $failure', ({ problem, failure }) => {
  expect(failureOf(problem)).toBe(failure)
})
