import { existsSync } from 'node:fs'
import { runText } from '../../e2e/harness/tool.ts'
import { findTool, sayMissing } from '../tools.mjs'

/**
 * A program we call, or the path of a file we compile with; the Debian package that has it, and how
 * it tells its version.
 */
export type Tool = { command: string; package: string; version: string[] }

/**
 * Makes sure that every tool is there, by apt-get where that can work.
 *
 * @throws Error naming what is missing and the command that gets it
 */
export async function needTools(tools: Tool[]): Promise<void> {
  const missing = () => tools.filter(({ command }) => !findTool(command) && !existsSync(command))
  if (missing().length === 0) return
  const packages = [...new Set(missing().map((tool) => tool.package))]
  if (process.getuid?.() === 0 && findTool('apt-get')) {
    console.log(`installing ${packages.join(' ')}`)
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runText('apt-get', ['update', '-qq'], { env })
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
    await runText('apt-get', install, { env, timeout: 900_000 })
  }
  if (missing().length > 0) {
    throw new Error(sayMissing(missing()))
  }
}

/** The first line each tool says about its version, by its package's name. */
export async function versionsOf(tools: Tool[]): Promise<Record<string, string>> {
  const versions: Record<string, string> = {}
  for (const tool of tools) {
    const text = await runText(tool.command, tool.version)
    versions[tool.package] = text.split('\n')[0] ?? ''
  }
  return versions
}
