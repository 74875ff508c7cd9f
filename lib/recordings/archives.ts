import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '../oci/problem.ts'
import { recordingDirectory } from './recording.ts'

/** The recorded image `hello` as files: made by scripts/record/archives.sh. */
export const archiveFiles = ['hello.docker.tar', 'hello.oci.tar', 'hello.config.json'] as const

/** @throws ProblemError `sample-unknown` for a name that is not among `archiveFiles` */
export async function readArchiveFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!archiveFiles.some((file) => file === name)) {
    throw new ProblemError({ kind: 'sample-unknown', name })
  }
  return new Uint8Array(await readFile(join(recordingDirectory('hello-archives'), name)))
}

/**
 * What skopeo said of the manifests of both archives, as `sha256sum` printed it.
 *
 * @throws Error when the transcript has lost the answer
 */
export async function readManifestDigests(): Promise<{ docker: string; oci: string }> {
  const file = join(recordingDirectory('hello-archives'), 'transcript.txt')
  const text = await readFile(file, 'utf8')
  const digestOf = (archive: string) => {
    const asked = `$ skopeo inspect --raw ${archive} | sha256sum\n`
    const at = text.indexOf(asked)
    const [hex] = /^[0-9a-f]{64}/.exec(text.slice(at + asked.length)) ?? []
    if (at < 0 || !hex) throw new Error(`${file}: no answer to ${asked.trim()}`)
    return `sha256:${hex}`
  }
  return {
    docker: digestOf('docker-archive:hello.docker.tar'),
    oci: digestOf('oci-archive:hello.oci.tar'),
  }
}
