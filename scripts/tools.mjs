// @ts-check
// The programs that the tests drive beside the browser, and where Debian and Ubuntu keep them.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @type {{ command: string, package: string, what: string }[]} */
export const tools = [
  { command: 'docker-registry', package: 'docker-registry', what: 'a real registry' },
  { command: 'skopeo', package: 'skopeo', what: 'copies and inspects images' },
  { command: 'buildah', package: 'buildah', what: 'builds images' },
  { command: 'umoci', package: 'umoci', what: 'changes images' },
  { command: 'openssl', package: 'openssl', what: 'makes certificates' },
]

/**
 * The file a shell would start for this name, or null.
 *
 * @param {string} command
 */
export function findTool(command) {
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  for (const place of places.filter(Boolean)) {
    try {
      accessSync(join(place, command), constants.X_OK)
      return join(place, command)
    } catch {
      // not here: the next place
    }
  }
  return null
}

/** Those of `tools` that are not on this machine. */
export function missingTools() {
  return tools.filter(({ command }) => !findTool(command))
}

/**
 * One sentence: which are missing, and how to get them.
 *
 * @param {{ command: string, package: string }[]} missing
 */
export function sayMissing(missing) {
  const commands = missing.map(({ command }) => command).join(', ')
  const packages = missing.map((tool) => tool.package).join(' ')
  return `missing: ${commands}. Debian and Ubuntu: apt-get install ${packages}`
}
