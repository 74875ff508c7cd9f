import type { Way } from './model'

export type ReferrersWords = {
  subject: string
  /** `{digest}` is shown beside it */
  subjects: { index: string; manifest: string; platform: string }
  ask: string
  asking: string
  /** nothing was asked about this one yet */
  unasked: string
  ways: Record<Way, { name: string; means: string }>
  /** nobody is asked: it stands in the index */
  noRequest: string
  request: string
  /** `{status}` */
  status: string
  outcomes: {
    /** `{count}` */
    found: string
    more: string
    none: string
    absentApi: string
    /** a redirect or a web page in place of the API; `{status}` */
    absentOther: string
    absentTag: string
    absentCosign: string
    trap: string
    noneInIndex: string
    noIndex: string
    failed: string
  }
  /** asked again with `?artifactType={type}`; `{count}` */
  filters: { applied: string; ignored: string }
  together: {
    heading: string
    lead: string
    kind: string
    digest: string
    ways: string
    size: string
    open: string
    none: string
  }
  traps: { heading: string; gitlab: string; ghcr: string; cosign: string }
}
