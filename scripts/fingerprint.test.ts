import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { fingerprint } from './fingerprint.mjs'

const FILE = 'public/fingerprint-test.txt'
afterEach(() => {
  rmSync(FILE, { force: true })
  vi.unstubAllEnvs()
})

test('a build is told apart by a source and by a build-time variable, by nothing else', () => {
  const before = fingerprint()
  vi.stubEnv('PORT', '4000')
  expect(fingerprint()).toBe(before)
  vi.stubEnv('SITE_URL', 'https://learn.example')
  const elsewhere = fingerprint()
  expect(elsewhere).not.toBe(before)
  vi.unstubAllEnvs()
  writeFileSync(FILE, 'changed')
  expect(fingerprint()).not.toBe(before)
})
