import { request } from 'node:http'
import { parseChallenges } from '../../../lib/oci/challenge.ts'
import type { Exchange, HeaderLine, Purpose } from '../../../lib/oci/conversation.ts'
import { redactHeaders, redactUrl } from '../../../lib/registry/redaction.ts'

export type Question = { purpose: Purpose; url: string; headers?: HeaderLine[] }

/**
 * Asks one question after the other and keeps each as an exchange, for what this site never does
 * by itself: another Accept, a token in the wrong place.
 */
export function createPlainClient() {
  const exchanges: Exchange[] = []
  return {
    exchanges,
    /** @returns the body */
    async ask({ purpose, url, headers = [] }: Question): Promise<string> {
      const startedAt = new Date().toISOString()
      const clock = performance.now()
      const answer = await get(url, headers)
      const { status, lines, body } = answer
      const wanted = lines.filter(([name]) => name.toLowerCase() === 'www-authenticate')
      exchanges.push({
        ...{ type: 'exchange', seq: exchanges.length, purpose, startedAt },
        durationMs: Math.round((performance.now() - clock) * 10) / 10,
        request: {
          method: 'GET',
          url: redactUrl(url),
          headers: redactHeaders([['Host', new URL(url).host], ...headers]),
        },
        response: {
          ...{ status, headers: redactHeaders(lines), bytes: body.length },
          ...(status >= 400 && { error: body.toString('utf8') }),
        },
        ...(wanted.length > 0 && { challenges: parseChallenges(wanted.map(([, value]) => value)) }),
      })
      return body.toString('utf8')
    },
  }
}

function get(
  url: string,
  headers: HeaderLine[],
): Promise<{ status: number; lines: HeaderLine[]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const flat = [['Host', new URL(url).host], ...headers].flat()
    const sent = request(url, { headers: flat, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () => {
        const raw = answer.rawHeaders
        const lines = raw.flatMap((name, i): HeaderLine[] =>
          i % 2 === 0 ? [[name, raw[i + 1] ?? '']] : [],
        )
        resolve({ status: answer.statusCode ?? 0, lines, body: Buffer.concat(chunks) })
      })
    })
    sent.once('error', reject)
    sent.end()
  })
}
