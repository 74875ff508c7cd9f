/**
 * Records everything that a kubelet asks of a container runtime for one pod, and what happens below.
 *
 *   node scripts/record/cri.ts containerd           writes content/recordings/cri-containerd
 *   node scripts/record/cri.ts crio --check         records again and compares, writes nothing
 *
 * Needs root on Debian, Go, and the packages named in `tools`, which it installs.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { runText } from '../../e2e/harness/tool.ts'
import { type CriRecording, readCri } from '../../lib/recordings/cri.ts'
import type { RecordingFile } from '../../lib/recordings/recording.ts'
import { readShim, type ShimRecording } from '../../lib/recordings/shim.ts'
import { connectCri, round } from './cri/client.ts'
import { converse } from './cri/conversation.ts'
import { filesIn, mountsBelow, processesBelow } from './cri/look.ts'
import { BIN, enterNode, IMAGE, LAB, PAUSE, PORT, placePrograms, pushImages } from './cri/node.ts'
import { startProxy } from './cri/proxy.ts'
import { type Places, type Runtime, startContainerd, startCrio } from './cri/runtime.ts'
import { watchShim } from './cri/shim.ts'
import { shimStructureOf, structureOf } from './cri/structure.ts'
import { buildCommon, buildCrio } from './cri/tools.ts'
import { needTools, versionsOf } from './debian.ts'
import { compareStructures } from './lab/compare.ts'
import { cgroupLayout, kernel, takeLab } from './lab/machine.ts'
import { buildContainerd, crunNeeds, runcNeeds } from './lab/programs.ts'
import { until } from './lab/until.ts'

const OUT = join(LAB, 'out')

const EXECVE = /^(\d+) +(\d+\.\d+) execve\("((?:[^"\\]|\\.)*)", \[(.*?)\], .* = 0$/

type Started = Runtime & { shim?: () => Promise<ShimRecording> }

const runtimes = {
  containerd: { build: buildContainerd, start: startWatched },
  crio: {
    build: buildCrio,
    start: (places: Places): Promise<Started> => startCrio(places),
  },
}

const tools = [
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'umoci', package: 'umoci', version: ['--version'] },
  { command: 'strace', package: 'strace', version: ['--version'] },
  { command: 'busybox', package: 'busybox-static', version: ['--help'] },
  { command: 'conmon', package: 'conmon', version: ['--version'] },
  { command: 'iptables', package: 'iptables', version: ['--version'] },
]

const [name = '', ...flags] = process.argv.slice(2)
const wanted = Object.entries(runtimes).find(([key]) => key === name)?.[1]
if (!wanted) {
  console.error(`Which runtime? Write one of ${Object.keys(runtimes).join(', ')}.`)
  process.exit(1)
}
const recording = `cri-${name}`
const target = join(import.meta.dirname, '../../content/recordings', recording)

if (flags.includes('--inside')) await record(wanted.start)
else await main(wanted.build)

async function main(build: () => Promise<Record<string, string>>): Promise<void> {
  await needTools([...tools, ...(name === 'crio' ? crunNeeds : runcNeeds)])
  const programs = { ...(await buildCommon()), ...(await build()) }
  const { leave } = await takeLab('cri')
  try {
    await placePrograms(programs)
    await enterNode([import.meta.filename, name, '--inside'])
    if (flags.includes('--check')) await compare()
    else {
      await rm(target, { recursive: true, force: true })
      await cp(OUT, target, { recursive: true })
      console.log(`written: content/recordings/${recording}`)
    }
  } finally {
    await leave()
  }
}

/** containerd, with everything that it and its shims say to each other. */
async function startWatched(places: Places, began: number, now: () => number): Promise<Started> {
  const watch = await watchShim(places, began, now)
  const runtime = await startContainerd(places, watch.folder)
  await watch.listen(runtime.socket)
  return { ...runtime, shim: watch.read }
}

