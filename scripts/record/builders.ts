/**
 * Builds the same small program with several tools, pushes each image to a real registry and records
 * what that holds.
 *
 *   node --conditions=react-server scripts/record/builders.ts            writes content/recordings/by-…
 *   node --conditions=react-server scripts/record/builders.ts --check    builds again and compares
 *
 * Needs root on Debian, Go, Java with Maven, port 5010, and the packages named in `tools`.
 */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { run } from '../../e2e/harness/tool.ts'
import { javaTools } from './builders/java-runtime.ts'
import { type Build, builders } from './builders/tools.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { compileHello } from './hello/build.ts'
import { askLocally } from './image/local.ts'
import type { Recorded } from './image/record.ts'
import { writeRecording } from './image/write.ts'
import { kernel } from './lab/machine.ts'

const tools: Tool[] = [
  ...javaTools,
  { command: 'busybox', package: 'busybox-static', version: ['--help'] },
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'gcc', package: 'gcc', version: ['--version'] },
  { command: 'mvn', package: 'maven', version: ['--version'] },
  { command: 'runc', package: 'runc', version: ['--version'] },
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
]

/** 2026-11-23T00:00:00Z, unless the builder of a distribution says otherwise */
const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Date.UTC(2026, 10, 23) / 1000)
const check = process.argv.includes('--check')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const recordings = join(import.meta.dirname, '../../content/recordings')

await needTools(tools)
const work = await mkdtemp(join(tmpdir(), 'record-builders-'))
try {
  const context = join(work, 'context')
  const sources = join(import.meta.dirname, 'builders')
  for (const folder of ['context', 'go', 'java']) {
    await cp(join(sources, folder), join(work, folder), { recursive: true })
  }
  await compileHello('gcc', join(context, 'hello'))
  // The modes of a checkout follow the umask of whoever made it; those of a layer must not.
  await run('chmod', ['-R', 'u=rwX,go=rX', work])
  const registry = await startRegistry('open', join(work, 'registry'), {
    registry: check ? 0 : 5010,
  })
  const local = askLocally(registry, work)
  try {
    for (const [name, builder] of Object.entries(builders)) {
      if (only.length > 0 && !only.includes(name)) continue
      const repository = `by-${name}`
      const build: Build = { work, context, epoch, host: registry.host, repository }
      const { version, commands } = await builder.build(build)
      const recorded = await local.record(`${repository}:1.0`, 'bytes', builder.bytesUpTo)
      console.log(`${repository} ${recorded.entries[0]?.digest}`)
      if (check) {
        await compare(recorded, repository)
        continue
      }
      const { buildah = '', skopeo = '', ...debian } = await versionsOf(tools)
      const own = { 'docker-registry': debian['docker-registry'] ?? '' }
      const used = {
        ...(['buildah', 'buildpacks'].includes(name) ? { buildah } : {}),
        ...(name === 'umoci' ? { skopeo } : {}),
      }
      await writeRecording(
        recorded,
        {
          tools: { [name]: version, ...used, ...own },
          script: 'scripts/record/builders.ts',
          commands,
          kernel: kernel(),
        },
        { directory: join(recordings, repository) },
      )
    }
  } finally {
    await local.close()
    await registry.stop()
  }
} finally {
  await rm(work, { recursive: true, force: true })
}

/** The same documents and layers in number and type; with equal tools most are equal in bytes. */
async function compare({ entries, blobs, listings }: Recorded, name: string): Promise<void> {
  const file = await readFile(join(recordings, name, 'index.json'), 'utf8')
  const { manifests }: { manifests: { digest: string; mediaType: string }[] } = JSON.parse(file)
  const typesOf = (list: { mediaType: string }[]) => list.map(({ mediaType }) => mediaType).join()
  if (typesOf(manifests) !== typesOf(entries)) {
    throw new Error(`${name}: holds ${typesOf(entries)}, was ${typesOf(manifests)}`)
  }
  const count = async (folder: string) =>
    (await readdir(join(recordings, name, folder)).catch(() => [])).length
  const was = [await count('blobs/sha256'), await count('listings')]
  if (was.join() !== [blobs.size, listings.size].join()) {
    throw new Error(
      `${name}: ${blobs.size} blobs and ${listings.size} listings, was ${was.join(' and ')}`,
    )
  }
  const same = manifests[0]?.digest === entries[0]?.digest
  console.log(same ? '  the same digest' : '  another digest, the same structure')
}
