import type { FromWorker, ToWorker } from './messages'
import type { Plan } from './plan'
import type { Rows, RowsQuery } from './reader'

/** The worker that reads the layers of two images and keeps what differs. */
export type FilesClient = {
  read(): void
  stop(): void
  ask(query: RowsQuery): Promise<Rows>
  close(): void
}

export function startFiles(
  plan: Plan,
  onWord: (word: Exclude<FromWorker, { type: 'answer' }>) => void,
): FilesClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (value: Rows) => void>()
  let number = 0
  const tell = (message: ToWorker) => worker.postMessage(message)
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type !== 'answer') return onWord(data)
    waiting.get(data.number)?.(data.value)
    waiting.delete(data.number)
  })
  tell({ type: 'open', plan, origin: location.origin })
  return {
    read: () => tell({ type: 'read' }),
    stop: () => tell({ type: 'stop' }),
    ask: (query) =>
      new Promise((resolve) => {
        number += 1
        waiting.set(number, resolve)
        tell({ type: 'ask', number, query })
      }),
    close: () => worker.terminate(),
  }
}
