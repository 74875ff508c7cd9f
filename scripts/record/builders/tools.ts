import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, runText, startService } from '../../../e2e/harness/tool.ts'
import { buildGo } from '../lab/build.ts'
import { buildByApko } from './apko.ts'
import { buildByLifecycle, buildpackVersions } from './buildpacks.ts'
import { makeRuntime } from './java-runtime.ts'
import { buildByKaniko } from './kaniko.ts'
import { pushScanner } from './scanner.ts'
import { pushImage, typist } from './typist.ts'

/** What a builder is given. */
export type Build = {
  work: string
  /** Containerfile, program, message */
  context: string
  /** seconds: the time of files and images, where a builder takes one */
  epoch: number
  host: string
  repository: string
}

export type Builder = {
  /** the largest layer whose bytes are kept; larger ones are listed */
  bytesUpTo?: number
  /** @returns what the tool says about its version, and what was typed, in neutral paths */
  build(build: Build): Promise<{ version: string; commands: string[] }>
}

const BUILDKIT = 'v0.34.2'
const KO = 'v0.19.1'
const UMOCI = 'v0.6.0'
const JIB = '3.5.2'

/** Bytes: nearer to a few files that say something than to a runtime. */
const SMALL = 64 * 1024

const first = (text: string) => text.split('\n')[0] ?? ''

const buildah: Builder = {
  async build({ work, context, epoch, host, repository }) {
    const { type, commands } = typist(work)
    const storage = ['--root', join(work, 'storage'), '--runroot', join(work, 'run')]
    const name = `localhost/${repository}:1.0`
    const flags = ['--layers', '--format', 'oci', `--timestamp=${epoch}`]
    const file = ['--file', join(context, 'Containerfile')]
    await type('buildah', [
      ...storage,
      'build',
      '--quiet',
      ...flags,
      ...file,
      '--tag',
      name,
      context,
    ])
    const to = `docker://${host}/${repository}:1.0`
    await type('buildah', [...storage, 'push', '--quiet', '--tls-verify=false', name, to])
    return { version: first(await runText('buildah', ['--version'])), commands }
  },
}

const buildkit: Builder = {
  async build({ work, context, epoch, host, repository }) {
    const module = 'github.com/moby/buildkit'
    const variables = { [`${module}/version.Version`]: BUILDKIT }
    const of = (name: string) =>
      buildGo(name, { module, version: BUILDKIT, package: `cmd/${name}`, variables })
    const [daemon, control] = [await of('buildkitd'), await of('buildctl')]
    const socket = `unix://${join(work, 'buildkitd.sock')}`
    const config = join(work, 'buildkitd.toml')
    await writeFile(
      config,
      [
        `root = ${JSON.stringify(join(work, 'buildkit'))}`,
        `[grpc]\naddress = [${JSON.stringify(socket)}]`,
        '[worker.oci]\nenabled = true\nsnapshotter = "native"',
        '[worker.containerd]\nenabled = false',
        `[registry.${JSON.stringify(host)}]\nhttp = true\ninsecure = true`,
      ].join('\n'),
    )
    const scanner = await pushScanner({ work, host })
    const { type, commands } = typist(work)
    const service = await startService(daemon, ['--config', config], /running server on/)
    commands.push('buildkitd --config buildkitd.toml &')
    try {
      const local = ['--local', `context=${context}`, '--local', `dockerfile=${context}`]
      const options = {
        filename: 'Containerfile',
        platform: 'linux/amd64',
        'build-arg:SOURCE_DATE_EPOCH': `${epoch}`,
        'attest:provenance': 'mode=max',
        'attest:sbom': `generator=${scanner.name}`,
      }
      const opts = Object.entries(options).flatMap(([key, value]) => ['--opt', `${key}=${value}`])
      const image = `name=${host}/${repository}:1.0,push=true,registry.insecure=true`
      const output = ['--output', `type=image,${image},rewrite-timestamp=true`]
      const build = ['build', '--progress', 'plain', '--frontend', 'dockerfile.v0']
      const path = { path: control }
      await type('buildctl', ['--addr', socket, ...build, ...local, ...opts, ...output], path)
    } finally {
      await service.stop()
    }
    const version = first(await runText(daemon, ['--version']))
    return { version: `${version}, ${scanner.version}`, commands }
  },
}

