import { connect as connectHttp2, constants } from 'node:http2'
import { connect } from 'node:net'
import { decodeMessage, encodeMessage, type MessageJson } from '../../../lib/cri/message.ts'
import { methodSchema, pathOf } from '../../../lib/cri/schema.ts'
import type { CriCall } from '../../../lib/recordings/cri.ts'

// Protocol Buffers over HTTP/2: each message has a byte for compression and four for its length.
const PREFIX = 5

/** gRPC's names of its status codes. */
export const CODES = [
  ...['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND'],
  ...['ALREADY_EXISTS', 'PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION'],
  ...['ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS'],
  'UNAUTHENTICATED',
]

type Wire = CriCall['request']

export type CriClient = {
  calls: CriCall[]
  /** Asks, records and answers the response; null for an error, which is recorded. */
  call(
    method: string,
    request: MessageJson,
    options?: { says?: string; path?: string },
  ): Promise<MessageJson | null>
  /** Opens a stream; its messages are recorded until it is closed. */
  stream(method: string, request: MessageJson): { close(): void }
  close(): void
}

/** Speaks gRPC to a socket and keeps every byte of every message. */
export function connectCri(socket: string, now: () => number): CriClient {
  const session = connectHttp2('http://localhost', { createConnection: () => connect(socket) })
  const calls: CriCall[] = []

  function ask(method: string, request: MessageJson, options: { says?: string; path?: string }) {
    const schema = methodSchema(method)
    const path = options.path ?? pathOf(schema)
    const bytes = encodeMessage(request, schema.request)
    const call: CriCall = {
      ...{ seq: calls.length + 1, method, path },
      ...(options.says ? { says: options.says } : {}),
      ...{ startedMs: now(), durationMs: 0 },
      request: wireOf(bytes, schema.request),
      ...{ response: null, status: { code: 'UNKNOWN', message: '' }, headers: {} },
    }
    calls.push(call)
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      ...{ 'content-type': 'application/grpc', te: 'trailers', 'grpc-timeout': '20S' },
    })
    stream.end(frameMessage(bytes))
    return { call, stream, schema }
  }

  return {
    calls,
    async call(method, request, options = {}) {
      const { call, stream, schema } = ask(method, request, options)
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      await new Promise<void>((resolve, reject) => {
        const take = (headers: object) => takeHeaders(call, headers as Record<string, string>)
        stream.on('response', take)
        stream.on('trailers', take)
        stream.on('close', resolve)
        stream.on('error', reject)
      })
      call.durationMs = round(now() - call.startedMs)
      const { code, message: why } = call.status
      console.log(`${String(call.seq).padStart(3)} ${method} ${call.durationMs} ms ${code} ${why}`)
      const [message] = messagesIn(Buffer.concat(parts))
      if (message) call.response = wireOf(message, schema.response)
      return call.response?.json ?? null
    },
    stream(method, request) {
      const { call, stream, schema } = ask(method, request, {})
      const messages: NonNullable<CriCall['messages']> = []
      call.messages = messages
      let rest = Buffer.alloc(0)
      stream.on('response', (headers) => takeHeaders(call, headers as Record<string, string>))
      stream.on('error', () => {})
      stream.on('data', (part: Buffer) => {
        rest = Buffer.concat([rest, part])
        for (const message of messagesIn(rest)) {
          rest = rest.subarray(PREFIX + message.length)
          messages.push({ ms: now(), ...wireOf(message, schema.response) })
        }
      })
      return {
        close() {
          call.durationMs = round(now() - call.startedMs)
          call.status = { code: 'CANCELLED', message: 'closed by the client' }
          stream.close(constants.NGHTTP2_CANCEL)
        },
      }
    },
    close: () => session.close(),
  }
}

export const round = (ms: number) => Math.round(ms * 1000) / 1000

function wireOf(bytes: Uint8Array, type: string): Wire {
  return { bytes: Buffer.from(bytes).toString('base64'), json: decodeMessage(bytes, type).json }
}

export function frameMessage(bytes: Uint8Array): Buffer {
  const frame = Buffer.alloc(PREFIX + bytes.length)
  frame.writeUInt32BE(bytes.length, 1)
  frame.set(bytes, PREFIX)
  return frame
}

export function* messagesIn(bytes: Buffer): Generator<Buffer> {
  let rest = bytes
  while (rest.length >= PREFIX) {
    const end = PREFIX + rest.readUInt32BE(1)
    if (rest.length < end) return
    yield rest.subarray(PREFIX, end)
    rest = rest.subarray(end)
  }
}

export function takeHeaders(call: CriCall, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) call.headers[name] = String(value)
  const code = headers['grpc-status']
  if (code === undefined) return
  const message = decodeURIComponent(headers['grpc-message'] ?? '')
  call.status = { code: CODES[Number(code)] ?? String(code), message }
}
