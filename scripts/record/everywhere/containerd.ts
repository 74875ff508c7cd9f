import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Service, startService } from '../../../e2e/harness/tool.ts'
import type { Place } from '../../../lib/recordings/everywhere.ts'
import { emptyFolders, recordPlace } from './place.ts'
import { HOST, IMAGE, LAB } from './places.ts'

const STORE = [
  '/var/lib/containerd/io.containerd.content.v1.content',
  '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs',
]
const CONFIG = '/etc/containerd/config.toml'

/** Without the CRI, as Docker needs it, unless told. */
export async function startContainerd(cri = false): Promise<Service> {
  const configuration = cri
    ? `version = 3
[plugins.'io.containerd.cri.v1.images'.registry]
  config_path = "/etc/containerd/certs.d"
[plugins.'io.containerd.cri.v1.runtime'.cni]
  conf_dir = "/etc/cni/net.d"
[plugins.'io.containerd.nri.v1.nri']
  disable = true
`
    : `version = 3
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime"]
[plugins.'io.containerd.nri.v1.nri']
  disable = true
`
  await mkdir(`/etc/containerd/certs.d/${HOST}`, { recursive: true })
  await writeFile(`/etc/containerd/certs.d/${HOST}/hosts.toml`, `server = "http://${HOST}"\n`)
  await writeFile(CONFIG, configuration)
  return startService(join(LAB, 'bin/containerd'), [], /containerd successfully booted/, {
    ...{ env: { PATH }, timeout: 60_000 },
  })
}

const PATH = `${join(LAB, 'bin')}:${process.env.PATH}`

/** @param top ChainID of all layers, by which their snapshot is called */
export function recordContainerd(top: string): Promise<Place> {
  return withContainerd(false, {
    name: 'containerd',
    tools: { containerd: 'containerd --version', ctr: 'ctr --version' },
    commands: [
      `ctr images pull --plain-http ${IMAGE} > /dev/null`,
      'ctr images ls',
      `ctr images inspect ${IMAGE}`,
      'ctr content ls',
      'ctr snapshots ls',
      'ctr snapshots tree',
      `ctr snapshots info ${top}`,
      `ctr images export --platform linux/amd64 hello.tar ${IMAGE}`,
      'tar -tf hello.tar',
    ],
    archives: ['hello.tar'],
  })
}

/** The same containerd without the CRI, by Docker's commands; nerdctl works in the namespace `default`. */
export function recordNerdctl(): Promise<Place> {
  return withContainerd(false, {
    name: 'nerdctl',
    tools: { containerd: 'containerd --version', nerdctl: 'nerdctl --version' },
    commands: [
      `nerdctl pull ${IMAGE}`,
      'nerdctl images',
      'nerdctl images --digests --no-trunc',
      `nerdctl image inspect --mode=dockercompat ${IMAGE}`,
      `nerdctl image inspect --mode=native ${IMAGE}`,
      `nerdctl save -o hello.tar ${IMAGE}`,
      'tar -tf hello.tar',
      'ctr images ls',
      'ctr content ls',
      'ctr snapshots ls',
    ],
    archives: ['hello.tar'],
  })
}

export function recordCri(): Promise<Place> {
  return withContainerd(true, {
    name: 'cri-containerd',
    tools: {
      containerd: 'containerd --version',
      crictl: 'crictl --version',
      nerdctl: 'nerdctl --version',
    },
    commands: [
      ...CRICTL,
      'ctr -n k8s.io images ls',
      'ctr -n k8s.io snapshots ls',
      'nerdctl -n k8s.io images --digests --no-trunc',
    ],
  })
}

/** The same for each runtime that speaks the CRI. */
export const CRICTL = [
  `crictl pull ${IMAGE}`,
  'crictl images',
  'crictl images --digests --no-trunc',
  'crictl images -v',
  'crictl images -o json',
  `crictl inspecti ${IMAGE}`,
]

export async function writeCrictlConfig(socket: string): Promise<void> {
  const endpoints = ['runtime-endpoint', 'image-endpoint']
  const lines = endpoints.map((name) => `${name}: unix://${socket}\n`)
  await writeFile('/etc/crictl.yaml', lines.join(''))
}

async function withContainerd(
  cri: boolean,
  spec: Omit<Parameters<typeof recordPlace>[0], 'folders'>,
): Promise<Place> {
  const service = await startContainerd(cri)
  await writeCrictlConfig('/run/containerd/containerd.sock')
  try {
    return await recordPlace({
      ...spec,
      configuration: [CONFIG],
      env: { PATH },
      folders: STORE,
    })
  } finally {
    await service.stop()
    await emptyFolders('/var/lib/containerd', '/run/containerd')
  }
}
