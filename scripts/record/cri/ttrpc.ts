import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { type Frame, framesIn } from '../../../lib/containerd/frame.ts'
import {
  decodeMessage,
  methodSchema,
  openAnys,
  payloadOf,
} from '../../../lib/containerd/message.ts'
import type { ShimCall } from '../../../lib/recordings/shim.ts'
import { CODES, round } from './client.ts'

export type Tap = {
  calls: ShimCall[]
  /** Takes a socket's place: it is moved aside, and who connects is led there. Once for each path. */
  take(socket: string, to: ShimCall['to']): Promise<void>
}

/** Reads ttrpc between containerd and its shims. Every byte goes on as it came. */
export function tapTtrpc(now: () => number): Tap {
  const calls: ShimCall[] = []
  let connections = 0
  return {
    calls,
    async take(socket, to) {
      const aside = `${socket}.tapped`
      if (existsSync(aside)) return
      await rename(socket, aside)
      const server = createServer({ allowHalfOpen: true }, (client) => {
        connections += 1
        follow(client, connect({ path: aside, allowHalfOpen: true }), to, connections)
      })
      await new Promise<void>((resolve) => server.listen(socket, resolve))
    },
  }

  function follow(client: Socket, server: Socket, to: ShimCall['to'], connection: number): void {
    const open = new Map<number, ShimCall>()
    pass(client, server, ({ frame, bytes }) => {
      if (frame.type !== 'request') throw new Error(`a ${frame.type} from a client`)
      const call = callOf(frame, bytes)
      open.set(frame.stream, call)
      calls.push(call)
    })
    pass(server, client, ({ frame, bytes }) => {
      const call = open.get(frame.stream)
      if (frame.type !== 'response' || !call) throw new Error(`a ${frame.type} from nowhere`)
      open.delete(frame.stream)
      answer(call, frame, bytes)
    })

    function callOf({ stream, data }: Frame, bytes: Uint8Array): ShimCall {
      const asked = decodeMessage(data, 'Request').json
      const [service, method] = [String(asked.service), String(asked.method)]
      const metadata = (asked.metadata ?? []) as { key: string; value: string }[]
      return {
        ...{ seq: calls.length + 1, to, connection, stream, service, method },
        ...{ startedMs: now(), durationMs: null },
        metadata: Object.fromEntries(metadata.map(({ key, value }) => [key, value])),
        request: wireOf(bytes, payloadOf(asked), methodSchema(service, method).request),
        ...{ response: null, status: null },
      }
    }
  }

  function answer(call: ShimCall, { data }: Frame, bytes: Uint8Array): void {
    const said = decodeMessage(data, 'Response').json
    const { code = 0, message = '' } = (said.status ?? {}) as { code?: number; message?: string }
    call.durationMs = round(now() - call.startedMs)
    call.status = { code: CODES[code] ?? String(code), message }
    const { response } = methodSchema(call.service, call.method)
    call.response = wireOf(bytes, payloadOf(said), response)
  }
}

/** Hands bytes on, and each whole frame to `heard`. */
function pass(
  from: Socket,
  to: Socket,
  heard: (one: { frame: Frame; bytes: Uint8Array }) => void,
): void {
  let rest = Buffer.alloc(0)
  from.on('data', (part: Buffer) => {
    // Kept before it goes on: who reads the answer may look at once.
    rest = Buffer.concat([rest, part])
    let read = 0
    for (const { bytes, ...frame } of framesIn(rest)) {
      heard({ frame, bytes })
      read += bytes.length
    }
    rest = rest.subarray(read)
    to.write(part)
  })
  from.on('end', () => to.end())
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroySoon())
}

function wireOf(frame: Uint8Array, payload: Uint8Array, type: string): ShimCall['request'] {
  return {
    bytes: Buffer.from(frame).toString('base64'),
    json: openAnys(decodeMessage(payload, type).json),
  }
}
