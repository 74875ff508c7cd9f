import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runText, type Service, startService } from '../../../e2e/harness/tool.ts'
import { until } from '../lab/until.ts'

export type Places = {
  /** the recorder's folder; short, since sockets have short names */
  lab: string
  /** built programs */
  bin: string
  /** the registry's proxy */
  registry: string
  /** of the pause image */
  pause: string
}

export type Runtime = {
  name: string
  socket: string
  service: Service
  /** started under strace, whose first child is the runtime */
  pid: number
  versions: Record<string, string>
  configuration: string
  /** folders of interest: what a reader would list */
  folders: { name: string; path: string; levels: number }[]
  /** how it was started */
  commands: string[]
  /** of a sandbox or container: where its config.json is */
  bundleOf(id: string): string
  shims: RegExp
}

const CNI = {
  cniVersion: '1.0.0',
  name: 'lab',
  plugins: [
    {
      ...{ type: 'bridge', bridge: 'cni0', isGateway: true, ipMasq: false, hairpinMode: true },
      ipam: { type: 'host-local', dataDir: '', ranges: [[{ subnet: '192.0.2.0/24' }]] },
    },
  ],
}

/** The plugins' folder as the runtime sees it: each name leads to the recorder. */
export async function placeCni({ lab, bin }: Places): Promise<{ plugins: string; conf: string }> {
  const plugins = join(lab, 'cni/bin')
  const conf = join(lab, 'cni/net.d')
  await mkdir(plugins, { recursive: true })
  await mkdir(conf)
  await mkdir(join(lab, 'cni/log'))
  const [plugin] = CNI.plugins
  if (plugin) plugin.ipam.dataDir = join(lab, 'cni/leases')
  await writeFile(join(conf, '10-lab.conflist'), JSON.stringify(CNI, null, 2))
  const recorder = await readFile(join(import.meta.dirname, 'cni-recorder.sh'), 'utf8')
  const script = join(lab, 'cni/recorder')
  await writeFile(
    script,
    recorder.replaceAll('@LOG@', join(lab, 'cni/log')).replaceAll('@PLUGINS@', join(bin, 'cni')),
  )
  await chmod(script, 0o755)
  for (const name of await readdir(join(bin, 'cni'))) await symlink(script, join(plugins, name))
  return { plugins, conf }
}

/** Everything that is executed below a program, with the time; it is detached when it ends. */
function traced(lab: string, program: string, args: string[]): [string, string[]] {
  const flags = [
    '-f',
    '--seccomp-bpf',
    '-ttt',
    '-s',
    '8192',
    '-v',
    '-e',
    'trace=execve,exit_group',
    '-e',
    'signal=none',
  ]
  return ['strace', [...flags, '-o', join(lab, 'execve.log'), program, ...args]]
}

/** @param before a folder for PATH, in front of all others */
export async function startContainerd(places: Places, before?: string): Promise<Runtime> {
  const { lab, bin, registry, pause } = places
  const { plugins, conf } = await placeCni(places)
  const [root, state, socket] = [`${lab}/root`, `${lab}/state`, `${lab}/containerd.sock`]
  const configuration = `version = 3
root = "${root}"
state = "${state}"
[grpc]
  address = "${socket}"
[ttrpc]
  address = "${socket}.ttrpc"
[plugins.'io.containerd.cri.v1.images'.pinned_images]
  sandbox = '${pause}'
[plugins.'io.containerd.cri.v1.images'.registry]
  config_path = "${lab}/certs.d"
[plugins.'io.containerd.cri.v1.runtime']
  restrict_oom_score_adj = true
[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
  [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
    BinaryName = "${bin}/runc"
[plugins.'io.containerd.cri.v1.runtime'.cni]
  bin_dirs = ["${plugins}"]
  conf_dir = "${conf}"
[plugins.'io.containerd.nri.v1.nri']
  disable = true
`
  await mkdir(`${lab}/certs.d/${registry}`, { recursive: true })
  const hosts = `server = "http://${registry}"\n`
  await writeFile(`${lab}/certs.d/${registry}/hosts.toml`, hosts)
  await writeFile(`${lab}/config.toml`, configuration)
  const [command, args] = traced(lab, `${bin}/containerd`, ['--config', `${lab}/config.toml`])
  const path = [before, bin, process.env.PATH].filter(Boolean).join(':')
  const env = { PATH: path, CONTAINERD_LOG_LEVEL: 'info' }
  const service = await startService(command, args, /containerd successfully booted/, {
    ...{ env, timeout: 60_000 },
  })
  const version = await runText(`${bin}/containerd`, ['--version'])
  return {
    ...{ name: 'containerd', socket, service, configuration },
    pid: await childOf(service),
    commands: [[command, ...args].join(' ')],
    versions: { containerd: version, runc: firstLine(await runText(`${bin}/runc`, ['--version'])) },
    folders: [
      {
        name: 'the task directory',
        path: `${state}/io.containerd.runtime.v2.task/k8s.io`,
        levels: 2,
      },
      {
        name: 'the content store',
        path: `${root}/io.containerd.content.v1.content/blobs`,
        levels: 2,
      },
      { name: 'the snapshots', path: `${root}/io.containerd.snapshotter.v1.overlayfs`, levels: 3 },
    ],
    bundleOf: (id) => `${state}/io.containerd.runtime.v2.task/k8s.io/${id}/config.json`,
    shims: /containerd-shim/,
  }
}

