import type { Tool } from '../debian.ts'
import { buildDebian, buildGo } from './build.ts'

/** Programs by the name they are called by: where each lies. */
export type Programs = Record<string, string>

const RUNC = 'v1.5.2'
const CONTAINERD = 'v2.4.2'

const seccomp: Tool = { command: '/usr/include/seccomp.h', package: 'libseccomp-dev', version: [] }

/** What Debian must have for it to be built. */
export const runcNeeds: Tool[] = [
  seccomp,
  { command: 'gcc', package: 'gcc', version: ['--version'] },
  { command: 'pkg-config', package: 'pkg-config', version: ['--version'] },
]

export const crunNeeds: Tool[] = [
  ...runcNeeds,
  ...['autoconf', 'automake', 'gperf', 'make'].map((name) => {
    return { command: name, package: name, version: [] }
  }),
  { command: 'libtoolize', package: 'libtool', version: [] },
  { command: '/usr/include/sys/capability.h', package: 'libcap-dev', version: [] },
  { command: '/usr/include/yajl/yajl_gen.h', package: 'libyajl-dev', version: [] },
]

export function buildRunc(): Promise<string> {
  return buildGo('runc', {
    ...{ module: 'github.com/opencontainers/runc', version: RUNC, package: '.' },
    ...{ tags: ['seccomp'], cgo: true },
  })
}

export function buildCrun(): Promise<string> {
  return buildDebian('crun', {
    ...{ package: 'crun', suite: 'trixie', program: 'crun' },
    configure: ['--disable-systemd', '--disable-criu'],
  })
}

/** containerd, its shim and its command line. */
export async function buildContainerd(): Promise<Programs> {
  const from = { module: 'github.com/containerd/containerd/v2', version: CONTAINERD }
  const variables = { 'github.com/containerd/containerd/v2/version.Version': CONTAINERD }
  const programs: Programs = {}
  for (const name of ['containerd', 'containerd-shim-runc-v2', 'ctr']) {
    programs[name] = await buildGo(name, { ...from, package: `cmd/${name}`, variables })
  }
  return programs
}
