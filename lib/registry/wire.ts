import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * What Next keeps from its route handlers, and a registry needs.
 *
 * A handler sees no socket, and X-Forwarded-For is whatever the client says. And Next takes Content-Length
 * off every answer (its send-response.ts), although that is how a client of `/v2` learns a size by HEAD.
 */
export type Wire = {
  request: IncomingMessage
  response: ServerResponse
  /** path and query as they came: a URL of WHATWG has resolved `%2e%2e` already */
  target: string
}

type Shared = { wires: AsyncLocalStorage<Wire>; watching: boolean }

const KEY = Symbol.for('below-the-kubelet.wires')

// Bundles are apart, the process is one.
function shared(): Shared {
  const place = globalThis as { [KEY]?: Shared }
  place[KEY] ??= { wires: new AsyncLocalStorage(), watching: false }
  return place[KEY]
}

/** From now on every request knows its wire. */
export function watchWires(): void {
  const { wires, watching } = shared()
  if (watching) return
  shared().watching = true
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Omit<Wire, 'target'>
    wires.enterWith({ request, response, target: request.url ?? '' })
  })
}

/** The address of the socket; null outside a watched server. */
export function peerAddress(): string | null {
  return shared().wires.getStore()?.request.socket.remoteAddress ?? null
}

/** What the request line asked for. */
export function requestTarget(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return shared().wires.getStore()?.target ?? pathname + search
}

/**
 * Puts an answer's Content-Length onto the wire, and takes off what Next says of its own pages:
 * a registry's answers do not vary by the headers of a router.
 */
export function asWritten(answer: Response): Response {
  const response = shared().wires.getStore()?.response
  if (!response || response.headersSent) return answer
  const length = answer.headers.get('content-length')
  if (length !== null) response.setHeader('Content-Length', length)
  response.removeHeader('Vary')
  return answer
}