const umoci: Builder = {
  async build({ work, context, epoch, host, repository }) {
    const program = await buildGo('umoci', {
      ...{ module: 'github.com/opencontainers/umoci', version: UMOCI, package: 'cmd/umoci' },
      variables: { 'github.com/opencontainers/umoci.gitVersion': UMOCI.slice(1) },
    })
    const { type, commands } = typist(work, { SOURCE_DATE_EPOCH: `${epoch}` })
    const hand = (...args: string[]) => type('umoci', args, { path: program })
    const layout = join(work, 'layout')
    const bundle = join(work, 'bundle')
    const image = ['--image', `${layout}:1.0`]
    await hand('init', '--layout', layout)
    await hand('new', ...image)
    await hand('unpack', ...image, bundle)
    await copyInto(join(bundle, 'rootfs'), context, epoch)
    commands.push('install files below bundle/rootfs, as the Containerfile does')
    await hand('repack', ...image, bundle)
    await hand(
      ...['config', ...image, '--config.user', '65532:65532', '--config.env', 'PATH=/bin'],
      ...['--config.entrypoint', '/bin/hello', '--config.cmd', '/usr/share/hello/message'],
    )
    const to = ['--dest-tls-verify=false', `docker://${host}/${repository}:1.0`]
    await type('skopeo', ['--insecure-policy', 'copy', '--quiet', `oci:${layout}:1.0`, ...to])
    return { version: first(await runText(program, ['--version'])), commands }
  },
}

async function copyInto(rootfs: string, context: string, epoch: number): Promise<void> {
  for (const folder of ['bin', 'usr/share/hello']) {
    await mkdir(join(rootfs, folder), { recursive: true })
  }
  await cp(join(context, 'etc'), join(rootfs, 'etc'), { recursive: true })
  await cp(join(context, 'hello'), join(rootfs, 'bin/hello'))
  await cp(join(context, 'message'), join(rootfs, 'usr/share/hello/message'))
  await run('find', [rootfs, '-exec', 'touch', '-h', '-d', `@${epoch}`, '{}', '+'])
}

const ko: Builder = {
  // A Go program brings its runtime: a megabyte that nobody needs to see.
  bytesUpTo: SMALL,
  async build({ work, host, repository }) {
    const program = await buildGo('ko', {
      ...{ module: 'github.com/google/ko', version: KO, package: '.' },
      variables: { 'github.com/google/ko/pkg/commands.Version': KO },
    })
    const base = `${host}/base:1.0`
    // An image without layers, since ko starts from one that a registry has.
    await pushImage(typist(work), {
      ...{ work, folder: join(work, 'scratch'), name: base, epoch: 0, mark: true },
      lines: ['FROM scratch', 'USER 65532:65532'],
    })
    const { type, commands } = typist(work, {
      KO_DOCKER_REPO: `${host}/${repository}`,
      KO_DEFAULTBASEIMAGE: base,
      GOFLAGS: '-trimpath',
    })
    const flags = ['--bare', '--insecure-registry', '--tags=1.0', '--platform=linux/amd64']
    const cwd = join(work, 'go')
    await type('ko', ['build', ...flags, '--sbom=spdx', '.'], { path: program, cwd })
    return { version: `ko ${first(await runText(program, ['version']))}`, commands }
  },
}

const jib: Builder = {
  async build({ work, host, repository }) {
    const { type, commands } = typist(work)
    const goal = `com.google.cloud.tools:jib-maven-plugin:${JIB}:build`
    const image = [`-Djib.to.image=${host}/${repository}:1.0`, '-DsendCredentialsOverHttp=true']
    const quiet = ['--batch-mode', '--quiet']
    await type('mvn', [...quiet, 'compile', goal, ...image], { cwd: join(work, 'java') })
    const maven = first(await runText('mvn', ['--batch-mode', '--version']))
    return { version: `jib-maven-plugin ${JIB}, ${maven}`, commands }
  },
}

const buildpacks: Builder = {
  // The Java runtime and the C library below it are forty megabytes.
  bytesUpTo: SMALL,
  async build({ work, epoch, host, repository }) {
    const { type, commands } = typist(work)
    const cwd = join(work, 'java')
    await type('mvn', ['--batch-mode', '--quiet', 'package'], { cwd })
    const built = await buildByLifecycle({
      ...{ work, epoch, host, image: `${repository}:1.0` },
      jar: join(cwd, 'target/hello-1.0.jar'),
      java: await makeRuntime(work, epoch),
    })
    const { lifecycle, libjvm } = buildpackVersions
    return { version: `${lifecycle}, ${libjvm}`, commands: [...commands, ...built.commands] }
  },
}

const kaniko: Builder = {
  build: ({ context, host, repository }) => buildByKaniko(context, `${host}/${repository}:1.0`),
}

const apko: Builder = {
  build: ({ work, context, epoch, host, repository }) =>
    buildByApko(work, context, epoch, `${host}/${repository}:1.0`),
}

/** The same program by each; recordings are `by-<name>`. */
export const builders: Record<string, Builder> = {
  ...{ buildah, buildkit, umoci, ko, jib, buildpacks, kaniko, apko },
}
