import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stage } from '../../../lib/recordings/runtime.ts'
import { cgroupLayout } from '../lab/machine.ts'

type ProcessView = NonNullable<Stage['process']>

/** The links of a folder in /proc by name; those that vanish meanwhile are left out. */
async function linksOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const entries = await Promise.all(
    names.map(async (name) => [name, await readlink(join(folder, name)).catch(() => null)]),
  )
  return Object.fromEntries(entries.filter(([, target]) => target !== null))
}

export function namespacesOf(pid: number | 'self'): Promise<Record<string, string>> {
  return linksOf(`/proc/${pid}/ns`)
}

/** Of /proc/<pid>/status, what a chapter about privileges needs. */
const STATUS =
  /^(?:Name|State|Pid|PPid|NSpid|Uid|Gid|Groups|CapInh|CapPrm|CapEff|CapBnd|CapAmb|NoNewPrivs|Seccomp|Seccomp_filters|Threads)$/

export async function lookAtProcess(pid: number): Promise<ProcessView> {
  const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8')
  const lines = async (file: string) => (await read(file)).trimEnd().split('\n')
  const status = (await lines('status'))
    .map((line) => line.split(':\t'))
    .filter(([name = '']) => STATUS.test(name))
  return {
    namespaces: await namespacesOf(pid),
    commandLine: (await read('cmdline')).split('\0').slice(0, -1),
    status: Object.fromEntries(status),
    descriptors: await linksOf(`/proc/${pid}/fd`),
    mounts: await lines('mountinfo'),
    cgroups: await lines('cgroup'),
    limits: await lines('limits'),
  }
}

const V1: Record<string, string[]> = {
  memory: [
    ...['memory.limit_in_bytes', 'memory.usage_in_bytes', 'memory.failcnt'],
    ...['memory.oom_control', 'cgroup.procs'],
  ],
  pids: ['pids.max', 'pids.current', 'pids.events'],
  cpu: ['cpu.cfs_quota_us', 'cpu.cfs_period_us', 'cpu.shares', 'cpu.stat'],
  devices: ['devices.list'],
  freezer: ['freezer.state'],
}

const V2 = [
  ...['cgroup.controllers', 'cgroup.procs', 'cgroup.freeze', 'memory.max', 'memory.current'],
  ...['memory.events', 'pids.max', 'pids.current', 'pids.events', 'cpu.max', 'cpu.weight'],
  'cpu.stat',
]

/** The control files of the container's cgroup; a file that is not there is left out. */
export async function lookAtCgroup(path: string): Promise<Record<string, string>> {
  const files =
    cgroupLayout() === 'v2'
      ? V2.map((name) => `/sys/fs/cgroup${path}/${name}`)
      : Object.entries(V1).flatMap(([controller, names]) =>
          names.map((name) => `/sys/fs/cgroup/${controller}${path}/${name}`),
        )
  const found: Record<string, string> = {}
  for (const file of files) {
    if (existsSync(file)) found[file] = await readFile(file, 'utf8')
  }
  return found
}

/** What a runtime keeps about a container in a folder of its own. */
export async function lookAtFiles(folder: string): Promise<Stage['stateFiles']> {
  const files: Stage['stateFiles'] = []
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const facts = await lstat(join(folder, name))
    const type = facts.isFIFO()
      ? 'fifo'
      : facts.isSocket()
        ? 'socket'
        : facts.isDirectory()
          ? 'folder'
          : 'file'
    files.push({ path: name, type, mode: (facts.mode & 0o7777).toString(8).padStart(4, '0') })
  }
  return files
}
