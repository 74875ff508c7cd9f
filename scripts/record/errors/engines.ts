import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runText, type Service, startService } from '../../../e2e/harness/tool.ts'

const PACKAGES = ['docker.io', 'containerd', 'runc', 'podman', 'conmon', 'crun']

export type Engines = {
  /** to be put before the others in PATH */
  path: string
  env: Record<string, string>
  versions: Record<string, string>
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../../../.cache/record-tools/debian')

/** Downloads Docker, containerd and podman as Debian has them, and unpacks them: nothing is installed. */
export async function needEngines(): Promise<void> {
  if (existsSync(join(root, 'usr/bin/podman'))) return
  const debs = await mkdtemp(join(tmpdir(), 'record-debs-'))
  await mkdir(root, { recursive: true })
  console.log(`unpacking ${PACKAGES.join(' ')}`)
  const all = `apt-get -qq download ${PACKAGES.join(' ')} && for deb in *.deb; do dpkg-deb -x "$deb" "$0"; done`
  await runText('sh', ['-c', all, root], { cwd: debs, timeout: 600_000 })
  await rm(debs, { recursive: true })
}

/** Starts the daemons. They keep everything below `work`, run no container and touch no firewall. */
export async function startEngines(work: string): Promise<Engines> {
  const path = ['usr/sbin', 'usr/bin'].map((folder) => join(root, folder)).join(':')
  const PATH = `${path}:${process.env.PATH}`
  const services: Service[] = []
  const stop = async () => {
    for (const service of services.reverse()) await service.stop()
  }
  try {
    const socket = join(work, 'containerd.sock')
    const config = join(work, 'containerd.toml')
    await writeFile(
      config,
      `version = 2\nroot = "${work}/containerd/root"\nstate = "${work}/containerd/state"\n[grpc]\naddress = "${socket}"\n`,
    )
    const env = { PATH }
    services.push(
      await startService('containerd', ['-c', config], /containerd successfully booted/, { env }),
    )
    const host = `unix://${work}/docker.sock`
    const docker = [
      ...['--data-root', join(work, 'docker'), '--exec-root', join(work, 'exec')],
      ...['-p', join(work, 'docker.pid'), '-H', host, '--containerd', socket],
      ...['--iptables=false', '--ip6tables=false', '--bridge=none', '--storage-driver=vfs'],
    ]
    services.push(await startService('dockerd', docker, /API listen on/, { env }))
    const version = async (command: string, args: string[], pick: RegExp) =>
      pick.exec(await runText(command, args, { env: { ...env, DOCKER_HOST: host } }))?.[1] ?? ''
    const versions = {
      'docker.io': await version('docker', ['version', '-f', '{{.Server.Version}}'], /(\S+)/),
      containerd: await version('ctr', ['--version'], /(\S+)$/),
      podman: await version('podman', ['--version'], /(\S+)$/),
    }
    return { path, env: { DOCKER_HOST: host, CONTAINERD_ADDRESS: socket }, versions, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
