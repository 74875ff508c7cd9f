/**
 * Runs one jar in two images, by Jib and by Buildpacks, under several limits of memory: what flags
 * the JVM gets and from whom, how much heap that leaves, who dies of what.
 *
 *   node scripts/record/jvm-memory.ts              writes content/recordings/jvm-memory
 *   node scripts/record/jvm-memory.ts --check      runs again and compares
 *   node scripts/record/jvm-memory.ts --emulated   the same with cgroups v2 only, in an emulated
 *                                                  machine: writes jvm-memory-cgroup-v2
 *
 * Needs root on Debian 12, Go, Java with Maven, port 5010, and the packages named in `tools`.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { run, runText } from '../../e2e/harness/tool.ts'
import {
  JVM_BUILDERS,
  type JvmImage,
  type JvmMemory,
  jvmMemory,
  readJvmMemory,
} from '../../lib/recordings/jvm-memory.ts'
import type { RecordingFile } from '../../lib/recordings/recording.ts'
import { buildpackVersions } from './builders/buildpacks.ts'
import { javaTools, makeRuntime } from './builders/java-runtime.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { buildImages, JIB, unpack } from './jvm-memory/images.ts'
import { structureOf } from './jvm-memory/structure.ts'
import { tryAll } from './jvm-memory/try.ts'
import { compareStructures } from './lab/compare.ts'
import { emulate } from './lab/emulate.ts'
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
const check = process.argv.includes('--check')
const emulated = process.argv.includes('--emulated')
// Inside the emulated machine, where everything has been placed already.
const inside = process.argv.includes('--inside')
const repository = join(import.meta.dirname, '../..')
const name = emulated ? 'jvm-memory-cgroup-v2' : 'jvm-memory'
/** Where the emulated machine finds the bundles. */
const parcel = join(repository, '.cache/lab/jvm-bundles.tar')
/** MiB: so much that a quarter of it is over every limit here. */
const GUEST_MEMORY = 6144

/** What a recording is made of, beside the images. */
type Tried = Omit<JvmMemory, 'images'> & Required<Pick<RecordingFile, 'kernel' | 'cgroups'>>

if (!inside) await needTools([...tools, ...runcNeeds])
const runc = await buildRunc()
const work = await mkdtemp(join(tmpdir(), 'record-jvm-'))
const lab = await takeLab('jvm')
try {
  if (inside) {
    await run('tar', ['-C', lab.path, '-xf', parcel])
    await writeFile('/out/tried.json', JSON.stringify(await tryHere(1)))
  } else {
    await record()
  }
} finally {
  await lab.leave()
  await rm(work, { recursive: true, force: true })
}

async function record(): Promise<void> {
  const java = await makeRuntime(work, epoch)
  const registry = await startRegistry('open', join(work, 'registry'), {
    registry: check ? 0 : 5010,
  })
  let commands: string[]
  const images: JvmImage[] = []
  try {
    const place = { work, host: registry.host, epoch, java }
    commands = await buildImages(place)
    for (const builder of JVM_BUILDERS) images.push(await unpack(builder, place, lab.path))
  } finally {
    await registry.stop()
  }
  const { kernel, cgroups, ...tried } = emulated ? await tryElsewhere() : await tryHere(5)
  const recording = jvmMemory.parse({ ...tried, images })
  if (check) compareStructures(name, structureOf(await readJvmMemory(name)), structureOf(recording))
  else await write(recording, { commands, kernel, cgroups }, java.version)
}

/** @param timed how often each container runs only to be timed */
async function tryHere(timed: number): Promise<Tried> {
  const runtime = [runc, '--root', join(lab.path, 'state')]
  const tried = await tryAll(runtime, lab.path, timed)
  return { ...tried, kernel: kernel(), cgroups: cgroupLayout() }
}

/** In an emulated machine with cgroups v2 only, as readers' machines have. */
async function tryElsewhere(): Promise<Tried> {
  await run('tar', ['-C', lab.path, '-cf', parcel, ...JVM_BUILDERS])
  const args = ['scripts/record/jvm-memory.ts', '--inside']
  const machine = await emulate(args, [runc, parcel], GUEST_MEMORY)
  try {
    return JSON.parse(await readFile(join(machine.path, 'tried.json'), 'utf8'))
  } finally {
    await machine.remove()
    await rm(parcel)
  }
}

async function write(
  recording: JvmMemory,
  seen: Pick<RecordingFile, 'commands' | 'kernel' | 'cgroups'>,
  javaVersion: string,
): Promise<void> {
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
    ...seen,
    emulated,
    edits: ['Of the flags that the JVM prints only those about memory are kept.'],
    omittedBlobs: [],
  }
  const target = join(repository, 'content/recordings', name)
  await rm(target, { recursive: true, force: true })
  await mkdir(target)
  await writeFile(join(target, 'trials.json'), `${JSON.stringify(recording, null, 1)}\n`)
  await writeFile(join(target, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
  console.log(`content/recordings/${name}`)
}
