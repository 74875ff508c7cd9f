import { digestAlgorithm, isDigest } from '@/lib/oci/digest'
import { digestOf } from '@/lib/oci/hash'
import { mediaTypeFacts } from '@/lib/oci/media-type'
import { ProblemError } from '@/lib/oci/problem'
import { fetchBytes } from '../image/mirror'

/** Bytes. A layer that is larger is not fetched here, nor unpacked any further. */
export const LAYER_LIMIT = 4 * 1024 * 1024

export type HashedLayer = {
  digest: string
  size: number
  /** null where a browser cannot unpack it: zstd */
  unpacked: { diffId: string; size: number } | null
}

/**
 * Fetches a recorded layer and hashes it twice: as it came and unpacked.
 *
 * @throws ProblemError `too-large` beyond `LAYER_LIMIT` on either side, `digest-unverifiable`,
 *   `digest-mismatch` before anything is unpacked, what the mirror answers
 */
export async function hashLayer(
  sample: string,
  layer: { digest: string; mediaType: string },
  signal: AbortSignal,
): Promise<HashedLayer> {
  const { digest: want, mediaType } = layer
  if (!isDigest(want)) throw new ProblemError({ kind: 'digest-syntax', input: want })
  const { bytes } = await fetchBytes(`/v2/samples/${sample}/blobs/${want}`, 'blob', signal)
  const digest = await digestOf(bytes, digestAlgorithm(want))
  if (digest !== want) throw new ProblemError({ kind: 'digest-mismatch', want, got: digest })
  const { compression } = mediaTypeFacts(mediaType)
  const tar = compression === 'gzip' ? await gunzip(bytes) : compression === 'none' ? bytes : null
  return {
    digest,
    size: bytes.length,
    unpacked: tar && { diffId: await digestOf(tar), size: tar.length },
  }
}

/** @throws ProblemError `too-large`; TypeError when it is no gzip */
export async function gunzip(bytes: Uint8Array, limit = LAYER_LIMIT): Promise<Uint8Array> {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > limit)
        throw new ProblemError({ kind: 'too-large', what: 'blob', limit, size: null })
      parts.push(value)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
