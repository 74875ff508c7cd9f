import type { ConversationLine, Exchange } from '@/lib/oci/conversation'
import { type RateLimit, readRateLimit } from '@/lib/oci/rate-limit'
import { parseWarning } from '@/lib/oci/warning'

/** What one request of a conversation cost, and what its answer says is left. */
export type BudgetStep = {
  seq: number
  method: 'GET' | 'HEAD'
  /** without its query */
  url: string
  status: number | null
  cost: 'counted' | 'free' | 'unsaid'
  rate: RateLimit | null
}

export type Budget = {
  steps: BudgetStep[]
  /** the last answer that told of one */
  told: RateLimit | null
  warnings: string[]
}

/** @param countsGets the registry is known to count GETs of manifests, and nothing else */
export function budgetOf(lines: readonly ConversationLine[], countsGets: boolean): Budget {
  const exchanges = lines.filter((line) => line.type === 'exchange')
  const steps = exchanges.map((exchange): BudgetStep => {
    const { seq, request, response } = exchange
    return {
      ...{ seq, method: request.method, url: request.url.split('?')[0] ?? '' },
      status: response?.status ?? null,
      cost: countsGets ? costOf(exchange) : 'unsaid',
      rate: response && readRateLimit(response.headers, endOf(exchange)),
    }
  })
  const warnings = exchanges.flatMap(({ response }) =>
    (response?.headers ?? []).flatMap(([name, value]) => {
      const says = name.toLowerCase() === 'warning' ? parseWarning(value) : null
      return says === null ? [] : [says]
    }),
  )
  const told = steps.findLast(({ rate }) => rate !== null)?.rate ?? null
  return { steps, told, warnings: [...new Set(warnings)] }
}

// An answer that refuses is no pull.
function costOf({ purpose, request, response }: Exchange): BudgetStep['cost'] {
  const pulled = purpose === 'manifest' && request.method === 'GET' && response?.status === 200
  return pulled ? 'counted' : 'free'
}

function endOf({ startedAt, durationMs }: Exchange): number {
  return Date.parse(startedAt) + durationMs
}

/** A span in the largest unit that fits it without a rest. */
export function spanOf(seconds: number): { unit: 'hours' | 'minutes' | 'seconds'; count: number } {
  if (seconds >= 3600 && seconds % 3600 === 0) return { unit: 'hours', count: seconds / 3600 }
  if (seconds >= 60 && seconds % 60 === 0) return { unit: 'minutes', count: seconds / 60 }
  return { unit: 'seconds', count: seconds }
}
