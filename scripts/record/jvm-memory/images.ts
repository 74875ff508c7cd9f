import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'
import type { JvmBuilder, JvmImage } from '../../../lib/recordings/jvm-memory.ts'
import { buildByLifecycle } from '../builders/buildpacks.ts'
import { type JavaRuntime, makeBaseRoot } from '../builders/java-runtime.ts'
import { pushImage, typist } from '../builders/typist.ts'

export const JIB = '3.5.2'

export type Place = { work: string; host: string; epoch: number; java: JavaRuntime }

/** Builds the jar once, and an image of it with each builder. @returns what was typed */
export async function buildImages({ work, host, epoch, java }: Place): Promise<string[]> {
  const typed = typist(work)
  const project = join(work, 'memory')
  await cp(join(import.meta.dirname, 'java'), project, { recursive: true })
  const folder = join(work, 'java-image')
  await makeBaseRoot(folder, java)
  await mkdir(join(folder, 'opt'), { recursive: true })
  await cp(java.path, join(folder, 'opt/java'), { recursive: true })
  await pushImage(typed, {
    ...{ work, folder, epoch, name: `${host}/java:17` },
    lines: ['FROM scratch', 'COPY . /', 'ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/bin:/bin'],
  })
  const image = [`-Djib.from.image=${host}/java:17`, `-Djib.to.image=${host}/memory-by-jib:1.0`]
  const goal = `com.google.cloud.tools:jib-maven-plugin:${JIB}:build`
  const flags = ['--batch-mode', '--quiet', 'package', goal, '-DsendCredentialsOverHttp=true']
  await typed.type('mvn', [...flags, ...image], { cwd: project })
  const jar = join(project, 'target/memory-1.0.jar')
  const { commands } = await buildByLifecycle({
    ...{ work, jar, java, epoch, host, image: 'memory-by-buildpacks:1.0' },
  })
  return [...typed.commands, ...commands]
}

/**
 * Unpacks an image into a bundle for a low-level runtime: its layers one over the other, and runc's
 * default configuration with what the image's own config says.
 *
 * umoci and buildah refuse what the lifecycle makes of an OCI run image: layers with Docker's media
 * types in a manifest with OCI's.
 *
 * @param lab where the bundle's folder is made, by the builder's name
 * @returns what is in it
 */
export async function unpack(
  builder: JvmBuilder,
  { work, host }: Place,
  lab: string,
): Promise<JvmImage> {
  const reference = `${host}/memory-by-${builder}:1.0`
  const fetched = join(work, `fetched-${builder}`)
  const from = ['--src-tls-verify=false', `docker://${reference}`]
  await run('skopeo', ['--insecure-policy', 'copy', '--quiet', ...from, `dir:${fetched}`])
  const blob = (digest: string) => join(fetched, digest.replace('sha256:', ''))
  const raw = await readFile(join(fetched, 'manifest.json'))
  const manifest = JSON.parse(raw.toString())
  const { config } = JSON.parse(await readFile(blob(manifest.config.digest), 'utf8'))
  const bundle = join(lab, builder)
  const root = join(bundle, 'rootfs')
  await mkdir(root, { recursive: true })
  for (const { digest } of manifest.layers) {
    const names = await runText('tar', ['-tzf', blob(digest)])
    if (/(?:^|\/)\.wh\./m.test(names)) throw new Error(`${reference}: ${digest} has whiteouts`)
    await run('tar', ['-xzf', blob(digest), '-C', root])
  }
  await run('runc', ['spec', '--bundle', bundle])
  const file = join(bundle, 'config.json')
  const spec = JSON.parse(await readFile(file, 'utf8'))
  const [uid, gid] = config.User.split(':').map(Number)
  const program = {
    args: [...config.Entrypoint, ...(config.Cmd ?? [])],
    ...{ env: config.Env, cwd: config.WorkingDir || '/', user: { uid, gid } },
    // As an engine starts a program that is not root.
    capabilities: { bounding: spec.process.capabilities.bounding },
  }
  await writeFile(
    file,
    JSON.stringify({
      ...spec,
      root: { path: 'rootfs', readonly: false },
      process: { ...spec.process, terminal: false, ...program },
    }),
  )
  const jar = await runText('find', [root, '-name', 'memory-1.0.jar'])
  return {
    ...{ builder, reference, digest: sha256(raw) },
    entrypoint: config.Entrypoint,
    cmd: config.Cmd ?? [],
    env: config.Env,
    layerSizes: manifest.layers.map(({ size }: { size: number }) => size),
    jar: { path: `/${relative(root, jar)}`, digest: sha256(await readFile(jar)) },
  }
}

function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
