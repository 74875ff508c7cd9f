import { type Problem, problemOf } from '@/lib/oci/problem'
import type { OpenCatalogue } from './catalogue'
import type {
  FileCheck,
  FromWorker,
  ImageDocuments,
  Opened,
  OpenInput,
  Progress,
  ToWorker,
} from './messages'

export { prepareLayers } from '../layers/client'
export { problemSentence } from '../problem/model'
export { loadOpenCatalogue } from './catalogue'

/** A question to the worker that can be stopped; `null` when it was. */
export type Asked<T> = { answer: Promise<T | null>; stop: () => void }

/** Thrown in answers, and only this. */
export class OpenFailure extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** The worker that reads what a reader opens, as the page sees it. */
export type OpenClient = {
  /** settles when the worker and all it may need are loaded; fails when they cannot be */
  ready: Promise<void>
  open(input: OpenInput, onProgress: (progress: Progress) => void): Asked<Opened>
  image(image: number): Asked<{ documents: ImageDocuments; layers: (Blob | null)[] }>
  check(onChecked: (check: FileCheck) => void, onProgress: (p: Progress) => void): Asked<true>
  close(): void
}

/** The problem of a failed answer; a TypeError is fetch's word for "no connection", to this site. */
export function problemIn(error: unknown): Problem {
  if (error instanceof OpenFailure) return error.problem
  return error instanceof TypeError ? { kind: 'conversation-cut' } : problemOf(error)
}

/** Starts the worker. */
export function startOpen(catalogue: OpenCatalogue): OpenClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (message: FromWorker) => void>()
  let number = 0
  const tell = (message: ToWorker) => worker.postMessage(message)
  const ready = new Promise<void>((resolve, reject) => {
    waiting.set(READY, ({ type }) =>
      type === 'done' ? resolve() : reject(new TypeError('worker')),
    )
  })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    waiting.get(data.number)?.(data)
  })
  // A worker that dies, for want of memory above all, answers nobody any more.
  worker.addEventListener('error', () => {
    for (const [of, take] of waiting) take({ number: of, type: 'problem', problem: INTERNAL })
  })
  tell({ type: 'ready', catalogue })

  function ask<T>(
    question: (number: number) => ToWorker,
    take: (message: FromWorker) => T | undefined,
  ): Asked<T> {
    number += 1
    const mine = number
    const answer = new Promise<T | null>((resolve, reject) => {
      let value: T | null = null
      waiting.set(mine, (message) => {
        if (message.type === 'done') {
          waiting.delete(mine)
          resolve(value)
        } else if (message.type === 'problem') {
          waiting.delete(mine)
          reject(new OpenFailure(message.problem))
        } else value = take(message) ?? value
      })
    })
    tell(question(mine))
    return { answer, stop: () => tell({ type: 'stop', number: mine }) }
  }

  return {
    ready,
    open: (input, onProgress) =>
      ask(
        (of) => ({ type: 'open', number: of, input }),
        (message) => {
          if (message.type === 'progress') onProgress(message.progress)
          return message.type === 'opened' ? message.opened : undefined
        },
      ),
    image: (image) =>
      ask(
        (of) => ({ type: 'image', number: of, image }),
        (message) => (message.type === 'documents' ? message : undefined),
      ),
    check: (onChecked, onProgress) =>
      ask<true>(
        (of) => ({ type: 'check', number: of }),
        (message) => {
          if (message.type === 'progress') onProgress(message.progress)
          if (message.type === 'checked') onChecked(message.check)
          return true
        },
      ),
    close: () => worker.terminate(),
  }
}

/** Not a question's number: the worker says by it that it has loaded all it may need. */
const READY = 0
const INTERNAL: Problem = { kind: 'internal' }
