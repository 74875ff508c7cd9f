/**
 * Records where the image `hello` is and what each place calls it: a registry, folders and archives,
 * five Docker engines, containerd by ctr and by nerdctl, the CRI of containerd and of CRI-O, Podman.
 *
 *   node scripts/record/everywhere.ts           writes content/recordings/hello-everywhere
 *   node scripts/record/everywhere.ts --check   records again and compares, writes nothing
 *   node scripts/record/everywhere.ts podman …  prints these places, writes nothing
 *
 * Needs root on Debian 12, Go, and the packages named in `tools`, which it installs.
 */
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { run } from '../../e2e/harness/tool.ts'
import { EVERYWHERE, type Place, readPlaces } from '../../lib/recordings/everywhere.ts'
import { namesOf } from '../../lib/recordings/image-names.ts'
import type { RecordingFile } from '../../lib/recordings/recording.ts'
import { enterNode, placePrograms } from './cri/node.ts'
import { buildCommon, buildCrio } from './cri/tools.ts'
import { needTools } from './debian.ts'
import { unpackDocker } from './docker/packages.ts'
import { crane, podman, registry, skopeo } from './everywhere/clients.ts'
import { recordContainerd, recordCri, recordNerdctl } from './everywhere/containerd.ts'
import { recordCrio } from './everywhere/crio.ts'
import { ENGINES, recordEngine } from './everywhere/docker.ts'
import { type PlaceSpec, recordPlace } from './everywhere/place.ts'
import { IMAGE, LAB, OUT, PLATFORM, PORT } from './everywhere/places.ts'
import { unpackRoot } from './everywhere/root.ts'
import { structureOf } from './everywhere/structure.ts'
import { buildMoby, buildNerdctl, buildRegistryTools } from './everywhere/tools.ts'
import { compareStructures } from './lab/compare.ts'
import { kernel, takeLab } from './lab/machine.ts'
import { buildContainerd, crunNeeds } from './lab/programs.ts'

const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const repository = join(import.meta.dirname, '../..')
const target = join(repository, 'content/recordings', EVERYWHERE)
const BIN = join(LAB, 'bin')
const PATH = `${BIN}:${process.env.PATH}`

const tools = [
  { command: 'conmon', package: 'conmon', version: ['--version'] },
  { command: 'curl', package: 'curl', version: ['--version'] },
  ...crunNeeds,
]

if (process.argv.includes('--inside')) {
  await record().catch((error) => {
    console.error(error)
    process.exit(1)
  })
  // All else ends with the namespaces.
  process.exit(0)
}
await needTools(tools)
const root = await unpackRoot()
const programs = {
  ...(await buildCommon()),
  ...(await buildContainerd()),
  ...(await buildCrio()),
  ...(await buildRegistryTools()),
  ...(await buildNerdctl()),
}
const engines = {
  'docker-20': await unpackDocker('bookworm'),
  'docker-26': await unpackDocker('trixie'),
  'docker-29': await buildMoby(),
}
const lab = await takeLab('everywhere')
try {
  await placePrograms(programs, BIN)
  for (const [name, engine] of Object.entries(engines)) await placePrograms(engine, join(BIN, name))
  await placeBuildx()
  await wrapRoot()
  await enterNode([import.meta.filename, '--inside', ...chosen], mounts())
  if (chosen.length > 0) for (const place of await readPlaces(OUT)) show(place)
  else if (process.argv.includes('--check')) await compare()
  else {
    await rm(target, { recursive: true, force: true })
    await cp(OUT, target, { recursive: true })
    console.log(`written: content/recordings/${EVERYWHERE}`)
  }
} finally {
  await lab.leave()
}

/** Docker's command looks for its plugins in its own folder. */
async function placeBuildx(): Promise<void> {
  const from = join(BIN, 'docker-29/cli-plugins')
  await mkdir(join(BIN, 'docker-29/config'))
  await cp(from, join(BIN, 'docker-29/config/cli-plugins'), { recursive: true })
}

/** Programs of the other root are typed as if they were here. */
async function wrapRoot(): Promise<void> {
  await mkdir(join(LAB, 'root'))
  for (const name of ['podman', 'buildah', 'skopeo']) {
    const enter = `exec chroot ${LAB}/root /usr/bin/busybox sh -c 'cd "$0" && exec "$@"'`
    await writeFile(join(BIN, name), `#!/bin/sh\n${enter} "$PWD" /usr/bin/${name} "$@"\n`)
    await chmod(join(BIN, name), 0o755)
  }
}

