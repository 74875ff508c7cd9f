import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../../e2e/harness/tool.ts'
import { bin, privateApt } from '../lab/build.ts'
import type { Programs } from '../lab/programs.ts'

/** Debian 12 has the command in the daemon's own package. */
const PACKAGES = {
  bookworm: ['docker.io', 'tini'],
  trixie: ['docker.io', 'docker-cli', 'tini'],
}

/**
 * Docker's daemon and its command, unpacked from Debian's packages. Nothing is installed; they need a
 * C library no newer than Debian 12 has.
 */
export async function unpackDocker(suite: keyof typeof PACKAGES = 'trixie'): Promise<Programs> {
  const programs = {
    dockerd: join(bin, `dockerd-${suite}`),
    docker: join(bin, `docker-${suite}`),
    'docker-init': join(bin, `docker-init-${suite}`),
  }
  if (Object.values(programs).every((file) => existsSync(file))) return programs
  const work = await mkdtemp(join(tmpdir(), 'docker-'))
  try {
    // apt fetches as a user of its own
    await chmod(work, 0o755)
    const apt = await privateApt(work, suite, 'deb')
    await apt(['apt-get', 'update', '-qq'])
    await apt(['apt-get', 'download', ...PACKAGES[suite]])
    const unpack = 'for deb in *.deb; do dpkg-deb -x "$deb" root; done'
    await run('sh', ['-c', unpack], { cwd: work })
    await mkdir(bin, { recursive: true })
    await cp(join(work, 'root/usr/sbin/dockerd'), programs.dockerd)
    await cp(join(work, 'root/usr/bin/docker'), programs.docker)
    await cp(join(work, 'root/usr/bin/tini-static'), programs['docker-init'])
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return programs
}
