import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { CriStage } from '../../../lib/recordings/cri.ts'

type ProcessView = CriStage['processes'][number]

const NAMESPACES = ['mnt', 'pid', 'net', 'uts', 'ipc', 'user', 'cgroup']

/** The processes that stand below `roots`, and those whose command matches; ours left out. */
export function processesBelow(roots: number[], named: RegExp): ProcessView[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const views = all.flatMap((name) => viewOf(Number(name)) ?? [])
  const kept = new Set(roots)
  for (const { pid, command } of views) if (named.test(command[0] ?? '')) kept.add(pid)
  for (let grew = true; grew; ) {
    grew = false
    for (const { pid, parent } of views) {
      if (kept.has(pid) || !kept.has(parent)) continue
      kept.add(pid)
      grew = true
    }
  }
  return views.filter(({ pid }) => kept.has(pid)).sort((a, b) => a.pid - b.pid)
}

/** Null for a process that has gone meanwhile. */
function viewOf(pid: number): ProcessView | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean)
    const namespaces: Record<string, string> = {}
    for (const kind of NAMESPACES) {
      const its = readlinkSync(`/proc/${pid}/ns/${kind}`)
      if (its !== readlinkSync(`/proc/self/ns/${kind}`)) namespaces[kind] = its
    }
    const lines = readFileSync(`/proc/${pid}/cgroup`, 'utf8').trim().split('\n')
    const cgroup = lines.find((line) => line.includes(':memory:')) ?? lines.at(-1) ?? ''
    return { pid, parent, command, namespaces, cgroup }
  } catch {
    return null
  }
}

/**
 * Names of what is in a folder, with a letter for its kind as `ls` writes it.
 *
 * @param levels how deep; root file systems of containers are named and not entered
 */
export function filesIn(directory: string, levels: number): string[] {
  const found: string[] = []
  const visit = (at: string, left: number) => {
    for (const name of readdirSync(at).sort()) {
      const file = join(at, name)
      const stat = lstatSync(file)
      const kind = stat.isDirectory()
        ? 'd'
        : stat.isSymbolicLink()
          ? 'l'
          : stat.isFIFO()
            ? 'p'
            : stat.isSocket()
              ? 's'
              : '-'
      const target = stat.isSymbolicLink() ? ` -> ${readlinkSync(file)}` : ''
      found.push(`${kind} ${relative(directory, file)}${target}`)
      if (kind === 'd' && left > 1 && name !== 'rootfs') visit(file, left - 1)
    }
  }
  try {
    visit(directory, levels)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return found
}

/** Lines of mountinfo that name one of these folders. */
export function mountsBelow(directories: string[]): string[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter((line) => directories.some((directory) => line.includes(directory)))
}