/** Every tool finds its usual folders, empty; nothing of the machine's is touched. */
function mounts(): string[] {
  const at = (folder: string) => `${LAB}/root${folder}`
  return [
    'set -e',
    `mkdir -p ${LAB}/etc/upper ${LAB}/etc/work`,
    `mount -t overlay lab -o lowerdir=/etc,upperdir=${LAB}/etc/upper,workdir=${LAB}/etc/work /etc`,
    'rm -rf /etc/docker /etc/containerd /etc/crio /etc/containers /etc/cni',
    'mkdir -p /etc/docker /etc/containerd /etc/crio /etc/cni/net.d',
    `mount --bind ${LAB} /mnt`,
    'mount -t tmpfs lab /run',
    `mkdir -p ${LAB} /run/containerd /run/crio /run/netns`,
    `mount --bind /mnt ${LAB}`,
    'umount /mnt',
    'mount -t tmpfs lab /var/lib',
    'mkdir -p /var/lib/cni /var/lib/containers',
    `mount --bind ${root} ${at('')}`,
    ...['/proc', '/sys', '/dev', '/run'].map((folder) => `mount --rbind ${folder} ${at(folder)}`),
    ...['/tmp', '/var/tmp', '/root'].map((folder) => `mount -t tmpfs lab ${at(folder)}`),
    `mount --bind /var/lib/containers ${at('/var/lib/containers')}`,
    ...['/etc/hosts', '/etc/passwd'].map((file) => `mount --bind ${file} ${at(file)}`),
    'set +e',
  ]
}

async function record(): Promise<void> {
  await mkdir(OUT)
  const server = await startRegistry('open', `${LAB}/registry`, {
    ...{ registry: PORT, command: `${BIN}/registry`, data: '/var/lib/registry' },
  })
  const layout = join(repository, 'content/recordings/hello')
  await cp(layout, `${LAB}/hello`, { recursive: true })
  const copy = ['copy', '--quiet', '--all', '--preserve-digests', '--dest-tls-verify=false']
  const [from, to] = [`oci:${LAB}/hello:1.0`, `docker://${IMAGE}`]
  await run(`${BIN}/skopeo`, [...copy, from, to], {
    cwd: LAB,
    env: { PATH, PODMAN_IGNORE_CGROUPSV1_WARNING: '1' },
  })
  const names = await namesOf('hello', PLATFORM)
  const one = (is: string) => `sha256:${names.find((name) => name.is === is)?.hex}`
  const top = names.filter(({ is }) => is === 'chainId').at(-1)
  const plain = (spec: PlaceSpec) => () =>
    recordPlace({ ...spec, env: { PATH, PODMAN_IGNORE_CGROUPSV1_WARNING: '1' } })
  const digests = { manifest: one('manifest'), config: one('config'), layer: one('layer') }
  const all: Record<string, () => Promise<Place>> = {
    registry: plain(registry(digests)),
    crane: plain(crane),
    skopeo: plain(skopeo),
    ...Object.fromEntries(ENGINES.map((engine) => [engine.name, () => recordEngine(engine)])),
    containerd: () => recordContainerd(`sha256:${top?.hex}`),
    nerdctl: recordNerdctl,
    'cri-containerd': recordCri,
    'cri-o': recordCrio,
    podman: plain(podman),
  }
  const places: Place[] = []
  for (const [name, visit] of Object.entries(all)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    console.log(name)
    places.push(await visit())
  }
  await server.stop()
  const lines = places.map((place) => `${JSON.stringify(place)}\n`)
  await writeFile(join(OUT, 'places.ndjson'), lines.join(''))
  const about: RecordingFile = {
    kind: 'places',
    reference: IMAGE,
    observedAt: new Date().toISOString(),
    tools: versionsIn(places),
    script: 'scripts/record/everywhere.ts',
    kernel: kernel(),
    edits: [
      'What tools say about the machine’s cgroups v1 is left out.',
      'Of files over 16 KiB, of those that are no text and of the blobs of hello itself, size and hash are kept, not the text.',
    ],
    omittedBlobs: [],
  }
  await writeFile(join(OUT, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
}

/** Every program once; where places differ in its version, with the place. */
function versionsIn(places: Place[]): Record<string, string> {
  const versions: Record<string, string> = {}
  for (const { name, tools } of places) {
    for (const [tool, version] of Object.entries(tools)) {
      const others = places.flatMap((place) => place.tools[tool] ?? [])
      versions[others.every((other) => other === version) ? tool : `${tool}, ${name}`] = version
    }
  }
  return versions
}

/** For a look at one place while something in it changes. */
function show({ name, asked, folders }: Place): void {
  for (const { command, exit, stdout, stderr } of asked) {
    console.log(`\n${name} $ ${command}\n${stdout}${stderr}${exit === 0 ? '' : `exit ${exit}\n`}`)
  }
  for (const { path, files } of folders) {
    for (const file of files) console.log(`${path}/${file.path}`)
  }
}

/** The same structure, whatever the tools' own names; what differs is named. */
async function compare(): Promise<void> {
  const was = await structureOf(await readPlaces(), target)
  compareStructures(EVERYWHERE, was, await structureOf(await readPlaces(OUT), OUT))
}
