import { type Diagnostic, type Problem, ProblemError } from '../oci/problem.ts'
import { headerOf, retryAfter } from './headers.ts'
import type { Answer } from './transport.ts'

/**
 * The `errors` of a registry's error body; empty for any other body, as HTML pages and a bare `true` are.
 *
 * @see distribution-spec v1.1.1, spec.md#error-codes
 */
export function decodeDiagnostics(body: Uint8Array): Diagnostic[] {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return []
  }
  const errors = isRecord(value) && Array.isArray(value.errors) ? value.errors : []
  return errors.filter(isRecord).flatMap((error) => {
    if (typeof error.code !== 'string') return []
    const diagnostic: Diagnostic = { code: error.code }
    if (typeof error.message === 'string') diagnostic.message = error.message
    if (error.detail !== undefined && error.detail !== null) diagnostic.detail = error.detail
    return [diagnostic]
  })
}

/**
 * An answer that is no success, as a Problem.
 *
 * 401, 403 and 404 are one kind: registries use each of them for "not there" and for "not for you".
 */
export function refusal(
  answer: Answer,
  { registry, reference }: { registry: string; reference: string },
): ProblemError {
  const { status, headers, body } = answer
  const diagnostics = decodeDiagnostics(body)
  let problem: Problem
  if (status === 429) {
    problem = { kind: 'rate-limited', registry, retryAfter: retryAfter(headers, Date.now()) }
  } else if (status === 401 || status === 403 || status === 404) {
    problem = { kind: 'not-found-or-private', reference, status, diagnostics }
  } else {
    const contentType = headerOf(headers, 'content-type')
    problem = { kind: 'registry', registry, status, contentType, diagnostics }
  }
  return new ProblemError(problem)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
