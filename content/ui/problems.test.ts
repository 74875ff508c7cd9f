import { describe, expect, test } from 'vitest'
import { problemSentence } from '../../components/panels/problem/model.ts'
import { problemSamples } from '../../components/panels/problem/samples.ts'
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
