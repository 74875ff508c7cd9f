import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostProcess, Stage } from '../../../lib/recordings/runtime.ts'
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

/**
 * The processes that the host has because of the container: those in its cgroup, those that were
 * started with the lab's path in their command line, and the children of both.
 *
 * @param cgroup below the tree of each controller
 */
export async function lookAtHost(cgroup: string, lab: string): Promise<HostProcess[]> {
  const lists = Object.entries(await lookAtCgroup(cgroup))
  const members = lists.filter(([file]) => file.endsWith('cgroup.procs')).map(([, text]) => text)
  const inside = new Set(members.join('\n').split('\n').map(Number))
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const all = (await Promise.all(pids.map(hostProcess))).filter((found) => found !== null)
  const chosen = new Set<number>()
  const choose = ({ pid, parent, commandLine }: HostProcess) =>
    inside.has(pid) || chosen.has(parent) || commandLine.some((word) => word.includes(`${lab}/`))
  for (let size = -1; size !== chosen.size; ) {
    size = chosen.size
    for (const each of all) if (choose(each)) chosen.add(each.pid)
  }
  return all.filter(({ pid }) => chosen.has(pid)).sort((a, b) => a.pid - b.pid)
}

/** @returns null for one that ended meanwhile, and for a zombie */
async function hostProcess(pid: number): Promise<HostProcess | null> {
  try {
    const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8')
    const status = new Map(
      (await read('status')).split('\n').map((line) => line.split(':\t') as [string, string]),
    )
    return {
      pid,
      parent: Number(status.get('PPid')),
      name: status.get('Name') ?? '',
      executable: await readlink(`/proc/${pid}/exe`),
      commandLine: (await read('cmdline')).split('\0').slice(0, -1),
      threads: Number(status.get('Threads')),
      capabilities: status.get('CapEff') ?? '',
      seccompFilters: Number(status.get('Seccomp_filters')),
      namespaces: await namespacesOf(pid),
    }
  } catch {
    return null
  }
}

const V1: Record<string, string[]> = {
  memory: [
    ...['memory.limit_in_bytes', 'memory.usage_in_bytes', 'memory.failcnt'],
    ...['memory.oom_control', 'cgroup.procs'],
  ],
  pids: ['pids.max', 'pids.current', 'pids.peak', 'pids.events'],
  cpu: ['cpu.cfs_quota_us', 'cpu.cfs_period_us', 'cpu.shares', 'cpu.stat'],
  devices: ['devices.list'],
  freezer: ['freezer.state'],
}

const V2 = [
  ...['cgroup.controllers', 'cgroup.procs', 'cgroup.freeze', 'memory.max', 'memory.current'],
  ...['memory.events', 'pids.max', 'pids.current', 'pids.peak', 'pids.events', 'cpu.max'],
  ...['cpu.weight', 'cpu.stat'],
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

/** What a runtime keeps about a container: in a folder of its own, or in one for all by its name. */
export async function lookAtFiles(root: string, id: string): Promise<Stage['stateFiles']> {
  const files: Stage['stateFiles'] = []
  const own = existsSync(join(root, id))
  const folder = own ? join(root, id) : root
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((name) => own || name.includes(id)).sort()) {
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
