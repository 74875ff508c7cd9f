import type { Failure } from '@/lib/oci/failure'

/** What the error lab says. `{name}` in a sentence is filled in. */
export type ErrorLabWords = {
  title: string
  lead: string
  absent: {
    heading: string
    lead: string
    /** the two columns */
    columns: { failure: Failure; name: string }[]
    why: string
    question: Question
  }
  choose: string
  groups: { name: string; failures: Failure[] }[]
  failures: Record<Failure, FailureWords>
  /** `{registry}` played it */
  playedBy: string
  playedByHarness: string
  askedByRecorder: string
  /** `{date}` */
  recorded: string
  exchange: string
  /** `{code}` is a Problem's kind */
  outcome: string
  resolved: string
  body: string
  bodyNone: string
  bodyPlain: string
  inSpec: string
  notInSpec: string
  codeUnknown: string
  accept: {
    heading: string
    repository: string
    accept: string
    /** as this site and current tools do */
    all: string
    none: string
    status: string
    type: string
    digest: string
  }
  tools: string
  toolsHint: string
  exit: string
  command: string
  stdout: string
  stderr: string
  nothing: string
  /** `{seconds}` */
  seconds: string
  /** `{count}` */
  requests: string
  site: string
  next: string
  following: string
  codes: {
    heading: string
    lead: string
    source: string
    spec: string
    other: string
    code: string
    status: string
    means: string
    next: string
    push: string
    without: { heading: string; text: string }[]
    withoutHeading: string
  }
}

export type FailureWords = {
  /** short, for the list */
  name: string
  heading: string
  /** what was done to make it fail */
  staged: string
  /** why the answer looks as it does */
  cause: string
  next: string[]
  question?: Question
}

/** One choice is right; each says why it is, or why it tempts. */
export type Question = {
  asks: string
  choices: { text: string; why: string; right?: boolean }[]
}
