import type { WireView } from '@/lib/protobuf/wire-view'

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

/** What travelled, or was there: text, or a message as JSON and bytes side by side. */
export type Evidence = TextEvidence | WireEvidence

export type WireEvidence = { label: string; wire: WireView }

export type TextEvidence = {
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

/** Between two actors, in the SVG's own units: with notes below their names, by how many, else. */
const WITH_NOTES = 204
const LANES = [0, 0, 180, 122, 93, 76, 68]
const LEAST_LANE = 64
/** Room for the numbers of the steps. */
const GUTTER = 30
const EDGE = 6
const HEAD = 52
export const ROW = 46
/** Of a monospaced character at the size of a label, and of one as wide as it is high. */
const NARROW = 6.65
const WIDE = 11

export type Drawing = {
  width: number
  /** of the actors' boxes; they stay in sight while the rows below scroll */
  head: number
  /** of the rows */
  height: number
  /** of an actor's box */
  box: number
  lanes: { id: string; x: number }[]
  rows: {
    y: number
    from: number
    to: number
    self: boolean
    /** where the call's text stands: its middle, or its start beside an arrow to itself */
    call: Placed
    answer: Placed | null
  }[]
}

type Placed = { text: string; x: number }

/** Where everything stands, in the SVG's own units. Actors keep their order, left to right. */
export function draw(scenario: Scenario): Drawing {
  const { actors, steps } = scenario
  const hasNotes = actors.some(({ note }) => note)
  const lane = hasNotes ? WITH_NOTES : (LANES[actors.length] ?? LEAST_LANE)
  const box = lane - (hasNotes ? 24 : 5)
  const first = GUTTER + box / 2
  const lanes = actors.map((actor, i) => ({ id: actor.id, x: first + i * lane }))
  const width = first + Math.max(0, actors.length - 1) * lane + box / 2 + EDGE
  const x = (id: string) => lanes.find((lane) => lane.id === id)?.x ?? first
  const rows = steps.map((step, i) => {
    const [from, to] = [x(step.from), x(step.to)]
    const self = from === to
    const middle = (from + to) / 2
    return {
      ...{ y: 24 + i * ROW, from, to, self },
      call: self ? besides(step.call, from, width) : within(step.call, middle, width),
      answer: step.answer && !self ? within(step.answer.text, middle, width) : null,
    }
  })
  return { width, head: HEAD, height: Math.max(1, rows.length) * ROW + 8, box, lanes, rows }
}

/** A row has the whole width to itself: a long text may reach over other lanes, not off the paper. */
function within(text: string, middle: number, width: number): Placed {
  const shown = shorten(text, width - GUTTER - EDGE)
  const half = widthOf(shown) / 2
  return { text: shown, x: Math.max(GUTTER + half, Math.min(width - EDGE - half, middle)) }
}

/** Right of an arrow from `x` to itself, or left of it where there is no room. */
function besides(text: string, x: number, width: number): Placed {
  const shown = shorten(text, width - GUTTER - EDGE)
  const size = widthOf(shown)
  if (x + 40 + size <= width - EDGE) return { text: shown, x: x + 40 }
  return { text: shown, x: Math.max(GUTTER, x - 9 - size) }
}

/** In the drawing's units, in the monospaced face; Hangul is as wide as it is high. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char >= '\u3000' ? WIDE : NARROW), 0)
}

/** The whole text is in the list; the drawing has only so much room. */
function shorten(text: string, room: number): string {
  if (widthOf(text) <= room) return text
  const chars = [...text]
  const count = Math.floor(room / (widthOf(text) / chars.length)) - 1
  const start = Math.ceil(count * 0.6)
  return `${chars.slice(0, start).join('')}…${chars.slice(chars.length - (count - start)).join('')}`
}

/** A name in a box: in two lines where one is too long. */
export function nameLines(name: string, box: number): string[] {
  const room = (box - 4) / 6.2
  const words = name.split(' ')
  if ([...name].reduce((sum, char) => sum + (char >= '\u3000' ? 1.75 : 1), 0) <= room) return [name]
  if (words.length === 1) return [name]
  const half = Math.ceil(words.length / 2)
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')]
}
