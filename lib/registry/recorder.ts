import type { Challenge, Exchange, HeaderLine, Purpose } from '../oci/conversation.ts'
import { problemOf } from '../oci/problem.ts'
import { redactHeaders, redactText, redactUrl } from './redaction.ts'
import type { Answer, Outgoing, Transport } from './transport.ts'

/** What is learnt from an answer before its exchange is told. */
export type Reading = {
  challenges?: Challenge[]
  keptFrom?: Challenge
  redirect?: { to: string; dropped: string[] }
}

/** Sends requests and tells each exchange when it is over, without its secrets. */
export type Recorder = {
  /** those that are over, in the order in which they ended */
  exchanges: Exchange[]
  /**
   * @param read looks at the answer; what it throws becomes the exchange's problem, and is thrown on
   */
  send(purpose: Purpose, outgoing: Outgoing, read?: (answer: Answer) => Reading): Promise<Answer>
}

export function createRecorder(transport: Transport, tell: (exchange: Exchange) => void): Recorder {
  let sent = 0
  const exchanges: Exchange[] = []
  return {
    exchanges,
    async send(purpose, outgoing, read = () => ({})) {
      const started = Date.now()
      const clock = performance.now()
      const exchange: Exchange = {
        type: 'exchange',
        seq: sent++,
        purpose,
        startedAt: new Date(started).toISOString(),
        durationMs: 0,
        request: {
          method: outgoing.method,
          url: redactUrl(outgoing.url.href),
          headers: redactHeaders([['Host', outgoing.url.host] as HeaderLine, ...outgoing.headers]),
        },
        response: null,
      }
      let bytes = 0
      try {
        const answer = await transport.send(outgoing, ({ status, headers }) => {
          exchange.response = { status, headers: redactHeaders(headers), bytes: 0 }
        })
        bytes = answer.bytes
        const error = errorText(answer, outgoing)
        if (error !== null && exchange.response) exchange.response.error = error
        const { challenges, keptFrom, redirect } = read(answer)
        if (challenges?.length) exchange.challenges = challenges.map(redactChallenge)
        if (keptFrom) exchange.keptFrom = redactChallenge(keptFrom)
        if (redirect) exchange.redirect = { ...redirect, to: redactUrl(redirect.to) }
        return answer
      } catch (error) {
        exchange.problem = problemOf(error)
        throw error
      } finally {
        exchange.durationMs = Math.round((performance.now() - clock) * 10) / 10
        if (exchange.response) exchange.response.bytes = bytes
        exchanges.push(exchange)
        tell(exchange)
      }
    },
  }
}

/** bytes; a longer page is told by its size alone */
const LONGEST_ERROR = 8 * 1024

/** What an error's body says; null where there is none, or none that can be shown as text. */
function errorText({ status, body }: Answer, outgoing: Outgoing): string | null {
  if (status < 400 || body.length === 0 || body.length > LONGEST_ERROR) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
    return redactText(text, outgoing.url, outgoing.headers)
  } catch {
    return null
  }
}

function redactChallenge({ scheme, parameters }: Challenge): Challenge {
  const entries = Object.entries(parameters).map(([name, value]) => [
    name,
    name === 'realm' ? redactUrl(value) : value,
  ])
  return { scheme, parameters: Object.fromEntries(entries) }
}
