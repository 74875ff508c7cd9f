import type { Diagnostic, Problem } from '../oci/problem.ts'

/** What a registry's client is told about a Problem. */
export type ErrorAnswer = { status: number; code: string; retryAfter: number | null }

export type Asked = 'manifest' | 'blob' | 'tags' | 'other'

/**
 * A Problem as a registry says it: a status and a code of the specification.
 *
 * The specification has no code for a gateway's troubles; there the codes of Docker's registry stand in.
 *
 * @see distribution-spec v1.1.1, spec.md#error-codes
 */
export function errorAnswer(problem: Problem, asked: Asked): ErrorAnswer {
  const say = (status: number, code: string, retryAfter: number | null = null) => ({
    ...{ status, code, retryAfter },
  })
  switch (problem.kind) {
    case 'reference-syntax':
      return say(400, 'NAME_INVALID')
    case 'digest-syntax':
      return say(400, 'DIGEST_INVALID')
    case 'digest-unverifiable':
      return say(400, 'UNSUPPORTED')
    case 'registry-not-listed':
    case 'live-off':
    case 'credentials-needed':
    case 'cross-site':
    case 'host-refused':
    case 'too-large':
    case 'layer-foreign':
    case 'not-a-layer':
      return say(403, 'DENIED')
    case 'not-found-or-private':
      return problem.status === 404 ? say(404, unknownCode(problem, asked)) : say(403, 'DENIED')
    case 'blob-not-named':
    case 'blob-omitted':
    case 'entry-unknown':
    case 'entry-not-file':
      return say(404, 'BLOB_UNKNOWN')
    case 'referrers-unsupported':
      return say(404, knownCode(problem.diagnostics) ?? 'UNSUPPORTED')
    case 'sample-unknown':
      return say(404, 'NAME_UNKNOWN')
    case 'rate-limited':
    case 'visitor-limited':
      return say(429, 'TOOMANYREQUESTS', problem.retryAfter)
    case 'offline':
    case 'timeout':
      return say(504, 'UNAVAILABLE')
    case 'digest-mismatch':
      return say(502, 'DIGEST_INVALID')
    case 'size-mismatch':
      return say(502, 'SIZE_INVALID')
    case 'media-type-refused':
      return say(502, 'MANIFEST_INVALID')
    case 'compression-unsupported':
      return say(501, 'UNSUPPORTED')
    case 'internal':
      return say(500, 'UNKNOWN')
    default:
      return say(502, 'UNKNOWN')
  }
}

const UNKNOWN_CODES = new Set(['NAME_UNKNOWN', 'MANIFEST_UNKNOWN', 'BLOB_UNKNOWN'])
const UNKNOWN = { manifest: 'MANIFEST_UNKNOWN', blob: 'BLOB_UNKNOWN', tags: 'NAME_UNKNOWN' }

/** The registry's own word for it, if it is one of the three. */
function unknownCode(
  { diagnostics }: Extract<Problem, { kind: 'not-found-or-private' }>,
  asked: Asked,
): string {
  return knownCode(diagnostics) ?? UNKNOWN[asked === 'other' ? 'manifest' : asked]
}

function knownCode(diagnostics: readonly Diagnostic[]): string | undefined {
  return diagnostics.find((diagnostic) => UNKNOWN_CODES.has(diagnostic.code))?.code
}
