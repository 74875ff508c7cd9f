import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBrowser, launchOptions } from './browser.mjs'

let folder = ''
const program = (name: string, code: number) => {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\nexit ${code}\n`)
  chmodSync(path, 0o755)
  return path
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'))
  vi.stubEnv('CHROMIUM_PATH', '')
  vi.stubEnv('PATH', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('takes the Chromium it is told to take', () => {
  program('chromium', 0)
  const mine = program('mine', 0)
  vi.stubEnv('CHROMIUM_PATH', mine)
  expect(findBrowser()).toBe(mine)
})

test('says so when that is not there, and looks no further', () => {
  program('chromium', 0)
  vi.stubEnv('CHROMIUM_PATH', join(folder, 'gone'))
  expect(() => findBrowser()).toThrow(/CHROMIUM_PATH names .*gone, which does not exist/)
})

test('passes over one on the PATH that does not start', () => {
  program('chromium', 1)
  const second = program('google-chrome', 0)
  expect(findBrowser()).toBe(second)
})

test('launches the one that was found', () => {
  expect(launchOptions('/a/chromium')).toMatchObject({ executablePath: '/a/chromium' })
})