export async function startCrio(places: Places): Promise<Runtime> {
  const { lab, bin, registry, pause } = places
  const { plugins, conf } = await placeCni(places)
  const [root, run, socket] = [`${lab}/root`, `${lab}/state`, `${lab}/crio.sock`]
  const configuration = `[crio]
root = "${root}"
runroot = "${run}"
storage_driver = "overlay"
log_dir = "${lab}/logs"
version_file = "${lab}/version"
version_file_persist = ""
clean_shutdown_file = "${lab}/clean"
[crio.api]
listen = "${socket}"
stream_address = "127.0.0.1"
[crio.runtime]
default_runtime = "crun"
cgroup_manager = "cgroupfs"
pinns_path = "${bin}/pinns"
namespaces_dir = "${lab}/ns"
hooks_dir = []
container_exits_dir = "${lab}/exits"
container_attach_socket_dir = "${lab}/attach"
apparmor_profile = "unconfined"
[crio.runtime.runtimes.crun]
runtime_path = "${bin}/crun"
monitor_path = "/usr/bin/conmon"
monitor_cgroup = "pod"
[crio.image]
pause_image = "${pause}"
pause_command = "/pause"
signature_policy = "${lab}/policy.json"
[crio.network]
network_dir = "${conf}"
plugin_dirs = ["${plugins}"]
[crio.nri]
enable_nri = false
[crio.metrics]
enable_metrics = false
`
  await writeFile(`${lab}/policy.json`, '{"default":[{"type":"insecureAcceptAnything"}]}\n')
  const plain = `[[registry]]\nlocation = "${registry}"\ninsecure = true\n`
  // only its user's own file says which registry may speak http
  await mkdir(`${lab}/home/.config/containers`, { recursive: true })
  await writeFile(`${lab}/home/.config/containers/registries.conf`, plain)
  await writeFile(`${lab}/crio.conf`, configuration)
  const flags = ['--config', `${lab}/crio.conf`, '--config-dir', `${lab}/none`]
  const [command, args] = traced(lab, `${bin}/crio`, flags)
  const service = await startService(command, args, /Starting CRI-O/i, {
    env: { HOME: `${lab}/home` },
    timeout: 60_000,
  })
  // It says no word when it listens.
  await until(`the socket ${socket}`, () => existsSync(socket))
  const version = firstLine(await runText(`${bin}/crio`, ['--version']))
  return {
    ...{ name: 'cri-o', socket, service, configuration },
    pid: await childOf(service),
    commands: [[command, ...args].join(' ')],
    versions: {
      'cri-o': version,
      crun: firstLine(await runText(`${bin}/crun`, ['--version'])),
      conmon: firstLine(await runText('conmon', ['--version'])),
    },
    folders: [
      { name: 'the containers', path: `${run}/overlay-containers`, levels: 3 },
      { name: 'what outlives a restart', path: `${root}/overlay-containers`, levels: 3 },
      { name: 'the images', path: `${root}/overlay-images`, levels: 2 },
      { name: 'the layers', path: `${root}/overlay`, levels: 2 },
    ],
    bundleOf: (id) => `${run}/overlay-containers/${id}/userdata/config.json`,
    shims: /conmon/,
  }
}

const firstLine = (text: string) => text.split('\n')[0] ?? ''

/** What strace started. */
async function childOf({ child }: Service): Promise<number> {
  const text = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
  return Number(text.trim().split(' ')[0])
}
