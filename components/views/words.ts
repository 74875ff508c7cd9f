import type { ManifestExcerptWords } from '@/components/panels/manifest-excerpt/ManifestExcerpt'

/** Words of the pages' bodies. */
export type ViewWords = {
  landing: ManifestExcerptWords & {
    title: string
    lead: string
    live: string
    liveLabel: string
    liveButton: string
    howTitle: string
    how: { term: string; text: string }[]
    chaptersTitle: string
    start: string
  }
  chapter: {
    contents: string
    questions: string
    objectives: string
    keypoints: string
    /** {teach} {exercise} */
    minutes: string
    spec: string
    previous: string
    next: string
    copy: string
    copied: string
    facilitator: string
    part: string
  }
  learn: { title: string; lead: string }
  /** `compare`, `errors`, `open` and `artifacts` are the texts of links */
  desk: {
    title: string
    lead: string
    compare: string
    errors: string
    open: string
    artifacts: string
  }
  open: { title: string; lead: string }
  compare: { title: string; lead: string }
  artifacts: { title: string; lead: string }
  licences: {
    title: string
    lead: string
    rows: { what: string; licence: string; href: string; who: string }[]
  }
  notFound: { title: string; text: string; home: string }
}