async function record(start: (typeof runtimes)['containerd']['start']): Promise<void> {
  await mkdir(join(LAB, 'registry'), { recursive: true })
  const began = performance.timeOrigin + performance.now()
  const now = () => round(performance.timeOrigin + performance.now() - began)
  const registry = await startRegistry('open', join(LAB, 'registry'), { registry: PORT + 1 })
  await pushImages(registry.host)
  const proxy = await startProxy(PORT, { host: '127.0.0.1', port: PORT + 1 }, now)
  const places = { lab: LAB, bin: BIN, registry: `127.0.0.1:${PORT}`, pause: PAUSE }
  const runtime = await start(places, began, now)
  const client = connectCri(runtime.socket, now)
  const heard: Omit<CriRecording, 'talks' | 'log' | 'cni' | 'execve'> = {
    calls: client.calls,
    stages: [],
    registry: proxy.exchanges,
    crictl: [],
    configuration: runtime.configuration,
    bundles: { sandbox: '', container: '' },
  }
  try {
    const { talks, log } = await converse({
      client,
      logs: join(LAB, 'pods'),
      image: IMAGE,
      ...(name === 'containerd' ? { keepsSandbox: '/pause' } : {}),
      async look(stage, running) {
        const seen = () => processesBelow([runtime.pid], runtime.shims)
        // A program that was started is its runtime's until the kernel has put it in its place.
        if (running) {
          await until(`${running} in its place`, () =>
            seen().some(({ command }) => command.join(' ').includes(running)),
          )
        }
        heard.stages.push({
          ...{ name: stage, after: client.calls.length, ms: now() },
          processes: seen().map(onAnyHost),
          mounts: mountsBelow([`${LAB}/state`, `${LAB}/root`, `${LAB}/ns`, '/run/netns']),
          folders: runtime.folders.map(({ name, path, levels }) => {
            return { name, path, entries: filesIn(path, levels) }
          }),
        })
      },
      async keepBundle(what, id) {
        heard.bundles[what] = await readFile(runtime.bundleOf(id), 'utf8')
      },
      async crictl(...args) {
        const full = ['--runtime-endpoint', `unix://${runtime.socket}`, ...args]
        const output = await runText(join(BIN, 'crictl'), full)
        heard.crictl.push({ command: `crictl ${args.join(' ')}`, output: `${output}\n` })
      },
    })
    client.close()
    await end(runtime)
    const below = { cni: await readCni(began), execve: await readExecve(began) }
    await write({ ...heard, ...below, talks, log })
    if (runtime.shim) await writeShim(await runtime.shim())
    await writeAbout(runtime)
  } catch (error) {
    console.error(error, runtime.service.output().slice(-4000))
    process.exit(1)
  }
  // All else ends with the namespaces.
  process.exit(0)
}

/** Ends the runtime, and strace with it. Shims keep its pipes open, so these are not waited for. */
async function end({ pid, service: { child } }: Runtime): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  process.kill(pid, 'SIGTERM')
  await gone
}

/** The recorder's own cgroup is this machine's, and of no interest. */
function onAnyHost<T extends { cgroup: string }>(process: T): T {
  return { ...process, cgroup: process.cgroup.replace(/(:\/)(?!kubepods).*$/, '$1host') }
}

async function write(all: CriRecording): Promise<void> {
  await mkdir(OUT)
  for (const file of [
    ...(['calls', 'stages', 'cni', 'execve', 'registry', 'talks', 'crictl'] as const),
  ]) {
    const lines = all[file].map((item) => `${JSON.stringify(item)}\n`)
    await writeFile(join(OUT, `${file}.ndjson`), lines.join(''))
  }
  await writeFile(join(OUT, 'configuration.toml'), all.configuration)
  await writeFile(join(OUT, 'container.log'), all.log)
  await writeFile(join(OUT, 'sandbox-config.json'), all.bundles.sandbox)
  await writeFile(join(OUT, 'container-config.json'), all.bundles.container)
}

