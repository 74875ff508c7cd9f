import type { RuntimeRecording } from '../../../lib/recordings/runtime.ts'
import type { Tool } from '../debian.ts'
import { buildGo, buildRust } from '../lab/build.ts'
import { buildCrun, buildRunc, crunNeeds, runcNeeds } from '../lab/programs.ts'
import type { OVER } from './bundle.ts'

export type Runtime = {
  /** builds it, or finds it where it was built */
  program: () => Promise<string>
  packages: Tool[]
  isolation: RuntimeRecording['lifecycle']['isolation']
  /** of the program, before its commands */
  flags: string[]
  /** what it takes to run here, in front of its own command line */
  wrapper: string[]
  /** how many processes a container may have */
  pidsLimit: number
  /** limits that may end the whole sandbox: each is shown in a container of its own */
  apart: (keyof typeof OVER)[]
}

const YOUKI_VERSION = '0.7.0'
/** The newest that the module proxy names; gVisor's releases are not versions of its module. */
const RUNSC_VERSION = 'v0.0.0-20260905035102-160fafc42237'

const plain: Omit<Runtime, 'program' | 'packages'> = {
  ...{ isolation: 'namespaces', flags: [], wrapper: [], pidsLimit: 32, apart: [] },
}

export const runtimes: Record<string, Runtime> = {
  runc: {
    ...plain,
    packages: runcNeeds,
    program: buildRunc,
  },
  crun: {
    ...plain,
    packages: crunNeeds,
    program: buildCrun,
    // crun refuses hybrid cgroups, so it runs where the empty v2 tree is not mounted.
    wrapper: [
      ...['unshare', '--mount', '--propagation', 'private', 'sh', '-c'],
      ...['umount /sys/fs/cgroup/unified; exec "$0" "$@"'],
    ],
  },
  youki: {
    ...plain,
    packages: runcNeeds,
    program: () =>
      buildRust('youki', {
        ...{ crate: 'youki', version: YOUKI_VERSION, features: ['v1', 'v2', 'seccomp'] },
      }),
  },
  runsc: {
    packages: [],
    program: () =>
      buildGo('runsc', {
        ...{ module: 'gvisor.dev/gvisor', version: RUNSC_VERSION, package: 'runsc' },
        variables: { 'gvisor.dev/gvisor/runsc/version.version': RUNSC_VERSION },
      }),
    isolation: 'user-space-kernel',
    flags: ['--network=none', '--platform=systrap'],
    wrapper: [],
    // Two dozen are the Sentry's own.
    pidsLimit: 128,
    apart: ['pids', 'memory'],
  },
}
