import { expect, test } from 'vitest'
import { visible } from './visible.ts'

test.each([
  { why: 'plain text', text: '"linux/amd64"', codes: [] },
  { why: 'Korean, emoji and combining marks are seen', text: '한글 😀 é', codes: [] },
  { why: 'JSON’s own white space', text: '{\n\t"a":\r\n1}', codes: [] },
  { why: 'turns the text around', text: 'a\u202eb', codes: ['U+202E'] },
  { why: 'isolates', text: '\u2066x\u2069', codes: ['U+2066', 'U+2069'] },
  { why: 'marks of direction', text: 'a\u200e\u200fb', codes: ['U+200E', 'U+200F'] },
  { why: 'no width', text: 'pay\u200bload', codes: ['U+200B'] },
  { why: 'a byte order mark inside', text: '\ufeff{', codes: ['U+FEFF'] },
  { why: 'rings the bell', text: 'a\u0007', codes: ['U+0007'] },
  { why: 'escape sequences of terminals', text: '\u001b[2J', codes: ['U+001B'] },
  { why: 'C1 controls', text: '\u0085', codes: ['U+0085'] },
  { why: 'ends a line', text: '\u2028', codes: ['U+2028'] },
  { why: 'hides text in tags', text: 'a\u{e0041}', codes: ['U+E0041'] },
])('$why', ({ text, codes }) => {
  const cut = visible(text)
  expect(cut.map((part) => part.text).join('')).toBe(text)
  expect(cut.flatMap(({ code }) => code ?? [])).toEqual(codes)
})
