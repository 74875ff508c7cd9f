import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWithBuildah, changeWithUmoci } from './images.ts'
import { run } from './tool.ts'

const recordings = join(import.meta.dirname, '../../content/recordings')

/** Paths of archives and folders, by what they are. */
export type Archives = {
  /** skopeo's docker-archive and oci-archive of `hello`, linux/amd64 */
  docker: string
  oci: string
  /** the same, packed with gzip */
  packed: string
  /** five platforms */
  multi: string
  /** skopeo's `dir:` */
  dir: string
  /** a layout folder that umoci made, and one that buildah pushed as docker-archive */
  umoci: string
  buildah: string
}

/** Saves images with their real tools, in `work`. */
export async function makeArchives(work: string): Promise<Archives> {
  await mkdir(work, { recursive: true })
  const at = (name: string) => join(work, name)
  const hello = `oci:${join(recordings, 'hello')}:1.0`
  const copy = (...args: string[]) => run('skopeo', ['--insecure-policy', 'copy', '-q', ...args])
  const amd64 = ['--override-arch', 'amd64', hello]
  await copy(...amd64, `docker-archive:${at('docker.tar')}:localhost/hello:1.0`)
  await copy(...amd64, `oci-archive:${at('oci.tar')}:1.0`)
  await copy('--all', hello, `oci-archive:${at('multi.tar')}:1.0`)
  await copy(...amd64, `dir:${at('dir')}`)
  await copy(await buildWithBuildah(at('buildah')), `docker-archive:${at('buildah.tar')}:note:1`)
  const layout = (await changeWithUmoci(at('umoci'))).replace(/^oci:|:1\.0$/g, '')
  await run('gzip', ['-k', at('oci.tar')])
  return {
    docker: at('docker.tar'),
    oci: at('oci.tar'),
    packed: at('oci.tar.gz'),
    multi: at('multi.tar'),
    dir: at('dir'),
    umoci: layout,
    buildah: at('buildah.tar'),
  }
}
