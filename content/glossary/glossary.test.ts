import { expect, test } from 'vitest'
import { termsIn } from '../../lib/content/glossary.ts'
import { locales } from '../../lib/i18n/locale.ts'
import { glossary } from './glossary.ts'

test('every id is written once, in the form of an address', () => {
  const ids = glossary.map((entry) => entry.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([])
})

test.each(locales)('every meaning is one sentence of its own (%s)', (locale) => {
  const words = Object.values(termsIn(glossary, locale))
  expect(new Set(words.map(({ term }) => term)).size).toBe(words.length)
  expect(new Set(words.map(({ short }) => short)).size).toBe(words.length)
  const ends = locale === 'ko' ? /다\.$/ : /^[A-Z].*\.$/
  const wrong = words.filter(({ short }) => !ends.test(short) || /[.?!]\s/.test(short))
  expect(wrong).toEqual([])
})
