import { describe, expect, test } from 'vitest'
import { problemSentence } from '../../components/panels/problem/model.ts'
import { problemSamples } from '../../components/panels/problem/samples.ts'
import type { ProblemVocabulary } from '../../components/panels/problem/words.ts'
import type { Problem } from '../../lib/oci/problem.ts'
import { problemsEn } from './problems.en.ts'
import { problemsKo } from './problems.ko.ts'

const kinds = Object.keys(problemSamples) as (keyof typeof problemSamples)[]

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe.each([problemsEn, problemsKo])('$locale', (words) => {
  test.each(kinds)('%s is a whole sentence', (kind) => {
    const filled = problemSentence(words, problemSamples[kind])
    expect(filled.says).not.toMatch(/[{}]|undefined|null/)
    for (const text of [filled.says, filled.try]) expect(text).toMatch(/[.]$/)
  })

  test('no two kinds say the same', () => {
    const said = kinds.map((kind) => words.sentences[kind].says)
    expect(new Set(said).size).toBe(kinds.length)
  })
})

test.each<{ why: string; problem: Problem; en: RegExp; ko: RegExp }>([
  {
    why: 'no time to wait was given',
    problem: { ...problemSamples['rate-limited'], retryAfter: null },
    en: /Try again in a while,/,
    ko: /^잠시 뒤에 다시/,
  },
  {
    why: 'no size was announced',
    problem: { ...problemSamples['too-large'], size: null },
    en: /size: not announced, limit: 4 MiB/,
    ko: /크기: 알려지지 않음, 한도: 4 MiB/,
  },
  {
    why: 'no media type was given',
    problem: { ...problemSamples['media-type-refused'], mediaType: null },
    en: /known manifest type: none given\.$/,
    ko: /타입 표시 없음\.$/,
  },
  {
    why: 'the error has no code',
    problem: { ...problemSamples['not-found-or-private'], diagnostics: [] },
    en: /404 \(no error code given\)/,
    ko: /404\(오류 코드 없음\)/,
  },
  {
    why: 'the index is empty',
    problem: { ...problemSamples['platform-missing'], offered: [] },
    en: /Offered: no platform at all\.$/,
    ko: /있는 플랫폼: 없음\.$/,
  },
  {
    why: 'the whole document is meant',
    problem: { ...problemSamples['document-shape'], at: '', expected: 'object' },
    en: /at the top level there should be an object\.$/,
    ko: /문서 최상위 자리에 와야 할 것: 객체\.$/,
  },
])('reads well when $why', ({ problem, en, ko }) => {
  const read = (words: ProblemVocabulary) => {
    const { says, try: attempt } = problemSentence(words, problem)
    return problem.kind === 'rate-limited' ? attempt : says
  }
  expect(read(problemsEn)).toMatch(en)
  expect(read(problemsKo)).toMatch(ko)
})

test.each(kinds)('%s names the same values in both languages', (kind) => {
  const en = problemsEn.sentences[kind]
  const ko = problemsKo.sentences[kind]
  expect(placeholders(`${ko.says} ${ko.try}`)).toEqual(placeholders(`${en.says} ${en.try}`))
})

// A value may end in a vowel or in a consonant; a particle that depends on it would be wrong for half of them.
test.each(kinds)('%s has no particle that depends on a value', (kind) => {
  const { says, try: attempt } = problemsKo.sentences[kind]
  expect(`${says} ${attempt}`).not.toMatch(
    /\}(은|는|이|가|을|를|과|와|으로|로|라고|이라고|다\.|이다)(?=[\s.,]|$)/,
  )
})
