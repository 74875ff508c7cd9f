import { link, mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RunOptions, run, runText } from './tool.ts'

const isRoot = process.getuid?.() === 0
const rootless = isRoot ? [] : ['--rootless']
const utf8 = (text: string) => Buffer.from(text)

/** A layout that umoci works on, its image tagged `1.0`. */
export async function newLayout(directory: string): Promise<string> {
  const layout = join(directory, 'layout')
  await mkdir(directory, { recursive: true })
  await run('umoci', ['init', '--layout', layout])
  await run('umoci', ['new', '--image', `${layout}:1.0`])
  return layout
}

/** Puts a file or folder into an image as its next layer. */
export function insertWithUmoci(layout: string, ...args: string[]) {
  return run('umoci', ['insert', ...rootless, '--image', `${layout}:1.0`, ...args])
}

/** Changes the root file system of an image as a shell in it would; what changed becomes a layer. */
async function changeWithUmoci(
  layout: string,
  bundle: string,
  change: (root: string) => Promise<void>,
): Promise<void> {
  const image = ['--image', `${layout}:1.0`]
  await run('umoci', ['unpack', ...rootless, ...image, bundle])
  await change(join(bundle, 'rootfs'))
  await run('umoci', ['repack', ...image, bundle])
}

/**
 * Five layers by umoci: every kind of name, then whiteouts, things that became other things,
 * an opaque directory, a removal, and a file that is written through a link.
 *
 * @returns the layout
 */
export async function makeChanges(directory: string): Promise<string> {
  const layout = await newLayout(directory)
  await changeWithUmoci(layout, join(directory, 'first'), plant)
  await changeWithUmoci(layout, join(directory, 'second'), async (root) => {
    const at = (path: string) => join(root, path)
    await rm(at('etc/motd'))
    await rm(at('usr/share'), { recursive: true })
    await rm(at('srv'), { recursive: true })
    await writeFile(at('srv'), 'was a directory\n')
    await rm(at('was-file'))
    await mkdir(at('was-file'))
    await writeFile(at('was-file/now'), 'in a directory\n')
    await run('chmod', ['0700', at('bin/su')])
    await rename(at('var/cache/b'), at('var/cache/c'))
  })
  const note = join(directory, 'note')
  const options = join(directory, 'options')
  // A layer of its own: skopeo sends a gzip twin that the registry has already instead of zstd.
  await writeFile(note, `put here by umoci, for ${directory}\n`)
  await mkdir(options)
  await writeFile(join(options, 'new'), 'nothing else is left\n')
  await insertWithUmoci(layout, '--opaque', options, '/opt')
  await insertWithUmoci(layout, '--whiteout', '/var/cache')
  await insertWithUmoci(layout, note, '/lib/note')
  return layout
}

/** One of everything that a layer can hold. */
async function plant(root: string): Promise<void> {
  const at = (path: string) => join(root, path)
  for (const path of ['bin', 'etc', 'tmp', 'run', 'usr/lib', 'usr/share/doc', 'srv/www', 'opt/a']) {
    await mkdir(at(path), { recursive: true })
  }
  await mkdir(at('var/cache'), { recursive: true })
  const files: [path: string | Buffer, body: string | Buffer][] = [
    ['etc/motd', 'hello\n'],
    ['etc/empty', ''],
    ['etc/bytes', Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251))],
    ['bin/su', '#!/bin/sh\n'],
    ['bin/wall', '#!/bin/sh\n'],
    ['usr/lib/x.so', 'x'.repeat(70_000)],
    ['usr/lib/large', 'l'.repeat(300 * 1024)],
    ['usr/share/doc/readme', 'r'],
    ['srv/www/index', 'i'],
    ['opt/a/old', 'o'],
    ['opt/old', 'o'],
    ['was-file', 'f'],
    ['var/cache/a', 'a'],
    ['var/cache/b', 'b'],
    ['usr/한국어 과정', 'k'],
    ['usr/line\nbreak', 'n'],
    ['usr/tab\tand "quotes" and \\', 'q'],
    ['usr/<script>alert(1)<', 's'],
    ['usr/a\u202egnp.exe', 'b'],
    [`usr/${'n'.repeat(200)}`, 'long'],
    [Buffer.concat([utf8(at('usr/latin-')), Buffer.from([0xe9, 0xff])]), 'not UTF-8'],
  ]
  for (const [path, body] of files) {
    await writeFile(typeof path === 'string' ? at(path) : path, body)
  }
  const deep = at(Array.from({ length: 12 }, (_, i) => `directory-number-${i}`).join('/'))
  await mkdir(deep, { recursive: true })
  await writeFile(join(deep, 'd'.repeat(90)), 'deep')
  await run('chmod', ['4755', at('bin/su')])
  await run('chmod', ['2755', at('bin/wall')])
  await run('chmod', ['1777', at('tmp')])
  if (isRoot) await run('chown', ['1000:3000000', at('srv/www/index')])
  await run('mkfifo', [at('run/pipe')])
  await link(at('etc/motd'), at('etc/hard'))
  await link(at('etc/motd'), at('usr/hard'))
  await symlink('motd', at('etc/relative'))
  await symlink('/etc/motd', at('etc/absolute'))
  await symlink('nowhere', at('etc/dangling'))
  await symlink('usr/lib', at('lib'))
  await symlink(`/${'t'.repeat(180)}`, at('etc/far'))
  await utimes(at('etc/empty'), 1, 981173106.25)
  await utimes(at('etc/bytes'), 1, -86_400)
}

