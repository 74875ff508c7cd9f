import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises'
import { release, version } from 'node:os'
import { run } from '../../../e2e/harness/tool.ts'

/**
 * A folder for a recorder, the same on every machine: its path shows up in what is recorded.
 *
 * @throws Error where another run has it
 */
export async function takeLab(name: string): Promise<{ path: string; leave(): Promise<void> }> {
  const path = `/run/lab/${name}`
  if (existsSync(path)) {
    throw new Error(`${path} is in use, or left over from a run that died; remove it and try again`)
  }
  await mkdir(path, { recursive: true })
  const leave = async () => {
    // gVisor leaves a network namespace mounted in its folder.
    const mounts = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n')
    for (const mount of mounts.map((line) => line.split(' ')[4] ?? '')) {
      if (mount.startsWith(`${path}/`)) await run('umount', [mount])
    }
    await rm(path, { recursive: true, force: true })
  }
  return { path, leave }
}

/**
 * Removes a cgroup that a run left which died: a runtime may take it as it is, limits and counters.
 *
 * @param path below the tree of each controller
 * @throws Error where processes are in it
 */
export async function clearCgroup(path: string): Promise<void> {
  const tree = '/sys/fs/cgroup'
  for (const controller of ['', ...(await readdir(tree))]) {
    const folder = `${tree}/${controller}${path}`
    if (existsSync(`${folder}/cgroup.procs`)) await rmdir(folder)
  }
}

export type CgroupLayout = 'v1' | 'hybrid' | 'v2'

/** Which cgroups the machine has; hybrid is v1 with an empty v2 tree beside it. */
export function cgroupLayout(): CgroupLayout {
  if (existsSync('/sys/fs/cgroup/cgroup.controllers')) return 'v2'
  return existsSync('/sys/fs/cgroup/unified') ? 'hybrid' : 'v1'
}

/** `Linux 6.18.5 #1 SMP …` */
export function kernel(): string {
  return `Linux ${release()} ${version()}`
}
