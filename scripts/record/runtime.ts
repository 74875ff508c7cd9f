/**
 * Records a container's life under a low-level runtime: every command, the state after it, what the
 * kernel says about its process, its cgroup, the hooks, and the system calls of create and start.
 *
 *   node scripts/record/runtime.ts runc           writes content/recordings/runc
 *   node scripts/record/runtime.ts crun --check   records again and compares, writes nothing
 *   node scripts/record/runtime.ts runc --emulated   the same with cgroups v2 only, in an emulated
 *                                                    machine: writes runc-cgroup-v2
 *
 * Needs root on Debian, Go for runc, and the packages named in `tools`, which it installs.
 */
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { runText } from '../../e2e/harness/tool.ts'
import type { RecordingFile } from '../../lib/recordings/recording.ts'
import { type ContainerState, readRuntime, type Stage } from '../../lib/recordings/runtime.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { buildC, buildDebian, buildGo, placed } from './lab/build.ts'
import { emulate } from './lab/emulate.ts'
import { cgroupLayout, kernel, takeLab } from './lab/machine.ts'
import { configFor, makeRootfs, OVER, writeConfig } from './runtime/bundle.ts'
import { lookAtCgroup, lookAtFiles, lookAtProcess, namespacesOf } from './runtime/look.ts'
import { eventsFrom, readTrace, STRACE } from './runtime/strace.ts'
import { structureOf } from './runtime/structure.ts'

const tools: Tool[] = [
  { command: 'busybox', package: 'busybox-static', version: ['--help'] },
  { command: 'gcc', package: 'gcc', version: ['--version'] },
  { command: 'strace', package: 'strace', version: ['--version'] },
  { command: 'pkg-config', package: 'pkg-config', version: ['--version'] },
]

type Runtime = {
  /** builds it, or finds it where it was built */
  program: () => Promise<string>
  packages: Tool[]
  /** what it takes to run here, in front of its own command line */
  wrapper: string[]
}

const RUNC_VERSION = 'v1.5.2'

const runtimes: Record<string, Runtime> = {
  runc: {
    packages: [{ command: '/usr/include/seccomp.h', package: 'libseccomp-dev', version: [] }],
    program: () =>
      buildGo('runc', {
        ...{ module: 'github.com/opencontainers/runc', version: RUNC_VERSION, package: '.' },
        ...{ tags: ['seccomp'], cgo: true },
      }),
    wrapper: [],
  },
  crun: {
    packages: [
      ...['autoconf', 'automake', 'gperf', 'make'].map((name) => ({
        ...{ command: name, package: name, version: [] },
      })),
      { command: 'libtoolize', package: 'libtool', version: [] },
      { command: '/usr/include/seccomp.h', package: 'libseccomp-dev', version: [] },
      { command: '/usr/include/sys/capability.h', package: 'libcap-dev', version: [] },
      { command: '/usr/include/yajl/yajl_gen.h', package: 'libyajl-dev', version: [] },
    ],
    program: () =>
      buildDebian('crun', {
        ...{ package: 'crun', suite: 'trixie', program: 'crun' },
        configure: ['--disable-systemd', '--disable-criu'],
      }),
    // crun refuses hybrid cgroups, so it runs where the empty v2 tree is not mounted.
    wrapper: [
      ...['unshare', '--mount', '--propagation', 'private', 'sh', '-c'],
      ...['umount /sys/fs/cgroup/unified; exec "$0" "$@"'],
    ],
  },
}

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
const program = join(lab, 'bin', name)
let calls = 0
const bundle = join(lab, 'bundle')
const root = join(lab, 'state')
const wrapper = cgroupLayout() === 'hybrid' ? runtime.wrapper : []
const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', NODE_ENV: 'production' as const }
try {
  await mkdir(join(lab, 'bin'), { recursive: true })
  await cp(built, program)
  await makeRootfs(lab, hook)
  const out = check ? join(lab, 'again') : inside ? join('/out', name) : join(recordings, name)
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  await recordLifecycle(out)
  await recordTraces(out)
  await writeAbout(out)
  if (check) await compare(name, join(lab, 'again'))
  else console.log(`content/recordings/${name}`)
} finally {
  await leave()
}

