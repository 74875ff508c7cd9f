/**
 * Records a container's life under a low-level runtime: every command, the state after it, what the
 * kernel says about its process, its cgroup, the hooks, and the system calls of create and start.
 *
 *   node scripts/record/runtime.ts runc           writes content/recordings/runc
 *   node scripts/record/runtime.ts crun --check   records again and compares, writes nothing
 *                                                 youki and runsc work likewise
 *   node scripts/record/runtime.ts runc --emulated   the same with cgroups v2 only, in an emulated
 *                                                    machine: writes runc-cgroup-v2
 *
 * Needs root on Debian, Go for runc and runsc, Cargo for youki, and the packages named in `tools`, which it installs.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runText } from '../../e2e/harness/tool.ts'
import type { RecordingFile } from '../../lib/recordings/recording.ts'
import { readRuntime } from '../../lib/recordings/runtime.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { buildC, placed } from './lab/build.ts'
import { compareStructures } from './lab/compare.ts'
import { emulate } from './lab/emulate.ts'
import { cgroupLayout, clearCgroup, kernel, takeLab } from './lab/machine.ts'
import { makeRootfs } from './runtime/bundle.ts'
import { callerOf, ENVIRONMENT } from './runtime/caller.ts'
import { recordLifecycle } from './runtime/lifecycle.ts'
import { runtimes } from './runtime/programs.ts'
import { STRACE } from './runtime/strace.ts'
import { structureOf } from './runtime/structure.ts'
import { recordTraces, recordTracesApart } from './runtime/traces.ts'

const tools: Tool[] = [
  { command: 'busybox', package: 'busybox-static', version: ['--help'] },
  { command: 'gcc', package: 'gcc', version: ['--version'] },
  { command: 'strace', package: 'strace', version: ['--version'] },
]

const TRACED_APART = [
  'The trace of create ends where the Sentry wants to trace its first process and is refused, since strace was there first.',
  'The trace of start is of another container, created without strace, whose Sentry and gofer strace followed from then on.',
]

const [name = '', ...flags] = process.argv.slice(2)
const runtime = runtimes[name]
if (!runtime) {
  console.error(`Which runtime? Write one of ${Object.keys(runtimes).join(', ')}.`)
  process.exit(1)
}
const check = flags.includes('--check')
const emulated = flags.includes('--emulated')
// Inside the emulated machine, where everything has been placed already.
const inside = flags.includes('--inside')
const recordings = join(import.meta.dirname, '../../content/recordings')

if (!inside) await needTools([...tools, ...runtime.packages])
const built = await runtime.program()
const hook = inside
  ? placed('hook')
  : await buildC('hook', join(import.meta.dirname, 'runtime/hook.c'))
if (emulated) {
  await recordEmulated()
  process.exit(process.exitCode ?? 0)
}
const { path: lab, leave } = await takeLab(name)
await clearCgroup('/lab/demo')
const program = join(lab, 'bin', name)
const ownKernel = runtime.isolation === 'user-space-kernel'
const wrapper = cgroupLayout() === 'hybrid' ? runtime.wrapper : []
try {
  await mkdir(join(lab, 'bin'), { recursive: true })
  await cp(built, program)
  await makeRootfs(lab, hook)
  const out = check ? join(lab, 'again') : inside ? join('/out', name) : join(recordings, name)
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const caller = callerOf(lab, [program, ...runtime.flags], wrapper, inside)
  await recordLifecycle(name, runtime, caller, out)
  await (ownKernel ? recordTracesApart(caller, out) : recordTraces(caller, out))
  await writeAbout(out)
  await clearCgroup('/lab/demo')
  if (check) await compare(name, join(lab, 'again'))
  else console.log(`content/recordings/${name}`)
} finally {
  await leave()
}

/** The same in an emulated machine with cgroups v2 only, as readers' machines have. */
async function recordEmulated(): Promise<void> {
  const found = await emulate(['scripts/record/runtime.ts', name, '--inside'], [built, hook])
  const target = `${name}-cgroup-v2`
  try {
    if (check) return await compare(target, join(found.path, name))
    await rm(join(recordings, target), { recursive: true, force: true })
    await cp(join(found.path, name), join(recordings, target), { recursive: true })
    console.log(`content/recordings/${target}`)
  } finally {
    await found.remove()
  }
}

async function writeAbout(out: string): Promise<void> {
  const seen = tools.filter(({ command }) => command === 'busybox' || command === 'strace')
  const versions = await versionsOf(seen)
  const { PATH } = ENVIRONMENT
  const about: RecordingFile = {
    kind: 'runtime',
    reference: name,
    observedAt: new Date().toISOString(),
    tools: {
      [name]: (await runText(program, ['--version'])).replaceAll('\n', ', '),
      'busybox-static': versions['busybox-static'] ?? '',
      strace: versions.strace ?? '',
    },
    script: 'scripts/record/runtime.ts',
    commands: [
      `PATH=${PATH}`,
      ...(wrapper.length ? [`${quote(wrapper)} <command>`] : []),
      `strace ${STRACE.join(' ')} <command>`,
    ],
    kernel: kernel(),
    cgroups: cgroupLayout(),
    emulated: inside,
    edits: [
      'Traces hold the calls that matter, each whole; failed probes, threads and library opens are left out.',
      ...(ownKernel ? TRACED_APART : []),
    ],
    omittedBlobs: [],
  }
  await writeFile(join(out, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
}

function quote(words: string[]): string {
  return words.map((word) => (/[ $;"]/.test(word) ? `'${word}'` : word)).join(' ')
}

async function compare(name: string, again: string): Promise<void> {
  const [was, is] = [await readRuntime(name), await readRuntime(name, again)]
  compareStructures(name, structureOf(was), structureOf(is))
}
