import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RegistryExchange } from '../../../lib/recordings/cri.ts'
import { round } from './client.ts'

/** Stands before a registry and writes down who asks what. */
export async function startProxy(
  port: number,
  upstream: { host: string; port: number },
  now: () => number,
): Promise<{ exchanges: RegistryExchange[]; port: number; close(): void }> {
  const exchanges: RegistryExchange[] = []
  const server = createServer((asked, answer) => {
    const ms = now()
    const { method = 'GET', url = '/', headers } = asked
    const onward = request({ ...upstream, method, path: url, headers }, (response) => {
      const { statusCode: status = 0, rawHeaders } = response
      let size = 0
      answer.writeHead(status, rawHeaders)
      response.on('data', (part: Buffer) => {
        size += part.length
      })
      response.pipe(answer)
      response.on('end', () => {
        const shown: Record<string, string> = {}
        for (const [name, value] of Object.entries(response.headers)) shown[name] = String(value)
        exchanges.push({
          ...{ ms, durationMs: round(now() - ms), method, url, status, headers: shown, size },
          userAgent: headers['user-agent'] ?? '',
          accept: String(headers.accept ?? '').split(/, */),
        })
      })
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    exchanges,
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
