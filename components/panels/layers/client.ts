import { type AnyLayers, filePath, type LayerFacts, listingPath, type OwnLayer } from './facts'
import type { Answers, FromWorker, LayerPlace, Progress, Question, ToWorker } from './messages'

/** The worker that reads and keeps the layers, as the page sees it. */
export type LayersClient = {
  read(layers: number[]): void
  stop(): void
  /** never fails; an answer that is no longer wanted may simply be dropped */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['about']]>
  close(): void
}

/** @param onProgress called whenever anything new is known */
export type StartLayers = (
  image: AnyLayers,
  onProgress: (progress: Progress) => void,
) => LayersClient

export { filePath }

const newWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** A worker for layers of a registry. */
export const startLayers: StartLayers = (image, onProgress) => {
  const worker = newWorker()
  const client = speak(worker, image, onProgress)
  return { ...client, close: () => worker.terminate() }
}

/**
 * A worker for layers that a reader brings, with all loaded that it may need: nothing is asked of any
 * server from then on. One image is read at a time.
 *
 * @returns once it is loaded. @throws TypeError when it cannot be
 */
export async function prepareLayers(): Promise<StartLayers> {
  const worker = newWorker()
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', () => reject(new TypeError('worker')), { once: true })
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'ready') data.problem ? reject(new TypeError('worker')) : resolve()
    })
    worker.postMessage({ type: 'prepare' } satisfies ToWorker)
  })
  return (image, onProgress) => speak(worker, image, onProgress)
}

/** Of all workers, so that a late answer to one image is never taken for another's. */
let number = 0

function speak(
  worker: Worker,
  image: AnyLayers,
  onProgress: (progress: Progress) => void,
): LayersClient {
  const waiting = new Map<number, (value: never) => void>()
  number += 1
  const of = number
  const tell = (message: ToWorker) => worker.postMessage(message)
  const hear = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'progress' && data.of === of) onProgress(data)
    else if (data.type === 'answer') {
      waiting.get(data.number)?.(data.value as never)
      waiting.delete(data.number)
    }
  }
  worker.addEventListener('message', hear)
  const layers = image.layers.map((layer) => {
    const { stored, foreign } = layer
    return { stored, foreign, place: placeOf(image, layer) }
  })
  tell({ type: 'open', of, layers })
  return {
    read: (layers) => tell({ type: 'read', layers }),
    stop: () => tell({ type: 'stop' }),
    ask: (question) =>
      new Promise((resolve) => {
        number += 1
        waiting.set(number, resolve)
        tell({ type: 'ask', number, ...question })
      }),
    close() {
      worker.removeEventListener('message', hear)
      // Nothing of the file is kept.
      tell({ type: 'open', of: 0, layers: [] })
    },
  }
}

function placeOf(image: AnyLayers, layer: LayerFacts | OwnLayer): LayerPlace {
  if (layer.blob) {
    const { blob, digest, diffId, mediaType } = layer
    return { blob, digest, diffId, mediaType }
  }
  return { url: new URL(listingPath(image, layer), location.origin).href }
}
