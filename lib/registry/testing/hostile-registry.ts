import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HostileAnswer } from './hostile-answers.ts'
import { hostileCases } from './hostile-cases.ts'
import { hostileLists } from './hostile-lists.ts'

/** A registry on a loopback port that misbehaves; the repository's name says how. */
export type HostileRegistry = {
  /** `127.0.0.1:40123`, as a reference writes it */
  host: string
  /** for EXTRA_REGISTRIES */
  origin: string
  /** every request, as `GET /v2/…`, with its Authorization */
  asked: { line: string; proof: string | null }[]
  close(): Promise<void>
}

/** What a case answers to. */
export type Ask = {
  method: 'GET' | 'HEAD'
  /** after the repository: `manifests/1`, `blobs/sha256:…`; or `token` */
  path: string
  /** with its `?`; empty when there is none */
  search: string
  /** value of Authorization */
  proof: string | null
  origin: string
  /** milliseconds between two bytes of a slow answer */
  drip: number
}

/** @param drip milliseconds between two bytes of a slow answer */
export async function startHostileRegistry({
  drip = 1000,
  port = 0,
} = {}): Promise<HostileRegistry> {
  const byName = new Map<string, { answer: HostileAnswer }>(
    [...hostileCases, ...hostileLists].map((each) => [each.name, each]),
  )
  const asked: HostileRegistry['asked'] = []
  let origin = ''

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url ?? '/', origin)
    const method = request.method === 'HEAD' ? 'HEAD' : 'GET'
    const proof = request.headers.authorization ?? null
    asked.push({ line: `${method} ${pathname}`, proof })
    const [, name = '', path = ''] = /^\/(?:v2\/)?([a-z-]+)\/(.+)$/.exec(pathname) ?? []
    const found = byName.get(name)
    if (found) found.answer({ method, path, search, proof, origin, drip }, response)
    else response.writeHead(pathname === '/v2/' ? 200 : 404).end()
  }

  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  origin = `http://${host}`
  return {
    ...{ host, origin, asked },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
