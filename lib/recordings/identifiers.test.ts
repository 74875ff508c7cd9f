import { expect, test } from 'vitest'
import { identifiersIn } from './identifiers.ts'

const A = 'a1'.repeat(32)
const B = 'b2'.repeat(32)

test.each([
  {
    why: 'a column whose head has two words',
    text: `REPOSITORY   TAG   IMAGE ID       SIZE\nhello        1.0   ${A.slice(0, 12)}   6kB\n`,
    found: [[A.slice(0, 12), 'IMAGE ID']],
  },
  {
    why: 'columns with one space between',
    text: `KEY                                                              PARENT\n${A} ${B}\n`,
    found: [
      [A, 'KEY'],
      [B, 'PARENT'],
    ],
  },
  {
    why: 'columns set by tabs',
    text: `DIGEST\t\t\t\t\t\t\t\t\tSIZE\tLABELS\nsha256:${A}\t5B\tref=sha256:${B}\n`,
    found: [
      [A, 'DIGEST'],
      [B, 'LABELS'],
    ],
  },
  {
    why: 'the words before it',
    text: `Status\nDigest: sha256:${A}\n`,
    found: [[A, 'Digest:']],
  },
  { why: 'nothing else on the line', text: `sha256:${A}\n`, found: [[A, '']] },
  {
    why: 'in JSON, as value and as key',
    text: JSON.stringify([{ Id: `sha256:${A}`, Names: { [`x@sha256:${B}`]: 'y' } }]),
    found: [
      [A, '/*/Id'],
      [B, '/*/Names/'],
    ],
  },
  { why: 'none in a UUID', text: 'id 1b4e28ba-2fa1-11d2-883f-0016d3cca427\n', found: [] },
  { why: 'none in a number that is too short', text: '1234567\n', found: [] },
  { why: 'none in upper case', text: `${A.toUpperCase()}\n`, found: [] },
])('finds $why', ({ text, found }) => {
  expect(identifiersIn(text).map(({ hex, where }) => [hex, where])).toEqual(found)
})
