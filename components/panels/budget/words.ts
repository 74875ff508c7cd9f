/** What the desk says about rate limits. `{name}` placeholders. */
export type BudgetWords = {
  name: string
  heading: string
  lead: string
  source: string
  /** `{remaining}`, `{limit}`, `{window}` */
  left: string
  /** `{remaining}`, `{limit}`: without a window */
  leftPlain: string
  /** `{limit}`, `{window}`: nothing is said about what is left */
  limitOnly: string
  /** `{wait}` until the window begins anew */
  reset: string
  spans: Record<'hours' | 'minutes' | 'seconds', string>
  meter: string
  /** `{count}` answers */
  untold: string
  /** nothing was asked */
  noConversation: string
  table: {
    label: string
    request: string
    answer: string
    cost: string
    left: string
    costs: Record<'counted' | 'free' | 'unsaid', string>
    untold: string
  }
  why: { question: string; answer: string }[]
  warnings: { heading: string; lead: string; none: string }
}
