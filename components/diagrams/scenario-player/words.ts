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
  /** which keys do what */
  keys: string
  /** a link to the step that is shown */
  link: string
  wire: WireWords
}

/** About a message as JSON and as bytes. */
export type WireWords = {
  json: string
  /** `{size}` of the whole */
  bytes: string
  /** until a field is chosen: what the colours say, and that one can be chosen */
  legend: string
  /** `{name}`, `{number}`, the tag's `{tag}` in hexadecimal, the wire type `{wire}` and its meaning `{kind}` */
  field: string
  /** of a number that the schema has no name for */
  unknown: string
  /** by wire type; `{bytes}` of the value, `{length}` in hexadecimal */
  kinds: Record<0 | 1 | 2 | 5, string>
}
