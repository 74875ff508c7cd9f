import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Ask } from './hostile-registry.ts'

/** How a case answers a request. */
export type HostileAnswer = (ask: Ask, response: ServerResponse) => void

export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

export const sha256 = (bytes: Uint8Array) =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}` as const

export const hostileConfig = Buffer.from(
  '{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}',
)

/** A manifest that is all right but for what is put into it. */
export function manifestText(more = '', size = hostileConfig.length): string {
  const config = `{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"${sha256(hostileConfig)}","size":${size}}`
  return `{"schemaVersion":2,"mediaType":"${MANIFEST}","config":${config},"layers":[]${more}}`
}

export const good = Buffer.from(manifestText())

type Headers = Record<string, string | number>

export function send(
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: Uint8Array | string = '',
): void {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers })
  response.end(body)
}

/** Refuses HEAD, so that the GET meets the trouble. */
export function onGet(answer: HostileAnswer): HostileAnswer {
  return (ask, response) =>
    ask.method === 'HEAD' ? send(response, 405, {}) : answer(ask, response)
}

/** Answers a manifest, and its config, as a registry does. */
export function manifest(body: Uint8Array | string, headers: Headers = {}): HostileAnswer {
  return onGet(({ path }, response) => {
    if (path.startsWith('blobs/')) return send(response, 200, {}, hostileConfig)
    send(response, 200, { 'Content-Type': MANIFEST, ...headers }, body)
  })
}

/** Answers a good manifest, and its config in a way of its own. */
export function blob(answer: HostileAnswer): HostileAnswer {
  return (ask, response) =>
    ask.path.startsWith('blobs/') ? answer(ask, response) : manifest(good)(ask, response)
}

export function every(
  status: number,
  headers: Headers,
  body: Uint8Array | string = '',
): HostileAnswer {
  return (_, response) => send(response, status, headers, body)
}

export function redirect(to: (ask: Ask) => string): HostileAnswer {
  return (ask, response) => send(response, 307, { Location: to(ask) })
}

/** Wants a token, then answers a good manifest. */
export function challenged(
  header: (ask: Ask) => string,
  token: HostileAnswer = every(200, {}, '{"token":"good"}'),
): HostileAnswer {
  return (ask, response) => {
    if (ask.path === 'token') return token(ask, response)
    if (ask.proof === 'Bearer good') return manifest(good)(ask, response)
    send(response, 401, { 'WWW-Authenticate': header(ask) })
  }
}

/** A challenge that names the registry's own token endpoint, and far too wide a scope. */
export const bearer = (name: string) => (ask: Ask) =>
  `Bearer realm="${ask.origin}/${name}/token",service="hostile",scope="repository:${name}:*"`

/** Goes on for ever, until the other side has had enough. */
export function endless(chunk: Uint8Array, pause: (ask: Ask) => number): HostileAnswer {
  return onGet((ask, response) => {
    response.writeHead(200, { 'Content-Type': MANIFEST })
    const timer = setInterval(() => response.write(chunk), pause(ask))
    response.on('close', () => clearInterval(timer))
  })
}

/** Begins a manifest and drops the connection. */
export function cut(headers: Headers): HostileAnswer {
  return onGet((_, response) => {
    response.writeHead(200, { 'Content-Type': MANIFEST, ...headers })
    response.write(good.subarray(0, 10), () => response.destroy())
  })
}
