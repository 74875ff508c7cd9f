import type { KeptKind, TagKind } from './model'

/** What the desk says about the tags of a repository. `{name}` placeholders. */
export type TagsWords = {
  name: string
  heading: string
  lead: string
  spec: string
  form: {
    /** `{repository}` */
    label: string
    size: string
    hint: string
    ask: string
    again: string
    next: string
    all: string
    stop: string
    reading: string
    /** opens a recorded image with many tags: `{reference}` */
    many: string
  }
  page: {
    list: string
    /** `{n}` */
    title: string
    /** `{from}`, `{to}` */
    between: string
    /** `{status}`, `{bytes}`, `{count}`, `{time}` */
    answer: string
    /** the same of a page that was asked for when the site was built */
    answerBuilt: string
    headers: string
    body: string
    /** `{count}` characters */
    cut: string
    linked: string
    last: string
    upstream: string
    upstreamLead: string
    /** a full page without a link; the next question is asked with `last=` */
    byLast: string
    asking: string
  }
  /** `{tags}`, `{pages}` */
  sum: string
  /** pages are left: `{tags}`, `{pages}` */
  sumSoFar: string
  none: string
  order: Record<'bytes' | 'letters' | 'other', string>
  kept: {
    /** `{kept}` of `{tags}` */
    heading: string
    lead: string
    kinds: Record<KeptKind, string>
    /** `{count}`, beside each kind */
    count: string
    /** what cosign would call the signature of the image on screen: `{tag}` */
    here: string
    /** `{tag}` is in the list */
    hereFound: string
    show: string
  }
  list: {
    search: string
    order: string
    given: string
    number: string
    /** `{shown}`, `{tags}` */
    shown: string
    label: string
    marks: Record<TagKind, string>
    current: string
    /** not a tag by the grammar, so no link */
    odd: string
    nothing: string
  }
}