/** The same in an emulated machine with cgroups v2 only, as readers' machines have. */
async function recordEmulated(): Promise<void> {
  const found = await emulate(['scripts/record/runtime.ts', name, '--inside'], [built, hook])
  const target = `${name}-cgroup-v2`
  if (check) return compare(target, join(found.path, name))
  await rm(join(recordings, target), { recursive: true, force: true })
  await cp(join(found.path, name), join(recordings, target), { recursive: true })
  await found.remove()
  console.log(`content/recordings/${target}`)
}

/** One command of the runtime, run to its end; the container's own output goes to a file. */
async function call(...args: string[]) {
  return launch([program, '--root', root, ...args])
}

async function launch(command: string[]) {
  const [first = '', ...rest] = [...wrapper, ...command]
  calls += 1
  const files = { stdout: join(lab, `stdout-${calls}`), stderr: join(lab, `stderr-${calls}`) }
  const [stdout, stderr] = [openSync(files.stdout, 'w'), openSync(files.stderr, 'w')]
  const clock = performance.now()
  try {
    const child = spawn(first, rest, {
      ...{ cwd: bundle, env: environment, stdio: ['ignore', stdout, stderr] },
    })
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('exit', (code) => resolve(code))
    })
    const durationMs = Math.round((performance.now() - clock) * 10) / 10
    return {
      ...{ command, exitCode, durationMs, printed: files.stdout },
      stdout: await readFile(files.stdout, 'utf8'),
      stderr: await readFile(files.stderr, 'utf8'),
    }
  } finally {
    closeSync(stdout)
    closeSync(stderr)
  }
}

async function stateOf(
  id: string,
): Promise<{ state: ContainerState | null; error: string | null }> {
  const { exitCode, stdout, stderr } = await call('state', id)
  return exitCode === 0
    ? { state: JSON.parse(stdout), error: null }
    : { state: null, error: stderr.trim() }
}

/** Waits for a status; asking takes its time too. */
async function until(id: string, status: ContainerState['status']): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await stateOf(id)).state?.status === status) return
    await setTimeout(50)
  }
  throw new Error(`${name}: ${id} is not ${status} after 200 questions`)
}

/** Waits for a word in a file, at most two minutes: an emulated machine is slow. */
async function untilPrinted(file: string, word: string): Promise<void> {
  for (let tries = 0; tries < 2400; tries += 1) {
    if ((await readFile(file, 'utf8')).includes(word)) return
    await setTimeout(50)
  }
  throw new Error(`${file} does not say ${word} after two minutes`)
}

/** Waits until a file has not grown for half a second, or ten in an emulated machine. */
async function untilQuiet(file: string): Promise<void> {
  const pause = inside ? 1000 : 50
  let size = -1
  let quiet = 0
  for (let tries = 0; tries < 600 && quiet < 10; tries += 1) {
    await setTimeout(pause)
    const now = (await stat(file)).size
    quiet = now === size ? quiet + 1 : 0
    size = now
  }
  if (quiet < 10) throw new Error(`${file} still grows after ${600 * pause} ms`)
}

