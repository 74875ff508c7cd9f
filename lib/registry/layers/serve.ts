import { type Digest, isDigest } from '../../oci/digest.ts'
import { type MirrorPlace, parseMirrorPath } from '../../oci/mirror-path.ts'
import { ProblemError, problemOf } from '../../oci/problem.ts'
import type { Settings } from '../../settings.mjs'
import { errorAnswer } from '../errors.ts'
import { GUARD_HEADERS, guardRequest } from '../guard.ts'
import type { Mirror } from '../mirror.ts'
import { readerOf } from '../serve.ts'
import type { Listed, SampleLayer } from './layers.ts'

/** Layers of the images recorded in this repository. */
export type SampleLayers = {
  /** @throws ProblemError `sample-unknown`, `blob-not-named`, `blob-omitted` */
  layer(name: string, digest: Digest): Promise<SampleLayer>
}

export type LayerServing = { mirror: Mirror; samples: SampleLayers; settings: Settings }

/** What a path below `/api/layers/` asks for; `index` is null for the listing. */
export type LayerRequest = { place: MirrorPlace; digest: Digest; index: number | null }

const NDJSON = 'application/x-ndjson; charset=utf-8'

/**
 * Answers `/api/layers/<place>/<digest>` with the layer's entries as NDJSON, and `…/entries/<index>`
 * with one file's bytes. Never throws: what fails before the first line is one problem line and a status.
 *
 * @param rawTarget path and query as they came on the wire
 */
export async function serveLayer(
  request: Request,
  rawTarget: string,
  { mirror, samples, settings }: LayerServing,
): Promise<Response> {
  try {
    guardRequest(request.headers, settings)
    const asked = parseLayerPath(rawTarget)
    if (!asked) return problemResponse(404, { kind: 'reference-syntax', ...SYNTAX(rawTarget) })
    const { place, digest, index } = asked
    const listed = listedOf(rawTarget)
    const reader = readerOf(request, settings)
    const sample = place.source === 'sample' ? await samples.layer(place.name, digest) : null
    if (index !== null) {
      const file = sample
        ? { ...(await mirror.sampleLayerFile(sample, digest, index)), private: false }
        : await mirror.layerFile(upstreamOf(place), digest, index, reader)
      return new Response(new Uint8Array(file.bytes), {
        headers: {
          ...GUARD_HEADERS,
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': 'attachment',
          'Content-Length': String(file.bytes.length),
          'Cache-Control': cacheControl(file.private),
        },
      })
    }
    const { stream } = sample
      ? { stream: await mirror.listSampleLayer(sample, digest, listed, reader) }
      : await mirror.listLayer(upstreamOf(place), digest, listed, reader)
    const headers = { 'Content-Type': NDJSON, 'Cache-Control': 'no-store, no-transform' }
    return new Response(stream, { headers: { ...GUARD_HEADERS, ...headers } })
  } catch (error) {
    const problem = problemOf(error)
    if (problem.kind === 'internal') console.error('layers:', error)
    const { status, retryAfter } = errorAnswer(problem, 'blob')
    return problemResponse(status, problem, retryAfter)
  }
}

const SYNTAX = (input: string) =>
  ({ input: input.slice(0, 500), reason: 'repository', at: null }) as const

/** Reads a raw path by the rules of the mirror: a layer is a blob there. */
export function parseLayerPath(rawTarget: string): LayerRequest | null {
  const [path = ''] = rawTarget.split('?', 1)
  const [, repository, digest, index] =
    /^\/api\/layers\/(.+)\/([^/]+:[^/]+|[^/]+%3[Aa][^/]+)(?:\/entries\/(\d{1,7}))?$/.exec(path) ??
    []
  if (!repository || !digest) return null
  const parsed = parseMirrorPath(`/v2/${repository}/blobs/${digest}`)
  if (parsed.kind !== 'blobs') return null
  return { place: parsed.place, digest: parsed.digest, index: index ? Number(index) : null }
}

/** `diffId=sha256:…` says what to expect; `method=stream` has the whole layer read and hashed. */
function listedOf(rawTarget: string): Listed {
  const { searchParams } = new URL(rawTarget, 'http://site')
  const diffId = searchParams.get('diffId')
  if (diffId !== null && !isDigest(diffId)) {
    throw new ProblemError({ kind: 'digest-syntax', input: diffId })
  }
  return { diffId, whole: searchParams.get('method') === 'stream' }
}

function upstreamOf(place: MirrorPlace) {
  if (place.source === 'upstream') return place
  throw new ProblemError({ kind: 'sample-unknown', name: place.name })
}

function cacheControl(own: boolean): string {
  return own
    ? 'private, no-cache, no-transform'
    : 'public, max-age=31536000, immutable, no-transform'
}

function problemResponse(
  status: number,
  problem: ReturnType<typeof problemOf>,
  retryAfter: number | null = null,
): Response {
  return new Response(`${JSON.stringify({ type: 'problem', problem })}\n`, {
    status,
    headers: {
      ...GUARD_HEADERS,
      'Content-Type': NDJSON,
      'Cache-Control': 'no-store, no-transform',
      ...(retryAfter === null ? {} : { 'Retry-After': `${retryAfter}` }),
    },
  })
}
