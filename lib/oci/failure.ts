import type { Problem } from './problem.ts'

/** The failures that the error lab plays, in the order it shows them. */
export const FAILURES = [
  'private',
  'missing-repository',
  'missing-tag',
  'missing-digest',
  'name-unknown',
  'blob-unknown',
  'wrong-password',
  'expired-token',
  'insufficient-scope',
  'wrong-accept',
  'wrong-accept-v3',
  'wrong-platform',
  'rate-limited',
  'gateway-page',
  'digest-mismatch',
  'truncated',
  'redirect-elsewhere',
  'unknown-authority',
  'wrong-host-name',
  'http-at-https',
  'https-at-http',
] as const

export type Failure = (typeof FAILURES)[number]

export function isFailure(text: string): text is Failure {
  return (FAILURES as readonly string[]).includes(text)
}

/** Which of them shows what a Problem is about; null where none does. */
export function failureOf(problem: Problem): Failure | null {
  switch (problem.kind) {
    case 'not-found-or-private':
      return problem.status === 404 ? 'missing-tag' : 'private'
    case 'credentials-needed':
      return 'private'
    case 'token-failed':
      return 'wrong-password'
    case 'rate-limited':
    case 'digest-mismatch':
    case 'truncated':
      return problem.kind
    case 'platform-missing':
      return 'wrong-platform'
    case 'redirect-refused':
      return 'redirect-elsewhere'
    case 'registry':
      return problem.diagnostics.length === 0 && problem.status >= 500 ? 'gateway-page' : null
    case 'tls':
      if (/ALTNAME|HOSTNAME/.test(problem.code)) return 'wrong-host-name'
      return /SSL|EPROTO/.test(problem.code) ? 'https-at-http' : 'unknown-authority'
    default:
      return null
  }
}
