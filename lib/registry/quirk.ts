/** What a registry does otherwise than the specification leads one to expect. */
export type Quirk = {
  kind: QuirkKind
  note: string
  /** where it was seen or is said */
  source: string
}

/** Each has a play in the tests: a registry that behaves so, and what must come of it. */
export type QuirkKind =
  // Asking
  | 'head-is-free'
  | 'head-refused'
  | 'blob-head-refused'
  | 'accept-decides'
  // Being let in
  | 'public-without-token'
  | 'absent-is-401'
  | 'token-refused'
  | 'access-token'
  | 'challenge-missing'
  | 'expired-token-400'
  | 'realm-changes'
  // Being sent on
  | 'blobs-elsewhere'
  | 'manifest-redirect'
  | 'redirect-relative'
  | 'redirect-challenge'
  // What comes back
  | 'digest-header-missing'
  | 'digest-regional'
  | 'content-encoding'
  | 'body-true'
  | 'errors-empty'
  | 'text-429'
  // Lists
  | 'cursor-opaque'
  | 'page-limit'
  | 'tags-many'
  | 'tags-extra'
  | 'referrers-redirect'
  | 'referrers-unsupported'
  | 'fallback-is-subject'

/** Stands for a source where a quirk is known only from hearsay. */
export const UNCONFIRMED = 'not yet confirmed by npm run check:public'

/** What any registry may do, one that an operator lists included. */
export const COMMON_QUIRKS: readonly Quirk[] = [
  {
    kind: 'access-token',
    note: 'The token comes as `access_token` instead of `token`, or as both.',
    source: 'https://distribution.github.io/distribution/spec/auth/token/',
  },
  {
    kind: 'head-refused',
    note: 'HEAD of a manifest is refused though GET is answered.',
    source: UNCONFIRMED,
  },
  {
    kind: 'referrers-unsupported',
    note: 'Where there is no referrers API the answer is 404, 400, 405 or 406; clients look under the tag.',
    source: 'https://github.com/google/go-containerregistry/commit/a9a53a8',
  },
]
