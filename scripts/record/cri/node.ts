import { spawn } from 'node:child_process'
import { cp, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '../../../e2e/harness/tool.ts'
import type { Programs } from '../lab/programs.ts'

/** The recorder's folder, the same on every machine: its path shows up in what is recorded. */
export const LAB = '/run/lab/cri'
export const BIN = join(LAB, 'bin')
export const PORT = 5000
export const IMAGE = `127.0.0.1:${PORT}/lab/app:1`
export const PAUSE = `127.0.0.1:${PORT}/lab/pause:1`

export async function placePrograms(programs: Programs, bin = BIN): Promise<void> {
  for (const [as, built] of Object.entries(programs)) {
    await mkdir(dirname(join(bin, as)), { recursive: true })
    await cp(built, join(bin, as))
  }
}

/**
 * Runs a script of ours where the network, the process numbers and the host's name are its own.
 *
 * @throws Error when it fails
 */
export async function enterNode(script: string[], more: string[] = []): Promise<void> {
  const args = ['--net', '--uts', '--pid', '--fork', '--mount-proc', '--kill-child', 'bash', '-c']
  // bash stays as process 1 and takes in what loses its parent, as on any machine
  const prepare = [
    'ip link set lo up',
    'hostname node-1',
    // crun refuses hybrid cgroups, so the empty v2 tree is not mounted here
    'umount /sys/fs/cgroup/unified 2>/dev/null',
    // what an earlier run or this machine's own containers left is not of this recording
    ...['/var/lib/cni', '/run/netns', '/run/containerd', '/run/crio', '/run/crun'].map(
      (folder) => `mkdir -p ${folder}; mount -t tmpfs lab ${folder}`,
    ),
    ...more,
  ]
  const shell = `${prepare.join('; ')}; "$@"; exit $?`
  const child = spawn('unshare', [...args, shell, 'bash', process.execPath, ...script], {
    stdio: 'inherit',
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${script.join(' ')}: ended with ${code}`)
}

/** Two images: busybox from Debian, and what holds a pod's namespaces open. */
export async function pushImages(host: string, lab = LAB): Promise<void> {
  const work = join(lab, 'images')
  await mkdir(work)
  const pause = join(work, 'pause')
  const source = join(import.meta.dirname, 'pause.c')
  await run('gcc', ['-static', '-Os', '-s', '-o', pause, source])
  for (const [image, file, at] of [
    ['app', '/bin/busybox', '/bin/busybox'],
    ['pause', pause, '/pause'],
  ] as const) {
    const layout = join(work, `layout-${image}`)
    const named = ['--image', `${layout}:1`]
    await run('umoci', ['init', '--layout', layout])
    await run('umoci', ['new', ...named])
    await run('umoci', ['insert', '--rootless', ...named, file, at])
    await run('umoci', ['config', ...named, '--config.entrypoint', at])
    const copy = ['--insecure-policy', 'copy', '--quiet', '--dest-tls-verify=false']
    await run('skopeo', [...copy, `oci:${layout}:1`, `docker://${host}/lab/${image}:1`])
  }
}
