/// <reference lib="webworker" />
import type { FileDifference } from '@/lib/oci/compare-files'
import type { LayerLine } from '@/lib/oci/layer-entry'
import { ProblemError, problemOf } from '@/lib/oci/problem'
import { lines, problemFrom } from '../../image/mirror'
import type { FromWorker, ToWorker } from './messages'
import type { LayerRead, Plan } from './plan'
import { createFilesReader, differencesIn, type FilesReader, type RowsQuery } from './reader'

/** Milliseconds between two words of progress. */
const PATIENCE = 80
/** Characters. Names of extended attributes may fill a record of 1 MiB. */
const LINE_LIMIT = 8 * 2 ** 20

let plan: Plan | null = null
let origin = ''
let reader: FilesReader | null = null
let running: AbortController | null = null
let kept: { key: string; list: FileDifference[] } | null = null

const post = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'open') {
    plan = data.plan
    origin = data.origin
    reader = createFilesReader(plan)
  } else if (data.type === 'read') void read()
  else if (data.type === 'stop') running?.abort()
  else {
    const { from, count } = data.query
    const list = listOf(data.query)
    const rows = list.slice(from, from + count)
    post({ type: 'answer', number: data.number, value: { total: list.length, rows } })
  }
})

/** One group's list, kept until another is asked for. */
function listOf({ group, find }: RowsQuery): FileDifference[] {
  const key = `${group} ${find}`
  if (kept?.key !== key) {
    kept = { key, list: differencesIn(reader?.differences ?? [], { group, find }) }
  }
  return kept.list
}

async function read(): Promise<void> {
  if (!plan || !reader) return
  running?.abort()
  const controller = new AbortController()
  running = controller
  const { signal } = controller
  try {
    let n = 0
    for (const [place, layer] of plan.reads.entries()) {
      if (layer.foreign) continue
      n += 1
      if (!reader.isWhole(place)) await readLayer(reader, place, layer, n, signal)
    }
    kept = null
    post({ type: 'done', summary: reader.compare() })
  } catch (error) {
    if (signal.aborted) post({ type: 'stopped' })
    // A TypeError is fetch's word for "no connection": here, to this site.
    else if (error instanceof TypeError) {
      post({ type: 'failed', problem: { kind: 'conversation-cut' } })
    } else post({ type: 'failed', problem: problemOf(error) })
  }
}

async function readLayer(
  mine: FilesReader,
  place: number,
  { path, stored }: LayerRead,
  n: number,
  signal: AbortSignal,
): Promise<void> {
  let [compressed, entries, toldAt] = [0, 0, performance.now()]
  mine.begin(place)
  post({ type: 'progress', n, compressed, stored, entries })
  const answer = await fetch(new URL(path, origin), { signal })
  if (!answer.ok || !answer.body) throw new ProblemError(await problemFrom(answer))
  for await (const text of lines(answer.body, LINE_LIMIT)) {
    signal.throwIfAborted()
    const line = JSON.parse(text) as LayerLine
    mine.take(place, line)
    if (line.type === 'entry') entries += 1
    else if (line.type !== 'problem') compressed = line.compressed
    if (performance.now() - toldAt < PATIENCE) continue
    toldAt = performance.now()
    post({ type: 'progress', n, compressed, stored, entries })
    // A word to stop waits in the queue until somebody lets it in.
    await new Promise((resolve) => setTimeout(resolve))
  }
  // A stream without `end` or `problem` was cut.
  if (!mine.isWhole(place)) throw new ProblemError({ kind: 'conversation-cut' })
}
