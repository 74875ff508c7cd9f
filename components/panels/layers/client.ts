import { filePath, type ImageLayers, listingPath } from './facts'
import type { Answers, FromWorker, Progress, Question, ToWorker } from './messages'

/** The worker that reads and keeps the layers, as the page sees it. */
export type LayersClient = {
  read(layers: number[]): void
  stop(): void
  /** never fails; an answer that is no longer wanted may simply be dropped */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['about']]>
  close(): void
}

export { filePath }

/** @param onProgress called whenever anything new is known */
export function startLayers(
  image: ImageLayers,
  onProgress: (progress: Progress) => void,
): LayersClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (value: never) => void>()
  let number = 0
  const tell = (message: ToWorker) => worker.postMessage(message)
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'progress') onProgress(data)
    else {
      waiting.get(data.number)?.(data.value as never)
      waiting.delete(data.number)
    }
  })
  tell({
    type: 'open',
    layers: image.layers.map((layer) => ({
      ...{ stored: layer.stored, foreign: layer.foreign },
      url: new URL(listingPath(image, layer), location.origin).href,
    })),
  })
  return {
    read: (layers) => tell({ type: 'read', layers }),
    stop: () => tell({ type: 'stop' }),
    ask: (question) =>
      new Promise((resolve) => {
        number += 1
        waiting.set(number, resolve)
        tell({ type: 'ask', number, ...question })
      }),
    close: () => worker.terminate(),
  }
}
