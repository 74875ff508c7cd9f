import { expect, test } from 'vitest'
import { artifactsEn } from './artifacts.en.ts'
import { artifactsKo } from './artifacts.ko.ts'

/** Every text with its path. */
function* texts(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* texts(one, `${path}.${key}`)
  }
}

const en = new Map(texts(artifactsEn))
const ko = new Map(texts(artifactsKo))

test('both languages fill the same places', () => {
  const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([one]) => one).sort()
  const unlike = [...en].filter(([path, text]) => `${places(text)}` !== `${places(ko.get(path))}`)
  expect(unlike.map(([path]) => path)).toEqual([])
  expect([...ko.keys()].sort()).toEqual([...en.keys()].sort())
})

test('Korean sentences are in the plain style', () => {
  const wrong = [...ko].filter(
    ([, text]) => /[가-힣]\.$/.test(text) && !/(?:다|까|음|중)\.$/.test(text),
  )
  expect(wrong).toEqual([])
})

test('kinds and parts are told apart', () => {
  const means = [...en].filter(([path]) => /card\.(?:kinds|parts)\..*\.means$/.test(path))
  expect(new Set(means.map(([, text]) => text)).size).toBe(means.length)
})
