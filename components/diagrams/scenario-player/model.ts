/**
 * A story between parties, told in steps: what the player draws and, later, slides and handouts.
 *
 * Words are already in the reader's language. Nothing here knows about registries.
 */
export type Scenario = {
  /** letters, digits and `-`; unique on its page */
  id: string
  title: string
  actors: Actor[]
  steps: Step[]
}

export type Actor = { id: string; name: string; role: ActorRole; note?: string }

export type ActorRole = 'reader' | 'mirror' | 'registry' | 'token' | 'blob' | 'process'

export type Step = {
  /** an actor's id */
  from: string
  /** an actor's id; the same as `from` for a thought of its own */
  to: string
  /** short, monospaced: `GET /v2/` */
  call: string
  /** what came back along the same line: `401 Unauthorized` */
  answer?: { text: string; tone: Tone }
  /** one sentence or two */
  words: string
  evidence: Evidence[]
}

export type Tone = 'good' | 'turn' | 'bad'

/** Text as it travelled. */
export type Evidence = {
  label: string
  lines: string[]
  /** indices of the lines to look at */
  marks?: number[]
}

/** The step after a key or a button; stays inside the scenario. */
export function move(step: number, count: number, to: 'next' | 'previous' | 'first' | 'last') {
  const last = Math.max(0, count - 1)
  if (to === 'first') return 0
  if (to === 'last') return last
  return Math.min(last, Math.max(0, step + (to === 'next' ? 1 : -1)))
}

const LANE = 204
/** Where there are more than four actors. */
const NARROW = 148
const MARGIN = 90
const HEAD = 58
const ROW = 46

export type Drawing = {
  width: number
  height: number
  /** of an actor's box */
  box: number
  lanes: { id: string; x: number }[]
  rows: { y: number; from: number; to: number; self: boolean }[]
}

/** Where everything stands, in the SVG's own units. Actors keep their order, left to right. */
export function draw(scenario: Scenario): Drawing {
  const lane = scenario.actors.length > 4 ? NARROW : LANE
  const lanes = scenario.actors.map((actor, i) => ({ id: actor.id, x: MARGIN + i * lane }))
  const x = (id: string) => lanes.find((lane) => lane.id === id)?.x ?? MARGIN
  const rows = scenario.steps.map((step, i) => ({
    y: HEAD + 20 + i * ROW,
    from: x(step.from),
    to: x(step.to),
    self: step.from === step.to,
  }))
  return {
    width: MARGIN * 2 + Math.max(0, lanes.length - 1) * LANE,
    height: HEAD + Math.max(1, rows.length) * ROW + 14,
    box: lane - 40,
    lanes,
    rows,
  }
}

/** How many monospaced characters fit on an arrow; more between distant actors. */
export function roomOn(row: Drawing['rows'][number]): number {
  return Math.min(46, Math.max(16, Math.floor((Math.abs(row.to - row.from) - 34) / 6.8)))
}
