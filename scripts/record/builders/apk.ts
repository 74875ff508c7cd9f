import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../../../e2e/harness/tool.ts'
import { concat, paxPart, tarOf, tarPart } from '../../../lib/testing/tar.ts'

const VERSION = '1.0-r0'

/** A file of a package, or a folder where it has no bytes. */
export type ApkFile = { path: string; mode: number; bytes?: Uint8Array }

/**
 * Packs one package and the index of a repository that holds it, in the format of Alpine's apk 2:
 * gzip streams one behind the other, first what is said of the package, then its files.
 *
 * Nothing is signed, so whoever reads it must be told to let that pass.
 *
 * @param repository a folder; what is for one architecture lies in a folder of its name
 * @param files folders before what is in them
 * @see https://wiki.alpinelinux.org/wiki/Apk_spec
 */
export async function packApk(
  repository: string,
  apk: { name: string; arch: string; files: ApkFile[]; epoch: number },
): Promise<void> {
  const { name, arch, files, epoch: mtime } = apk
  const folder = join(repository, arch)
  await mkdir(folder, { recursive: true })
  const entries = files.flatMap(({ path, mode, bytes }) =>
    bytes
      ? [
          // Where apk looks for the hash of a file.
          paxPart({ 'APK-TOOLS.checksum.SHA1': hashOf('sha1', bytes).digest('hex') }),
          { name: path, mode, mtime, body: bytes },
        ]
      : [{ name: `${path}/`, type: '5', mode, mtime }],
  )
  const size = files.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)
  const data = await gzip(tarOf(entries))
  const about = [
    ...[`pkgname = ${name}`, `pkgver = ${VERSION}`, 'pkgdesc = prints a message', `arch = ${arch}`],
    ...[`size = ${size}`, 'license = Apache-2.0', `origin = ${name}`],
    `datahash = ${hashOf('sha256', data).digest('hex')}`,
  ]
  // No end of archive: the stream behind it belongs to the same one.
  const head = await gzip(tarPart({ name: '.PKGINFO', mtime, body: `${about.join('\n')}\n` }))
  await writeFile(join(folder, `${name}-${VERSION}.apk`), concat([head, data]))
  const entry = [
    ...[`C:Q1${hashOf('sha1', head).digest('base64')}`, `P:${name}`, `V:${VERSION}`, `A:${arch}`],
    ...[`S:${head.length + data.length}`, `I:${size}`, 'T:prints a message', 'L:Apache-2.0'],
    ...[`o:${name}`, '', ''],
  ]
  const index = tarOf([{ name: 'APKINDEX', mtime, body: entry.join('\n') }])
  await writeFile(join(folder, 'APKINDEX.tar.gz'), await gzip(index))
}

function hashOf(algorithm: 'sha1' | 'sha256', bytes: Uint8Array) {
  return createHash(algorithm).update(bytes)
}

/** By gzip itself: the same bytes whatever zlib Node.js has. */
function gzip(bytes: Uint8Array): Promise<Buffer> {
  return run('gzip', ['-n', '-c'], { input: bytes })
}
