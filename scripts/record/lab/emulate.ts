import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'
import { needTools, type Tool } from '../debian.ts'
import { privateApt } from './build.ts'

const tools: Tool[] = [
  { command: 'qemu-system-x86_64', package: 'qemu-system-x86', version: ['--version'] },
  { command: 'debootstrap', package: 'debootstrap', version: ['--version'] },
  { command: 'mkfs.ext4', package: 'e2fsprogs', version: ['-V'] },
  { command: 'cpio', package: 'cpio', version: ['--version'] },
  { command: 'xz', package: 'xz-utils', version: ['--version'] },
]

const repository = join(import.meta.dirname, '../../..')
const cache = join(repository, '.cache/lab')

/** What the guest has beside Debian's smallest system: libraries of the programs that we built. */
const PACKAGES = [
  ...['busybox-static', 'libcap2', 'libseccomp2', 'libstdc++6', 'libyajl2', 'strace'],
]

/** Of this repository, what a recorder needs. */
const FILES = [...['package.json', 'scripts', 'lib', 'e2e/harness', 'node_modules/zod']]

/**
 * Runs a recorder in an emulated machine: Debian 12 with the kernel of trixie, cgroups v2 only, one
 * core, no network. It is many times slower than a real one.
 *
 * @param args for Node.js, in the root of this repository; what it writes to /out comes back
 * @param programs paths of those that were built for it
 * @param memory MiB
 */
export async function emulate(
  args: string[],
  programs: string[],
  memory = 2048,
): Promise<{ path: string; remove(): Promise<void> }> {
  await needTools(tools)
  const kernel = await fetchKernel()
  const base = await makeBase()
  const work = await mkdtemp(join(tmpdir(), 'machine-'))
  const remove = () => rm(work, { recursive: true, force: true })
  const root = join(work, 'root')
  await run('cp', ['-a', base, root])
  const home = join(root, 'below-the-kubelet')
  for (const file of [...FILES, ...programs.map((path) => relative(repository, path))]) {
    const to = join(home, file)
    await mkdir(dirname(to), { recursive: true })
    await run('cp', ['-a', '--dereference', join(repository, file), to])
  }
  await cp(process.execPath, join(root, 'usr/bin/node'))
  await writeFile(join(root, 'lab-init'), guest(args), { mode: 0o755 })
  const disk = join(work, 'disk')
  await run('mkfs.ext4', ['-q', '-d', root, disk, '2G'])
  const initramfs = await makeInitramfs(work, kernel)
  const log = join(work, 'console')
  await run(
    'qemu-system-x86_64',
    [
      ...['-machine', 'q35,accel=tcg', '-cpu', 'max', '-m', `${memory}`, '-smp', '1', '-nographic'],
      ...['-no-reboot', '-nic', 'none', '-monitor', 'none', '-serial', `file:${log}`],
      ...['-drive', `file=${disk},format=raw,if=virtio`],
      ...['-kernel', kernel.image, '-initrd', initramfs],
      ...[
        '-append',
        'console=ttyS0 panic=-1 quiet mitigations=off rcupdate.rcu_cpu_stall_suppress=1',
      ],
    ],
    { timeout: 3_600_000 },
  )
  const out = join(work, 'out')
  await run('debugfs', ['-R', `rdump /out ${work}`, disk])
  if (!existsSync(join(out, 'ended-well'))) {
    const said = await runText('tail', ['-n', '40', log])
    await remove()
    throw new Error(`the emulated machine ended too early; its console says\n${said}`)
  }
  return { path: out, remove }
}

type Kernel = { image: string; module: string }

/** Debian trixie's kernel for virtual machines, without installing it. */
async function fetchKernel(): Promise<Kernel> {
  const folder = join(cache, 'kernel')
  const kernel = { image: join(folder, 'vmlinuz'), module: join(folder, 'virtio_blk.ko') }
  if (existsSync(kernel.module)) return kernel
  const work = await mkdtemp(join(tmpdir(), 'kernel-'))
  try {
    await chmod(work, 0o755)
    const apt = await privateApt(work, 'trixie', 'deb')
    await apt(['apt-get', 'update', '-qq'])
    const depends = await apt(['apt-cache', 'depends', 'linux-image-cloud-amd64'])
    const [, name = ''] = /Depends: (linux-image-\S+)/.exec(depends) ?? []
    const text = await apt(['apt-get', 'download', '--print-uris', name])
    const [, url] = /'(http[^']+\.deb)'/.exec(text) ?? []
    if (!url) throw new Error(`no kernel in trixie\n${text}`)
    await run('/usr/lib/apt/apt-helper', ['download-file', url, join(work, 'kernel.deb')])
    await run('dpkg-deb', ['-x', join(work, 'kernel.deb'), join(work, 'files')])
    await mkdir(folder, { recursive: true })
    const find = (pattern: string) => runText('find', [join(work, 'files'), '-name', pattern])
    await cp(await find('vmlinuz-*'), kernel.image)
    await cp(await find('virtio_blk.ko.xz'), `${kernel.module}.xz`)
    await run('xz', ['--decompress', '--force', `${kernel.module}.xz`])
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return kernel
}

async function makeBase(): Promise<string> {
  const base = join(cache, 'debian-12')
  if (existsSync(base)) return base
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(join(cache, 'debian-'))
  await chmod(draft, 0o755)
  const include = `--include=${PACKAGES.join(',')}`
  await run('debootstrap', ['--variant=minbase', include, 'bookworm', draft], { timeout: 900_000 })
  await rename(draft, base)
  return base
}

/** Finds the disk and starts what lies on it. */
async function makeInitramfs(work: string, { module }: Kernel): Promise<string> {
  const folder = join(work, 'initramfs')
  await mkdir(join(folder, 'bin'), { recursive: true })
  await mkdir(join(folder, 'root'))
  await cp('/bin/busybox', join(folder, 'bin/busybox'))
  await cp(module, join(folder, 'virtio_blk.ko'))
  const init = [
    '#!/bin/busybox sh',
    'b=/bin/busybox',
    '$b mkdir -p /dev && $b mount -t devtmpfs dev /dev',
    '$b insmod /virtio_blk.ko',
    'until $b mount -t ext4 /dev/vda /root 2> /dev/null; do $b sleep 1; done',
    'exec $b switch_root /root /lab-init',
  ]
  await writeFile(join(folder, 'init'), `${init.join('\n')}\n`, { mode: 0o755 })
  const file = join(work, 'initramfs.cpio')
  await run('sh', ['-c', `find . | cpio --quiet -o -H newc > ${file}`], { cwd: folder })
  return file
}

function guest(args: string[]): string {
  return `#!/bin/sh
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
mkdir -p /dev/pts /dev/shm /run /out
mount -t devpts devpts /dev/pts
mount -t tmpfs run /run
mount -t cgroup2 cgroup2 /sys/fs/cgroup
# What a service manager does: its own processes below, the controllers handed down.
mkdir /sys/fs/cgroup/init
echo $$ > /sys/fs/cgroup/init/cgroup.procs
for controller in $(cat /sys/fs/cgroup/cgroup.controllers); do
  echo "+$controller" > /sys/fs/cgroup/cgroup.subtree_control
done
cd /below-the-kubelet
node ${args.join(' ')} && touch /out/ended-well
sync
mount -o remount,ro /
echo o > /proc/sysrq-trigger
sleep 60
`
}