async function recordLifecycle(out: string): Promise<void> {
  const id = 'demo'
  const stages: Stage[] = []
  const hostNamespaces = await namespacesOf('self')
  const take = async (
    name: Stage['name'],
    { printed, ...ran }: Awaited<ReturnType<typeof call>>,
  ) => {
    const { state, error: stateError } = await stateOf(id)
    const lives = state?.status === 'created' || state?.status === 'running'
    const process = lives && state?.pid ? await lookAtProcess(state.pid) : null
    const cgroupFiles = await lookAtCgroup('/lab/demo')
    const stateFiles = await lookAtFiles(join(root, id))
    stages.push({ name, ...ran, state, stateError, process, cgroupFiles, stateFiles })
  }
  await take('spec', await call('spec'))
  const spec = JSON.parse(await readFile(join(bundle, 'config.json'), 'utf8'))
  await writeFile(join(out, 'spec.json'), `${JSON.stringify(spec, null, 2)}\n`)
  const config = configFor(spec, lab, true)
  await writeConfig(bundle, config)
  await writeConfig(out, config)

  const created = await call('create', '--bundle', bundle, id)
  await take('create', created)
  const started = await call('start', id)
  // A runtime says `running` once it has let go, a moment before its child becomes the program.
  await untilPrinted(created.printed, 'running')
  await take('start', started)
  await take('exec', await call('exec', id, '/bin/ps'))
  for (const [limit, command] of Object.entries(OVER)) {
    await take(limit as keyof typeof OVER, await call('exec', id, ...command))
  }
  const killed = await call('kill', id, 'TERM')
  await until(id, 'stopped')
  await take('kill', killed)
  await take('delete', await call('delete', id))

  // The container prints where `create` did.
  const output = await readFile(created.printed, 'utf8')
  const hooks = await readFile(join(lab, 'log', 'hooks.ndjson'), 'utf8')
  await writeFile(join(out, 'hooks.ndjson'), hooks)
  const lifecycle = { runtime: name, hostNamespaces, stages, output }
  await writeFile(join(out, 'lifecycle.json'), `${JSON.stringify(lifecycle, null, 1)}\n`)
}

async function recordTraces(out: string): Promise<void> {
  const id = 'traced'
  const spec = JSON.parse(await readFile(join(out, 'spec.json'), 'utf8'))
  await writeConfig(bundle, configFor(spec, lab, false))
  const raw = (stage: string) => join(lab, `${stage}.strace`)
  const traced = (stage: string, ...args: string[]) =>
    launch(['strace', ...STRACE, '-o', raw(stage), program, '--root', root, ...args])
  // strace follows the container, so it ends with it.
  const creating = traced('create', 'create', '--bundle', bundle, id)
  await until(id, 'created')
  // runc says so before its child, which strace slows down, waits at the pipe.
  await untilQuiet(raw('create'))
  await traced('start', 'start', id)
  await until(id, 'running')
  await setTimeout(300)
  await call('kill', id, 'KILL')
  await until(id, 'stopped')
  await call('delete', id)
  await creating

  const ofCreate = readTrace(await readFile(raw('create'), 'utf8'))
  const ofStart = readTrace(await readFile(raw('start'), 'utf8'))
  const [begin, turn] = [ofCreate[0]?.at ?? 0, ofStart[0]?.at ?? 0]
  const before = ofCreate.filter(({ at }) => at < turn)
  // What the container's first process does once `start` lets it, until our kill ends it.
  const after = ofCreate.filter(
    ({ at, call, args }) => at >= turn && !(call === 'exit_group' || args.includes('SIGKILL')),
  )
  const started = [...ofStart, ...after].sort((a, b) => a.at - b.at)
  const write = async (stage: string, events: ReturnType<typeof eventsFrom>) => {
    const lines = events.map((event) => `${JSON.stringify(event)}\n`)
    await writeFile(join(out, `trace-${stage}.ndjson`), lines.join(''))
  }
  await write('create', eventsFrom(before, begin))
  await write('start', eventsFrom(started, turn))
}

async function writeAbout(out: string): Promise<void> {
  const seen = tools.filter(({ command }) => command === 'busybox' || command === 'strace')
  const versions = await versionsOf(seen)
  const { PATH } = environment
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
    ],
    omittedBlobs: [],
  }
  await writeFile(join(out, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
}

function quote(words: string[]): string {
  return words.map((word) => (/[ $;"]/.test(word) ? `'${word}'` : word)).join(' ')
}

/** The same structure, whatever the numbers; what differs is named. */
async function compare(name: string, again: string): Promise<void> {
  const [was, is] = [await readRuntime(name), await readRuntime(name, again)]
  const before = structureOf(was)
  const differences = Object.entries(structureOf(is)).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(before[part]),
  )
  for (const [part, value] of differences) {
    console.error(`${part}:\n  was ${JSON.stringify(before[part])}\n  is  ${JSON.stringify(value)}`)
  }
  if (differences.length > 0) process.exitCode = 1
  else console.log(`${name}: the same structure`)
}
