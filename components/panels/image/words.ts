import type { Tool } from '@/lib/oci/commands'
import type { ReferenceStep } from '@/lib/oci/reference'
import type { ScenarioPlayerWords } from '../../diagrams/scenario-player/words'
import type { DocumentKind } from './kind'
import type { FactName } from './reader'

/** The words of one conversation with a registry. Placeholders stand beside each. */
export type ConversationWords = {
  title: string
  actors: {
    reader: string
    /** who speaks to the registry in a recording */
    recorder: string
    mirror: string
    registry: string
    token: string
    blob: string
  }
  /** what we asked for; `{host}`, `{what}` */
  asks: Record<'ping' | 'token' | 'manifest' | 'head' | 'blob' | 'tags' | 'referrers', string>
  /** a token of an earlier conversation is sent along */
  kept: string
  /** what the answer means */
  answers: {
    ok: string
    /** `{scheme}`, `{realm}`, `{scope}` */
    challenge: string
    /** a challenge without a realm to go to; `{scheme}` */
    challengePlain: string
    /** the token did not do; `{error}`, `{scope}` */
    challengeError: string
    token: string
    /** `{to}`, `{dropped}` */
    redirect: string
    /** `{dropped}` */
    dropped: string
    missing: string
    limited: string
    /** `{status}` */
    other: string
    none: string
    /** the answer began, and we read no further */
    unusable: string
  }
  /** the last line; `{reference}`, `{digest}`, `{size}` */
  resolved: string
  request: string
  response: string
  body: string
  noAnswer: string
  /** a recording of documents alone */
  recordedNone: string
}

/** What a note can be about; any other kind of document is `unknown` there. */
export type NoteTitle =
  | Extract<DocumentKind, 'index' | 'manifest' | 'config' | 'schema1' | 'unknown'>
  | 'layer'
  | 'tags'
  | 'referrers'

/** The words of what a reader takes along: commands, a link, the bytes, a note. */
export type ShareWords = {
  heading: string
  link: { heading: string; lead: string; label: string }
  file: {
    heading: string
    lead: string
    /** a layer: the mirror hands it on after it was verified */
    leadBlob: string
    /** `{name}`, `{size}` */
    save: string
    /** the bytes on screen do not fit the digest any more */
    wrong: string
  }
  note: {
    heading: string
    lead: string
    label: string
    titles: Record<NoteTitle, string>
    reference: string
    repository: string
    platform: string
    digest: string
    mediaType: string
    size: string
    /** `{size}` bytes */
    bytes: string
    seen: string
    /** `{date}` */
    recorded: string
    live: string
    link: string
    verify: string
  }
}

export type DocumentWords = {
  /** the kind's name, as a label: `index` */
  name: string
  heading: string
  /** what this document is, in a sentence */
  lead: string
}

/**
 * What the image panel says. `{name}` placeholders are filled by lib/i18n/format.
 *
 * Sentences of problems are not here: they are `ProblemWords`, shared by everything that fails.
 */
export type ImagePanelWords = {
  /** names the whole figure; `{reference}` */
  title: string
  form: {
    label: string
    hint: string
    submit: string
    recorded: string
    stop: string
  }
  origin: {
    /** follows `recordedShort`; `{date}`, `{tool}` with its version, `{others}` how many more */
    recorded: string
    /** follows `liveShort`; `{time}` */
    live: string
    /** follows `liveShort`; `{time}` */
    cache: string
    recordedShort: string
    liveShort: string
    /** live, and nothing has come yet */
    pending: string
    failed: string
  }
  state: {
    asking: string
    /** `{seconds}`: more than three are gone */
    slow: string
    /** `{digest}` */
    loading: string
    /** the recording stays on the page below the sentence; `{reference}` */
    keeping: string
    /** another image is recorded, not this one */
    offer: string
    /** a document further down the chain */
    nothing: string
    /** not even this site answers the browser */
    siteAway: { says: string; try: string }
  }
  sections: { reference: DocumentWords; conversation: DocumentWords }
  documents: Record<DocumentKind, DocumentWords>
  reference: {
    typed: string
    registry: string
    repository: string
    tag: string
    digest: string
    normal: string
    steps: Record<ReferenceStep['kind'], string>
    /** nothing was added */
    whole: string
  }
  table: {
    label: string
    platform: string
    mediaType: string
    size: string
    digest: string
    role: string
    choose: string
    chosen: string
    /** `{platform}` */
    choosePlatform: string
    attestation: string
    attestationWhy: string
    attestationRead: string
    /** `{digest}` */
    attests: string
    /** an index entry without a platform */
    anyPlatform: string
    roles: Record<'config' | 'layer' | 'subject', string>
    fact: string
    value: string
    facts: Record<FactName, string>
    /** `{count}` rows that are not drawn */
    more: string
  }
  raw: {
    heading: string
    note: string
    label: string
    /** `{shown}`, `{whole}` characters */
    limited: string
    more: string
  }
  view: { heading: string; note: string; label: string /** `{count}` */; more: string }
  field: {
    heading: string
    breaks: string
    spec: string
    /** `{kind}` */
    unknown: string
    hint: string
    unpin: string
    link: string
    finding: string
  }
  finding: {
    list: string
    /** `{count}` more, each told where its field is explained */
    more: string
  }
  check: {
    /** `{size}` */
    built: string
    /** `{size}` */
    match: string
    mismatch: string
    again: string
    working: string
    flip: string
    flipClose: string
  }
  commands: {
    heading: string
    tabs: string
    tools: Record<Tool, string>
    /** `{tool}` cannot ask for this */
    none: string
  }
  share: ShareWords
  copy: { copy: string; done: string; manual: string }
  links: { heading: string; byReference: string; byDigest: string; byField: string }
  /** `{size}`: the exact number */
  bytes: string
  conversation: ConversationWords
  player: ScenarioPlayerWords
}

/** The words of what a reader can take along. */
export type SharePanelWords = Pick<ImagePanelWords, 'commands' | 'copy' | 'share'>
