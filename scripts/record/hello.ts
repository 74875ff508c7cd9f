/**
 * Builds the image `hello` with real tools, pushes it to a real registry and records what that holds.
 *
 *   node scripts/record/hello.ts           writes content/recordings/hello, hello-docker, hello-zstd
 *   node scripts/record/hello.ts --check   builds again and compares with what is there
 *
 * Needs root, and Debian's packages named in `tools`, which it installs where it can.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Registry, startRegistry } from '../../e2e/harness/docker-registry.ts'
import { type Site, startSite } from '../../e2e/harness/site.ts'
import { run } from '../../e2e/harness/tool.ts'
import { parseConversation } from '../../lib/recordings/conversation.ts'
import { build } from '../build.mjs'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { buildHello, buildTools } from './hello/build.ts'
import { blobNames, writeLayout } from './layout.ts'

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
    if (!build()) throw new Error('the site cannot be built, so nobody can be listened to')
    const site = await startSite({
      CACHE_DIR: join(work, 'cache'),
      EXTRA_REGISTRIES: `${registry.origin};realm=${registry.tokens?.realm}`,
    })
    try {
      const out = check ? join(work, 'again') : recordings
      for (const name of ['hello', 'hello-docker', 'hello-zstd']) {
        const directory = join(out, name)
        const digest = await record(name, registry, directory)
        await recordConversation(site, `${registry.host}/${name}:1.0`, digest, directory)
        console.log(`${name}:1.0 ${digest}`)
        if (check) await compare(directory, join(recordings, name))
      }
    } finally {
      await site.stop()
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

/**
 * Runs skopeo with an empty blob-info cache of its own.
 *
 * Skopeo 1.9 pushes a gzip twin instead of the zstd blob, silently, if that cache knows one.
 */
async function forgetful(args: string[]): Promise<void> {
  const script = 'mkdir -p "$0" && mount -t tmpfs tmpfs "$0" && exec skopeo "$@"'
  await run('unshare', ['--mount', 'sh', '-c', script, '/var/lib/containers/cache', ...args])
}

/** @returns the digest that the tag names */
async function record(name: string, registry: Registry, directory: string): Promise<string> {
  const scope = `repository:${name}:pull`
  const query = new URLSearchParams({ service: 'lab', scope })
  const answer = await fetch(`${registry.tokens?.realm}?${query}`)
  const { token }: { token: string } = await answer.json()
  await mkdir(directory, { recursive: true })
  const source = { origin: registry.origin, repository: name, tag: '1.0', token }
  const digest = await writeLayout(source, directory)
  if (name === 'hello-zstd') await expectZstd(directory)
  const about = {
    kind: 'image',
    reference: `${registry.host}/${name}:1.0`,
    observedAt: new Date().toISOString(),
    tools: await versionsOf(tools),
    script: 'scripts/record/hello.ts',
    omittedBlobs: [],
  }
  await writeFile(join(directory, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
  return digest
}

/** Keeps what the site said to the registry, as it streamed it. */
async function recordConversation(
  site: Site,
  reference: string,
  digest: string,
  directory: string,
): Promise<void> {
  const answer = await fetch(
    `${site.origin}/api/conversation?${new URLSearchParams({ reference })}`,
  )
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${reference}: ${answer.status} ${text}`)
  const last = parseConversation(text, reference).at(-1)
  const live = last?.type === 'resolved' && last.source === 'live'
  if (!live || last.descriptor.digest !== digest) {
    throw new Error(`${reference}: the conversation ended with ${JSON.stringify(last)}`)
  }
  await writeFile(join(directory, 'conversation.ndjson'), text)
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

/** Equal tools give equal bytes; with others, at least the number of documents and layers holds. */
async function compare(again: string, committed: string): Promise<void> {
  const [now, before] = [await blobNames(again), await blobNames(committed)]
  if (now.join() === before.join()) return
  console.log(`  ${now.filter((hex) => !before.includes(hex)).length} blobs differ`)
  if (now.length !== before.length) {
    throw new Error(`${committed}: ${before.length} blobs, built again ${now.length}`)
  }
}
