// Builds the site, unless what is built already matches the sources.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { guardPages } from './csp.mjs'
import { fingerprint } from './fingerprint.mjs'

const DIST = '.next'
const KEY = path.join(DIST, 'fingerprint')
export const NEXT = path.join('node_modules', 'next', 'dist', 'bin', 'next')

function builtKey() {
  try {
    return readFileSync(KEY, 'utf8')
  } catch {
    return null
  }
}

/**
 * @param {{ force?: boolean }} [options]
 * @returns {boolean} whether there is now a build that matches the sources
 */
export function build({ force = false } = {}) {
  const key = fingerprint()
  if (!force && builtKey() === key) {
    console.log('The build is current.')
    return true
  }
  console.log('Building the site. The first time takes about half a minute.')
  rmSync(KEY, { force: true })
  const started = Date.now()
  const result = spawnSync(process.execPath, [NEXT, 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (result.status !== 0) return false
  const pages = guardPages(path.join(DIST, 'server', 'app'))
  mkdirSync(DIST, { recursive: true })
  writeFileSync(KEY, key)
  console.log(`Built ${pages} pages in ${Math.round((Date.now() - started) / 1000)} s.`)
  return true
}

if (
  process.argv[1] &&
  import.meta.url.endsWith('/scripts/build.mjs') &&
  process.argv[1].endsWith('build.mjs')
) {
  process.exit(build({ force: process.argv.includes('--force') }) ? 0 : 1)
}
