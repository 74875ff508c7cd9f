// `npm run setup`: what the tests need beside npm's packages. Found on PATH, else installed where
// that harms nobody: as root with apt-get in a machine that runs no systemd (a container, CI), or
// where SETUP=system says so.
// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser, obtainBrowser } from './browser.mjs'
import { findTool, missingTools, sayMissing, tools } from './tools.mjs'

const strict = process.env.CI === 'true'

function mayInstall() {
  if (process.getuid?.() !== 0 || !findTool('apt-get')) return false
  return process.env.SETUP === 'system' || !existsSync('/run/systemd/system')
}

/** @param {string[]} args */
function aptGet(args) {
  console.log(`$ apt-get ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

/** @returns {boolean} whether there is a browser now */
function setUpBrowser() {
  const found = findBrowser()
  if (found) {
    console.log(`chromium: ${found}`)
    return true
  }
  if (mayInstall()) {
    try {
      console.log(`chromium: ${obtainBrowser()}`)
      return true
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      return false
    }
  }
  console.error('MISSING chromium. The end-to-end tests cannot run without it. Either of')
  console.error('  npx playwright install chromium')
  console.error('  CHROMIUM_PATH=/path/to/chromium npm test')
  return false
}

/** @returns {boolean} whether all registry tools are there now */
function setUpTools() {
  let missing = missingTools()
  if (missing.length > 0 && mayInstall()) {
    const packages = missing.map((tool) => tool.package)
    aptGet(['update', '-qq'])
    aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages])
    missing = missingTools()
  }
  for (const { command, what } of tools) {
    const path = findTool(command)
    if (path) console.log(`${command}: ${path}`)
    else console.error(`MISSING ${command} (${what})`)
  }
  if (missing.length === 0) return true
  console.error(`The real-registry tests are skipped; ${sayMissing(missing)}`)
  if (!strict) console.error('As root, SETUP=system npm test installs them for you.')
  return false
}

const browser = setUpBrowser()
const all = setUpTools()
// Away from CI a missing registry tool means skipped tests, not a failure; a browser is a must.
process.exit(browser && (all || !strict) ? 0 : 1)
