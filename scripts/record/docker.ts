/**
 * Records `docker run` through dockerd's API with what happens below, then kills each part of the
 * engine once and records what is left.
 *
 *   node scripts/record/docker.ts           writes content/recordings/docker
 *   node scripts/record/docker.ts --check   records again and compares, writes nothing
 *
 * Needs root on Debian, Go, and the packages named in `tools`, which it installs.
 */
import { spawn } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { run, runText } from '../../e2e/harness/tool.ts'
import { type EngineRecording, readEngine } from '../../lib/recordings/engine.ts'
import type { RecordingFile } from '../../lib/recordings/recording.ts'
import { round } from './cri/client.ts'
import { filesIn } from './cri/look.ts'
import { enterNode, placePrograms, pushImages } from './cri/node.ts'
import { needTools, versionsOf } from './debian.ts'
import {
  commands,
  ENV,
  endDaemon,
  startContainerd,
  startDockerd,
  writeConfiguration,
} from './docker/daemons.ts'
import { killAll } from './docker/kill-lab.ts'
import { processes, settled, type, typeAll } from './docker/look.ts'
import { unpackDocker } from './docker/packages.ts'
import {
  BIN,
  CONTAINERD,
  DAEMON,
  GATE,
  IMAGE,
  LAB,
  PORT,
  PROGRAM,
  SOCKET,
  STATE,
} from './docker/places.ts'
import { placeHeldRuntime, readPrograms, watchPrograms } from './docker/programs.ts'
import { startApiProxy } from './docker/proxy.ts'
import { structureOf } from './docker/structure.ts'
import { compareStructures } from './lab/compare.ts'
import { cgroupLayout, kernel, takeLab } from './lab/machine.ts'
import { buildContainerd, buildRunc, runcNeeds } from './lab/programs.ts'
import { until } from './lab/until.ts'

const OUT = join(LAB, 'out')
const target = join(import.meta.dirname, '../../content/recordings/docker')

const tools = [
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'umoci', package: 'umoci', version: ['--version'] },
  { command: 'busybox', package: 'busybox-static', version: ['--help'] },
]

const EVENT = /^(\S+ [\d:.]+) \+0000 UTC (\S+) (\/\S+) (\{.*\})$/

if (process.argv.includes('--inside')) {
  await record().catch((error) => {
    console.error(error)
    process.exit(1)
  })
  // All else ends with the namespaces.
  process.exit(0)
}
await needTools([...tools, ...runcNeeds])
const programs = {
  runc: await buildRunc(),
  ...(await buildContainerd()),
  ...(await unpackDocker()),
}
const { leave } = await takeLab('docker')
try {
  await placePrograms(programs, BIN)
  await enterNode(
    [import.meta.filename, '--inside'],
    ['mkdir -p /run/docker; mount -t tmpfs lab /run/docker'],
  )
  if (process.argv.includes('--check')) {
    compareStructures('docker', structureOf(await readEngine()), structureOf(await readEngine(OUT)))
  } else {
    await rm(target, { recursive: true, force: true })
    await cp(OUT, target, { recursive: true })
    console.log('written: content/recordings/docker')
  }
} finally {
  await leave()
}

async function record(): Promise<void> {
  const began = performance.timeOrigin + performance.now()
  const now = () => round(performance.timeOrigin + performance.now() - began)
  const configuration = await writeConfiguration()
  await run('mkfifo', [GATE])
  await watchPrograms()
  const held = await placeHeldRuntime()
  const registry = await startRegistry('open', join(LAB, 'registry'), { registry: PORT })
  await pushImages(registry.host, LAB)
  const ran = await recordRun(held, began, now)
  const trials = await killAll({ began, now }, held)
  await mkdir(OUT)
  const all: EngineRecording = { ...ran, trials, configuration }
  for (const file of ['api', 'stages', 'events', 'programs', 'trials'] as const) {
    const lines = all[file].map((item) => `${JSON.stringify(item)}\n`)
    await writeFile(join(OUT, `${file}.ndjson`), lines.join(''))
  }
  await writeFile(join(OUT, 'configuration.toml'), configuration)
  await writeFile(join(OUT, 'config.json'), ran.bundle)
  await writeAbout(held)
}

