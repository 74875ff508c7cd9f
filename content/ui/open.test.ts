import { expect, test } from 'vitest'
import { documentsEn } from './documents.en.ts'
import { documentsKo } from './documents.ko.ts'
import { openEn } from './open.en.ts'
import { openKo } from './open.ko.ts'

/** Every text with the way to it. */
function texts(value: unknown, at = ''): [at: string, text: string][] {
  if (typeof value === 'string') return [[at, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${at}/${key}`))
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

test.each([
  { what: 'the page', en: openEn, ko: openKo },
  { what: 'the kinds of documents', en: documentsEn, ko: documentsKo },
])('$what says the same in both languages, with the same values', ({ en, ko }) => {
  const korean = new Map(texts(ko))
  expect(texts(en).map(([at]) => at)).toEqual([...korean.keys()])
  for (const [at, text] of texts(en)) {
    expect(placeholders(korean.get(at) ?? ''), at).toEqual(placeholders(text))
    expect(text, at).not.toMatch(/\p{Script=Hangul}/u)
  }
})

test('no Korean particle follows a value whose last sound nobody knows', () => {
  const wrong = texts(openKo).filter(([, text]) =>
    /\}(?:은|는|이|가|을|를|로|으로|과|와)(?=[\s.,])/.test(text),
  )
  expect(wrong).toEqual([])
})

test('each mistaken file gets its own sentence', () => {
  for (const words of [openEn, openKo]) {
    const says = Object.values(words.foreign).flatMap((each) => [each.says, each.try])
    expect(new Set(says).size).toBe(says.length)
  }
})
