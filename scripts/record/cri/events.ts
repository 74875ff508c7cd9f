import { connect as connectHttp2 } from 'node:http2'
import { connect } from 'node:net'
import { decodeMessage, encodeMessage, openAnys } from '../../../lib/containerd/message.ts'
import type { ContainerdEvent } from '../../../lib/recordings/shim.ts'
import { frameMessage, messagesIn } from './client.ts'

/** Every event of containerd from now on; the list grows until containerd ends. */
export function subscribe(socket: string, now: () => number): ContainerdEvent[] {
  const events: ContainerdEvent[] = []
  const session = connectHttp2('http://localhost', { createConnection: () => connect(socket) })
  session.on('error', () => {})
  const stream = session.request({
    ':method': 'POST',
    ':path': '/containerd.services.events.v1.Events/Subscribe',
    ...{ 'content-type': 'application/grpc', te: 'trailers' },
  })
  stream.on('error', () => {})
  stream.end(frameMessage(encodeMessage({}, 'SubscribeRequest')))
  let rest = Buffer.alloc(0)
  stream.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part])
    let read = 0
    for (const message of messagesIn(rest)) {
      read += frameMessage(message).length
      const json = openAnys(decodeMessage(message, 'Envelope').json)
      const bytes = message.toString('base64')
      events.push({ ms: now(), topic: String(json.topic), bytes, json })
    }
    rest = rest.subarray(read)
  })
  return events
}
