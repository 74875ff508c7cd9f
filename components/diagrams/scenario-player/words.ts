/** What the player says. `{n}`, `{count}` are numbers from 1; `{from}`, `{to}` are actors' names. */
export type ScenarioPlayerWords = {
  /** names the drawing for those who do not see it */
  drawing: string
  list: string
  /** `Step {n} of {count}` */
  position: string
  next: string
  previous: string
  /** `{from} to {to}` */
  arrow: string
}
