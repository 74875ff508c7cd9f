import { open, rm } from 'node:fs/promises'
import { type Digest, digestAlgorithm } from '../oci/digest.ts'
import { ProblemError } from '../oci/problem.ts'
import type { Cache, Shelf, Stored } from './cache.ts'
import { nodeHasher } from './hash.ts'
import { contentLength } from './headers.ts'
import type { Identity } from './identity.ts'
import type { Named } from './named.ts'
import type { Recorder } from './recorder.ts'
import { refusal } from './refusal.ts'
import type { Registry } from './registries.ts'
import type { Upstream } from './upstream.ts'

/** Which blob, what its manifest says about it, and as whom. */
export type WantedBlob = {
  registry: Registry
  repository: string
  digest: Digest
  named: Named
  identity: Identity
  shelf: Shelf
  shown: string
  /** bytes */
  limit: number
}

type Means = {
  upstream: Upstream
  recorder: Recorder
  cache: Cache
  spend: (bytes: number) => Promise<void>
  signal: AbortSignal
}

/**
 * The size of a blob, by HEAD; the registry's word when it gives one, else the manifest's.
 *
 * @throws ProblemError as `Upstream.ask`, and `not-found-or-private`, `registry`, `rate-limited`
 */
export async function headBlob(wanted: WantedBlob, means: Means): Promise<number | null> {
  const answer = await ask('HEAD', wanted, means)
  // A redirect to a store of bytes is as good as a yes; its address is signed for a GET.
  const redirected = answer.status >= 300 && answer.status < 400
  if (answer.status !== 200 && !redirected) throw refused(answer, wanted)
  return redirected ? wanted.named.size : (contentLength(answer.headers) ?? wanted.named.size)
}

/**
 * Fetches a blob into the cache: to a draft, verified, and only then to its place.
 *
 * @throws ProblemError as `Upstream.ask`, and `not-found-or-private`, `registry`, `rate-limited`,
 *   `digest-mismatch`, `size-mismatch`, `digest-unverifiable`, `visitor-limited`
 * @see distribution-spec v1.1.1, spec.md#pulling-blobs
 */
export async function getBlob(wanted: WantedBlob, means: Means): Promise<Stored> {
  const { digest, named, shelf } = wanted
  const hasher = nodeHasher(digestAlgorithm(digest))
  const draft = await means.cache.draft()
  const file = await open(draft, 'wx')
  try {
    const answer = await ask('GET', wanted, means, async (chunk) => {
      await means.spend(chunk.byteLength)
      hasher.update(chunk)
      await file.write(chunk)
    })
    if (answer.status !== 200) throw refused(answer, wanted)
    const got = hasher.digest()
    if (got !== digest) throw new ProblemError({ kind: 'digest-mismatch', want: digest, got })
    if (named.size !== null && named.size !== answer.bytes) {
      throw new ProblemError({ kind: 'size-mismatch', want: named.size, got: answer.bytes })
    }
    await file.close()
    const mediaType = named.mediaType ?? 'application/octet-stream'
    const observedAt = new Date().toISOString()
    const facts = { mediaType, size: answer.bytes, observedAt, exchanges: [] }
    return await means.cache.keep(shelf, 'blobs', digest, draft, facts)
  } finally {
    await file.close().catch(() => {})
    await rm(draft, { force: true })
  }
}

function ask(
  method: 'GET' | 'HEAD',
  { registry, repository, digest, identity, shown, limit, named }: WantedBlob,
  { upstream, recorder, signal }: Means,
  sink?: (chunk: Uint8Array) => Promise<void>,
) {
  return upstream.ask(
    {
      ...{ registry, repository, identity, method, purpose: 'blob', reference: shown, limit },
      ...{ path: `blobs/${digest}`, what: named.role === 'config' ? 'config' : 'blob' },
      leaveHost: method === 'GET',
      ...(sink ? { sink } : {}),
    },
    recorder,
    signal,
  )
}

function refused(answer: Parameters<typeof refusal>[0], { registry, shown }: WantedBlob) {
  return refusal(answer, { registry: registry.name, reference: shown })
}
