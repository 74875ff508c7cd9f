// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const HELP = [
  'No Chromium was found. One of these gives one:',
  '  CHROMIUM_PATH=/path/to/chromium   use the one you have',
  '  npx playwright install chromium   Playwright’s own',
  '  apt-get install chromium          Debian and Ubuntu, as root',
].join('\n')

/** Ubuntu has a file of this name that only says where to get the browser. @param {string} path */
const starts = (path) => existsSync(path) && spawnSync(path, ['--version']).status === 0

/** Playwright's own download, where it is installed. */
function ownBrowser() {
  try {
    const path = chromium.executablePath()
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/**
 * Path of a Chromium on this machine, or null. Looks at CHROMIUM_PATH, the PATH, the usual
 * places, then at Playwright's own.
 *
 * @throws {Error} when CHROMIUM_PATH names no file
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...PLACES].find(starts) ?? ownBrowser()
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  console.log(`$ ${[command, ...args].join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

/** Playwright's installer, run by the Node that runs us. */
function installOwn() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test')), 'cli.js')
  return run(process.execPath, [cli, 'install', 'chromium']) ? ownBrowser() : null
}

function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const install = ['install', '-y', '--no-install-recommends', 'chromium']
  if (!run('apt-get', install)) {
    run('apt-get', ['update'])
    run('apt-get', install)
  }
  return findBrowser()
}

/**
 * Path of a Chromium, installed first where none is found: by Playwright, else by apt-get where
 * we are root.
 *
 * @throws {Error} with what a person can do about it
 * @returns {string}
 */
export function obtainBrowser() {
  const path = findBrowser() ?? installOwn() ?? installPackage()
  if (!path) throw new Error(HELP)
  return path
}

/**
 * What Playwright's `chromium.launch` is given: Chromium refuses its sandbox to root.
 *
 * @param {string} executablePath
 */
export function launchOptions(executablePath) {
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }
}
