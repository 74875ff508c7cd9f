import { connect as connectHttp2, createServer, type ServerHttp2Stream } from 'node:http2'
import { connect } from 'node:net'
import { decodeMessage } from '../../../lib/cri/message.ts'
import { methods } from '../../../lib/cri/schema.ts'
import type { CriCall } from '../../../lib/recordings/cri.ts'
import { messagesIn, round, takeHeaders } from './client.ts'

export type Relay = { calls: CriCall[]; close(): void }

/**
 * Stands between a client and a runtime, hands every message on as it came, and keeps it.
 *
 * @param socket where the client finds it
 * @param runtime the runtime's own socket
 */
export async function startRelay(
  socket: string,
  runtime: string,
  now: () => number,
): Promise<Relay> {
  const calls: CriCall[] = []
  const onward = connectHttp2('http://localhost', { createConnection: () => connect(runtime) })
  const server = createServer()
  server.on('stream', (asked: ServerHttp2Stream, headers) => {
    const path = String(headers[':path'])
    const method = path.slice(path.lastIndexOf('/') + 1)
    const schema = methods.find(({ name }) => name === method)
    const call: CriCall = {
      ...{ seq: calls.length + 1, method, path, startedMs: now(), durationMs: 0 },
      ...{ request: { bytes: '', json: {} }, response: null },
      ...{ status: { code: 'UNKNOWN', message: '' }, headers: {} },
    }
    calls.push(call)
    const passed = Object.entries(headers).filter(([name]) => !name.startsWith(':'))
    const stream = onward.request({
      ...{ ':method': 'POST', ':path': path },
      ...Object.fromEntries(passed),
    })
    const [up, down]: [Buffer[], Buffer[]] = [[], []]
    asked.on('data', (part: Buffer) => {
      up.push(part)
      stream.write(part)
    })
    asked.on('end', () => stream.end())
    asked.on('error', () => stream.close())
    asked.on('close', () => stream.close())
    let trailers: Record<string, string> = {}
    stream.on('response', (answer, flags) => {
      takeHeaders(call, answer as Record<string, string>)
      // An answer that is an error at once has its status in the first headers.
      const only = Boolean(flags & 1)
      if (!asked.destroyed)
        asked.respond(clean(answer), { endStream: only, waitForTrailers: !only })
    })
    asked.on('wantTrailers', () => asked.sendTrailers(trailers))
    stream.on('data', (part: Buffer) => {
      down.push(part)
      if (schema?.streams) call.messages = [...(call.messages ?? []), ...wires(part, now)]
      if (!asked.destroyed) asked.write(part)
    })
    stream.on('trailers', (last) => {
      takeHeaders(call, last as Record<string, string>)
      trailers = clean(last)
    })
    stream.on('error', () => {})
    stream.on('end', () => {
      if (!asked.destroyed && !asked.writableEnded) asked.end()
    })
    stream.on('close', () => {
      call.durationMs = round(now() - call.startedMs)
      const [request] = messagesIn(Buffer.concat(up))
      const [response] = messagesIn(Buffer.concat(down))
      if (!schema) return
      if (request) call.request = wireOf(request, schema.request)
      if (response && !schema.streams) call.response = wireOf(response, schema.response)
    })
    const wires = (part: Buffer, clock: () => number) =>
      [...messagesIn(part)].map((each) => ({ ms: clock(), ...wireOf(each, schema!.response) }))
  })
  await new Promise<void>((resolve) => server.listen(socket, resolve))
  return {
    calls,
    close() {
      server.close()
      onward.destroy()
    },
  }
}

function wireOf(bytes: Uint8Array, type: string): CriCall['request'] {
  return { bytes: Buffer.from(bytes).toString('base64'), json: decodeMessage(bytes, type).json }
}

function clean(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && name !== 'date'),
  )
}
