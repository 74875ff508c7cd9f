const BLOCK = 512
const encoder = new TextEncoder()

/** What a test writes into an archive; everything has a plain default. */
export type TarPart = {
  name?: string | Uint8Array
  type?: string
  mode?: number
  uid?: number
  gid?: number
  mtime?: number
  link?: string
  body?: string | Uint8Array
  /** said in the header instead of the body's length */
  size?: number
  magic?: 'ustar' | 'gnu' | 'v7'
  prefix?: string
  /** last touches; the checksum is made after it */
  edit?: (block: Uint8Array) => void
  /** a wrong checksum */
  broken?: boolean
}

/** One header block and its body with padding. */
export function tarPart(part: TarPart): Uint8Array {
  const body = bytesOf(part.body ?? '')
  const block = new Uint8Array(BLOCK)
  const put = (at: number, value: string | Uint8Array) => block.set(bytesOf(value), at)
  const octal = (at: number, length: number, value: number) =>
    put(at, `${value.toString(8).padStart(length - 1, '0')}\0`)
  put(0, part.name ?? 'file')
  octal(100, 8, part.mode ?? 0o644)
  octal(108, 8, part.uid ?? 0)
  octal(116, 8, part.gid ?? 0)
  octal(124, 12, part.size ?? body.length)
  octal(136, 12, part.mtime ?? 0)
  put(156, part.type ?? '0')
  put(157, part.link ?? '')
  const magic = part.magic ?? 'ustar'
  if (magic === 'ustar') put(257, 'ustar\x0000')
  if (magic === 'gnu') put(257, 'ustar  \0')
  put(345, part.prefix ?? '')
  part.edit?.(block)
  put(148, ' '.repeat(8))
  const sum = block.reduce((total, byte) => total + byte, 0) + (part.broken ? 1 : 0)
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `)
  return concat([block, body, new Uint8Array((BLOCK - (body.length % BLOCK)) % BLOCK)])
}

/** An archive with its end. */
export function tarOf(parts: (TarPart | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const blocks = parts.map((part) => (part instanceof Uint8Array ? part : tarPart(part)))
  return concat([...blocks, new Uint8Array(2 * BLOCK)])
}

/** A PAX header with records, to stand before an entry; `g` for all entries behind it. */
export function paxPart(records: Record<string, string | Uint8Array>, type = 'x'): TarPart {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = concat([encoder.encode(` ${key}=`), bytesOf(value), encoder.encode('\n')])
    let length = rest.length
    while (`${length}`.length + rest.length !== length) length = `${length}`.length + rest.length
    return concat([encoder.encode(`${length}`), rest])
  })
  return { name: 'PaxHeaders/x', type, body: concat(lines) }
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function bytesOf(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? encoder.encode(value) : value
}
