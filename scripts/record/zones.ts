/**
 * Builds the image `zones` and stores its layers in two forms that have a table of contents:
 * eStargz, by containerd's ctr-remote, and zstd:chunked, by skopeo.
 *
 *   node --conditions=react-server scripts/record/zones.ts           writes content/recordings/zones-estargz and zones-zstd-chunked
 *   node --conditions=react-server scripts/record/zones.ts --check   makes them again and compares, writes nothing
 *
 * Needs root on Debian 12. The files are the time zone database, which is in the public domain.
 */
import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { run, runText } from '../../e2e/harness/tool.ts'
import { tocPromise } from '../../lib/oci/layer-toc.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { compareImage } from './image/compare.ts'
import { askLocally } from './image/local.ts'
import type { Recorded } from './image/record.ts'
import { writeRecording } from './image/write.ts'
import { forgetful } from './skopeo.ts'
import { startContainerd } from './zones/containerd.ts'

const tools: Tool[] = [
  { command: 'buildah', package: 'buildah', version: ['--version'] },
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'containerd', package: 'containerd', version: ['--version'] },
  { command: 'ctr-remote', package: 'stargz-snapshotter', version: ['--help'] },
]
/** What these say of themselves is another's version or none, so Debian is asked. */
const asked = ['stargz-snapshotter', 'tzdata']
const source = '/usr/share/zoneinfo'
/** 2026-11-23T00:00:00Z */
const epoch = Date.UTC(2026, 10, 23) / 1000
const check = process.argv.includes('--check')
const recordings = join(import.meta.dirname, '../../content/recordings')

await needTools(tools)
const work = await mkdtemp(join(tmpdir(), 'record-zones-'))
try {
  const archive = await buildZones()
  const registry = await startRegistry('open', join(work, 'registry'), {
    registry: check ? 0 : 5000,
  })
  try {
    await pushEstargz(archive, registry.host)
    await pushZstdChunked(archive, registry.host)
    for (const name of ['zones-estargz', 'zones-zstd-chunked']) {
      console.log(`${name}:1.0 ${await record(name, registry)}`)
    }
  } finally {
    await registry.stop()
  }
} finally {
  await rm(work, { recursive: true, force: true })
}

/** @returns an OCI archive: one layer of files, and one that changes and deletes some of them */
async function buildZones(): Promise<string> {
  const context = join(work, 'context')
  await mkdir(context)
  await cp(source, join(context, 'zoneinfo'), { recursive: true, verbatimSymlinks: true })
  await writeFile(
    join(context, 'Containerfile'),
    'FROM scratch\nCOPY zoneinfo /usr/share/zoneinfo\n',
  )
  const storage = ['--root', join(work, 'storage'), '--runroot', join(work, 'run')]
  const driver = ['--storage-driver', 'vfs']
  const buildah = (...args: string[]) => runText('buildah', [...storage, ...driver, ...args])
  const time = `--timestamp=${epoch}`
  await buildah('bud', '--quiet', time, '--format', 'oci', '--tag', 'localhost/base', context)
  await buildah('from', '--pull-never', '--name', 'zones', 'localhost/base')
  const root = await buildah('mount', 'zones')
  await rm(join(root, source, 'leapseconds'))
  await appendFile(join(root, source, 'zone1970.tab'), '# changed by the second layer\n')
  await buildah('umount', 'zones')
  await buildah(
    'config',
    '--created-by',
    'zones.ts: change zone1970.tab, delete leapseconds',
    'zones',
  )
  await buildah('commit', '--quiet', '--rm', '--format', 'oci', time, 'zones', 'localhost/zones')
  const archive = join(work, 'zones.tar')
  await buildah('push', '--quiet', 'localhost/zones', `oci-archive:${archive}:localhost/zones:1.0`)
  return archive
}

async function pushEstargz(archive: string, host: string): Promise<void> {
  const { ctr, stop } = await startContainerd(join(work, 'containerd'))
  try {
    const target = `${host}/zones-estargz:1.0`
    await ctr('images', 'import', '--no-unpack', archive)
    await ctr('images', 'convert', '--estargz', '--oci', 'localhost/zones:1.0', target)
    await ctr('images', 'push', '--plain-http', target)
  } finally {
    await stop()
  }
}

async function pushZstdChunked(archive: string, host: string): Promise<void> {
  const copy = ['--insecure-policy', 'copy', '--quiet']
  const zstd = ['--dest-compress', '--dest-compress-format', 'zstd:chunked', '--format', 'oci']
  const directory = `dir:${join(work, 'zstd-chunked')}`
  await forgetful([...copy, ...zstd, `oci-archive:${archive}:localhost/zones:1.0`, directory])
  const target = `docker://${host}/zones-zstd-chunked:1.0`
  await forgetful([...copy, '--dest-tls-verify=false', directory, target])
}

/** @returns the digest that the tag names */
async function record(name: string, { host, origin }: { host: string; origin: string }) {
  const directory = join(recordings, name)
  const local = askLocally({ host, origin }, work)
  try {
    const recorded = await local.record(`${name}:1.0`)
    expectContents(recorded)
    const digest = recorded.entries[0]?.digest ?? ''
    if (check) {
      await compareImage(recorded, name)
      return digest
    }
    const versions = await versionsOf(tools)
    for (const each of asked) {
      versions[each] = (await run('dpkg-query', ['-W', each])).toString().trim().replace('\t', ' ')
    }
    await writeRecording(
      recorded,
      { tools: versions, script: 'scripts/record/zones.ts' },
      { directory },
    )
    return digest
  } finally {
    await local.close()
  }
}

/** Every layer has to promise a table of contents. */
function expectContents({ reference, entries, blobs }: Recorded): void {
  const manifest = entries[0] && blobs.get(entries[0].digest)
  const { layers }: { layers: { annotations?: Record<string, string> }[] } = JSON.parse(
    new TextDecoder().decode(manifest),
  )
  const promises = layers.map(({ annotations = {} }) => tocPromise(annotations))
  if (promises.length < 2 || promises.includes(null)) {
    throw new Error(`${reference}: ${JSON.stringify(layers)}`)
  }
}
