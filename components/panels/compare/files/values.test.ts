import { expect, test } from 'vitest'
import { momentOf } from './values'

test.each([
  { seconds: 0, text: '1970-01-01 00:00:00' },
  { seconds: 1, text: '1970-01-01 00:00:01' },
  { seconds: 981_173_106.25, text: '2001-02-03 04:05:06.25' },
  { seconds: -0.5, text: '1969-12-31 23:59:59.5' },
  { seconds: 1e300, text: '1e+300' },
])('$seconds is $text', ({ seconds, text }) => {
  expect(momentOf(seconds)).toBe(text)
})
