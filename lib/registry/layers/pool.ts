import { ProblemError } from '../../oci/problem.ts'

/** So many at once under each key; the rest wait their turn. */
export type Pool = {
  /**
   * @returns what gives the place back
   * @throws ProblemError `visitor-limited` when too many wait already, `conversation-cut` when the signal fires
   */
  enter(key: string, signal: AbortSignal): Promise<() => void>
}

/** Seconds: a layer in front of us takes about so long. */
const COME_BACK = 30

export function createPool(size: number, mostWaiting: number): Pool {
  const lines = new Map<string, { inside: number; waiting: Set<() => void> }>()
  return {
    async enter(key, signal) {
      const line = lines.get(key) ?? { inside: 0, waiting: new Set<() => void>() }
      lines.set(key, line)
      if (line.inside < size) {
        line.inside += 1
      } else {
        if (line.waiting.size >= mostWaiting) {
          throw new ProblemError({ kind: 'visitor-limited', retryAfter: COME_BACK })
        }
        await turn(line.waiting, signal)
      }
      let left = false
      return () => {
        if (left) return
        left = true
        // The place goes from hand to hand, so nobody can slip in between.
        const [next] = line.waiting
        if (next) {
          line.waiting.delete(next)
          next()
          return
        }
        line.inside -= 1
        if (line.inside === 0) lines.delete(key)
      }
    },
  }
}

function turn(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const enter = () => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      waiting.delete(enter)
      const { reason } = signal
      reject(
        reason instanceof ProblemError ? reason : new ProblemError({ kind: 'conversation-cut' }),
      )
    }
    if (signal.aborted) {
      leave()
      return
    }
    waiting.add(enter)
    signal.addEventListener('abort', leave, { once: true })
  })
}