/** As many layers, each with a file; umoci writes them one by one. */
export async function makeManyLayers(directory: string, count: number): Promise<string> {
  const layout = await newLayout(directory)
  const file = join(directory, 'file')
  for (let i = 0; i < count; i += 1) {
    await writeFile(file, `layer ${i}\n`)
    const target = i % 3 === 2 ? '/overwritten' : `/files/${i}`
    await insertWithUmoci(layout, file, target)
  }
  return layout
}

/** What GNU tar can write that umoci and buildah do not, as a layer each. */
export const archives: { why: string; args: string[]; portable?: boolean }[] = [
  { why: 'v7', args: ['--format=v7'] },
  { why: 'ustar', args: ['--format=ustar'] },
  { why: 'old GNU', args: ['--format=oldgnu'] },
  { why: 'GNU', args: ['--format=gnu'] },
  { why: 'PAX', args: ['--format=posix'] },
  { why: 'old GNU sparse', args: ['--format=oldgnu', '-S'] },
  { why: 'PAX sparse 0.0', args: ['--format=posix', '-S', '--sparse-version=0.0'] },
  { why: 'PAX sparse 0.1', args: ['--format=posix', '-S', '--sparse-version=0.1'] },
  { why: 'PAX sparse 1.0', args: ['--format=posix', '-S', '--sparse-version=1.0'] },
]

/**
 * A file with holes, links and small files, archived by GNU tar and added by umoci as they are.
 *
 * @param formats each a layer: the arguments of tar
 */
export async function makeArchives(directory: string, formats: string[][]): Promise<string> {
  const layout = await newLayout(directory)
  const tree = join(directory, 'tree')
  await mkdir(join(tree, 'd'), { recursive: true })
  await writeFile(join(tree, 'd', 'file'), 'a file\n')
  await utimes(join(tree, 'd', 'file'), 1, 981173106.5)
  await link(join(tree, 'd', 'file'), join(tree, 'd', 'hard'))
  await symlink('file', join(tree, 'd', 'soft'))
  // 40 islands, so that the old map of a sparse file needs more than one block
  const holes = join(tree, 'd', 'holes')
  await writeFile(holes, '')
  for (let i = 0; i < 40; i += 1) {
    const place = ['bs=4096', 'count=1', `seek=${i * 5}`, 'conv=notrunc', 'status=none']
    await run('dd', ['if=/dev/urandom', `of=${holes}`, ...place])
  }
  await run('truncate', ['--size=3M', holes])
  for (const [i, format] of formats.entries()) {
    const archive = join(directory, `${i}.tar`)
    const owner = ['--owner=1234', '--group=65534', '--numeric-owner']
    await run('tar', ['-cf', archive, ...format, ...owner, '-C', tree, 'd'])
    // Two that only tar can take from a running system.
    if (format.includes('--format=gnu'))
      await run('tar', ['-rf', archive, ...format, '-C', '/', 'dev/null', 'dev/zero'])
    await run('umoci', ['raw', 'add-layer', '--image', `${layout}:1.0`, archive])
  }
  return layout
}

/** A storage of buildah's own. */
export function buildahIn(directory: string) {
  const storage = ['--root', join(directory, 'storage'), '--runroot', join(directory, 'run')]
  const flags = [...storage, '--storage-driver', 'vfs']
  const call = (args: string[], options?: RunOptions) =>
    runText('buildah', [...flags, ...args], options)
  return {
    call,
    /** A shell line with the container's root as `$root`. */
    inside: (container: string, line: string) => {
      const mount = `root=$(buildah ${flags.join(' ')} mount ${container}) && cd "$root" && ${line}`
      return isRoot
        ? run('sh', ['-ec', mount])
        : run('buildah', [...flags, 'unshare', 'sh', '-ec', mount])
    },
  }
}

/**
 * Three layers by buildah: copied, copied again, changed by hand with whiteouts.
 *
 * @returns how to push them: the name in its storage
 */
export async function buildChanges(directory: string) {
  const context = join(directory, 'context')
  await mkdir(join(context, 'd', 'sub'), { recursive: true })
  await writeFile(join(context, 'd', 'a'), 'a\n')
  await link(join(context, 'd', 'a'), join(context, 'd', 'b'))
  await symlink('a', join(context, 'd', 'l'))
  await writeFile(join(context, 'd', 'sub', 's'), 's'.repeat(5000))
  await writeFile(join(context, 'e'), 'e')
  const steps = ['FROM scratch', 'COPY d /d', 'COPY --chown=7:8 e /d/sub/e', 'CMD ["/d/a"]']
  await writeFile(join(context, 'Containerfile'), `${steps.join('\n')}\n`)
  const { call, inside } = buildahIn(directory)
  await call(['bud', '--quiet', '--layers', '--tag', 'localhost/base', context])
  await call(['from', '--quiet', '--name', 'box', 'localhost/base'])
  await inside('box', 'rm d/a && rm -r d/sub && mkdir d/sub && echo n >d/sub/n && mkfifo d/p')
  await call(['commit', '--quiet', 'box', 'localhost/changed'])
  return { image: 'localhost/changed', call }
}

/** A file of an image's layout by its digest. */
export function readLayoutBlob(layout: string, digest: string): Promise<Buffer> {
  return readFile(join(layout, 'blobs', 'sha256', digest.replace(/^sha256:/, '')))
}
