import { expect, test } from 'vitest'
import type { HeaderLine } from './conversation.ts'
import { readRateLimit } from './rate-limit.ts'

const NOW = Date.parse('2026-01-01T00:00:00Z')
const none = { limit: null, remaining: null, window: null, reset: null }

test.each<{ why: string; headers: Record<string, string>; read: object | null }>([
  {
    why: 'Docker Hub’s',
    headers: { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '76;w=21600' },
    read: { limit: 100, remaining: 76, window: 21600, reset: null },
  },
  {
    why: 'Docker Hub’s, upper case, nothing left',
    headers: { 'RateLimit-Limit': '100;w=21600', 'RateLimit-Remaining': '0;w=21600' },
    read: { limit: 100, remaining: 0, window: 21600, reset: null },
  },
  {
    why: 'the early drafts’',
    headers: { 'RateLimit-Limit': '10', 'RateLimit-Remaining': '4', 'RateLimit-Reset': '50' },
    read: { limit: 10, remaining: 4, window: null, reset: 50 },
  },
  {
    why: 'a list, of which the first is in force',
    headers: { 'RateLimit-Limit': '10, 10;w=1, 50;w=60', 'RateLimit-Remaining': '9' },
    read: { limit: 10, remaining: 9, window: null, reset: null },
  },
  {
    why: 'the later drafts’',
    headers: { RateLimit: '"default";r=50;t=30', 'RateLimit-Policy': '"default";q=100;w=60' },
    read: { limit: 100, remaining: 50, window: 60, reset: 30 },
  },
  {
    why: 'with X- and a point in time',
    headers: {
      'X-RateLimit-Limit': '60',
      'X-RateLimit-Remaining': '59',
      'X-RateLimit-Reset': String(NOW / 1000 + 90),
    },
    read: { limit: 60, remaining: 59, window: null, reset: 90 },
  },
  {
    why: 'with X- and a time that has passed',
    headers: { 'X-RateLimit-Reset': String(NOW / 1000 - 90) },
    read: { ...none, reset: 0 },
  },
  {
    why: 'with X- and seconds from now',
    headers: { 'X-RateLimit-Reset': '90' },
    read: { ...none, reset: 90 },
  },
  {
    why: 'only what is left',
    headers: { 'ratelimit-remaining': '7' },
    read: { ...none, remaining: 7 },
  },
  { why: 'nothing that can be read', headers: { 'RateLimit-Limit': 'many;w=long' }, read: null },
  { why: 'a number below nothing', headers: { 'RateLimit-Remaining': '-1' }, read: null },
  { why: 'an empty value', headers: { 'RateLimit-Limit': '' }, read: null },
  { why: 'none at all: unlimited, or not said', headers: { 'content-type': 'a/b' }, read: null },
])('the rate limit: $why', ({ headers, read }) => {
  expect(readRateLimit(Object.entries(headers) as HeaderLine[], NOW)).toEqual(read)
})
