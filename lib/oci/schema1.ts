import { decodeBase64 } from './base64.ts'
import { isRecord } from './descriptor.ts'
import type { DecodedDocument } from './document.ts'

/**
 * The part of a signed schema 1 manifest that its digest is of.
 *
 * The signatures were added to the text afterwards: what was signed is its first `formatLength`
 * bytes and then `formatTail`, as the signature itself says. An unsigned one is its own payload.
 *
 * @returns null when the signature does not say so, or what it says is not this document:
 *   then its digest would prove something else than what a reader sees
 * @see distribution v2.8.3, docs/spec/manifest-v2-1.md#signed-manifests
 */
export function schema1Payload({
  bytes,
  value,
}: Pick<DecodedDocument, 'bytes' | 'value'>): Uint8Array | null {
  if (value.signatures === undefined) return bytes
  const [signature] = Array.isArray(value.signatures) ? value.signatures : []
  if (!isRecord(signature) || typeof signature.protected !== 'string') return null
  const header = readJson(decodeUrl(signature.protected))
  const { formatLength, formatTail } = isRecord(header) ? header : {}
  const tail = typeof formatTail === 'string' ? decodeUrl(formatTail) : null
  if (typeof formatLength !== 'number' || !Number.isInteger(formatLength) || !tail) return null
  if (formatLength < 0 || formatLength > bytes.length) return null
  const payload = new Uint8Array(formatLength + tail.length)
  payload.set(bytes.subarray(0, formatLength))
  payload.set(tail, formatLength)
  const { signatures: _, ...unsigned } = value
  const said = readJson(payload)
  return JSON.stringify(said) === JSON.stringify(unsigned) ? payload : null
}

function readJson(bytes: Uint8Array | null): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

// RFC 7515, appendix C: base64url without padding
function decodeUrl(text: string): Uint8Array | null {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  return decodeBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, '='))
}
