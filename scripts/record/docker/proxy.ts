import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import type { EngineExchange } from '../../../lib/recordings/engine.ts'
import { round } from '../cri/client.ts'

export type ApiProxy = {
  /** by the time they were asked */
  exchanges(): EngineExchange[]
  /** whose requests come over connections that open from now on */
  command: string
  /** called before a request goes on */
  before: ((method: string, url: string) => Promise<void>) | null
  close(): void
}

type Kept = { -readonly [Key in keyof EngineExchange]: EngineExchange[Key] }

/** Stands before dockerd's socket and writes down who asks what. */
export async function startApiProxy(
  socket: string,
  daemon: string,
  now: () => number,
): Promise<ApiProxy> {
  const kept: Kept[] = []
  const commands = new WeakMap<Socket, string>()
  const begin = (asked: IncomingMessage, body: string): Kept => {
    const { method = '', url = '', headers } = asked
    const exchange: Kept = {
      ...{ seq: kept.length + 1, command: commands.get(asked.socket) ?? '', ms: now() },
      ...{ durationMs: 0, method, url, requestHeaders: plain(headers) },
      ...{ request: body ? JSON.parse(body) : null, status: 0, headers: {} },
      ...{ response: [], frames: [] },
    }
    kept.push(exchange)
    return exchange
  }
  const end = (exchange: Kept) => {
    exchange.durationMs = round(now() - exchange.ms)
  }
  const server = createServer(async (asked, answer) => {
    const body = await textOf(asked)
    const { method = '', url = '', headers } = asked
    await proxy.before?.(method, url)
    const exchange = begin(asked, body)
    const onward = request({ socketPath: daemon, method, path: url, headers }, async (response) => {
      answer.writeHead(response.statusCode ?? 0, response.rawHeaders)
      // `wait` answers its head at once and its body when the container ends
      answer.flushHeaders()
      exchange.status = response.statusCode ?? 0
      exchange.headers = plain(response.headers)
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => {
        parts.push(part)
        answer.write(part)
      })
      await once(response, 'end')
      answer.end()
      end(exchange)
      const text = Buffer.concat(parts).toString()
      if (/json/.test(String(response.headers['content-type']))) {
        const rows = text.split('\n').filter((row) => row.trim())
        exchange.response = rows.map((row) => JSON.parse(row))
      } else if (text) exchange.text = text
    })
    onward.on('error', () => answer.destroy())
    onward.end(body)
  })
  server.on('connection', (connection) => commands.set(connection, proxy.command))
  server.on('upgrade', (asked: IncomingMessage, client: Socket, head: Buffer) => {
    const { method = '', url = '', headers } = asked
    // a body is small and comes with the head
    const size = Number(headers['content-length'] ?? 0)
    const body = head.subarray(0, size)
    if (body.length < size) throw new Error(`${method} ${url}: the body comes later`)
    const exchange = begin(asked, body.toString())
    const onward = request({ socketPath: daemon, method, path: url, headers })
    onward.on('upgrade', (response, upstream, early) => {
      exchange.status = response.statusCode ?? 0
      exchange.headers = plain(response.headers)
      const lines = [`HTTP/1.1 ${response.statusCode} ${response.statusMessage}`]
      for (let i = 0; i < response.rawHeaders.length; i += 2) {
        lines.push(`${response.rawHeaders[i]}: ${response.rawHeaders[i + 1]}`)
      }
      client.write(`${lines.join('\r\n')}\r\n\r\n`)
      let rest: Buffer = Buffer.alloc(0)
      const take = (bytes: Buffer) => {
        client.write(bytes)
        rest = Buffer.concat([rest, bytes])
        while (rest.length >= 8 && rest.length >= 8 + rest.readUInt32BE(4)) {
          const length = rest.readUInt32BE(4)
          const stream = rest[0] === 2 ? ('stderr' as const) : ('stdout' as const)
          exchange.frames.push({ ms: now(), stream, text: rest.toString('utf8', 8, 8 + length) })
          rest = rest.subarray(8 + length)
        }
      }
      if (early.length > 0) take(early)
      upstream.on('data', take)
      upstream.on('end', () => {
        end(exchange)
        client.end()
      })
      client.pipe(upstream, { end: false })
    })
    onward.on('error', () => client.destroy())
    client.on('error', () => onward.destroy())
    onward.end(body)
  })
  await new Promise<void>((resolve) => server.listen(socket, resolve))
  const proxy: ApiProxy = {
    exchanges: () => kept,
    command: 'docker',
    before: null,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
  return proxy
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
