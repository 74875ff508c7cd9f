import { expect, test } from 'vitest'
import { formatBytes, formatList, formatSeconds, shorten } from './values.ts'

test.each([
  { bytes: 0, en: '0 bytes', ko: '0바이트' },
  { bytes: 1, en: '1 byte', ko: '1바이트' },
  { bytes: 1023, en: '1,023 bytes', ko: '1,023바이트' },
  { bytes: 1536, en: '1.5 KiB', ko: '1.5 KiB' },
  { bytes: 4_194_304, en: '4 MiB', ko: '4 MiB' },
  { bytes: 2_147_483_648, en: '2 GiB', ko: '2 GiB' },
])('$bytes bytes are $en', ({ bytes, en, ko }) => {
  expect([formatBytes('en', bytes), formatBytes('ko', bytes)]).toEqual([en, ko])
})

test.each([
  { seconds: 1, en: '1 second', ko: '1초' },
  { seconds: 2.5, en: '2.5 seconds', ko: '2.5초' },
  { seconds: 119, en: '119 seconds', ko: '119초' },
  { seconds: 121, en: '3 minutes', ko: '3분' },
])('$seconds seconds are $en', ({ seconds, en, ko }) => {
  expect([formatSeconds('en', seconds), formatSeconds('ko', seconds)]).toEqual([en, ko])
})

test.each([
  { why: 'none', items: [], text: 'nothing' },
  { why: 'all of a few', items: ['a', 'b'], text: 'a, b' },
  { why: 'the first of many', items: [...'abcdefgh'], text: 'a, b, c, d, e, f, 2 more' },
])('lists $why', ({ items, text }) => {
  expect(formatList({ more: '{count} more' }, items, 'nothing')).toBe(text)
})

test.each([
  {
    why: 'a digest, keeping both ends',
    text: `sha256:${'1'.repeat(58)}abcdef`,
    short: 'sha256:111111111111…abcdef',
  },
  { why: 'nothing that fits', text: 'x'.repeat(80), short: 'x'.repeat(80) },
  {
    why: 'long text, never inside a character',
    text: '😀'.repeat(200),
    short: `${'😀'.repeat(50)}…${'😀'.repeat(20)}`,
  },
])('shortens $why', ({ text, short }) => {
  expect(shorten(text)).toBe(short)
})
