// What a build depends on, as one hash: sources, lock file, Node, build-time variables.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const SOURCES = [
  'app',
  'components',
  'content',
  'lib',
  'public',
  'scripts/build.mjs',
  'scripts/csp.mjs',
  'next.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Variables that end up inside pages. */
export const BUILD_VARIABLES = ['SITE_URL']

/** @param {string} name @returns {Generator<string>} */
function* files(name) {
  /** @type {import('node:fs').Dirent[]} */
  let entries
  try {
    entries = readdirSync(name, { withFileTypes: true })
  } catch {
    yield name
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = path.join(name, entry.name)
    if (entry.isDirectory()) yield* files(child)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield child
  }
}

/** @returns {string} hex SHA-256 over everything that a build reads */
export function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const name of BUILD_VARIABLES) hash.update(`\0${name}=${process.env[name] ?? ''}`)
  for (const source of SOURCES) {
    for (const file of files(source)) hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
