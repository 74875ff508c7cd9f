import { appendFile, cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { run } from '../../../e2e/harness/tool.ts'
import { buildGo } from '../lab/build.ts'
import { runInside } from './inside.ts'
import { type JavaRuntime, makeBaseRoot } from './java-runtime.ts'
import { pushImage, typist } from './typist.ts'

const LIFECYCLE = 'v0.21.17'
const LIBJVM = 'v1.46.0'

export const buildpackVersions = {
  lifecycle: `buildpacks/lifecycle ${LIFECYCLE}`,
  libjvm: `paketo-buildpacks/libjvm ${LIBJVM}`,
}

const SOURCES = join(import.meta.dirname, 'buildpacks')

/** Who builds and who runs: nobody in particular, as in Paketo's images. */
const USER = 1000

export type JarBuild = {
  /** a folder of the caller */
  work: string
  /** the program */
  jar: string
  java: JavaRuntime
  /** seconds: the time of the image below */
  epoch: number
  /** of the registry: `localhost:5010` */
  host: string
  /** `by-buildpacks:1.0` */
  image: string
}

/**
 * Builds an image of a jar with the lifecycle of Cloud Native Buildpacks, in a container as `pack`
 * starts one, and pushes it.
 *
 * Two buildpacks: one is Paketo's library for Java runtimes, with a runtime of ours to lay down; the
 * other a few lines of shell which say that `java -jar` starts the jar.
 *
 * @returns what was typed, in neutral paths, and what the lifecycle printed
 */
export async function buildByLifecycle(build: JarBuild) {
  const { work, epoch, host } = build
  const typed = typist(work)
  const folder = join(work, 'run-image')
  await makeBaseRoot(folder, build.java)
  await pushImage(typed, {
    ...{ work, folder, epoch, name: `${host}/run:1.0` },
    lines: [
      ...['FROM scratch', 'COPY . /', `USER ${USER}:${USER}`],
      'LABEL io.buildpacks.base.distro.name=debian io.buildpacks.base.distro.version=12',
    ],
  })
  const env = [
    ...['PATH=/bin', 'HOME=/tmp', 'CNB_PLATFORM_API=0.14'],
    ...[`CNB_USER_ID=${USER}`, `CNB_GROUP_ID=${USER}`],
  ]
  const args = [
    ...['/cnb/lifecycle/creator', `-run-image=${host}/run:1.0`, '-process-type=web', '-no-color'],
    `${host}/${build.image}`,
  ]
  const printed = await runInside('buildpacks', (root) => makeBuilder(root, build), { args, env })
  const said = `(in a container of the builder; ${[...env, ...args].join(' ')})`
  return { commands: [...typed.commands, said], printed }
}

/** The file system of a builder: the lifecycle, a shell, two buildpacks and the order of them. */
async function makeBuilder(root: string, { jar, java }: JarBuild): Promise<void> {
  const { lifecycle, launcher, helper } = await buildLifecycle()
  const cnb = join(root, 'cnb')
  for (const folder of ['bin', 'etc', 'layers', 'platform/env', 'workspace', 'tmp']) {
    await mkdir(join(root, folder), { recursive: true })
  }
  await cp('/bin/busybox', join(root, 'bin/busybox'))
  for (const name of ['cat', 'ls', 'sh']) await symlink('busybox', join(root, 'bin', name))
  await writeFile(join(root, 'etc/passwd'), `app:x:${USER}:${USER}::/tmp:/bin/sh\n`)
  await writeFile(join(root, 'etc/group'), `app:x:${USER}:\n`)

  await mkdir(join(cnb, 'lifecycle'), { recursive: true })
  await cp(lifecycle, join(cnb, 'lifecycle/lifecycle'))
  await cp(launcher, join(cnb, 'lifecycle/launcher'))
  await symlink('lifecycle', join(cnb, 'lifecycle/creator'))
  const runtime = join(cnb, 'buildpacks/example_jre/1.0.0')
  await mkdir(join(runtime, 'bin'), { recursive: true })
  await cp(join(SOURCES, 'jre/buildpack.toml'), join(runtime, 'buildpack.toml'))
  await appendFile(join(runtime, 'buildpack.toml'), dependency(java))
  await cp(java.archive, join(cnb, 'jre.tgz'))
  const flags = ['-trimpath', '-ldflags', '-s -w', '-o', join(runtime, 'bin/main')]
  await run('go', ['build', ...flags, '.'], {
    ...{ cwd: join(SOURCES, 'jre'), env: { CGO_ENABLED: '0' }, timeout: 900_000 },
  })
  await cp(helper, join(runtime, 'bin/helper'))
  for (const name of ['detect', 'build']) await symlink('main', join(runtime, 'bin', name))
  await cp(join(SOURCES, 'jar'), join(cnb, 'buildpacks/example_jar/1.0.0'), { recursive: true })
  const group = (id: string) => `[[order.group]]\nid = "${id}"\nversion = "1.0.0"\n`
  await writeFile(
    join(cnb, 'order.toml'),
    `[[order]]\n${group('example/jre')}${group('example/jar')}`,
  )
  await cp(jar, join(root, 'workspace', basename(jar)))
  await run('chmod', ['-R', 'u=rwX,go=rX', root])
  await run('chmod', ['1777', join(root, 'tmp')])
  await run('chown', ['-R', `${USER}:${USER}`, join(root, 'workspace'), join(root, 'layers')])
}

/** Where Paketo's library finds the runtime, and how it knows that it is the right one. */
function dependency({ sha256, version }: JavaRuntime): string {
  return `
[[metadata.dependencies]]
id = "jre"
name = "OpenJDK of Debian 12, by jlink"
version = "${version}"
uri = "file:///cnb/jre.tgz"
sha256 = "${sha256}"
stacks = ["*"]
`
}

async function buildLifecycle() {
  const module = 'github.com/buildpacks/lifecycle'
  const variables = {
    [`${module}/cmd.Version`]: LIFECYCLE.slice(1),
    [`${module}/cmd.SCMRepository`]: module,
  }
  const instead = { 'internal/extend/kaniko': join(SOURCES, 'no-extensions') }
  const of = (name: string) =>
    buildGo(name, { module, version: LIFECYCLE, package: `cmd/${name}`, variables, instead })
  return {
    lifecycle: await of('lifecycle'),
    launcher: await of('launcher'),
    helper: await buildGo('libjvm-helper', {
      ...{ module: 'github.com/paketo-buildpacks/libjvm', version: LIBJVM, package: 'cmd/helper' },
    }),
  }
}