async function writeShim({ runs, calls, events }: ShimRecording): Promise<void> {
  for (const [file, items] of Object.entries({ 'shim-runs': runs, shim: calls, events })) {
    const lines = items.map((item) => `${JSON.stringify(item)}\n`)
    await writeFile(join(OUT, `${file}.ndjson`), lines.join(''))
  }
}

async function writeAbout(runtime: Started): Promise<void> {
  const { conmon, ...versions } = await versionsOf(tools)
  const about: RecordingFile = {
    kind: 'cri',
    reference: name,
    observedAt: new Date().toISOString(),
    tools: { ...runtime.versions, ...versions },
    script: 'scripts/record/cri.ts',
    commands: runtime.commands,
    kernel: kernel(),
    cgroups: cgroupLayout(),
    emulated: false,
    edits: [
      'The cgroup of processes outside the pod is written as /host.',
      'Of the programs that were executed, those of the recorder are left out.',
      ...(runtime.shim
        ? [
            'containerd finds a script in the place of its shim, which keeps what the shim is given and answers and runs it; each socket between the two was moved aside and read in between. What went over it was not changed.',
          ]
        : []),
    ],
    omittedBlobs: [],
  }
  await writeFile(join(OUT, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
}

/** What each CNI plugin was given and answered, in order. */
async function readCni(began: number): Promise<CriRecording['cni']> {
  const folder = join(LAB, 'cni/log')
  const calls: CriRecording['cni'] = []
  for (const entry of (await readdir(folder)).sort()) {
    const text = (file: string) => readFile(join(folder, entry, file), 'utf8')
    const [code = '', ended = ''] = (await text('exit')).trim().split(' ')
    const startedAt = Number(entry.split('-')[0]) / 1e6
    const rows = (await text('env')).trim().split('\n')
    calls.push({
      ms: round(startedAt - began),
      durationMs: round(Number(ended) / 1e6 - startedAt),
      plugin: (await text('plugin')).trim(),
      env: Object.fromEntries(rows.map((row) => row.split(/=(.*)/s).slice(0, 2))),
      stdin: await text('stdin'),
      exitCode: Number(code),
      stdout: await text('stdout'),
      stderr: await text('stderr'),
    })
  }
  return calls
}

/** Every program that was executed below the runtime, but for the recorder's own helpers. */
async function readExecve(began: number): Promise<CriRecording['execve']> {
  const text = await readFile(join(LAB, 'execve.log'), 'utf8')
  const found = text.split('\n').flatMap((line) => {
    const [, pid, at, path = '', args = ''] = EXECVE.exec(line) ?? []
    if (!pid) return []
    const list = [...args.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => plain(word))
    return { ms: round(Number(at) * 1000 - began), pid: Number(pid), path, args: list }
  })
  // the recorder's own: what stands in the place of a program, and the commands it is made of
  const isOurs = (path: string) =>
    path.startsWith(`${LAB}/cni/bin/`) ||
    path.startsWith(`${LAB}/shim/bin/`) ||
    (path.startsWith('/usr/bin/') && !/conmon|crun|runc/.test(path))
  return found.filter(({ path }) => !isOurs(path))
}

/** A word as strace quotes it. */
function plain(word: string): string {
  const named: Record<string, string> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' }
  return word.replace(/\\([0-7]{1,3}|.)/g, (_, code: string) => {
    return named[code] ?? String.fromCharCode(Number.parseInt(code, 8))
  })
}

/** The same structure, whatever the numbers; what differs is named. */
async function compare(): Promise<void> {
  const structure = async (directory?: string) => ({
    ...structureOf(await readCri(recording, directory)),
    ...(name === 'containerd' ? shimStructureOf(await readShim(recording, directory)) : {}),
  })
  compareStructures(recording, await structure(), await structure(OUT))
}
