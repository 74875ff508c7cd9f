import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// biome-ignore lint/suspicious/noExplicitAny: a runtime's own default, of which some fields are set
type Config = any

const HOOKS = [
  'prestart',
  'createRuntime',
  'createContainer',
  'startContainer',
  'poststart',
  'poststop',
]

/** Each goes over one limit of the container, so that its counters show it. */
export const OVER: Record<'pids' | 'cpu' | 'memory', string[]> = {
  // The shell ends where it may not fork any more, however slow the machine; then it takes along
  // what it started, without a process for that.
  pids: [
    ...['/bin/sh', '-c'],
    'trap \'kill $started\' EXIT; while :; do sleep 1000 & started="$started $!"; done',
  ],
  cpu: ['/bin/sh', '-c', 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'],
  memory: ['/bin/awk', 'BEGIN { text = "x"; while (1) text = text text }'],
}

/**
 * What a command inside the container sees of its kernel, one part after another below a heading as
 * `head` writes it.
 */
export const INSIDE = [
  ...['echo "==> uname -a <=="', 'uname -a'],
  ...['echo "==> dmesg <=="', 'dmesg 2>&1 | head -n 1'],
  'echo "==> /proc/self/ns <=="',
  'for kind in cgroup ipc mnt net pid user uts; do readlink /proc/self/ns/$kind; done',
  'head -n 99 /proc/version /proc/self/status /proc/self/mountinfo',
].join('\n')

/** What the container does: says that it runs, and stops when it is told to. */
const PROGRAM = [
  '/bin/hook process /log/hooks.ndjson < /dev/null',
  'trap "echo stopping; exit 0" TERM',
  'echo "running as process $$"',
  'sleep 1000 & wait',
].join('\n')

/** busybox and our hook as a root file system. @param hook the path of the program */
export async function makeRootfs(lab: string, hook: string): Promise<string> {
  const rootfs = join(lab, 'bundle', 'rootfs')
  for (const folder of ['bin', 'dev', 'log', 'proc', 'sys', 'tmp']) {
    await mkdir(join(rootfs, folder), { recursive: true })
  }
  await cp('/bin/busybox', join(rootfs, 'bin', 'busybox'))
  const applets = ['awk', 'cat', 'dmesg', 'head', 'id', 'ls', 'ps', 'readlink', 'sh', 'sleep']
  for (const name of [...applets, 'uname']) {
    await symlink('busybox', join(rootfs, 'bin', name))
  }
  await cp(hook, join(lab, 'hook'))
  await cp(join(lab, 'hook'), join(rootfs, 'bin', 'hook'))
  await mkdir(join(lab, 'log'))
  return rootfs
}

/**
 * The runtime's default with a program that stays, limits, a small seccomp filter, and a hook at
 * every place.
 *
 * @see runtime-spec v1.3.0, config.md
 */
export function configFor(
  spec: Config,
  { lab, pidsLimit, hooks }: { lab: string; pidsLimit: number; hooks: boolean },
): Config {
  const log = `${lab}/log/hooks.ndjson`
  const hook = (name: string) =>
    name === 'startContainer'
      ? // Looked up and run inside the container.
        [{ path: '/bin/hook', args: ['hook', name, '/log/hooks.ndjson'] }]
      : [{ path: `${lab}/hook`, args: ['hook', name, log] }]
  return {
    ...spec,
    process: { ...spec.process, terminal: false, args: ['/bin/sh', '-c', PROGRAM] },
    hostname: 'demo',
    mounts: [
      ...spec.mounts,
      { destination: '/log', type: 'bind', source: `${lab}/log`, options: ['bind', 'rw'] },
    ],
    ...(hooks ? { hooks: Object.fromEntries(HOOKS.map((name) => [name, hook(name)])) } : {}),
    linux: {
      ...spec.linux,
      cgroupsPath: '/lab/demo',
      resources: {
        ...spec.linux.resources,
        memory: { limit: 64 * 2 ** 20 },
        cpu: { shares: 512, quota: 20_000, period: 100_000 },
        pids: { limit: pidsLimit },
      },
      seccomp: {
        defaultAction: 'SCMP_ACT_ALLOW',
        architectures: ['SCMP_ARCH_X86_64'],
        syscalls: [{ names: ['bpf', 'kexec_load', 'reboot'], action: 'SCMP_ACT_ERRNO' }],
      },
    },
  }
}

export function writeConfig(bundle: string, config: Config): Promise<void> {
  return writeFile(join(bundle, 'config.json'), `${JSON.stringify(config, null, 2)}\n`)
}
