import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Digest } from '../oci/digest.ts'
import { isDigest } from '../oci/digest.ts'
import { type MirrorPlace, parseMirrorPath } from '../oci/mirror-path.ts'
import { problemOf } from '../oci/problem.ts'
import type { Settings } from '../settings.mjs'
import { type Asked, errorAnswer } from './errors.ts'
import { guardRequest } from './guard.ts'
import type { Mirror } from './mirror.ts'
import { parseRange } from './range.ts'
import {
  BASE_HEADERS,
  cacheControl,
  errorResponse,
  jsonResponse,
  markStale,
  refusedPath,
} from './responses.ts'
import { type SampleLists, serveReferrers, serveTags } from './serve-lists.ts'
import { visitorOf } from './visitors.ts'
import { peerAddress } from './wire.ts'
import type { Reader } from './work.ts'

/** A manifest to answer with; `bytes` is null for a HEAD. */
export type ServedManifest = {
  mediaType: string
  digest: Digest
  size: number
  bytes: Uint8Array | null
  /** ISO 8601, UTC */
  observedAt: string
  stale: boolean
  private: boolean
}

/** A verified blob: a file, or bytes in memory; neither for a HEAD. */
export type ServedBlob = {
  size: number
  path?: string
  bytes?: Uint8Array
  private: boolean
}

/** Images recorded in this repository; they are served with no network. */
export type Samples = SampleLists & {
  /** @throws ProblemError `sample-unknown`, `not-found-or-private` */
  manifest(name: string, reference: string): Promise<ServedManifest>
  /** @throws ProblemError `sample-unknown`, `blob-not-named`, `blob-omitted` */
  blob(name: string, digest: Digest): Promise<ServedBlob>
}

export type Serving = {
  mirror: Mirror
  samples: Samples
  settings: Settings
}

/**
 * Answers one request to `/v2` as a registry does: never throws.
 *
 * @param rawPath as it came on the wire
 * @see distribution-spec v1.1.1, spec.md#endpoints
 */
export async function serveRegistry(
  request: Request,
  rawPath: string,
  { mirror, samples, settings }: Serving,
): Promise<Response> {
  const head = request.method === 'HEAD'
  let asked: Asked = 'other'
  try {
    if (!head && request.method !== 'GET') {
      return errorResponse(405, 'UNSUPPORTED', 'the mirror is read-only', null, {
        Allow: 'GET, HEAD',
      })
    }
    guardRequest(request.headers, settings)
    const parsed = parseMirrorPath(rawPath)
    const reader = readerOf(request, settings)
    const query = new URL(request.url).searchParams
    switch (parsed.kind) {
      case 'base':
        return jsonResponse(200, {}, { 'Cache-Control': 'no-cache, no-transform' }, head)
      case 'manifests': {
        asked = 'manifest'
        const { place, reference } = parsed
        const served = await findManifest(place, reference)
        return manifestResponse(request, served, isDigest(reference))
      }
      case 'blobs': {
        asked = 'blob'
        return await blobResponse(
          request,
          parsed.digest,
          await findBlob(parsed.place, parsed.digest),
        )
      }
      case 'tags':
        asked = 'tags'
        return await serveTags(parsed.place, { request, query, reader }, { mirror, samples })
      case 'referrers': {
        const { place, digest } = parsed
        return await serveReferrers(place, digest, { request, query, reader }, { mirror, samples })
      }
      case 'refused':
        return refusedPath(parsed, head)
    }

    async function findManifest(place: MirrorPlace, reference: string): Promise<ServedManifest> {
      if (place.source === 'sample') return samples.manifest(place.name, reference)
      if (head) {
        const found = await mirror.headManifest(place, reference, reader)
        return { ...found, bytes: null, stale: found.stale !== null }
      }
      const {
        manifest,
        observedAt,
        stale,
        private: own,
      } = await mirror.manifest(place, reference, reader)
      return { ...manifest, observedAt, stale: stale !== null, private: own }
    }

    function findBlob(place: MirrorPlace, digest: Digest): Promise<ServedBlob> {
      if (place.source === 'sample') return samples.blob(place.name, digest)
      return head ? mirror.headBlob(place, digest, reader) : mirror.blob(place, digest, reader)
    }
  } catch (caught) {
    const problem = problemOf(caught)
    if (problem.kind === 'internal') console.error('mirror:', caught)
    const { status, code, retryAfter } = errorAnswer(problem, asked)
    const more: Record<string, string> =
      retryAfter === null ? {} : { 'Retry-After': `${retryAfter}` }
    return errorResponse(status, code, problem.kind.replaceAll('-', ' '), problem, more, head)
  }
}

/** Who asks, for the limits and for knowing when nobody listens any more. */
export function readerOf(request: Request, { trustedProxies }: Settings): Reader {
  const { headers, signal } = request
  const visitor = visitorOf(peerAddress(), headers.get('x-forwarded-for'), trustedProxies)
  return { visitor, signal }
}

function manifestResponse(
  request: Request,
  { mediaType, digest, size, bytes, observedAt, stale, private: own }: ServedManifest,
  byDigest: boolean,
): Response {
  const headers = new Headers({
    ...BASE_HEADERS,
    'Content-Type': mediaType,
    'Content-Length': String(size),
    'Docker-Content-Digest': digest,
    ETag: `"${digest}"`,
    'Cache-Control': cacheControl(byDigest, own),
  })
  if (stale) markStale(headers, observedAt)
  if (isUnchanged(request, digest)) return unchanged(headers)
  return new Response(request.method === 'HEAD' || !bytes ? null : new Uint8Array(bytes), {
    headers,
  })
}

async function blobResponse(
  request: Request,
  digest: Digest,
  { size, path, bytes, private: own }: ServedBlob,
): Promise<Response> {
  const headers = new Headers({
    ...BASE_HEADERS,
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment',
    'Content-Length': String(size),
    'Docker-Content-Digest': digest,
    'Accept-Ranges': 'bytes',
    ETag: `"${digest}"`,
    'Cache-Control': cacheControl(true, own),
  })
  if (isUnchanged(request, digest)) return unchanged(headers)
  if (request.method === 'HEAD') return new Response(null, { headers })

  const condition = request.headers.get('if-range')
  const wanted = condition && condition !== `"${digest}"` ? null : request.headers.get('range')
  const range = parseRange(wanted, size)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)
    headers.set('Content-Length', '0')
    return new Response(null, { status: 416, headers })
  }
  const { first, last } = range ?? { first: 0, last: size - 1 }
  if (range) {
    headers.set('Content-Range', `bytes ${first}-${last}/${size}`)
    headers.set('Content-Length', String(last - first + 1))
  }
  const status = range ? 206 : 200
  if (bytes)
    return new Response(new Uint8Array(bytes.subarray(first, last + 1)), { status, headers })
  if (size === 0 || path === undefined) return new Response(null, { status, headers })
  // Opened before the answer begins: the cache may let go of the file meanwhile.
  const file = await open(path)
  const stream = file.createReadStream({ start: first, end: last })
  return new Response(Readable.toWeb(stream) as ReadableStream, { status, headers })
}

function isUnchanged(request: Request, digest: Digest): boolean {
  const tags = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim())
  return tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === `"${digest}"`)
}

function unchanged(headers: Headers): Response {
  for (const name of ['Content-Length', 'Content-Type', 'Content-Disposition']) headers.delete(name)
  return new Response(null, { status: 304, headers })
}
