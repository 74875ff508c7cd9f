import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach } from 'vitest'
import type { Digest } from '../../oci/digest.ts'
import type { LayerLine } from '../../oci/layer-entry.ts'
import { digestOfBytes } from '../hash.ts'
import { type LayerLimits, LIMITS } from '../limits.ts'
import { parseRange } from '../range.ts'
import { MANIFEST, send } from './hostile-answers.ts'
import { reader, startMirror } from './mirror.ts'
import { startServer } from './upstream.ts'

export const LAYER = {
  none: 'application/vnd.oci.image.layer.v1.tar',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
} as const

export type Layer = {
  bytes: Uint8Array
  mediaType?: string
  urls?: string[]
  size?: number
  annotations?: Record<string, string>
}

export type Send = (response: ServerResponse, bytes: Uint8Array, request: IncomingMessage) => void

type Options = {
  answer?: Send
  limits?: Partial<LayerLimits>
  env?: Record<string, string>
  /** annotations of the same layer in a second manifest, under the tag 2 */
  also?: Record<string, string>
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A registry with one image of one layer, and a mirror that has seen its manifest. */
export async function imageOf(layer: Layer, { answer, limits = {}, env = {}, also }: Options = {}) {
  const { bytes, mediaType = LAYER.gzip, size = bytes.length, urls, annotations } = layer
  const digest = digestOfBytes(bytes)
  const config = {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: digestOfBytes(Buffer.from('{}')),
    size: 2,
  }
  const manifestOf = (annotations?: Record<string, string>) => {
    const layers = [{ mediaType, digest, size, urls, annotations }]
    return Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, config, layers }))
  }
  const manifests = [manifestOf(annotations), manifestOf(also)] as const
  const server = await startServer((request, response) => {
    const { url = '', method } = request
    if (url.includes('/blobs/')) {
      if (answer) answer(response, bytes, request)
      else send(response, 200, { 'Content-Length': bytes.length }, Buffer.from(bytes))
      return
    }
    const second = url.endsWith('/2') || url.endsWith(digestOfBytes(manifests[1]))
    const manifest = manifests[second ? 1 : 0]
    const headers = {
      'Content-Type': MANIFEST,
      'Content-Length': manifest.length,
      'Docker-Content-Digest': digestOfBytes(manifest),
    }
    send(response, 200, headers, method === 'HEAD' ? '' : manifest)
  })
  closing.push(server.close)
  const started = await startMirror(
    { EXTRA_REGISTRIES: server.origin, ...env },
    { layer: { ...LIMITS.layer, ...limits } },
  )
  closing.push(started.close)
  const { mirror } = started
  const place = { registry: server.host, repository: 'app' }
  await mirror.manifest(place, '1', reader())
  if (also) await mirror.manifest(place, '2', reader())
  const blobs = () => server.lines.filter((line) => line.includes('/blobs/')).length
  return { server, mirror, place, digest, config, blobs }
}

/** Answers with the part that a Range names, as a registry may. */
export const sendRange: Send = (response, bytes, { headers }) => {
  const range = parseRange(headers.range ?? null, bytes.length)
  if (range === null || range === 'unsatisfiable') {
    send(response, 200, { 'Content-Length': bytes.length }, Buffer.from(bytes))
    return
  }
  const { first, last } = range
  const part = Buffer.from(bytes.subarray(first, last + 1))
  const told = { 'Content-Range': `bytes ${first}-${last}/${bytes.length}` }
  send(response, 206, { ...told, 'Content-Length': part.length }, part)
}

export async function linesOf(stream: ReadableStream<Uint8Array>): Promise<LayerLine[]> {
  const text = await new Response(stream).text()
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

export async function list(
  { mirror, place, digest }: Awaited<ReturnType<typeof imageOf>>,
  diffId: Digest | null = null,
  { whole = false, who = reader() } = {},
) {
  const { stream } = await mirror.listLayer(place, digest, { diffId, whole }, who)
  const lines = await linesOf(stream)
  return { entries: lines.filter((line) => line.type === 'entry'), last: lines.at(-1) as LayerLine }
}
