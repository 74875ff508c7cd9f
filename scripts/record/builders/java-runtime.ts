import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'
import type { Tool } from '../debian.ts'

/** What `makeRuntime` needs of Debian. */
export const javaTools: Tool[] = [
  { command: 'jlink', package: 'openjdk-17-jdk-headless', version: ['--version'] },
  { command: 'buildah', package: 'buildah', version: ['--version'] },
]

/** The modules of Java SE, and those of the JDK that a runtime has beside them. */
const MODULES = [
  ...['java.se', 'jdk.charsets', 'jdk.crypto.ec', 'jdk.httpserver', 'jdk.jfr', 'jdk.localedata'],
  ...['jdk.management', 'jdk.management.agent', 'jdk.naming.dns', 'jdk.net'],
  ...['jdk.security.auth', 'jdk.unsupported', 'jdk.zipfs'],
]

/** Of the runtime, what a program without windows loads. */
const LOADED = ['bin/java', 'lib/server/libjvm.so', 'lib/libzip.so', 'lib/libnet.so']

export type JavaRuntime = {
  /** the folder that jlink made: `bin/java` and what it needs of the JDK */
  path: string
  /** the same as a tar with one folder around it, as those who publish a runtime pack it */
  archive: string
  /** of the archive, hexadecimal */
  sha256: string
  version: string
}

/** Debian's OpenJDK 17 as a runtime of its own, in `work/jre`. @param epoch seconds: time of its files */
export async function makeRuntime(work: string, epoch: number): Promise<JavaRuntime> {
  const home = dirname(dirname(await runText('realpath', ['/usr/bin/jlink'])))
  const path = join(work, 'jre')
  await run('jlink', [
    ...['--module-path', join(home, 'jmods'), '--add-modules', MODULES.join(',')],
    ...['--strip-java-debug-attributes', '--no-header-files', '--no-man-pages'],
    ...['--output', path],
  ])
  await makeTrustStore(join(path, 'lib/security/cacerts'), home)
  const archive = join(work, 'jre.tgz')
  const plain = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--mtime=@${epoch}`]
  // gzip without a name and a time: the same bytes in every run.
  await run('tar', ['-C', work, ...plain, '-I', 'gzip -n', '-cf', archive, 'jre'])
  const sha256 = createHash('sha256')
    .update(await readFile(archive))
    .digest('hex')
  const release = await readFile(join(path, 'release'), 'utf8')
  const [, version = ''] = /JAVA_VERSION="([^"]+)"/.exec(release) ?? []
  return { path, archive, sha256, version }
}

/** An empty one: Debian's runtime has only a link to that of another package. */
async function makeTrustStore(file: string, home: string): Promise<void> {
  const keytool = (...args: string[]) =>
    run(join(home, 'bin/keytool'), [...args, '-keystore', file, '-storepass', 'changeit'])
  await run('rm', ['-f', file])
  const key = ['-keyalg', 'EC', '-storetype', 'JKS', '-keypass', 'changeit']
  await keytool('-genkeypair', '-alias', 'none', '-dname', 'CN=none', ...key)
  await keytool('-delete', '-alias', 'none')
}

/**
 * A root file system with the C library that the runtime loads, and nothing else: what a base image
 * of a few megabytes has.
 */
export async function makeBaseRoot(root: string, { path }: JavaRuntime): Promise<void> {
  const found = await runText(
    'ldd',
    LOADED.map((file) => join(path, file)),
  )
  const libraries = new Set(
    [...found.matchAll(/(?:=> |^\s)(\/lib\S+)/gm)].map(([, library]) => library ?? ''),
  )
  for (const library of libraries) {
    await mkdir(join(root, dirname(library)), { recursive: true })
    await cp(library, join(root, library), { dereference: true })
  }
  await mkdir(join(root, 'etc'), { recursive: true })
  await mkdir(join(root, 'tmp'), { recursive: true, mode: 0o1777 })
  await run('chmod', ['1777', join(root, 'tmp')])
  await writeFile(join(root, 'etc/passwd'), 'app:x:1000:1000::/home/app:/sbin/nologin\n')
  await writeFile(join(root, 'etc/group'), 'app:x:1000:\n')
  // An engine puts the node's own over it.
  await writeFile(join(root, 'etc/resolv.conf'), '')
}
