import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from './json.ts'
import {
  formatPointer,
  locate,
  matchPointer,
  nodeAt,
  parsePointer,
  pointerAt,
  walk,
} from './pointer.ts'

const TEXT = '{"a": [10, {"b/c": 1, "m~n": 2}], "": 3, "d": 4, "d": 5}'
const JSON_ = parseJson(TEXT)

test.each([
  { pointer: '', tokens: [] },
  { pointer: '/', tokens: [''] },
  { pointer: '/a/0', tokens: ['a', '0'] },
  { pointer: '/b~1c/m~0n/~01', tokens: ['b/c', 'm~n', '~1'] },
])('$pointer has tokens $tokens', ({ pointer, tokens }) => {
  expect(parsePointer(pointer)).toEqual(tokens)
  expect(formatPointer(tokens)).toBe(pointer)
})

test.each(['a', 'a/b', '/~', '/~2', '#/a'])('%j is no pointer', (pointer) => {
  expect(parsePointer(pointer)).toBeNull()
  expect(nodeAt(JSON_, pointer)).toBeNull()
})

test('parses what it formats', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (tokens) => {
      expect(parsePointer(formatPointer(tokens))).toEqual(tokens)
    }),
  )
})

test.each([
  { pointer: '', text: TEXT },
  { pointer: '/a/0', text: '10' },
  { pointer: '/a/1/b~1c', text: '1' },
  { pointer: '/', text: '3' },
  { pointer: '/d', text: '5' },
])('$pointer points at $text', ({ pointer, text }) => {
  const node = nodeAt(JSON_, pointer)
  expect(TEXT.slice(node?.start, node?.end)).toBe(text)
})

test.each([
  { why: 'no such key', pointer: '/x' },
  { why: 'behind the list', pointer: '/a/2' },
  { why: 'the place behind the last item', pointer: '/a/-' },
  { why: 'an index with a zero before it', pointer: '/a/00' },
  { why: 'a step into a number', pointer: '/d/x' },
  { why: 'a method of lists', pointer: '/a/length' },
  { why: 'a method of objects', pointer: '/constructor' },
])('finds nothing: $why', ({ pointer }) => {
  expect(locate(JSON_, pointer)).toBeNull()
})

test('gives the member with its key', () => {
  expect(locate(JSON_, '/d')?.member).toMatchObject({ key: 'd', keyStart: TEXT.lastIndexOf('"d"') })
  expect(locate(JSON_, '/a/0')?.member).toBeNull()
})

test.each([
  { why: 'the opening brace', offset: 0, pointer: '' },
  { why: 'a key', offset: TEXT.indexOf('"a"'), pointer: '/a' },
  { why: 'the colon behind a key', offset: TEXT.indexOf(':'), pointer: '/a' },
  { why: 'an item', offset: TEXT.indexOf('10') + 1, pointer: '/a/0' },
  { why: 'the comma between items', offset: TEXT.indexOf('10') + 2, pointer: '/a' },
  { why: 'a key to be escaped', offset: TEXT.indexOf('m~n'), pointer: '/a/1/m~0n' },
  { why: 'the closing brace', offset: TEXT.length - 1, pointer: '' },
  { why: 'behind everything', offset: TEXT.length, pointer: null },
])('at $why stands $pointer', ({ offset, pointer }) => {
  expect(pointerAt(JSON_, offset)).toBe(pointer)
})

test('walks in the order of the text', () => {
  const steps = [...walk(JSON_)].map(({ pointer }) => pointer)
  expect(steps).toEqual(['', '/a', '/a/0', '/a/1', '/a/1/b~1c', '/a/1/m~0n', '/', '/d', '/d'])
})

test.each([
  { pattern: '/layers/*/digest', pointer: '/layers/12/digest', fits: true },
  { pattern: '/annotations/*', pointer: '/annotations/a~1b', fits: true },
  { pattern: '/a~1b', pointer: '/a~1b', fits: true },
  { pattern: '', pointer: '', fits: true },
  { pattern: '/layers/*', pointer: '/layers', fits: false },
  { pattern: '/layers/*', pointer: '/layers/0/digest', fits: false },
  { pattern: '/layers/*/digest', pointer: '/layers/0/size', fits: false },
  { pattern: '/*', pointer: 'a', fits: false },
])('$pattern fits $pointer: $fits', ({ pattern, pointer, fits }) => {
  expect(matchPointer(pattern, pointer)).toBe(fits)
})
