// `npm run test:peers`: builds the registries and clients that the tests in e2e/peers drive, from their
// Go modules, into .cache/peers. What is there already stays. docs/peers.md tells what each is for.
// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

const directory = path.join(import.meta.dirname, '..', '.cache', 'peers')

const ours = path.join(import.meta.dirname, '..', 'e2e', 'peers', 'ggcr')

/**
 * `install` is what `go install` gets; without it, the few lines in `e2e/peers/ggcr` are built.
 *
 * @type {{ name: string, install?: string, experiment?: string }[]}
 */
const peers = [
  { name: 'ggcr' },
  { name: 'crane', install: 'github.com/google/go-containerregistry/cmd/crane@v0.22.1' },
  { name: 'oras', install: 'oras.land/oras/cmd/oras@v1.3.6' },
  { name: 'regctl', install: 'github.com/regclient/regclient/cmd/regctl@v0.11.7' },
  { name: 'registry', install: 'github.com/distribution/distribution/v3/cmd/registry@v3.1.2' },
  { name: 'zot', install: 'zotregistry.dev/zot/v2/cmd/zot@v2.1.22', experiment: 'jsonv2' },
]

mkdirSync(directory, { recursive: true })
let built = 0
for (const { name, install, experiment } of peers) {
  const file = path.join(directory, name)
  if (existsSync(file)) {
    built += 1
    continue
  }
  const args = install ? ['install', install] : ['build', '-o', file, '.']
  console.log(`go ${args.join(' ')}`)
  const { status, error } = spawnSync('go', args, {
    stdio: 'inherit',
    cwd: install ? directory : ours,
    env: {
      ...process.env,
      ...{ GOBIN: directory, CGO_ENABLED: '0' },
      ...(experiment && { GOEXPERIMENT: experiment }),
    },
  })
  if (error) {
    console.error(`go cannot be run (${error.message}): https://go.dev/dl has Go 1.26`)
    process.exit(1)
  }
  if (status === 0) built += 1
  else console.error(`${name} was not built; its tests are skipped`)
}
process.exit(built > 0 ? 0 : 1)
