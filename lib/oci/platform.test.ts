import { expect, test } from 'vitest'
import {
  formatPlatform,
  isSamePlatform,
  normalisePlatform,
  type Platform,
  parsePlatform,
} from './platform.ts'

const linux = (architecture: string, variant?: string): Platform => ({
  os: 'linux',
  architecture,
  ...(variant && { variant }),
})

test.each([
  { why: 'two parts', text: 'linux/amd64', platform: linux('amd64') },
  { why: 'three parts', text: 'linux/arm/v6', platform: linux('arm', 'v6') },
  { why: 'the default variant, written', text: 'linux/arm/v7', platform: linux('arm', 'v7') },
  { why: 'the default variant of arm, not written', text: 'linux/arm', platform: linux('arm') },
  {
    why: 'the default variant of arm64, written',
    text: 'linux/arm64/v8',
    platform: linux('arm64', 'v8'),
  },
  { why: 'another spelling', text: 'linux/x86_64', platform: linux('amd64') },
  { why: 'an architecture alone', text: 's390x', platform: linux('s390x') },
  { why: 'another spelling alone', text: 'Aarch64', platform: linux('arm64') },
  { why: 'hard float', text: 'armhf', platform: linux('arm') },
  { why: 'an os alone', text: 'linux', platform: linux('amd64') },
  { why: 'an alias of an os', text: 'macOS', platform: { os: 'darwin', architecture: 'amd64' } },
  { why: 'white space around', text: ' linux/386 ', platform: linux('386') },
  { why: 'nobody’s architecture', text: 'linux/tapir', platform: linux('tapir') },
  {
    why: 'a version',
    text: 'windows(10.0.17763)/amd64',
    platform: { os: 'windows', architecture: 'amd64', 'os.version': '10.0.17763' },
  },
  {
    why: 'an escaped version and features',
    text: 'windows(10%2B1+gpu+simd)/amd64',
    platform: {
      os: 'windows',
      architecture: 'amd64',
      'os.version': '10+1',
      'os.features': ['gpu', 'simd'],
    },
  },
])('parses $why', ({ text, platform }) => {
  expect(parsePlatform(text)).toEqual(platform)
  expect(parsePlatform(formatPlatform(platform))).toEqual(platform)
})

test.each([
  { why: 'nothing', text: '' },
  { why: 'a word that is neither', text: 'tapir' },
  { why: 'a star', text: 'linux/*' },
  { why: 'no os', text: '/arm' },
  { why: 'an empty variant', text: 'linux/arm/' },
  { why: 'a fourth part', text: 'linux/arm/v7/x' },
  { why: 'a space inside', text: 'linux /arm' },
  { why: 'an open bracket', text: 'windows(10/amd64' },
  { why: 'a broken escape', text: 'windows(10%zz)/amd64' },
  { why: 'a version of an architecture', text: 'arm64(1)' },
])('refuses $why', ({ text }) => {
  expect(() => parsePlatform(text)).toThrow(
    expect.objectContaining({ problem: { kind: 'platform-syntax', input: text } }),
  )
})

test.each([
  { have: linux('x86_64'), normal: linux('amd64') },
  { have: linux('amd64', 'v1'), normal: linux('amd64') },
  { have: linux('amd64', 'v3'), normal: linux('amd64', 'v3') },
  { have: linux('aarch64'), normal: linux('arm64') },
  { have: linux('arm64', 'v8'), normal: linux('arm64') },
  { have: linux('arm64', '8'), normal: linux('arm64') },
  { have: linux('arm64', 'v9.0'), normal: linux('arm64', 'v9') },
  { have: linux('arm'), normal: linux('arm', 'v7') },
  { have: linux('arm', '7'), normal: linux('arm', 'v7') },
  { have: linux('arm', '6'), normal: linux('arm', 'v6') },
  { have: linux('armhf'), normal: linux('arm', 'v7') },
  { have: linux('armel'), normal: linux('arm', 'v6') },
  { have: linux('i386', 'x'), normal: linux('386') },
  { have: { os: 'macOS', architecture: 'ARM64' }, normal: { os: 'darwin', architecture: 'arm64' } },
])('$have is $normal', ({ have, normal }) => {
  expect(normalisePlatform(have)).toEqual(normal)
  expect(isSamePlatform(have, normal)).toBe(true)
})

test('formats what is missing as unknown', () => {
  expect(formatPlatform({ os: '', architecture: '' })).toBe('unknown/unknown')
  expect(formatPlatform({ os: 'a', architecture: 'c', 'os.version': '1)+%' })).toBe(
    'a(1%29%2B%25)/c',
  )
})