/** One container from `docker run` to `docker rm`. */
async function recordRun(held: string, began: number, now: () => number) {
  const containerd = await startContainerd()
  const dockerd = await startDockerd(false, held)
  const events = spawn(`${BIN}/ctr`, ['events'], {
    env: { ...process.env, ...ENV, CONTAINERD_ADDRESS: CONTAINERD },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let heard = ''
  events.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard += text
  })
  const proxy = await startApiProxy(SOCKET, DAEMON, now)
  const stages: EngineRecording['stages'] = []
  const look = async (name: string) => {
    stages.push({
      ...{ name, after: proxy.exchanges().filter(({ status }) => status > 0).length, ms: now() },
      processes: processes(),
      printed: await typeAll([
        'ctr namespaces ls',
        'ctr --namespace moby containers ls',
        'ctr --namespace moby tasks ls',
        'ctr --namespace moby images ls',
        'ctr --namespace moby snapshots ls',
      ]),
      folders: [
        {
          ...{ name: 'the bundle', path: `${STATE}/io.containerd.runtime.v2.task/moby` },
          entries: filesIn(`${STATE}/io.containerd.runtime.v2.task/moby`, 2),
        },
        {
          ...{ name: 'what dockerd keeps of containers', path: `${LAB}/docker/containers` },
          entries: filesIn(`${LAB}/docker/containers`, 2),
        },
      ],
    })
  }
  const ask = (command: string) => {
    proxy.command = command
    return type(command, SOCKET, 120_000)
  }
  await look('no container')
  proxy.before = async (method, url) => {
    if (method === 'POST' && url.endsWith('/start') && url.includes('/containers/')) {
      await look('created')
    }
  }
  const running = ask(
    `docker run --name demo --network none --memory 64m ${IMAGE} sh -c '${PROGRAM}'`,
  )
  await Promise.race([
    until('the program runs', () => processes().some(({ command }) => command[1] === 'sleep')),
    running.then(({ exit, stderr }) => {
      throw new Error(`docker run ended with ${exit}: ${stderr}`)
    }),
  ])
  await settled()
  proxy.before = null
  await look('running')
  const { stdout: id } = await type("docker inspect --format '{{.Id}}' demo")
  const bundle = await readFile(
    `${STATE}/io.containerd.runtime.v2.task/moby/${id.trim()}/config.json`,
    'utf8',
  )
  await ask('docker exec demo /bin/busybox echo here')
  await ask('docker stop demo')
  const { exit } = await running
  if (exit !== 0) throw new Error(`docker run ended with ${exit}`)
  await settled()
  await look('stopped')
  await ask('docker rm demo')
  await settled()
  await look('removed')
  proxy.close()
  events.kill()
  await endDaemon(dockerd, 'SIGTERM')
  await endDaemon(containerd, 'SIGTERM')
  return {
    ...{ api: proxy.exchanges(), stages, bundle },
    programs: await readPrograms(began),
    events: heard.split('\n').flatMap((line) => {
      const [, at, namespace = '', topic = '', event = ''] = EVENT.exec(line) ?? []
      if (!at) return []
      const ms = round(Date.parse(`${at.replace(' ', 'T').slice(0, 23)}Z`) - began)
      return { ms, namespace, topic, event: JSON.parse(event) }
    }),
  }
}

async function writeAbout(held: string): Promise<void> {
  const versions = await versionsOf(tools)
  const said = async (program: string) =>
    (await runText(`${BIN}/${program}`, ['--version'], { env: ENV })).split('\n')[0] ?? ''
  const about: RecordingFile = {
    kind: 'engine',
    reference: 'docker',
    observedAt: new Date().toISOString(),
    tools: {
      'docker.io': await said('dockerd'),
      containerd: await said('containerd'),
      runc: await said('real/runc'),
      'docker-cli': await said('docker'),
      ...versions,
    },
    script: 'scripts/record/docker.ts',
    commands: commands(held),
    kernel: kernel(),
    cgroups: cgroupLayout(),
    emulated: false,
    edits: [
      'The cgroup of processes outside a container is written as /host.',
      'What the recorder runs for itself is left out of the processes, and ctr’s warning that cgroup v1 is deprecated out of what it printed.',
      'Of what the daemons wrote, warnings and errors are kept.',
      'runc and the shim are called through a script that writes down their arguments and becomes them; they lie in bin/real.',
      'Where runc is killed, a hook was added to its bundle, in which it waits.',
      'The command asked through a proxy, which held the request to start until everything was looked at.',
    ],
    omittedBlobs: [],
  }
  await writeFile(join(OUT, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
}
