/**
 * Plays each failure of the error lab and records what was said and what each tool printed.
 *
 *   node scripts/record/errors.ts                 writes content/recordings/errors
 *   node scripts/record/errors.ts private …       only these, beside what is there
 *   node scripts/record/errors.ts --check         plays all again, compares their shape, writes nothing
 *
 * Needs root on Debian (it installs and unpacks packages) and Go. What it plays, it plays in a network of
 * its own: nothing leaves it, and no port of the machine is taken.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FAILURES, type Failure, isFailure } from '../../lib/oci/failure.ts'
import { type RecordedFailure, readFailures } from '../../lib/recordings/failure.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { commandsFor } from './errors/commands.ts'
import { needEngines, startEngines } from './errors/engines.ts'
import { plays } from './errors/failures.ts'
import { goFolder, goVersion, needGoTools } from './errors/go-tools.ts'
import { makeHome } from './errors/home.ts'
import { goInside, NAME, startNameServer } from './errors/inside.ts'
import { fill, type Lab } from './errors/lab.ts'
import { shapeOf } from './errors/shape.ts'
import { EDITS, runTool } from './errors/tools.ts'
import { compareStructures } from './lab/compare.ts'

const debian: Tool[] = [
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'buildah', package: 'buildah', version: ['--version'] },
  { command: 'curl', package: 'curl', version: ['--version'] },
  { command: 'openssl', package: 'openssl', version: ['version'] },
  { command: 'ip', package: 'iproute2', version: ['-V'] },
  { command: 'unshare', package: 'util-linux', version: ['--version'] },
]

const check = process.argv.includes('--check')
const named = process.argv.slice(2).filter(isFailure)
const chosen = named.length > 0 ? named : FAILURES
const out = join(import.meta.dirname, '../../content/recordings/errors')

if (!process.env.RECORD_INSIDE) {
  await needTools(debian)
  await needGoTools()
  await needEngines()
  process.exit(await goInside())
}
const work = await mkdtemp(join(tmpdir(), 'record-errors-'))
const lab: Lab = {
  ...{ work, data: join(work, 'data'), host: 'localhost:5000', stops: [] },
  named: `${NAME}:5000`,
  ports: { registry: 5000, tokens: 5001 },
}
const stopNames = await startNameServer()
const engines = await startEngines(work).catch(async (error) => {
  await rm(work, { recursive: true, force: true })
  throw error
})
try {
  await mkdir(join(work, 'tools'))
  const home = await makeHome(work)
  const env = { ...home, PATH: `${goFolder()}:${engines.path}:${process.env.PATH}`, ...engines.env }
  await fill(lab)
  const played: RecordedFailure[] = []
  for (const failure of chosen) played.push(await play(failure, env))
  if (check) await compare(played)
  else await write(played)
} finally {
  await engines.stop()
  await stopNames()
  await rm(work, { recursive: true, force: true })
}

async function play(failure: Failure, env: Record<string, string>): Promise<RecordedFailure> {
  try {
    const { registry, speaker, staged, lines, task, count } = await plays[failure](lab)
    const runs = []
    for (const command of commandsFor(task)) runs.push(await runTool(command, lab, env, count))
    const exits = runs.map(({ tool, exit }) => `${tool} ${exit}`).join(', ')
    console.log(`${failure}: ${JSON.stringify(lines.at(-1))}\n  ${exits}`)
    return { failure, registry, speaker, staged, lines, runs }
  } finally {
    for (const stop of lab.stops.splice(0).reverse()) await stop()
  }
}

async function write(played: RecordedFailure[]): Promise<void> {
  for (const { failure, lines, ...scene } of played) {
    const folder = join(out, failure)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'scene.json'), `${JSON.stringify(scene, null, 2)}\n`)
    const text = lines.map((line) => JSON.stringify(line)).join('\n')
    await writeFile(join(folder, 'conversation.ndjson'), `${text}\n`)
  }
  const about = {
    kind: 'conversation',
    reference: `${lab.host}/hello:1.0`,
    observedAt: new Date().toISOString(),
    tools: {
      ...(await versionsOf(debian)),
      ...engines.versions,
      ...{ crane: goVersion('crane'), oras: goVersion('oras'), regctl: goVersion('regctl') },
      distribution: goVersion('registry'),
    },
    script: 'scripts/record/errors.ts',
    edits: EDITS,
    omittedBlobs: [],
  }
  await writeFile(join(out, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
}

/** Words, times and digests may differ; who said what in which order may not. */
async function compare(played: RecordedFailure[]): Promise<void> {
  const { failures } = await readFailures()
  const before = failures.filter(({ failure }) => chosen.includes(failure))
  const shapes = (all: RecordedFailure[]) =>
    Object.fromEntries(all.map((each) => [each.failure, shapeOf(each).split('\n')]))
  compareStructures('errors', shapes(before), shapes(played))
}
