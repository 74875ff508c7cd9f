import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { release, version } from 'node:os'

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
  return { path, leave: () => rm(path, { recursive: true, force: true }) }
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
