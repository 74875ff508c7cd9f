import { type IncomingHttpHeaders, request } from 'node:http'

export type RawAnswer = {
  status: number
  headers: IncomingHttpHeaders
  /** as they travelled: nothing unpacks them */
  bytes: Buffer
}

export type RawOptions = {
  method?: string
  headers?: Record<string, string>
  /** the loopback address to ask from: each has rate limits of its own */
  localAddress?: string | undefined
}

/** What `curl -i` shows. `fetch` would ask for gzip by itself and unpack the answer. */
export function rawRequest(
  url: string,
  { method = 'GET', headers = {}, localAddress }: RawOptions = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent: false, ...(localAddress && { localAddress }) }
    const sent = request(url, options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          bytes: Buffer.concat(chunks),
        }),
      )
    })
    sent.once('error', reject)
    sent.setTimeout(20_000, () => sent.destroy(new Error(`${url}: silent for 20 s`)))
    sent.end()
  })
}
