import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ACCEPT } from '../../lib/oci/media-type.ts'

const accept = ACCEPT.join(', ')

type Part = { mediaType: string; digest: string; size: number }

/**
 * Copies one tag of an open registry into an OCI image layout, byte for byte as it was sent.
 *
 * The tools' own layouts rewrite Docker's media types; this one keeps whatever the registry has.
 *
 * @returns the digest of what the tag names
 * @see image-spec v1.1.1, image-layout.md
 */
export async function writeLayout(
  source: { origin: string; repository: string; tag: string; token?: string },
  directory: string,
): Promise<string> {
  const at = `${source.origin}/v2/${source.repository}`
  const blobs = join(directory, 'blobs', 'sha256')
  await rm(join(directory, 'blobs'), { recursive: true, force: true })
  await mkdir(blobs, { recursive: true })

  const keep = async (url: string, want: Part | null) => {
    const headers: Record<string, string> = { accept, 'accept-encoding': 'identity' }
    if (source.token) headers.authorization = `Bearer ${source.token}`
    const answer = await fetch(url, { headers })
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const hex = createHash('sha256').update(bytes).digest('hex')
    const digest = `sha256:${hex}`
    if (want && (want.digest !== digest || want.size !== bytes.length)) {
      throw new Error(`${url}: got ${digest} of ${bytes.length} bytes, not ${JSON.stringify(want)}`)
    }
    await writeFile(join(blobs, hex), bytes)
    return { bytes, digest, mediaType: answer.headers.get('content-type') ?? '' }
  }

  const keepManifest = async (name: string, want: Part | null): Promise<Part> => {
    const { bytes, digest, mediaType } = await keep(`${at}/manifests/${name}`, want)
    const json: { manifests?: Part[]; config?: Part; layers?: Part[] } = JSON.parse(
      new TextDecoder().decode(bytes),
    )
    for (const child of json.manifests ?? []) await keepManifest(child.digest, child)
    for (const blob of [...(json.config ? [json.config] : []), ...(json.layers ?? [])]) {
      await keep(`${at}/blobs/${blob.digest}`, blob)
    }
    return { mediaType, digest, size: bytes.length }
  }

  const top = await keepManifest(source.tag, null)
  const annotations = { 'org.opencontainers.image.ref.name': source.tag }
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [{ ...top, annotations }],
  }
  await writeFile(join(directory, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
  await writeFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  return top.digest
}

/** The names of all blobs of a layout: what `--check` compares. */
export async function blobNames(directory: string): Promise<string[]> {
  return (await readdir(join(directory, 'blobs', 'sha256'))).sort()
}
