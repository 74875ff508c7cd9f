import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../../e2e/harness/tool.ts'
import { privateApt } from '../lab/build.ts'

const cache = join(import.meta.dirname, '../../../.cache/lab')

/** Podman, Buildah and Skopeo of Debian sid need a newer C library than Debian 12 has. */
const PACKAGES = ['podman', 'skopeo', 'buildah', 'busybox-static']

/**
 * A root folder with some of Debian's programs and all that they need: unpacked, never installed.
 *
 * @returns its path; to be entered by chroot
 */
export async function unpackRoot(suite = 'sid', packages = PACKAGES): Promise<string> {
  const root = join(cache, `root-${suite}`)
  if (existsSync(root)) return root
  const work = await mkdtemp(join(tmpdir(), 'root-'))
  try {
    // apt fetches as a user of its own
    await chmod(work, 0o755)
    const apt = await privateApt(work, suite, 'deb')
    await apt(['apt-get', 'update', '-qq'])
    // its list of what is installed is empty, so everything needed comes along
    const install = ['install', '-y', '-qq', '--no-install-recommends', '--download-only']
    await apt(['apt-get', ...install, ...packages])
    await mkdir(cache, { recursive: true })
    const draft = await mkdtemp(join(cache, 'root-'))
    for (const folder of ['bin', 'sbin', 'lib', 'lib64']) {
      await mkdir(join(draft, 'usr', folder), { recursive: true })
      await symlink(`usr/${folder}`, join(draft, folder))
    }
    for (const folder of [
      'proc',
      'sys',
      'dev',
      'tmp',
      'run',
      'root',
      'var/tmp',
      'var/lib/containers',
    ])
      await mkdir(join(draft, folder), { recursive: true })
    const unpack = `for deb in cache/archives/*.deb; do
      dpkg-deb --fsys-tarfile "$deb" | tar -x --keep-directory-symlink -C "$0"; done`
    await run('sh', ['-c', unpack, draft], { cwd: work, timeout: 600_000 })
    // a place to mount ours
    for (const file of ['hosts', 'passwd']) await writeFile(join(draft, 'etc', file), '')
    await chmod(draft, 0o755)
    await rename(draft, root)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return root
}
