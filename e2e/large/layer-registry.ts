import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, createZstdCompress } from 'node:zlib'
import { OCI_CONFIG, OCI_LAYER, OCI_MANIFEST } from '../../lib/oci/media-type.ts'

export type StoredLayer = {
  file: string
  digest: string
  /** bytes as stored and as unpacked */
  size: number
  unpacked: number
}

/**
 * Writes what a generator yields to a file, compressed; nothing of it is held in memory.
 *
 * @param compression `gzip` at its fastest, so that a layer of noise costs no minutes
 */
export async function storeLayer(
  directory: string,
  name: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  compression: 'gzip' | 'zstd' | 'none' = 'gzip',
): Promise<StoredLayer> {
  const file = join(directory, name)
  const hash = createHash('sha256')
  const counts = { size: 0, unpacked: 0 }
  const counter = (what: keyof typeof counts, also: (bytes: Buffer) => void = () => {}) =>
    new Transform({
      transform(bytes: Buffer, _, done) {
        counts[what] += bytes.length
        also(bytes)
        done(null, bytes)
      },
    })
  const stages = {
    gzip: () => createGzip({ level: 1, chunkSize: 2 ** 18 }),
    zstd: () => createZstdCompress({ chunkSize: 2 ** 18 }),
    none: () => new PassThrough(),
  }
  await pipeline(
    pieces,
    counter('unpacked'),
    stages[compression](),
    counter('size', (bytes) => hash.update(bytes)),
    createWriteStream(file),
  )
  return { file, digest: `sha256:${hash.digest('hex')}`, ...counts }
}

export type LayerRegistry = {
  host: string
  origin: string
  /** Serves a layer as the only one of the image `<name>:1`; `lie` answers another layer's bytes. */
  add(name: string, layer: StoredLayer, lie?: { file: string; bytes?: number }): void
  close(): Promise<void>
}

/** A registry of images with one layer each, streamed from files. */
export async function startLayerRegistry(): Promise<LayerRegistry> {
  const config = Buffer.from(
    '{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}',
  )
  const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  const manifests = new Map<string, Buffer>()
  const files = new Map<string, { file: string; size: number; bytes: number }>()
  const server = createServer(({ url = '', method }, response) => {
    const [, name = '', kind, reference = ''] =
      /^\/v2\/([^/]+)\/(manifests|blobs)\/(.+)$/.exec(url) ?? []
    const manifest = manifests.get(name)
    if (!manifest) {
      response.writeHead(url === '/v2/' ? 200 : 404).end()
      return
    }
    if (kind === 'blobs' && reference !== digestOf(config)) {
      const { file, size, bytes } = files.get(name)!
      response.writeHead(200, { 'Content-Length': size })
      const stream = createReadStream(file, { end: bytes - 1 })
      stream.on('end', () => bytes < size && response.destroy())
      stream.pipe(response)
      response.on('close', () => stream.destroy())
      return
    }
    const body = kind === 'blobs' ? config : manifest
    response.writeHead(200, {
      'Content-Type': kind === 'blobs' ? 'application/octet-stream' : OCI_MANIFEST,
      'Content-Length': body.length,
      'Docker-Content-Digest': digestOf(body),
    })
    response.end(method === 'HEAD' ? '' : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ host, origin: `http://${host}` },
    add(name, { file, digest, size }, lie) {
      const bytes = lie?.bytes ?? size
      files.set(name, { file: lie?.file ?? file, size, bytes })
      const layers = [{ mediaType: `${OCI_LAYER}+gzip`, digest, size }]
      const described = { mediaType: OCI_CONFIG, digest: digestOf(config), size: config.length }
      const manifest = { schemaVersion: 2, mediaType: OCI_MANIFEST, config: described, layers }
      manifests.set(name, Buffer.from(JSON.stringify(manifest)))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
