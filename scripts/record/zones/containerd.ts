import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runText, startService } from '../../../e2e/harness/tool.ts'

/**
 * Starts a containerd that keeps images and nothing else, below a folder of its own.
 *
 * @returns `ctr-remote` talking to it, and what stops it
 */
export async function startContainerd(directory: string) {
  await mkdir(directory, { recursive: true })
  const at = (name: string) => join(directory, name)
  const disabled = ['grpc.v1.cri', ...['aufs', 'btrfs', 'devmapper', 'zfs'].map(snapshotter)]
  const config = `version = 2
root = ${JSON.stringify(at('root'))}
state = ${JSON.stringify(at('state'))}
disabled_plugins = ${JSON.stringify(disabled.map((name) => `io.containerd.${name}`))}
[grpc]
address = ${JSON.stringify(at('socket'))}
[ttrpc]
address = ${JSON.stringify(at('ttrpc'))}
`
  await writeFile(at('config.toml'), config)
  const service = await startService(
    'containerd',
    ['--config', at('config.toml')],
    /containerd successfully booted/,
  )
  return {
    ctr: (...args: string[]) =>
      // Minutes to convert a large layer.
      runText('ctr-remote', ['--address', at('socket'), '--namespace', 'zones', ...args], {
        timeout: 900_000,
      }),
    stop: service.stop,
  }
}

function snapshotter(name: string): string {
  return `snapshotter.v1.${name}`
}
