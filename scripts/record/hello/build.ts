import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'
import type { Tool } from '../debian.ts'

const sources = import.meta.dirname

/** What the image is built for: the OCI names, and Debian's compiler for it. */
export const targets = [
  { platform: 'linux/amd64', architecture: 'amd64', compiler: 'x86_64-linux-gnu-gcc' },
  { platform: 'linux/arm64', architecture: 'arm64', compiler: 'aarch64-linux-gnu-gcc' },
  { platform: 'linux/arm/v7', architecture: 'arm', compiler: 'arm-linux-gnueabihf-gcc' },
  { platform: 'linux/riscv64', architecture: 'riscv64', compiler: 'riscv64-linux-gnu-gcc' },
  { platform: 'linux/s390x', architecture: 's390x', compiler: 's390x-linux-gnu-gcc' },
]

export const buildTools: Tool[] = [
  { command: 'buildah', package: 'buildah', version: ['--version'] },
  ...targets.map(({ compiler }) => ({
    command: compiler,
    package: compiler.replace(/^(.*)-gcc$/, 'gcc-$1').replaceAll('_', '-'),
    version: ['--version'],
  })),
]

const flags = [
  ...['-Os', '-static', '-nostdlib', '-ffreestanding', '-fno-pie', '-no-pie'],
  ...['-fno-stack-protector', '-fno-asynchronous-unwind-tables', '-fno-unwind-tables'],
  ...['-Wall', '-Wextra', '-Werror'],
  ...['-Wl,--build-id=none', '-Wl,-s', '-Wl,-z,noseparate-code', '-Wl,-z,noexecstack'],
]

/** The program alone, for one architecture. */
export async function compileHello(compiler: string, output: string): Promise<void> {
  await run(compiler, [...flags, '-o', output, join(sources, 'hello.c')])
}

const annotations = {
  'org.opencontainers.image.title': 'hello',
  'org.opencontainers.image.description': 'One static program, one message, three layers.',
  'org.opencontainers.image.version': '1.0',
  'org.opencontainers.image.licenses': 'Apache-2.0',
}
const labels = { ...annotations, 'teaches.layers': 'The third replaces a file and deletes one.' }

/**
 * Compiles the program and builds the image for every target.
 *
 * All buildah knows stays below `work`, so nothing on this machine changes.
 *
 * @param epoch seconds: the time of every file, layer and image
 * @returns pushes the image list to a registry
 */
export async function buildHello(work: string, epoch: number) {
  const context = join(work, 'context')
  await mkdir(context, { recursive: true })
  for (const name of ['base', 'message', 'Containerfile']) {
    await cp(join(sources, name), join(context, name), { recursive: true })
  }
  for (const { architecture, compiler } of targets) {
    const directory = join(context, 'program', architecture)
    await mkdir(directory, { recursive: true })
    const output = join(directory, 'hello')
    await compileHello(compiler, output)
  }
  await plainModes(context)

  const storage = ['--root', join(work, 'storage'), '--runroot', join(work, 'run')]
  const buildah = (...args: string[]) => runText('buildah', [...storage, ...args])
  const pairs = (flag: string, values: Record<string, string>) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  const time = `--timestamp=${epoch}`

  await buildah('manifest', 'create', 'hello')
  for (const { platform, architecture } of targets) {
    const base = `localhost/hello-base:${architecture}`
    await buildah(
      ...['bud', '--quiet', '--layers', '--no-cache', '--platform', platform, time],
      ...['--format', 'oci', '--tag', base, '--file', join(context, 'Containerfile'), context],
    )
    const container = `hello-${architecture}`
    await buildah('from', '--pull-never', '--name', container, base)
    const root = await buildah('mount', container)
    const here = 'usr/share/hello'
    await writeFile(join(root, here, 'message'), await messageOf(context))
    await rm(join(root, here, 'draft'))
    await buildah('umount', container)
    await buildah(
      ...['config', '--author', 'Below the Kubelet', ...pairs('--label', labels)],
      ...['--created-by', 'hello.ts: replace message, delete draft'],
      ...[...pairs('--annotation', annotations), container],
    )
    const image = `localhost/hello:${architecture}`
    await buildah('commit', '--quiet', '--rm', '--format', 'oci', time, container, image)
    await buildah('manifest', 'add', 'hello', `containers-storage:${image}`)
  }

  return async (destination: string, credentials: string) => {
    const to = ['--tls-verify=false', '--creds', credentials]
    await buildah('manifest', 'push', '--all', '--format', 'oci', ...to, 'hello', destination)
  }
}

const messageOf = (context: string) => readFile(join(context, 'message/usr/share/hello/message'))

/** The modes of a checkout follow the umask of whoever made it; those of a layer must not. */
async function plainModes(directory: string): Promise<void> {
  await chmod(directory, 0o755)
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) await plainModes(path)
    else await chmod(path, path.includes('/program/') ? 0o755 : 0o644)
  }
}
