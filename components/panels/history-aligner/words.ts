import type { HistoryFinding } from './model'

/** What the history aligner says. */
export type HistoryWords = {
  name: string
  heading: string
  lead: string
  /** a config without layers and history, or none on screen */
  none: string
  pairing: { label: string; flag: string; position: string }
  /** what the pairing does; in `position`: `{wrong}` of `{count}` */
  says: { flag: string; position: string; positionRight: string; mistake: string }
  step: string
  made: string
  layer: string
  size: string
  digest: string
  /** the flag as the config spells it */
  empty: string
  noCommand: string
  noStep: string
  noLayer: string
  nothing: string
  /** `{n}` */
  layerName: string
  /** `{n}`: the layer it really made */
  wrong: string
  wrongNone: string
  /** `{count}` */
  more: string
  /** `{count}` characters of a long command */
  whole: string
  /** placeholders are the finding's own fields */
  findings: Record<HistoryFinding['kind'], string>
  spec: string
}
