import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { expect } from '@playwright/test'
import type { EntryLine, LayerLine } from '../../lib/oci/layer-entry.ts'
import { applyLayer, createLayerStack, type LayerStack } from '../../lib/oci/layer-stack.ts'
import { rawRequest } from './raw-request.ts'
import { listedOf, listWithTar } from './tar-listing.ts'

/** A repository as the site knows it and as the registry does. */
export type Place = {
  /** of the site */
  origin: string
  /** of the registry */
  upstream: string
  host: string
  repository: string
  /** a loopback address, so that a test does not use up another's allowance */
  from?: string | undefined
}

export type LayerDescriptor = { mediaType: string; digest: string; size: number }

export type Listed = { entries: EntryLine[]; last: LayerLine | undefined }

/** Loopback has many addresses on Linux only. */
export const visitor = (last: number) =>
  process.platform === 'linux' ? `127.0.0.${last}` : undefined

const mirrored = ({ host, repository }: Place) => `${host.replace(':', '_')}/${repository}`

/** A manifest or blob, as the mirror hands it on. */
export async function fromMirror(place: Place, path: string): Promise<Buffer> {
  const url = `${place.origin}/v2/${mirrored(place)}/${path}`
  const answer = await rawRequest(url, { localAddress: place.from })
  expect(answer.status, url).toBe(200)
  return answer.bytes
}

/** What `/api/layers/…` says about a layer. */
export async function listLayer(
  place: Place,
  digest: string,
  diffId: string | null = null,
): Promise<Listed> {
  const query = diffId === null ? '' : `?diffId=${diffId}`
  const url = `${place.origin}/api/layers/${mirrored(place)}/${digest}${query}`
  const answer = await rawRequest(url, { localAddress: place.from })
  const text = answer.bytes.toString()
  expect(text.endsWith('\n'), url).toBe(true)
  const lines: LayerLine[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { entries: lines.filter((line) => line.type === 'entry'), last: lines.at(-1) }
}

/** One file's bytes, or the status and problem instead. */
export async function layerFile(place: Place, digest: string, index: number) {
  const url = `${place.origin}/api/layers/${mirrored(place)}/${digest}/entries/${index}`
  return rawRequest(url, { localAddress: place.from })
}

/** Stored bytes from the registry itself, and what they unpack to. */
export async function storedLayer(place: Place, digest: string) {
  const answer = await rawRequest(`${place.upstream}/v2/${place.repository}/blobs/${digest}`)
  expect(answer.status).toBe(200)
  const { bytes } = answer
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const isZstd = bytes.readUInt32LE(0) === 0xfd2fb528
  const archive = isGzip ? gunzipSync(bytes) : isZstd ? zstdDecompressSync(bytes) : bytes
  return { bytes, archive, compression: isGzip ? 'gzip' : isZstd ? 'zstd' : 'none' }
}

export type Checked = { layers: LayerDescriptor[]; stack: LayerStack; entries: EntryLine[][] }

/**
 * Lists every layer of an image and holds each listing to `tar -tv`, entry by entry.
 *
 * @returns the layers one on another
 */
export async function checkImage(place: Place, reference: string): Promise<Checked> {
  const manifest = JSON.parse((await fromMirror(place, `manifests/${reference}`)).toString())
  const config = JSON.parse((await fromMirror(place, `blobs/${manifest.config.digest}`)).toString())
  const layers: LayerDescriptor[] = manifest.layers
  expect(layers.length).toBe(config.rootfs.diff_ids.length)
  const stack = createLayerStack()
  const all: EntryLine[][] = []
  for (const [i, layer] of layers.entries()) {
    const diffId = config.rootfs.diff_ids[i]
    const { entries, last } = await listLayer(place, layer.digest, diffId)
    const { archive, compression } = await storedLayer(place, layer.digest)
    expect(entries.map(listedOf), `layer ${i}`).toEqual(await listWithTar(archive))
    expect(last).toMatchObject({
      ...{ type: 'end', digest: layer.digest, digestVerified: true, diffId, diffIdVerified: true },
      ...{ compressed: layer.size, unpacked: archive.length, compression, trailing: 0 },
      entries: entries.length,
    })
    applyLayer(stack, entries, layer.size)
    all.push(entries)
  }
  return { layers, stack, entries: all }
}
