import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseChallenges } from './challenge.ts'

test.each([
  {
    why: 'a token server and what to ask of it',
    header:
      'Bearer realm="https://auth.example/token",service="r.example",scope="repository:a/b:pull,push"',
    challenges: [
      {
        scheme: 'bearer',
        parameters: {
          realm: 'https://auth.example/token',
          service: 'r.example',
          scope: 'repository:a/b:pull,push',
        },
      },
    ],
  },
  {
    why: 'two challenges in one header',
    header: 'Bearer realm="https://a.example/t",service="a", Basic realm="a, b"',
    challenges: [
      { scheme: 'bearer', parameters: { realm: 'https://a.example/t', service: 'a' } },
      { scheme: 'basic', parameters: { realm: 'a, b' } },
    ],
  },
  {
    why: 'several headers, one unfinished',
    header: ['Bearer realm="https://a', 'Basic realm="x"'],
    challenges: [
      { scheme: 'bearer', parameters: {} },
      { scheme: 'basic', parameters: { realm: 'x' } },
    ],
  },
  {
    why: 'schemes without parameters around one with token68',
    header: 'Negotiate, NTLM TlRMTVNTUAAC==, Basic realm=x',
    challenges: [
      { scheme: 'negotiate', parameters: {} },
      { scheme: 'ntlm', parameters: { token68: 'TlRMTVNTUAAC==' } },
      { scheme: 'basic', parameters: { realm: 'x' } },
    ],
  },
  {
    why: 'letter case and white space anywhere',
    header: '  BASIC\t ReAlM =\t"Dev" ,  charset="UTF-8"  ',
    challenges: [{ scheme: 'basic', parameters: { realm: 'Dev', charset: 'UTF-8' } }],
  },
  {
    why: 'escapes in a quoted string',
    header: 'Bearer realm="he\\"\\l\\lo\\\\"',
    challenges: [{ scheme: 'bearer', parameters: { realm: 'he"llo\\' } }],
  },
  {
    why: 'an unquoted value that is no token',
    header: 'Basic realm=/',
    challenges: [{ scheme: 'basic', parameters: { realm: '/' } }],
  },
  {
    why: 'an empty quoted value, kept',
    header: 'Bearer realm="x",empty=""',
    challenges: [{ scheme: 'bearer', parameters: { realm: 'x', empty: '' } }],
  },
  {
    why: 'a parameter without a value, dropped',
    header: 'Bearer realm="x",service= ',
    challenges: [{ scheme: 'bearer', parameters: { realm: 'x' } }],
  },
  {
    why: 'the first of two realms',
    header: 'Bearer realm="https://first.example", realm="https://second.example"',
    challenges: [{ scheme: 'bearer', parameters: { realm: 'https://first.example' } }],
  },
  { why: 'a scheme alone', header: 'BASIC', challenges: [{ scheme: 'basic', parameters: {} }] },
  { why: 'nothing', header: '', challenges: [] },
  { why: 'only junk', header: ' ,,; "Bearer realm=x" (', challenges: [] },
  { why: 'a parameter of no challenge', header: 'realm="y"', challenges: [] },
])('reads $why', ({ header, challenges }) => {
  expect(parseChallenges(header)).toEqual(challenges)
})

test('a hostile parameter name stays an ordinary key', () => {
  const [challenge] = parseChallenges('Bearer __proto__="x", realm="y"')
  expect(Object.keys(challenge!.parameters)).toEqual(['__proto__', 'realm'])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

const TOKEN = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)

test('reads back what was written', () => {
  const written = fc.array(
    fc.record({ scheme: TOKEN, parameters: fc.dictionary(TOKEN, fc.string(), { minKeys: 1 }) }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(written, (challenges) => {
      const header = challenges
        .map(({ scheme, parameters }) => {
          const pairs = Object.entries(parameters).map(
            ([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`,
          )
          return `${scheme} ${pairs.join(', ')}`
        })
        .join(', ')
      expect(parseChallenges(header)).toEqual(challenges)
    }),
  )
})

test('ends on any input, in order of its length', () => {
  const junk = fc.array(fc.constantFrom('a', '=', '"', '\\', ',', ' ', 'Bearer ', 'é', '\0'), {
    maxLength: 200,
  })
  fc.assert(
    fc.property(junk, (pieces) => {
      const header = pieces.join('')
      expect(parseChallenges(header).length).toBeLessThanOrEqual(header.length)
    }),
  )
})

test.each(['a ', 'a=', '"', '\\', 'a b', ',', 'a=" ', '= '])('64 KiB of %j end soon', (piece) => {
  const started = performance.now()
  parseChallenges(piece.repeat(65536 / piece.length))
  expect(performance.now() - started).toBeLessThan(1000)
})
