import type { MirrorRefusal } from '../oci/mirror-path.ts'
import { GUARD_HEADERS } from './guard.ts'

/** What every answer of the mirror carries. */
export const BASE_HEADERS: Readonly<Record<string, string>> = {
  ...GUARD_HEADERS,
  'Docker-Distribution-Api-Version': 'registry/2.0',
}

/** @param own readers see it only because the operator opened the repository */
export function cacheControl(immutable: boolean, own: boolean): string {
  if (own) return 'private, no-cache, no-transform'
  return immutable ? 'public, max-age=31536000, immutable, no-transform' : 'no-cache, no-transform'
}

/** Says that the registry could not be asked again. RFC 9111, section 5.1; RFC 7234, section 5.5.1 */
export function markStale(headers: Headers, observedAt: string): void {
  const age = Math.max(0, Math.round((Date.now() - Date.parse(observedAt)) / 1000))
  headers.set('Age', String(age))
  headers.set('Warning', '110 - "Response is Stale"')
}

export function refusedPath({ status, code, part }: MirrorRefusal, head: boolean): Response {
  const message = part ? 'this part of the path' : 'no such route'
  return errorResponse(status, code, message, part || null, {}, head)
}

/** An error body of the specification. distribution-spec v1.1.1, spec.md#error-codes */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  detail: unknown,
  headers: Record<string, string> = {},
  head = false,
): Response {
  const diagnostic = { code, message, ...(detail === null ? {} : { detail }) }
  const guarded = { 'Cache-Control': 'no-store, no-transform', ...headers }
  return jsonResponse(status, { errors: [diagnostic] }, guarded, head)
}

export function jsonResponse(
  status: number,
  value: unknown,
  headers: Record<string, string>,
  head: boolean,
): Response {
  const text = JSON.stringify(value)
  return new Response(head ? null : text, {
    status,
    headers: {
      ...BASE_HEADERS,
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(text)),
      ...headers,
    },
  })
}
