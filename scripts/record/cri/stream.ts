import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import type { StreamTalk } from '../../../lib/recordings/cri.ts'

// The newest first: the server takes the first that it knows.
const PROTOCOLS = 'v5.channel.k8s.io, v4.channel.k8s.io'

const OPCODE = { binary: 2, close: 8 }

/**
 * Speaks over a streaming URL as `kubectl` does since 1.31: a WebSocket whose first byte of each message
 * is the channel: 0 in, 1 out, 2 errors, 3 the outcome.
 *
 * @param until close after so many messages on channel 1; the server closes if not given
 * @see RFC 6455
 */
export async function talkOver(
  method: StreamTalk['method'],
  url: string,
  says: { channel: number; text: string }[],
  until = Number.POSITIVE_INFINITY,
): Promise<StreamTalk> {
  const headers = {
    ...{ Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' },
    // without it the server's library refuses
    Origin: new URL(url).origin,
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'Sec-WebSocket-Protocol': PROTOCOLS,
  }
  const talk: StreamTalk = { method, url, request: headers, status: 0, headers: {}, frames: [] }
  const asked = request(url, { headers })
  asked.end()
  const socket = await new Promise<Socket | null>((resolve, reject) => {
    const take = (status = 0, got: NodeJS.Dict<string | string[]>) => {
      talk.status = status
      for (const [name, value] of Object.entries(got)) talk.headers[name] = String(value)
    }
    asked.once('error', reject)
    asked.once('upgrade', (response, open, head) => {
      take(response.statusCode, response.headers)
      open.unshift(head)
      resolve(open as Socket)
    })
    asked.once('response', async (response) => {
      take(response.statusCode, response.headers)
      talk.body = (await response.setEncoding('utf8').toArray()).join('')
      resolve(null)
    })
  })
  if (!socket) return talk
  for (const { channel, text } of says) {
    const bytes = Buffer.from(text)
    socket.write(frameOf(OPCODE.binary, Buffer.concat([Buffer.of(channel), bytes])))
    talk.frames.push({ from: 'client', channel, bytes: bytes.toString('base64') })
  }
  let heard = 0
  let rest = Buffer.alloc(0)
  const hangUp = (payload: Buffer = Buffer.alloc(0)) => {
    if (!socket.writableEnded) socket.end(frameOf(OPCODE.close, payload))
  }
  const limit = setTimeout(() => socket.destroy(), 10_000)
  const done = new Promise((resolve) => socket.once('close', resolve))
  // A connection that is reset was closed, too.
  socket.on('error', () => {})
  socket.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part])
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      rest = rest.subarray(frame.length)
      if (frame.opcode === OPCODE.close) hangUp(frame.payload)
      if (frame.opcode !== OPCODE.binary) continue
      const [channel = 0] = frame.payload
      const bytes = frame.payload.subarray(1).toString('base64')
      talk.frames.push({ from: 'server', channel, bytes })
      if (channel === 1 && bytes !== '') heard += 1
      if (heard >= until) hangUp()
    }
  })
  await done
  clearTimeout(limit)
  return talk
}

/** What a client sends is masked; these bytes are masked with zeros. Shorter than 126 bytes. */
function frameOf(opcode: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0), payload])
}

function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  if (bytes.length < 2) return null
  const opcode = (bytes[0] ?? 0) & 15
  const short = (bytes[1] ?? 0) & 127
  const start = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < start) return null
  const size =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  if (bytes.length < start + size) return null
  return { opcode, payload: bytes.subarray(start, start + size), length: start + size }
}
