/**
 * Runs one jar in two images, by Jib and by Buildpacks, under several limits of memory: what flags
 * the JVM gets and from whom, how much heap that leaves, who dies of what.
 *
 *   node --conditions=react-server scripts/record/jvm-memory.ts            writes content/recordings/jvm-memory
 *   node --conditions=react-server scripts/record/jvm-memory.ts --check    runs again and compares
 *
 * Needs root on Debian 12, Go, Java with Maven, port 5010, and the packages named in `tools`.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { runText } from '../../e2e/harness/tool.ts'
import {
  JVM_BUILDERS,
  type JvmMemory,
  type JvmTrial,
  jvmMemory,
  readJvmMemory,
} from '../../lib/recordings/jvm-memory.ts'
import type { RecordingFile } from '../../lib/recordings/recording.ts'
import { buildpackVersions } from './builders/buildpacks.ts'
import { javaTools, makeRuntime } from './builders/java-runtime.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { removeOuter, runOnce } from './jvm-memory/container.ts'
import { readFlags } from './jvm-memory/flags.ts'
import { buildImages, JIB, type Place, unpack } from './jvm-memory/images.ts'
import { structureOf } from './jvm-memory/structure.ts'
import { type Setup, setups } from './jvm-memory/trials.ts'
import { compareStructures } from './lab/compare.ts'
import { cgroupLayout, kernel, takeLab } from './lab/machine.ts'
import { buildRunc, runcNeeds } from './lab/programs.ts'

const tools: Tool[] = [
  ...javaTools,
  { command: 'busybox', package: 'busybox-static', version: ['--help'] },
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'mvn', package: 'maven', version: ['--version'] },
  { command: 'runc', package: 'runc', version: ['--version'] },
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
]

/** 2026-11-23T00:00:00Z, unless the builder of a distribution says otherwise */
const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Date.UTC(2026, 10, 23) / 1000)
/** How often each container runs only to be timed. */
const TIMED = 5
const check = process.argv.includes('--check')
const recordings = join(import.meta.dirname, '../../content/recordings/jvm-memory')

await needTools([...tools, ...runcNeeds])
const runc = await buildRunc()
const work = await mkdtemp(join(tmpdir(), 'record-jvm-'))
const lab = await takeLab('jvm')
const runtime = [runc, '--root', join(lab.path, 'state')]
try {
  const java = await makeRuntime(work, epoch)
  const registry = await startRegistry('open', join(work, 'registry'), {
    registry: check ? 0 : 5010,
  })
  const place: Place = { work, host: registry.host, epoch, java }
  try {
    const commands = await buildImages(place)
    const recording = await tryAll(place)
    if (check) await compare(recording)
    else await write(recording, commands, java.version)
  } finally {
    await registry.stop()
  }
} finally {
  await removeOuter()
  await lab.leave()
  await rm(work, { recursive: true, force: true })
}

async function tryAll(place: Place): Promise<JvmMemory> {
  const images: JvmMemory['images'] = []
  const bundles: Record<string, string> = {}
  for (const builder of JVM_BUILDERS) {
    const { image, bundle } = await unpack(builder, place, lab.path)
    images.push(image)
    bundles[builder] = bundle
  }
  const availableBytes = await availableMemory()
  const trials: JvmTrial[] = []
  for (const setup of setups) {
    const trial = await tryOne(setup, bundles[setup.builder] ?? '')
    const { exitCode, oomKills } = trial.runs[0] ?? {}
    console.log(`${trial.name}: exit ${exitCode}, ${oomKills} killed, held ${trial.heldMiB} MiB`)
    trials.push(trial)
  }
  return jvmMemory.parse({
    ...{ command: ['runc', 'run', '--keep', '--bundle', '<bundle>', 'jvm'] },
    ...{ availableBytes, processors: cpus().length, images, trials },
  })
}

async function tryOne(setup: Setup, bundle: string): Promise<JvmTrial> {
  const first = await runOnce(runtime, bundle, setup, true)
  const { process, stdout, stderr, cgroupFiles } = first
  const runs = [first]
  for (let i = 0; i < TIMED; i += 1) runs.push(await runOnce(runtime, bundle, setup, false))
  const asked = { ...setup, holdMiB: 0 }
  const settings = [...setup.settings, 'JDK_JAVA_OPTIONS=-XX:+PrintFlagsFinal']
  const flags = process ? await runOnce(runtime, bundle, { ...asked, settings }, false) : null
  const held = [...stdout.matchAll(/^holds (\d+)$/gm)].at(-1)?.[1]
  const most = /^max memory (\d+)$/m.exec(stdout)?.[1]
  return {
    ...setup,
    ...{ process, stdout, stderr, cgroupFiles },
    flags: flags ? readFlags(flags.stdout) : null,
    maxMemory: most ? Number(most) : null,
    heldMiB: Number(held ?? 0),
    runs: runs.map(({ exitCode, oomKills, readyMs, elapsedMs, peakBytes }) => ({
      ...{ exitCode, oomKills, readyMs, elapsedMs, peakBytes },
    })),
  }
}

async function availableMemory(): Promise<number> {
  const text = await readFile('/proc/meminfo', 'utf8')
  return Number(/MemAvailable:\s+(\d+) kB/.exec(text)?.[1]) * 1024
}

async function write(recording: JvmMemory, commands: string[], javaVersion: string): Promise<void> {
  const { 'docker-registry': registry = '', buildah = '' } = await versionsOf(tools)
  const about: RecordingFile = {
    kind: 'jvm',
    reference: 'memory-by-jib:1.0, memory-by-buildpacks:1.0',
    observedAt: new Date().toISOString(),
    tools: {
      ...{ jib: `jib-maven-plugin ${JIB}`, ...buildpackVersions },
      openjdk: `${javaVersion}, Debian 12, reduced by jlink`,
      runc: (await runText(runc, ['--version'])).replaceAll('\n', ', '),
      ...{ 'docker-registry': registry, buildah },
    },
    script: 'scripts/record/jvm-memory.ts',
    commands,
    kernel: kernel(),
    cgroups: cgroupLayout(),
    emulated: false,
    edits: ['Of the flags that the JVM prints only those about memory are kept.'],
    omittedBlobs: [],
  }
  await rm(recordings, { recursive: true, force: true })
  await runText('mkdir', ['-p', recordings])
  await writeFile(join(recordings, 'trials.json'), `${JSON.stringify(recording, null, 1)}\n`)
  await writeFile(join(recordings, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
  console.log('content/recordings/jvm-memory')
}

/** The same endings, flags and images, whatever the times; what differs is named. */
async function compare(recording: JvmMemory): Promise<void> {
  compareStructures('jvm-memory', structureOf(await readJvmMemory()), structureOf(recording))
}
