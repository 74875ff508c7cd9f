import type { Digest } from '../../oci/digest.ts'
import { ProblemError } from '../../oci/problem.ts'
import { headerOf } from '../headers.ts'
import type { Identity } from '../identity.ts'
import type { Named } from '../named.ts'
import type { ByteRange } from '../range.ts'
import type { Recorder } from '../recorder.ts'
import { refusal } from '../refusal.ts'
import type { UpstreamAnswer } from '../upstream.ts'
import { formatPlace, type Place, type Workshop } from '../work.ts'
import { createPool } from './pool.ts'
import { release } from './release.ts'
import type { LayerSource, PartSource, Take } from './source.ts'

/** A layer on some registry, and as whom it is asked for. */
export type Wanted = { place: Place; digest: Digest; named: Named; identity: Identity }

type Means = { visitor: string; recorder: Recorder; signal: AbortSignal }

/** Makes what reads layers from registries, few at once for each registry and visitor. */
export function createUpstreamLayers({ registries, upstream, visitors, limits: all }: Workshop) {
  const limits = all.layer
  const ofVisitor = createPool(limits.perVisitor, limits.waiting)
  const ofRegistry = createPool(limits.perRegistry, limits.waiting)

  /** Reads a layer's stored bytes, or parts of them, from the registry: as one of few at once. */
  return async function fromUpstream<T>(
    wanted: Wanted,
    { visitor, recorder, signal }: Means,
    read: (source: LayerSource, part: PartSource) => Promise<T>,
  ): Promise<T> {
    const { place, digest, identity, named } = wanted
    const registry = registries.find(place.registry)
    const reference = formatPlace(place, digest)
    const { repository } = place
    const question = {
      ...{ registry, repository, identity, reference, method: 'GET' as const },
      ...{ purpose: 'blob' as const, what: 'layer' as const, path: `blobs/${digest}` },
      limit: limits.compressed,
    }
    const refused = (answer: UpstreamAnswer) =>
      refusal(answer, { registry: registry.name, reference })
    const sinkOf = (take: Take) => async (chunk: Uint8Array) => {
      await visitors.spend(chunk.byteLength)
      await take(chunk)
      // What is not alone in its buffer may be some of what others hold.
      if (chunk.byteLength === chunk.buffer.byteLength) release(chunk)
    }
    const source: LayerSource = async (take) => {
      const answer = await upstream.ask({ ...question, sink: sinkOf(take) }, recorder, signal)
      if (answer.status !== 200) throw refused(answer)
      if (named.size !== null && named.size !== answer.bytes) {
        throw new ProblemError({ kind: 'size-mismatch', want: named.size, got: answer.bytes })
      }
    }
    const part: PartSource = async (range, take) => {
      const sink = sinkOf(take)
      const answer = await upstream.ask({ ...question, range, sink }, recorder, signal)
      if (answer.status === 206) return isRangeOf(answer, range)
      if (answer.status === 200 || answer.status === 416) return false
      throw refused(answer)
    }
    const leaveVisitor = await ofVisitor.enter(visitor, signal)
    let leaveRegistry = () => {}
    try {
      leaveRegistry = await ofRegistry.enter(registry.name, signal)
      return await read(source, part)
    } finally {
      leaveRegistry()
      leaveVisitor()
    }
  }
}

/** A part is what was asked for, or it is nothing. @see RFC 9110, section 14.4 */
function isRangeOf({ headers, bytes }: UpstreamAnswer, { first, last }: ByteRange): boolean {
  const range = headerOf(headers, 'content-range') ?? ''
  return range.startsWith(`bytes ${first}-${last}/`) && bytes === last - first + 1
}
