import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'
import { findTool } from '../../tools.mjs'

const folder = join(import.meta.dirname, '../../../.cache/record-tools')

/** What Debian does not have, as Go modules in one version each. */
const MODULES = {
  crane: 'github.com/google/go-containerregistry/cmd/crane@v0.22.1',
  oras: 'oras.land/oras/cmd/oras@v1.3.6',
  regctl: 'github.com/regclient/regclient/cmd/regctl@v0.11.7',
  registry: 'github.com/distribution/distribution/v3/cmd/registry@v3.1.2',
} as const

export type GoTool = keyof typeof MODULES

/**
 * Builds the tools that are not there yet, into `.cache/record-tools`.
 *
 * @throws Error where there is no Go
 */
export async function needGoTools(): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, module] of Object.entries(MODULES)) {
    if (await isBuilt(name as GoTool)) continue
    if (!findTool('go')) throw new Error(`missing: go, to build ${module}. See https://go.dev/dl/`)
    console.log(`building ${module}`)
    const env = { GOBIN: folder, GOFLAGS: '-p=1' }
    await run('go', ['install', module], { env, timeout: 1_800_000 })
  }
}

/** Where they are, to be put before the others in PATH. */
export function goFolder(): string {
  return folder
}

/** The version that each was built from: `v0.22.1`. */
export function goVersion(name: GoTool): string {
  return MODULES[name].slice(MODULES[name].indexOf('@') + 1)
}

export function goToolPath(name: GoTool): string {
  return join(folder, name)
}

async function isBuilt(name: GoTool): Promise<boolean> {
  const said = await runText('go', ['version', '-m', goToolPath(name)]).catch(() => '')
  return said.includes(`\t${goVersion(name)}\t`)
}
