import type { Exchange } from '../../../lib/oci/conversation.ts'
import { ProblemError, problemOf } from '../../../lib/oci/problem.ts'
import { readRateLimit } from '../../../lib/oci/rate-limit.ts'
import type { Reader } from '../../../lib/registry/work.ts'

/** A guest who counts what is left and waits when told to. */
export type Polite = {
  /**
   * Asks, and asks again after the wait a registry names.
   *
   * @param counts whether the answer is of the kind that registries count: a manifest
   * @throws ProblemError of the work; `rate-limited` when the budget is nearly used up, or when the
   *   wait is longer than our patience
   */
  ask<T>(work: (reader: Reader) => Promise<T>, counts?: boolean): Promise<T>
}

type Options = {
  registry: string
  signal: AbortSignal
  say: (line: string) => void
  sleep: (seconds: number, signal: AbortSignal) => Promise<void>
}

/** Manifests left to whoever shares this address with us. */
const RESERVE = 5
/** Seconds we wait for a registry; after that, a later run goes on where this one stopped. */
const PATIENCE = 300
const TRIES = 5

export function createPolite({ registry, signal, say, sleep }: Options): Polite {
  let left: { remaining: number; reset: number | null } | null = null
  const onExchange = ({ response }: Exchange) => {
    const { remaining, reset } = readRateLimit(response?.headers ?? [], Date.now()) ?? {}
    if (remaining !== undefined && remaining !== null) left = { remaining, reset: reset ?? null }
  }
  return {
    async ask(work, counts = false) {
      for (let tries = 1; ; tries += 1) {
        if (counts && left && left.remaining <= RESERVE) {
          say(`${registry} has ${left.remaining} requests left; ${RESERVE} of them are for others`)
          throw new ProblemError({ kind: 'rate-limited', registry, retryAfter: left.reset })
        }
        try {
          return await work({ visitor: '127.0.0.1', signal, onExchange })
        } catch (error) {
          const problem = problemOf(error)
          const limited = problem.kind === 'rate-limited' || problem.kind === 'visitor-limited'
          const wait = limited ? problem.retryAfter : null
          if (wait === null || wait > PATIENCE || tries === TRIES) throw error
          say(`${registry} asks us to wait for ${wait} s`)
          await sleep(wait, signal)
        }
      }
    },
  }
}
