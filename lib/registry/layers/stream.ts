import type { Digest } from '../../oci/digest.ts'
import type { LayerLine } from '../../oci/layer-entry.ts'
import { ProblemError } from '../../oci/problem.ts'
import type { Listing } from './listing.ts'

export type Streaming = {
  listing: Listing
  /** what the asker says the unpacked bytes hash to */
  diffId: Digest | null
  /** milliseconds a reader may take nothing */
  stall: number
  /** fires when the reader is gone */
  signal: AbortSignal
  /** called once, however it ends */
  onLeave: () => void
}

const PIECE = 64 * 2 ** 10
/** Milliseconds between two lines of progress. */
const PROGRESS = 250

/** A listing as it grows, for one reader at its own pace; ends with its `end` or `problem`. */
export function streamListing(streaming: Streaming): ReadableStream<Uint8Array> {
  const { listing, diffId, stall, signal, onLeave } = streaming
  const encoder = new TextEncoder()
  let at = 0
  let seen = -1
  let clock: NodeJS.Timeout | undefined
  const line = (value: LayerLine) => encoder.encode(`${JSON.stringify(value)}\n`)
  const leave = () => {
    clearTimeout(clock)
    signal.removeEventListener('abort', leave)
    onLeave()
  }
  signal.addEventListener('abort', leave)

  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        clearTimeout(clock)
        const bytes = await next().catch((error: unknown) => {
          leave()
          throw error
        })
        if (bytes) {
          stream.enqueue(bytes)
          clock = setTimeout(() => {
            leave()
            stream.error(new ProblemError({ kind: 'conversation-cut' }))
          }, stall)
          return
        }
        const { outcome } = listing
        if (outcome) stream.enqueue(line(judged(outcome, diffId)))
        stream.close()
        leave()
      },
      cancel: leave,
    },
    { highWaterMark: 1 },
  )

  /** What is written, else how far it is; null at the end. */
  async function next(): Promise<Uint8Array | null> {
    for (;;) {
      if (signal.aborted) return null
      if (at < listing.written) {
        const bytes = await listing.read(at, PIECE)
        at += bytes.length
        return bytes
      }
      if (listing.outcome) return null
      const { compressed, unpacked } = listing
      if (compressed !== seen && compressed > 0) {
        seen = compressed
        return line({ type: 'progress', compressed, unpacked })
      }
      await Promise.race([listing.change(), gone(signal), pause()])
    }
  }
}

function judged(outcome: NonNullable<Listing['outcome']>, diffId: Digest | null): LayerLine {
  // Without all of the bytes there is nothing to judge by.
  if (outcome.type === 'problem' || diffId === null || outcome.diffId === null) return outcome
  return { ...outcome, diffIdVerified: outcome.diffId === diffId }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PROGRESS).unref())
}

function gone(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
