/** Words of the pages' bodies. */
export type ViewWords = {
  landing: {
    title: string
    lead: string
    manifestTitle: string
    /** {reference} {date} */
    manifestCaption: string
    live: string
    liveLabel: string
    liveButton: string
    notes: { config: string; layers: string; digest: string; whole: string }
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
  desk: { title: string; lead: string }
  licences: {
    title: string
    lead: string
    rows: { what: string; licence: string; href: string; who: string }[]
  }
  notFound: { title: string; text: string; home: string }
}
