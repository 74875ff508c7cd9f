import { describe, expect, test } from 'vitest'
import { findingSentence } from '../../components/panels/finding/model.ts'
import { findingSamples } from '../../components/panels/finding/samples.ts'
import { findingsEn } from './findings.en.ts'
import { findingsKo } from './findings.ko.ts'

const kinds = Object.keys(findingSamples) as (keyof typeof findingSamples)[]

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe.each([findingsEn, findingsKo])('$locale', (words) => {
  test.each(kinds)('%s is a whole sentence', (kind) => {
    const filled = findingSentence(words, findingSamples[kind])
    for (const text of [filled.says, filled.so]) {
      expect(text).not.toMatch(/[{}]|undefined/)
      expect(text).toMatch(/[.]$/)
    }
  })

  test('no two kinds say the same', () => {
    expect(new Set(kinds.map((kind) => words.sentences[kind].says)).size).toBe(kinds.length)
  })
})

test.each(kinds)('%s names the same values in both languages', (kind) => {
  const en = findingsEn.sentences[kind]
  const ko = findingsKo.sentences[kind]
  expect(placeholders(`${ko.says} ${ko.so}`)).toEqual(placeholders(`${en.says} ${en.so}`))
})

// A value may end in a vowel or in a consonant; a particle that depends on it would be wrong for half of them.
test.each(kinds)('%s has no particle that depends on a value', (kind) => {
  const { says, so } = findingsKo.sentences[kind]
  expect(`${says} ${so}`).not.toMatch(
    /\}(은|는|이|가|을|를|과|와|으로|로|라고|이라고|다\.|이다)(?=[\s.,]|$)/,
  )
})

test.each([
  { why: 'says that a schema 1 manifest is signed', kind: 'schema1', text: /\(signed\)/ },
  { why: 'translates types', kind: 'wrong-type', text: /Found: null. Expected: an object whose/ },
  { why: 'admits that nothing is known', kind: 'media-type-missing', text: /read as: unknown/ },
  { why: 'lists addresses', kind: 'urls', text: /https:\/\/example.org\/layer/ },
] as const)('$why', ({ kind, text }) => {
  expect(findingSentence(findingsEn, findingSamples[kind]).says).toMatch(text)
})

test('keeps a hostile value to one line', () => {
  const { says } = findingSentence(findingsEn, {
    ...findingSamples['unknown-field'],
    field: 'x'.repeat(100_000),
  })
  expect(says.length).toBeLessThan(200)
})
