import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUnsafeInteger, jsonValue, parseJson } from './json.ts'
import { walk } from './pointer.ts'

test('keeps where everything stands', () => {
  const text = ' {"a": [1, "é"], "a":null}\n'
  const json = parseJson(text)
  expect(json).toEqual({
    type: 'object',
    start: 1,
    end: 26,
    members: [
      {
        key: 'a',
        keyStart: 2,
        keyEnd: 5,
        value: {
          type: 'array',
          start: 7,
          end: 15,
          items: [
            { type: 'number', start: 8, end: 9, value: 1, text: '1' },
            { type: 'string', start: 11, end: 14, value: 'é' },
          ],
        },
      },
      {
        key: 'a',
        keyStart: 17,
        keyEnd: 20,
        value: { type: 'null', start: 21, end: 25, value: null },
      },
    ],
  })
  expect(jsonValue(json)).toEqual({ a: null })
})

test.each<{ why: string; text: string; value: unknown }>([
  { why: 'a byte order mark', text: '\ufeff{}', value: {} },
  { why: 'a scalar', text: ' true ', value: true },
  {
    why: 'escapes',
    text: '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udc33"',
    value: '"\\/\b\f\n\r\té🐳',
  },
  { why: 'half a surrogate pair, which the grammar allows', text: '"\\ud83d"', value: '\ud83d' },
  {
    why: 'numbers',
    text: '[-0, 1.5e3, 0.1E-2, 9007199254740993]',
    value: [-0, 1500, 0.001, 2 ** 53],
  },
  { why: 'empty containers', text: '[{}, [], [[]]]', value: [{}, [], [[]]] },
  {
    why: 'keys of all kinds',
    text: '{"":1,"/":2,"constructor":3}',
    value: { '': 1, '/': 2, constructor: 3 },
  },
])('reads $why', ({ text, value }) => {
  expect(jsonValue(parseJson(text))).toEqual(value)
})

test('a key __proto__ is an ordinary key', () => {
  const value = jsonValue(parseJson('{"__proto__": {"polluted": true}}')) as object
  expect(Object.keys(value)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a large integer keeps its digits', () => {
  const [safe, large] = [parseJson('9007199254740991'), parseJson('9223372036854775807')]
  expect(large).toMatchObject({ text: '9223372036854775807' })
  expect([safe, large].map((node) => node.type === 'number' && isUnsafeInteger(node))).toEqual([
    false,
    true,
  ])
})

test.each([
  { why: 'nothing', text: '', at: 0, expected: 'value' },
  { why: 'white space', text: ' \n', at: 2, expected: 'value' },
  { why: 'a web page', text: '<html>', at: 0, expected: 'value' },
  { why: 'white space of another kind', text: '\u00a0{}', at: 0, expected: 'value' },
  { why: 'a second value', text: '{} {}', at: 3, expected: 'end' },
  { why: 'a comma before the end of a list', text: '[1,]', at: 3, expected: 'value' },
  { why: 'a comma before the end of an object', text: '{"a":1,}', at: 7, expected: 'key' },
  { why: 'no comma in a list', text: '[1 2]', at: 3, expected: 'comma-or-bracket' },
  { why: 'no comma in an object', text: '{"a":1 "b":2}', at: 7, expected: 'comma-or-brace' },
  { why: 'the wrong bracket', text: '[1}', at: 2, expected: 'comma-or-bracket' },
  { why: 'a bracket too many', text: '1]', at: 1, expected: 'end' },
  { why: 'a list cut short', text: '[1', at: 2, expected: 'comma-or-bracket' },
  { why: 'an object cut short', text: '{"a"', at: 4, expected: 'colon' },
  { why: 'an object cut behind its brace', text: '{', at: 1, expected: 'key' },
  { why: 'a key without quotes', text: '{a:1}', at: 1, expected: 'key' },
  { why: 'single quotes', text: "{'a':1}", at: 1, expected: 'key' },
  { why: 'no value', text: '{"a":}', at: 5, expected: 'value' },
  { why: 'a string without end', text: '"abc', at: 4, expected: 'quote' },
  { why: 'a line break in a string', text: '"a\nb"', at: 2, expected: 'character' },
  { why: 'an unknown escape', text: '"a\\x"', at: 2, expected: 'escape' },
  { why: 'an escape named like a method', text: '"\\constructor"', at: 1, expected: 'escape' },
  { why: 'a short escape', text: '"\\u12"', at: 1, expected: 'escape' },
  { why: 'a zero before a number', text: '[01]', at: 2, expected: 'comma-or-bracket' },
  { why: 'a plus sign', text: '+1', at: 0, expected: 'value' },
  { why: 'a sign alone', text: '-', at: 1, expected: 'digit' },
  { why: 'a point without digits', text: '[1.]', at: 3, expected: 'digit' },
  { why: 'an exponent without digits', text: '1e', at: 2, expected: 'digit' },
  { why: 'a number from a point', text: '.5', at: 0, expected: 'value' },
  { why: 'NaN', text: 'NaN', at: 0, expected: 'value' },
  { why: 'half a word', text: 'tru', at: 0, expected: 'value' },
  { why: 'a comment', text: '{} // x', at: 3, expected: 'end' },
])('refuses $why and says where', ({ text, at, expected }) => {
  expect(() => parseJson(text)).toThrow(
    expect.objectContaining({ problem: { kind: 'json-syntax', at, expected } }),
  )
})

test.each([
  { of: 'lists', open: '[', close: ']' },
  { of: 'objects', open: '{"a":', close: '}' },
])('takes 128 $of in each other, not one more', ({ open, close }) => {
  const nested = (depth: number) =>
    open.repeat(depth) + (open === '[' ? '' : '1') + close.repeat(depth)
  expect([...walk(parseJson(nested(128)))].length).toBeGreaterThanOrEqual(128)
  expect(() => parseJson(nested(129))).toThrow(
    expect.objectContaining({ problem: { kind: 'json-depth', limit: 128 } }),
  )
  expect(() => parseJson(open.repeat(1_000_000))).toThrow(
    expect.objectContaining({ problem: { kind: 'json-depth', limit: 128 } }),
  )
})

test('agrees with JSON.parse on what is JSON', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
      const spaced = JSON.stringify(JSON.parse(text), null, indent)
      expect(jsonValue(parseJson(spaced))).toEqual(JSON.parse(spaced))
      for (const { node } of walk(parseJson(spaced))) {
        expect(jsonValue(parseJson(spaced.slice(node.start, node.end)))).toEqual(jsonValue(node))
      }
    }),
  )
})

test('agrees with JSON.parse on what is not', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    'a',
    '\\',
    '0',
    '1',
    '-',
    '.',
    'e',
    ' ',
    'true',
    'null',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
      const text = parts.join('')
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        expect(() => parseJson(text)).toThrow('json-syntax')
        return
      }
      expect(jsonValue(parseJson(text))).toEqual(value)
    }),
    { numRuns: 2000 },
  )
})
