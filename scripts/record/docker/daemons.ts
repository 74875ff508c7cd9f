import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Service, startService } from '../../../e2e/harness/tool.ts'
import { BIN, CONTAINERD, DAEMON, LAB, STATE } from './places.ts'

const CONFIGURATION = `version = 3
root = "${LAB}/containerd/root"
state = "${STATE}"
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime"]
[grpc]
  address = "${CONTAINERD}"
[ttrpc]
  address = "${CONTAINERD}.ttrpc"
[plugins.'io.containerd.nri.v1.nri']
  disable = true
`

const FLAGS = ['--config', `${LAB}/containerd.toml`]

/** Commands find our programs first, and no configuration of the machine's. */
export const ENV = {
  PATH: `${BIN}:${process.env.PATH}`,
  HOME: join(LAB, 'home'),
  DOCKER_CONFIG: join(LAB, 'home'),
  TZ: 'UTC',
}

export type Daemon = { name: 'dockerd' | 'containerd'; service: Service; pid: number }

export async function writeConfiguration(): Promise<string> {
  await mkdir(join(LAB, 'home'), { recursive: true })
  await writeFile(`${LAB}/containerd.toml`, CONFIGURATION)
  await writeFile(`${LAB}/daemon.json`, '{}\n')
  return CONFIGURATION
}

export function dockerdFlags(liveRestore: boolean, held: string): string[] {
  return [
    ...['--config-file', `${LAB}/daemon.json`, '--host', `unix://${DAEMON}`],
    ...['--containerd', CONTAINERD, '--data-root', `${LAB}/docker`, '--exec-root', `${LAB}/exec`],
    ...['--pidfile', `${LAB}/docker.pid`, '--storage-driver', 'overlay2'],
    ...[
      '--iptables=false',
      '--ip6tables=false',
      '--bridge=none',
      '--userland-proxy=false',
      `--add-runtime=held=${held}`,
    ],
    ...(liveRestore ? ['--live-restore'] : []),
  ]
}

export const commands = (held: string) => [
  ['containerd', ...FLAGS].join(' '),
  ['dockerd', ...dockerdFlags(false, held)].join(' '),
]

export async function startContainerd(): Promise<Daemon> {
  const service = await startService(`${BIN}/containerd`, FLAGS, /containerd successfully booted/, {
    ...{ env: ENV, timeout: 60_000 },
  })
  return { name: 'containerd', service, pid: service.child.pid ?? 0 }
}

export async function startDockerd(liveRestore: boolean, held: string): Promise<Daemon> {
  const flags = dockerdFlags(liveRestore, held)
  const service = await startService(`${BIN}/dockerd`, flags, /API listen on/, {
    ...{ env: ENV, timeout: 60_000 },
  })
  return { name: 'dockerd', service, pid: service.child.pid ?? 0 }
}

/** Ends a daemon. Shims keep its pipes open, so these are not waited for. */
export async function endDaemon({ service: { child } }: Daemon, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}
