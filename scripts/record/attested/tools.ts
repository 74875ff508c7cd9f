import { existsSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'

/** A program that Debian 12 does not have, or not in a version that does this: built from its Go module. */
export type GoTool = {
  name: string
  module: string
  version: string
  package: string
  /** a variable that its own release build sets to the version, as some tools write it into files */
  stamp?: string
}

export const goTools: GoTool[] = [
  {
    name: 'buildkitd',
    module: 'github.com/moby/buildkit',
    version: 'v0.32.2',
    package: 'github.com/moby/buildkit/cmd/buildkitd',
    stamp: 'github.com/moby/buildkit/version.Version',
  },
  {
    name: 'buildctl',
    module: 'github.com/moby/buildkit',
    version: 'v0.32.2',
    package: 'github.com/moby/buildkit/cmd/buildctl',
  },
  {
    name: 'syft',
    module: 'github.com/anchore/syft',
    version: 'v1.57.1',
    package: 'github.com/anchore/syft/cmd/syft',
    stamp: 'main.version',
  },
  {
    name: 'cosign',
    module: 'github.com/sigstore/cosign/v3',
    version: 'v3.1.2',
    package: 'github.com/sigstore/cosign/v3/cmd/cosign',
  },
  {
    name: 'oras',
    module: 'oras.land/oras',
    version: 'v1.3.6',
    package: 'oras.land/oras/cmd/oras',
  },
  {
    name: 'helm',
    module: 'helm.sh/helm/v3',
    version: 'v3.22.0',
    package: 'helm.sh/helm/v3/cmd/helm',
  },
]

const env = { CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' }

/**
 * Builds the tools that are not yet in `directory`: a quarter of an hour on two cores at first.
 *
 * Each is a dependency of a module of its own, since `go install` refuses a module whose go.mod
 * has `exclude` or `replace` lines, as BuildKit's does.
 */
export async function buildTools(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  for (const tool of goTools) {
    if (existsSync(join(directory, tool.name))) continue
    console.log(`building ${tool.name} ${tool.version}`)
    const module = join(directory, `${tool.name}-module`)
    await mkdir(module, { recursive: true })
    await writeFile(join(module, 'go.mod'), 'module example.org/tool\n')
    const options = { cwd: module, env, timeout: 1_800_000 }
    await run('go', ['get', `${tool.package}@${tool.version}`], options)
    const stamp = tool.stamp ? ` -X ${tool.stamp}=${tool.version}` : ''
    const build = ['build', '-trimpath', '-ldflags', `-s -w${stamp}`, '-o', tool.name, tool.package]
    await run('go', build, options)
    await copyFile(join(module, tool.name), join(directory, tool.name))
  }
}

/** Compiles a program of this folder into `output`. */
export async function buildProgram(source: string, output: string): Promise<void> {
  const flags = ['-trimpath', '-ldflags', '-s -w']
  await run('go', ['build', ...flags, '-o', output, '.'], { cwd: source, env, timeout: 600_000 })
}

export async function goVersion(): Promise<string> {
  return runText('go', ['version'])
}
