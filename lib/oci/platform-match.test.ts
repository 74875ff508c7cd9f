import { expect, test } from 'vitest'
import { formatPlatform, parsePlatform } from './platform.ts'
import { compatiblePlatforms, matchesPlatform, selectPlatform } from './platform-match.ts'

test.each([
  { why: 'another spelling', wanted: 'linux/amd64', have: 'linux/x86_64', matches: true },
  { why: 'another variant', wanted: 'linux/amd64', have: 'linux/amd64/v2', matches: false },
  { why: 'the default variant', wanted: 'linux/arm', have: 'linux/arm/v7', matches: true },
  { why: 'another os', wanted: 'linux/amd64', have: 'windows/amd64', matches: false },
  {
    why: 'a version not asked for',
    wanted: 'windows/amd64',
    have: 'windows(10.0.1)/amd64',
    matches: true,
  },
  {
    why: 'a version asked for, absent',
    wanted: 'windows(10.0.1)/amd64',
    have: 'windows/amd64',
    matches: false,
  },
  {
    why: 'another patch of one build',
    wanted: 'windows(10.0.1.7)/amd64',
    have: 'windows(10.0.1.9)/amd64',
    matches: true,
  },
  {
    why: 'another build',
    wanted: 'windows(10.0.1.7)/amd64',
    have: 'windows(10.0.2.7)/amd64',
    matches: false,
  },
  {
    why: 'a version elsewhere, exact',
    wanted: 'linux(5.1.2.3)/amd64',
    have: 'linux(5.1.2.4)/amd64',
    matches: false,
  },
  {
    why: 'a feature not asked for',
    wanted: 'linux/amd64',
    have: 'linux(+gpu)/amd64',
    matches: true,
  },
  {
    why: 'a feature asked for, absent',
    wanted: 'linux(+gpu)/amd64',
    have: 'linux/amd64',
    matches: false,
  },
  {
    why: 'features in another order',
    wanted: 'linux(+a+b)/amd64',
    have: 'linux(+b+c+a)/amd64',
    matches: true,
  },
])('$why: $matches', ({ wanted, have, matches }) => {
  expect(matchesPlatform(parsePlatform(wanted), parsePlatform(have))).toBe(matches)
})

test.each([
  { wanted: 'linux/amd64', runs: ['linux/amd64', 'linux/386'] },
  {
    wanted: 'linux/amd64/v3',
    runs: ['linux/amd64/v3', 'linux/amd64/v2', 'linux/amd64/v1', 'linux/386'],
  },
  { wanted: 'linux/arm', runs: ['linux/arm/v7', 'linux/arm/v6', 'linux/arm/v5'] },
  {
    wanted: 'linux/arm64',
    runs: ['linux/arm64', 'linux/arm/v8', 'linux/arm/v7', 'linux/arm/v6', 'linux/arm/v5'],
  },
  { wanted: 'linux/s390x', runs: ['linux/s390x'] },
  {
    wanted: 'linux/arm64/x9',
    runs: ['linux/arm64/x9', 'linux/arm/v8', 'linux/arm/v7', 'linux/arm/v6', 'linux/arm/v5'],
  },
])('$wanted runs $runs', ({ wanted, runs }) => {
  expect(compatiblePlatforms(parsePlatform(wanted)).map(formatPlatform)).toEqual(runs)
})

test('the ninth of Arm has the eighth from five steps further on', () => {
  const variants = compatiblePlatforms(parsePlatform('linux/arm64/v9.1')).map(formatPlatform)
  expect(variants.slice(0, 4)).toEqual(
    ['v9.1', 'v9', 'v8.6', 'v8.5'].map((variant) => `linux/arm64/${variant}`),
  )
})

const entries = (...platforms: (string | null)[]) =>
  platforms.map((text, i) => ({
    i,
    descriptor: text === null ? {} : { platform: parsePlatform(text) },
  }))

test.each([
  { why: 'the exact one', offered: ['linux/386', 'linux/amd64'], wanted: 'linux/amd64', i: 1 },
  { why: 'the first of two', offered: ['linux/amd64', 'linux/amd64'], wanted: 'linux/amd64', i: 0 },
  {
    why: 'the best older variant',
    offered: ['linux/arm/v5', 'linux/arm/v6'],
    wanted: 'linux/arm/v7',
    i: 1,
  },
  { why: 'the 32-bit one', offered: ['linux/arm64', 'linux/386'], wanted: 'linux/amd64', i: 1 },
  { why: 'none without platform', offered: [null, 'linux/arm64'], wanted: 'linux/arm64', i: 1 },
])('selects $why', ({ offered, wanted, i }) => {
  expect(selectPlatform(entries(...offered), parsePlatform(wanted)).i).toBe(i)
})

test('says what is offered instead, each once and nothing unknown', () => {
  const index = entries('linux/arm64', 'unknown/unknown', 'linux/arm64', null)
  expect(() => selectPlatform(index, parsePlatform('linux/s390x'))).toThrow(
    expect.objectContaining({
      problem: { kind: 'platform-missing', platform: 'linux/s390x', offered: ['linux/arm64'] },
    }),
  )
})
