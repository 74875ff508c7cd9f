/**
 * ttrpc's framing: ten bytes before each message.
 *
 * @see github.com/containerd/ttrpc v1.2.10, PROTOCOL.md
 */
const HEADER = 10

/** More is refused, as ttrpc itself does. */
const MOST = 4 * 1024 * 1024

const TYPES = new Map([
  [1, 'request'],
  [2, 'response'],
  [3, 'data'],
] as const)

export type FrameType = 'request' | 'response' | 'data'

export type Frame = {
  /** odd: the client opened it */
  stream: number
  type: FrameType
  flags: number
  /** a message of protobuf */
  data: Uint8Array
}

/**
 * The frames that stand whole at the beginning of `bytes`, each with its own bytes.
 *
 * @throws Error for a length or a type that ttrpc does not have
 */
export function* framesIn(bytes: Uint8Array): Generator<Frame & { bytes: Uint8Array }> {
  let rest = bytes
  while (rest.length >= HEADER) {
    const view = new DataView(rest.buffer, rest.byteOffset, HEADER)
    const length = view.getUint32(0)
    if (length > MOST) throw new Error(`a frame of ${length} bytes`)
    if (rest.length < HEADER + length) return
    const type = TYPES.get(view.getUint8(8) as 1 | 2 | 3)
    if (!type) throw new Error(`a frame of type ${view.getUint8(8)}`)
    const whole = rest.subarray(0, HEADER + length)
    yield {
      ...{ stream: view.getUint32(4), type, flags: view.getUint8(9) },
      ...{ data: whole.subarray(HEADER), bytes: whole },
    }
    rest = rest.subarray(HEADER + length)
  }
}

export function encodeFrame({ stream, type, flags, data }: Frame): Uint8Array {
  const bytes = new Uint8Array(HEADER + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  view.setUint32(4, stream)
  view.setUint8(8, [...TYPES].find(([, name]) => name === type)?.[0] ?? 0)
  view.setUint8(9, flags)
  bytes.set(data, HEADER)
  return bytes
}
