import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** Carries the address of the socket to the routes; whatever a client sends under this name is overwritten. */
const HEADER = 'x-socket-address'

const KEY = Symbol.for('below-the-kubelet.peers')

/**
 * Notes on every request from which address it came.
 *
 * Route handlers see no socket, and X-Forwarded-For is what the client says.
 */
export function watchPeers(): void {
  const shared = globalThis as { [KEY]?: true }
  if (shared[KEY]) return
  shared[KEY] = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[HEADER] = request.socket.remoteAddress ?? ''
  })
}

/** The address of the socket; null when it was not noted. */
export function peerOf(headers: Headers): string | null {
  return headers.get(HEADER) || null
}
