import { expect, test } from 'vitest'
import { parseJson } from '@/lib/oci/json'
import { manifestRuns } from './model'

const text =
  '{"config":{"digest":"sha256:c","size":2}, "layers":[{"size":1,"digest":"sha256:a"},{"size":3}]}'

test('the runs are the text again', () => {
  const runs = manifestRuns(text, parseJson(text))
  expect(runs.map((run) => run.text).join('')).toBe(text)
})

test('config, layers and digests are told apart, and each note points once', () => {
  const runs = manifestRuns(text, parseJson(text))
  expect(runs.filter((run) => run.digest).map((run) => [run.role, run.text])).toEqual([
    ['config', '"sha256:c"'],
    ['layer', '"sha256:a"'],
  ])
  expect(runs.map((run) => run.number).filter(Boolean)).toEqual([1, 2, 3])
})

test('a document without either is one run', () => {
  expect(manifestRuns('{}', parseJson('{}'))).toEqual([
    { text: '{}', role: null, digest: false, number: null },
  ])
})
