import type { TarKind } from './tar-entry.ts'

/** One entry of a registry's error body. distribution-spec v1.1.1, spec.md#error-codes */
export type Diagnostic = { code: string; message?: string; detail?: unknown }

/**
 * Every way a panel can fail: plain data, crosses the wire as it is.
 *
 * `kind` is ours; a registry's own `code` stays verbatim inside `diagnostics`.
 * Sizes are bytes, times are milliseconds unless the field says otherwise.
 */
export type Problem =
  // What was typed
  // at: index in `input`; part: the piece of it that is wrong, as typed
  | {
      kind: 'reference-syntax'
      input: string
      reason: ReferenceReason
      at: number | null
      part?: string
    }
  | { kind: 'digest-syntax'; input: string }
  | { kind: 'platform-syntax'; input: string }
  | { kind: 'registry-not-listed'; registry: string }
  // The way there
  | { kind: 'offline'; registry: string }
  | { kind: 'live-off'; registry: string }
  | {
      kind: 'timeout'
      host: string
      phase: 'connect' | 'headers' | 'idle' | 'total'
      limit: number
    }
  | { kind: 'tls'; host: string; code: string }
  | { kind: 'address-refused'; host: string; address: string }
  | { kind: 'redirect-refused'; from: string; to: string; reason: RedirectReason }
  | { kind: 'too-many-redirects'; limit: number }
  // Being let in
  | { kind: 'challenge-missing'; registry: string }
  | { kind: 'challenge-unsupported'; registry: string; scheme: string }
  | { kind: 'realm-refused'; registry: string; realm: string }
  | { kind: 'token-failed'; registry: string; status: number; diagnostics: Diagnostic[] }
  | { kind: 'token-redirect'; registry: string; status: number }
  | {
      kind: 'not-found-or-private'
      reference: string
      status: number
      diagnostics: Diagnostic[]
    }
  | { kind: 'credentials-needed'; registry: string }
  // retryAfter in seconds
  | { kind: 'rate-limited'; registry: string; retryAfter: number | null }
  | { kind: 'visitor-limited'; retryAfter: number }
  | { kind: 'cross-site' }
  | { kind: 'host-refused'; host: string }
  | {
      kind: 'registry'
      registry: string
      status: number
      contentType: string | null
      diagnostics: Diagnostic[]
    }
  // Lists
  | { kind: 'link-refused'; link: string; reason: LinkReason }
  | { kind: 'too-many-pages'; limit: number }
  // status as the registry gave it; where it redirected, that of the redirect
  | { kind: 'referrers-unsupported'; registry: string; status: number; diagnostics: Diagnostic[] }
  // What came back
  | { kind: 'too-large'; what: BodyKind; limit: number; size: number | null }
  | { kind: 'truncated'; want: number; got: number }
  | { kind: 'digest-mismatch'; want: string; got: string }
  | { kind: 'size-mismatch'; want: number; got: number }
  | { kind: 'content-encoding'; encoding: string }
  | { kind: 'media-type-refused'; mediaType: string | null }
  | { kind: 'blob-not-named'; digest: string; repository: string }
  | { kind: 'blob-omitted'; digest: string; reason: string }
  | { kind: 'sample-unknown'; name: string }
  // Reading it
  | { kind: 'text-encoding'; at: number }
  | { kind: 'json-syntax'; at: number; expected: string }
  | { kind: 'json-depth'; limit: number }
  | { kind: 'document-shape'; at: string; expected: string }
  | { kind: 'digest-unverifiable'; algorithm: string }
  | { kind: 'platform-missing'; platform: string; offered: string[] }
  // Reading a layer
  | { kind: 'layer-foreign'; mediaType: string; urls: string[] }
  | { kind: 'not-a-layer'; mediaType: string }
  | { kind: 'compression-unsupported'; compression: string }
  | { kind: 'compression-broken'; compression: string; reason: CompressionReason }
  // compressed, unpacked: bytes so far
  | { kind: 'compression-ratio'; limit: number; compressed: number; unpacked: number }
  // at: offset in the unpacked archive
  | { kind: 'tar-syntax'; at: number; reason: TarReason }
  // limit: bytes; index: position of the entry
  | { kind: 'path-too-long'; limit: number; index: number }
  | { kind: 'too-many-entries'; limit: number }
  | { kind: 'entry-unknown'; index: number; entries: number }
  | { kind: 'entry-not-file'; path: string; what: EntryWhat }
  // Reading a reader's own file
  // at: offset in the archive, unpacked if it was compressed
  | { kind: 'archive-syntax'; at: number; reason: TarReason }
  | { kind: 'archive-entries'; limit: number }
  // size: null while it is being unpacked
  | { kind: 'archive-too-large'; limit: number; size: number | null }
  | { kind: 'document-too-large'; limit: number; size: number }
  | { kind: 'file-unreadable'; name: string }
  | { kind: 'conversation-cut' }
  | { kind: 'internal' }

export type BodyKind =
  | 'manifest'
  | 'config'
  | 'blob'
  | 'token'
  | 'error'
  | 'tags'
  | 'referrers'
  // a layer as it is stored, what unpacks from it, the list of its entries, one of its files
  | 'layer'
  | 'unpacked'
  | 'listing'
  | 'file'

export type CompressionReason = 'truncated' | 'corrupt' | 'trailing' | 'window' | 'frames'

export type TarReason = 'checksum' | 'number' | 'records' | 'records-too-long' | 'truncated'

/** What an entry is when it has no bytes of its own to show. */
export type EntryWhat = Exclude<TarKind, 'file'> | 'sparse'

export type RedirectReason = 'host-not-listed' | 'not-https' | 'userinfo' | 'port' | 'malformed'

export type LinkReason = 'malformed' | 'other-origin' | 'other-list' | 'parameter'

export type ReferenceReason =
  | 'empty'
  | 'too-long'
  | 'upper-case'
  | 'scheme'
  | 'white-space'
  | 'character'
  | 'host'
  | 'tag'
  | 'digest'
  | 'repository'
  | 'hex-name'

/** Thrown inside; at the door only its `problem` goes out. */
export class ProblemError extends Error {
  override name = 'ProblemError' as const
  readonly problem: Problem

  constructor(problem: Problem, options?: { cause?: unknown }) {
    super(`${problem.kind}: ${JSON.stringify(problem)}`, options)
    this.problem = problem
  }
}

/** Any thrown value as a Problem; what we did not foresee is `internal`, with nothing leaked. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { kind: 'internal' }
}
