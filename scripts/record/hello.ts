/**
 * Builds the image `hello` with real tools, pushes it to a real registry and records what that holds.
 *
 *   node --conditions=react-server scripts/record/hello.ts           writes content/recordings/hello, hello-docker, hello-zstd
 *   node --conditions=react-server scripts/record/hello.ts --check   builds again and compares with what is there
 *
 * Needs root, and Debian's packages named in `tools`, which it installs where it can.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Registry, startRegistry } from '../../e2e/harness/docker-registry.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { buildHello, buildTools } from './hello/build.ts'
import { compareImage } from './image/compare.ts'
import { askLocally } from './image/local.ts'
import type { Recorded } from './image/record.ts'
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
    for (const name of ['hello', 'hello-docker', 'hello-zstd']) {
      console.log(`${name}:1.0 ${await record(name, registry)}`)
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
async function record(name: string, registry: Registry): Promise<string> {
  const { host, origin, tokens } = registry
  const local = askLocally({ host, origin, ...(tokens ? { realm: tokens.realm } : {}) }, work)
  try {
    const recorded = await local.record(`${name}:1.0`)
    if (name === 'hello-zstd') expectZstd(recorded)
    const about = { tools: await versionsOf(tools), script: 'scripts/record/hello.ts' }
    if (check) await compareImage(recorded, name)
    else await writeRecording(recorded, about, { directory: join(recordings, name) })
    return recorded.entries[0]?.digest ?? ''
  } finally {
    await local.close()
  }
}

function expectZstd({ reference, blobs }: Recorded): void {
  const heads = [...blobs.values()].map((bytes) => Buffer.from(bytes).toString('hex', 0, 4))
  const gzip = heads.filter((head) => head.startsWith('1f8b')).length
  if (gzip > 0 || !heads.includes('28b52ffd')) {
    throw new Error(`${reference}: ${gzip} layers are gzip`)
  }
}
