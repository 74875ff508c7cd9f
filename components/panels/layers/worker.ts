/// <reference lib="webworker" />
import type { LayerLine } from '@/lib/oci/layer-entry'
import { type Problem, ProblemError, problemOf } from '@/lib/oci/problem'
import { lines, problemFrom } from '../image/mirror'
import { createExplorer, type Explorer } from './explorer'
import { exportRows } from './export'
import type { Answers, FromWorker, LayerPlace, Question, ToWorker } from './messages'

/** Milliseconds between two words of progress. */
const PATIENCE = 80
/** Characters. Names of extended attributes may fill a record of 1 MiB. */
const LINE_LIMIT = 8 * 2 ** 20
/** Entries after which the first word goes out, however fast they come. */
const FIRST = 200
/** Characters a piece of an exported file is gathered to. */
const PIECE = 2 ** 16

let explorer: Explorer = createExplorer([])
let places: LayerPlace[] = []
/** which image the words of progress are about */
let of = 0
let foreign: boolean[] = []
let running: AbortController | null = null
let current: { layer: number; began: number } | null = null
let toldAt = 0
/** Milliseconds the last view took to make: a long list is told of less often. */
let viewTook = 0

const post = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'open') {
    running?.abort()
    explorer = createExplorer(data.layers)
    places = data.layers.map(({ place }) => place)
    of = data.of
    current = null
    foreign = data.layers.map((layer) => layer.foreign)
    tell()
  } else if (data.type === 'read') void read(data.layers)
  else if (data.type === 'stop') running?.abort()
  else if (data.type === 'prepare') void prepare()
  else if (data.about === 'contents') void contents(data)
  else post({ type: 'answer', number: data.number, value: answer(data) })
})

/** What reads a reader's own file. The desk never needs it. */
const loadLocal = () => import('./local')

async function prepare(): Promise<void> {
  const problem = await loadLocal()
    .then(({ loadAll }) => loadAll())
    .then(
      () => null,
      () => ({ kind: 'internal' }) as const,
    )
  post({ type: 'ready', problem })
}

async function contents(question: Asked<'contents'>): Promise<void> {
  const { number, layer, index } = question
  const place = places[layer]
  // Closed meanwhile: nobody waits for the answer.
  if (!place || !('blob' in place)) return
  const value = await loadLocal()
    .then(({ readContents }) => readContents(place.blob, index))
    .then(
      (bytes) => ({ bytes }),
      (error: unknown) => ({ problem: toProblem(error) }),
    )
  post({ type: 'answer', number, value })
}

type Asked<About> = Extract<Question, { about: About }> & { number: number }

function tell(): void {
  toldAt = performance.now()
  post({
    ...{ type: 'progress', of, readings: [...explorer.readings], applied: explorer.applied },
    current: current && { layer: current.layer, elapsed: performance.now() - current.began },
  })
}

async function read(layers: number[]): Promise<void> {
  running?.abort()
  const controller = new AbortController()
  running = controller
  const { signal } = controller
  const mine = explorer
  for (const layer of layers) {
    if (signal.aborted || isDone(mine, layer)) continue
    mine.begin(layer)
    const began = performance.now()
    current = { layer, began }
    try {
      await readLayer(mine, layer, signal)
    } catch (error) {
      mine.leave(layer, signal.aborted ? null : toProblem(error))
    }
    if (mine !== explorer) return
    if (current?.began === began) current = null
    tell()
    // What lies above cannot be built up without it.
    if (!isDone(mine, layer)) return
  }
}

function toProblem(error: unknown): Problem {
  // A TypeError is fetch's word for "no connection": here, to this site.
  if (error instanceof TypeError) return { kind: 'conversation-cut' }
  // A file that was changed or moved after it was dropped is refused by the browser.
  if (error instanceof DOMException && /^Not(?:Readable|Found)Error$/.test(error.name)) {
    return { kind: 'file-unreadable', name: '–' }
  }
  return problemOf(error)
}

function isDone({ readings, applied }: Explorer, layer: number): boolean {
  return layer < applied || foreign[layer] === true || readings[layer]?.status === 'whole'
}

async function readLayer(mine: Explorer, layer: number, signal: AbortSignal): Promise<void> {
  const place = places[layer]
  if (place && 'blob' in place) {
    toldAt = performance.now()
    const { readBlob } = await loadLocal()
    const isDue = () => performance.now() - toldAt >= Math.max(PATIENCE, 4 * viewTook)
    await readBlob(place, mine, layer, signal, () => isDue() && tell())
    return
  }
  const answer = await fetch(place?.url ?? '', { signal })
  if (!answer.ok || !answer.body) throw new ProblemError(await problemFrom(answer))
  let count = 0
  toldAt = performance.now()
  for await (const text of lines(answer.body, LINE_LIMIT)) {
    signal.throwIfAborted()
    mine.take(layer, JSON.parse(text) as LayerLine)
    count += 1
    if (count !== FIRST && performance.now() - toldAt < Math.max(PATIENCE, 4 * viewTook)) continue
    tell()
    // Questions wait in the queue until somebody lets them in.
    await new Promise((resolve) => setTimeout(resolve))
  }
  // A stream without `end` or `problem` was cut.
  mine.leave(layer, { kind: 'conversation-cut' })
}

function answer(question: Exclude<Question, { about: 'contents' }>): Answers[keyof Answers] {
  switch (question.about) {
    case 'view': {
      const began = performance.now()
      const view = explorer.view(question.query)
      viewTook = performance.now() - began
      return view
    }
    case 'story':
      return explorer.story(question.query, question.path)
    case 'place':
      return explorer.place(question.query, question.path)
    case 'map':
      return explorer.map(question.layer, question.show, question.path)
    case 'file':
      return fileOf(question)
  }
}

function fileOf({ layer, show, format }: Extract<Question, { about: 'file' }>): Blob {
  const pieces: string[] = []
  let piece = ''
  for (const text of exportRows(explorer.all(layer, show), format)) {
    piece += text
    if (piece.length < PIECE) continue
    pieces.push(piece)
    piece = ''
  }
  const type = { csv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson' }[format]
  return new Blob([...pieces, piece], { type: `${type};charset=utf-8` })
}
