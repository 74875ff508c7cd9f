/** What a registry does otherwise than the specification leads one to expect. */
export type Quirk = {
  kind: QuirkKind
  /** a sentence in each language of the site: shown on the desk */
  note: { en: string; ko: string }
  /** where it was seen or is said */
  source: string
}

/** What part of a conversation a quirk belongs to. */
export type QuirkGroup = 'asking' | 'access' | 'redirects' | 'answers' | 'lists'

/** Each has a play in the tests: a registry that behaves so, and what must come of it. */
export const QUIRK_KINDS = {
  asking: ['head-is-free', 'head-refused', 'blob-head-refused', 'accept-decides'],
  access: [
    'public-without-token',
    'absent-is-401',
    'token-refused',
    'access-token',
    'challenge-missing',
    'scope-missing',
    'scope-own',
    'realm-elsewhere',
    'expired-token-400',
    'realm-changes',
  ],
  redirects: [
    'blobs-elsewhere',
    'manifest-redirect',
    'redirect-relative',
    'redirect-challenge',
    'redirect-expires',
  ],
  answers: [
    'digest-header-missing',
    'digest-regional',
    'content-encoding',
    'body-true',
    'errors-empty',
    'budget-told',
    'text-429',
    'throttled',
  ],
  lists: [
    'cursor-opaque',
    'link-relative',
    'page-limit',
    'tags-many',
    'tags-extra',
    'tags-oldest-first',
    'tags-missing',
    'referrers-redirect',
    'referrers-unsupported',
    'fallback-is-subject',
  ],
} as const satisfies Record<QuirkGroup, readonly string[]>

export type QuirkKind = (typeof QUIRK_KINDS)[QuirkGroup][number]

/** Stands for a source where a quirk is known only from hearsay. */
export const UNCONFIRMED = 'not yet confirmed by npm run check:public'

export function groupOf(kind: QuirkKind): QuirkGroup {
  const groups = Object.keys(QUIRK_KINDS) as QuirkGroup[]
  return groups.find((group) => (QUIRK_KINDS[group] as readonly string[]).includes(kind))!
}
