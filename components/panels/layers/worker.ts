/// <reference lib="webworker" />
import type { LayerLine } from '@/lib/oci/layer-entry'
import { ProblemError, problemOf } from '@/lib/oci/problem'
import { lines, problemFrom } from '../image/mirror'
import { createExplorer, type Explorer } from './explorer'
import { exportRows } from './export'
import type { Answers, FromWorker, Question, ToWorker } from './messages'

/** Milliseconds between two words of progress. */
const PATIENCE = 80
/** Characters. Names of extended attributes may fill a record of 1 MiB. */
const LINE_LIMIT = 8 * 2 ** 20
/** Entries after which the first word goes out, however fast they come. */
const FIRST = 200
/** Characters a piece of an exported file is gathered to. */
const PIECE = 2 ** 16

let explorer: Explorer = createExplorer([])
let urls: string[] = []
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
    urls = data.layers.map(({ url }) => url)
    foreign = data.layers.map((layer) => layer.foreign)
    tell()
  } else if (data.type === 'read') void read(data.layers)
  else if (data.type === 'stop') running?.abort()
  else post({ type: 'answer', number: data.number, value: answer(data) })
})

function tell(): void {
  toldAt = performance.now()
  post({
    ...{ type: 'progress', readings: [...explorer.readings], applied: explorer.applied },
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
      // A TypeError is fetch's word for "no connection": here, to this site.
      const problem =
        error instanceof TypeError ? ({ kind: 'conversation-cut' } as const) : problemOf(error)
      mine.leave(layer, signal.aborted ? null : problem)
    }
    if (mine !== explorer) return
    if (current?.began === began) current = null
    tell()
    // What lies above cannot be built up without it.
    if (!isDone(mine, layer)) return
  }
}

function isDone({ readings, applied }: Explorer, layer: number): boolean {
  return layer < applied || foreign[layer] === true || readings[layer]?.status === 'whole'
}

async function readLayer(mine: Explorer, layer: number, signal: AbortSignal): Promise<void> {
  const answer = await fetch(urls[layer] ?? '', { signal })
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

function answer(question: Question): Answers[keyof Answers] {
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
