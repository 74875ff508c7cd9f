import { type Digest, digestAlgorithm, isDigest, isRegisteredAlgorithm } from '../oci/digest.ts'
import { ACCEPT, MANIFEST_TYPES, stripParameters } from '../oci/media-type.ts'
import { ProblemError } from '../oci/problem.ts'
import { digestOfBytes, verifyBytes } from './hash.ts'
import { contentLength, headerOf } from './headers.ts'
import type { Identity } from './identity.ts'
import type { Limits } from './limits.ts'
import type { Recorder } from './recorder.ts'
import { refusal } from './refusal.ts'
import type { Registry } from './registries.ts'
import type { Answer } from './transport.ts'
import type { Upstream } from './upstream.ts'

/** Which manifest, and as whom. */
export type Wanted = {
  registry: Registry
  repository: string
  /** a tag or a digest */
  reference: string
  identity: Identity
  /** as shown in a problem */
  shown: string
}

/** What a HEAD told; not verified, for nothing came that could be. */
export type Head = {
  mediaType: string
  digest: Digest
  /** bytes; null when the registry did not say */
  size: number | null
}

/** Bytes that hash to their digest. */
export type Fetched = { mediaType: string; digest: Digest; bytes: Uint8Array }

type Means = { upstream: Upstream; recorder: Recorder; limits: Limits; signal: AbortSignal }

/**
 * Asks by HEAD what a reference is now: free of charge at Docker Hub.
 *
 * @returns null when the registry does not answer that way; a GET then tells more
 * @throws ProblemError as `Upstream.ask`, and `registry`, `rate-limited`
 */
export async function headManifest(wanted: Wanted, means: Means): Promise<Head | null> {
  const answer = await ask('HEAD', wanted, means)
  // A refused HEAD has no body that says why, and some registries refuse only the HEAD.
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return null
  if (answer.status !== 200) throw refused(answer, wanted)
  const mediaType = stripParameters(headerOf(answer.headers, 'content-type') ?? '')
  const digest = headerOf(answer.headers, 'docker-content-digest') ?? ''
  if (!MANIFEST_TYPES.includes(mediaType) || !isDigest(digest)) return null
  if (isDigest(wanted.reference) && digest !== wanted.reference) return null
  if (!isRegisteredAlgorithm(digestAlgorithm(digest))) return null
  return { mediaType, digest, size: contentLength(answer.headers) }
}

/**
 * Fetches a manifest or index and verifies it.
 *
 * By tag there is no digest to hold it against but the one in the header: that must fit too.
 *
 * @throws ProblemError as `Upstream.ask`, and `not-found-or-private`, `registry`, `rate-limited`,
 *   `media-type-refused`, `digest-mismatch`, `digest-unverifiable`
 * @see distribution-spec v1.1.1, spec.md#pulling-manifests
 */
export async function getManifest(wanted: Wanted, means: Means): Promise<Fetched> {
  const { reference } = wanted
  // Refused before asking: what cannot be verified is not shown.
  if (isDigest(reference) && !isRegisteredAlgorithm(digestAlgorithm(reference))) {
    throw new ProblemError({ kind: 'digest-unverifiable', algorithm: digestAlgorithm(reference) })
  }
  const answer = await ask('GET', wanted, means)
  if (answer.status !== 200) throw refused(answer, wanted)
  const { headers, body: bytes } = answer
  const declared = headerOf(headers, 'content-type')
  const mediaType = stripParameters(declared ?? '')
  if (!MANIFEST_TYPES.includes(mediaType)) {
    throw new ProblemError({ kind: 'media-type-refused', mediaType: declared })
  }
  if (isDigest(reference)) {
    verifyBytes(bytes, reference)
    return { mediaType, digest: reference, bytes }
  }
  const named = headerOf(headers, 'docker-content-digest') ?? ''
  if (!isDigest(named) || !isRegisteredAlgorithm(digestAlgorithm(named))) {
    return { mediaType, digest: digestOfBytes(bytes), bytes }
  }
  verifyBytes(bytes, named)
  return { mediaType, digest: named, bytes }
}

function ask(method: 'GET' | 'HEAD', wanted: Wanted, means: Means): Promise<Answer> {
  const { registry, repository, reference, identity, shown } = wanted
  return means.upstream.ask(
    {
      ...{ registry, repository, identity, method, purpose: 'manifest', reference: shown },
      ...{ path: `manifests/${reference}`, what: 'manifest', limit: means.limits.manifest },
      accept: ACCEPT,
    },
    means.recorder,
    means.signal,
  )
}

function refused(answer: Answer, { registry, shown }: Wanted): ProblemError {
  return refusal(answer, { registry: registry.name, reference: shown })
}
