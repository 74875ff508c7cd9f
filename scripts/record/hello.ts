/**
 * Builds the image `hello` with real tools, pushes it to a real registry and records what that holds.
 *
 *   node --conditions=react-server scripts/record/hello.ts           writes content/recordings/hello, hello-docker, hello-zstd
 *   node --conditions=react-server scripts/record/hello.ts --check   builds again and compares with what is there
 *
 * Needs root, and Debian's packages named in `tools`, which it installs where it can.
 */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Registry, startRegistry } from '../../e2e/harness/docker-registry.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { buildHello, buildTools } from './hello/build.ts'
import { askLocally } from './image/local.ts'
import { writeRecording } from './image/write.ts'
import { forgetful } from './skopeo.ts'

const tools: Tool[] = [
  ...buildTools,
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'openssl', package: 'openssl', version: ['version'] },
]

/** 2026-11-23T00:00:00Z, unless the builder of a distribution says otherwise */
const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Date.UTC(2026, 10, 23) / 1000)
const ports = { registry: 5000, tokens: 5001 }
const check = process.argv.includes('--check')
const recordings = join(import.meta.dirname, '../../content/recordings')

await needTools(tools)
const work = await mkdtemp(join(tmpdir(), 'record-hello-'))
try {
  const push = await buildHello(work, epoch)
  const registry = await startRegistry('token', join(work, 'registry'), check ? {} : ports)
  try {
    await pushAll(push, registry)
    const out = check ? join(work, 'again', 'recordings') : recordings
    await mkdir(out, { recursive: true })
    for (const name of ['hello', 'hello-docker', 'hello-zstd']) {
      const directory = join(out, name)
      const digest = await record(name, registry, directory)
      console.log(`${name}:1.0 ${digest}`)
      if (check) await compare(directory, join(recordings, name))
    }
  } finally {
    await registry.stop()
  }
} finally {
  await rm(work, { recursive: true, force: true })
}

/** One image in three dresses: OCI with gzip, Docker schema 2, OCI with zstd. */
async function pushAll(
  push: (destination: string, credentials: string) => Promise<void>,
  registry: Registry,
): Promise<void> {
  const credentials = `${registry.account?.name}:${registry.account?.password}`
  const at = (name: string) => `docker://${registry.host}/${name}:1.0`
  await push(at('hello'), credentials)
  const copy = ['--insecure-policy', 'copy', '--quiet', '--all']
  const from = ['--src-tls-verify=false', '--src-creds', credentials]
  const to = ['--dest-tls-verify=false', '--dest-creds', credentials]
  await forgetful([...copy, ...from, ...to, '--format', 'v2s2', at('hello'), at('hello-docker')])
  const zstd = ['--dest-compress', '--dest-compress-format', 'zstd', '--format', 'oci']
  const directory = `dir:${join(work, 'zstd')}`
  await forgetful([...copy, ...from, ...zstd, at('hello'), directory])
  await forgetful([...copy, ...to, directory, at('hello-zstd')])
}

/** @returns the digest that the tag names */
async function record(name: string, registry: Registry, directory: string): Promise<string> {
  const { host, origin, tokens } = registry
  const local = askLocally({ host, origin, ...(tokens ? { realm: tokens.realm } : {}) }, work)
  try {
    const recorded = await local.record(`${name}:1.0`)
    const about = { tools: await versionsOf(tools), script: 'scripts/record/hello.ts' }
    const place = { directory, ...(check ? { drafts: join(work, 'drafts') } : {}) }
    await writeRecording(recorded, about, place)
    if (name === 'hello-zstd') await expectZstd(directory)
    return recorded.entries[0]?.digest ?? ''
  } finally {
    await local.close()
  }
}

async function expectZstd(directory: string): Promise<void> {
  const magic = '28b52ffd'
  const blobs = join(directory, 'blobs', 'sha256')
  const heads = await Promise.all(
    (await blobNames(directory)).map(async (name) =>
      (await readFile(join(blobs, name))).toString('hex', 0, 4),
    ),
  )
  const gzip = heads.filter((head) => head.startsWith('1f8b')).length
  if (gzip > 0 || !heads.includes(magic)) throw new Error(`${directory}: ${gzip} layers are gzip`)
}

/** The names of all blobs of a layout: what `--check` compares. */
async function blobNames(directory: string): Promise<string[]> {
  return (await readdir(join(directory, 'blobs', 'sha256'))).sort()
}

/** Equal tools give equal bytes; with others, at least the number of documents and layers holds. */
async function compare(again: string, committed: string): Promise<void> {
  const [now, before] = [await blobNames(again), await blobNames(committed)]
  if (now.join() === before.join()) return
  console.log(`  ${now.filter((hex) => !before.includes(hex)).length} blobs differ`)
  if (now.length !== before.length) {
    throw new Error(`${committed}: ${before.length} blobs, built again ${now.length}`)
  }
}
