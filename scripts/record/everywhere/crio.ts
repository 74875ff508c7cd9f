import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Service, startService } from '../../../e2e/harness/tool.ts'
import type { Place } from '../../../lib/recordings/everywhere.ts'
import { until } from '../lab/until.ts'
import { CRICTL, writeCrictlConfig } from './containerd.ts'
import { emptyFolders, recordPlace } from './place.ts'
import { HOST, LAB } from './places.ts'

const SOCKET = '/run/crio/crio.sock'
const CONFIG = '/etc/crio/crio.conf'

export async function recordCrio(): Promise<Place> {
  const bin = join(LAB, 'bin')
  const PATH = `${bin}:${process.env.PATH}`
  await mkdir('/etc/crio', { recursive: true })
  await writeFile('/etc/crio/policy.json', '{"default":[{"type":"insecureAcceptAnything"}]}\n')
  await writeFile(
    CONFIG,
    `[crio]
storage_driver = "overlay"
[crio.runtime]
default_runtime = "crun"
cgroup_manager = "cgroupfs"
pinns_path = "${bin}/pinns"
hooks_dir = []
apparmor_profile = "unconfined"
[crio.runtime.runtimes.crun]
runtime_path = "${bin}/crun"
monitor_path = "/usr/bin/conmon"
monitor_cgroup = "pod"
[crio.image]
signature_policy = "/etc/crio/policy.json"
[crio.network]
network_dir = "/etc/cni/net.d"
plugin_dirs = ["${bin}/cni"]
[crio.nri]
enable_nri = false
[crio.metrics]
enable_metrics = false
`,
  )
  // only its user's own file says which registry may speak http
  const home = join(LAB, 'home/cri-o')
  await mkdir(join(home, '.config/containers'), { recursive: true })
  const plain = `[[registry]]\nlocation = "${HOST}"\ninsecure = true\n`
  await writeFile(join(home, '.config/containers/registries.conf'), plain)
  const flags = ['--config', CONFIG, '--config-dir', '/etc/crio/none']
  let crio: Service | null = null
  try {
    crio = await startService(join(bin, 'crio'), flags, /Starting CRI-O/i, {
      ...{ env: { HOME: home, PATH }, timeout: 60_000 },
    })
    await writeCrictlConfig(SOCKET)
    // It says no word when it listens.
    await until('CRI-O’s socket', () => existsSync(SOCKET))
    return await recordPlace({
      name: 'cri-o',
      tools: { 'cri-o': 'crio --version', crictl: 'crictl --version' },
      configuration: [CONFIG],
      env: { PATH },
      commands: CRICTL,
      folders: ['/var/lib/containers/storage'],
    })
  } finally {
    await crio?.stop()
    await emptyFolders('/var/lib/containers/storage', '/run/crio', '/run/containers')
  }
}
