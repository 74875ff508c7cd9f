import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { good, hostileConfig, MANIFEST, send, sha256 } from './hostile-answers.ts'

/** A server on a loopback port that notes what it was asked. */
export type TestServer = {
  host: string
  origin: string
  /** `GET /v2/…`, in order */
  lines: string[]
  /** Authorization, beside each line */
  proofs: (string | null)[]
  close(): Promise<void>
}

export async function startServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  port = 0,
): Promise<TestServer> {
  const lines: string[] = []
  const proofs: (string | null)[] = []
  const server = createServer((request, response) => {
    lines.push(`${request.method} ${request.url}`)
    proofs.push(request.headers.authorization ?? null)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ host, origin: `http://${host}`, lines, proofs },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const image = {
  bytes: good,
  digest: sha256(good),
  config: { bytes: hostileConfig, digest: sha256(hostileConfig) },
}

/** Answers one small image under any tag, as a registry should. */
export function answerImage({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
  const head = method === 'HEAD'
  const isBlob = url.includes('/blobs/')
  const { bytes, digest } = isBlob ? image.config : image
  const type = isBlob ? 'application/octet-stream' : MANIFEST
  const headers = {
    ...{ 'Content-Type': type, 'Content-Length': bytes.length },
    'Docker-Content-Digest': digest,
  }
  send(response, 200, headers, head ? '' : bytes)
}
