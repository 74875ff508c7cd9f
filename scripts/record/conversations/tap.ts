import { createServer, type IncomingMessage, request } from 'node:http'
import type { HeaderLine } from '../../../lib/oci/conversation.ts'
import type { ClientExchange } from '../../../lib/recordings/registry-conversation.ts'
import { PLAIN, REDACTED, redactHeaders, redactUrl } from '../../../lib/registry/redaction.ts'

/** Bytes of JSON that are kept. */
const LONGEST = 6 * 1024
/** A reader has to see these of a query; the registry's `_state` stays hidden. */
const SHOWN = new Set([...PLAIN, 'digest', 'mount', 'from', 'account', 'client_id', 'origin'])

type Method = ClientExchange['request']['method']

/** What several taps hear, on one clock. */
export type Tape = {
  /** empties it and begins anew */
  begin(): void
  /** a new command begins */
  next(): void
  /** what was heard since; waits for answers that are under way */
  end(): Promise<ClientExchange[]>
  /** Stands before a server and writes down what is said. */
  tap(port: number, upstream: number, to: ClientExchange['to']): Promise<() => void>
}

export function createTape(): Tape {
  let began = 0
  let command = 0
  let heard: Promise<ClientExchange>[] = []

  /** the exchange once its last byte passed */
  const listen = async (
    to: ClientExchange['to'],
    asked: IncomingMessage,
    answered: Promise<Answer>,
  ): Promise<ClientExchange> => {
    const at = performance.now()
    began ||= at
    const mine = command
    const seq = heard.length
    const sent = collect(asked)
    const { response, body } = await answered
    const got = await body
    const url = `http://${asked.headers.host}${asked.url}`
    return {
      ...{ seq, command: mine, to, startedMs: round(at - began) },
      durationMs: round(performance.now() - at),
      request: {
        method: asked.method as Method,
        url: redactUrl(url, SHOWN),
        ...shown(asked, await sent),
      },
      response: { status: response.statusCode ?? 0, ...shown(response, got) },
    }
  }

  return {
    begin() {
      began = 0
      command = 0
      heard = []
    },
    next() {
      command++
    },
    end: () => Promise.all(heard),
    async tap(port, upstream, to) {
      const server = createServer((asked, answer) => {
        const { method, url, rawHeaders } = asked
        const headers = [...rawHeaders]
        const onward = request({ host: '127.0.0.1', port: upstream, method, path: url, headers })
        const answered = new Promise<Answer>((resolve, reject) => {
          onward.on('error', reject)
          // at once: an answer without a body may end before a promise is looked at
          onward.on('response', (response) => resolve({ response, body: collect(response) }))
        })
        const exchange = listen(to, asked, answered)
        heard.push(exchange)
        exchange.catch(() => answer.destroy())
        onward.on('response', (response) => {
          answer.writeHead(response.statusCode ?? 502, response.rawHeaders)
          response.pipe(answer)
        })
        asked.pipe(onward)
      })
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '0.0.0.0', resolve)
      })
      return () => {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

type Answer = { response: IncomingMessage; body: Promise<Body> }
type Body = { bytes: number; text: string | null }

/** The size of a body, and its text where that may be kept. */
async function collect(message: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = []
  let bytes = 0
  const keeps = /\bjson\b/.test(message.headers['content-type'] ?? '')
  message.on('data', (part: Buffer) => {
    bytes += part.length
    if (keeps && bytes <= LONGEST) parts.push(part)
  })
  await new Promise<void>((resolve, reject) => {
    message.once('end', resolve)
    message.once('error', reject)
    message.once('close', () => {
      if (!message.complete) reject(new Error(`${message.url ?? 'an answer'} was cut`))
    })
  })
  const whole = keeps && bytes > 0 && bytes <= LONGEST
  return { bytes, text: whole ? Buffer.concat(parts).toString() : null }
}

function shown(message: IncomingMessage, { bytes, text }: Body) {
  const headers = redactHeaders(lines(message.rawHeaders), SHOWN)
  return { headers, bytes, ...(text !== null && { body: withoutTokens(text) }) }
}

/** What a token server answers, without the tokens. */
function withoutTokens(text: string): string {
  return text.replace(/("\w*token"\s*:\s*)"[^"]*"/g, `$1"${REDACTED}"`)
}

function lines(raw: readonly string[]): HeaderLine[] {
  return raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1] ?? ''] as const] : []))
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
