import type { DecodedMessage, WireField } from './message.ts'

/** A message twice: as lines of JSON and as bytes, both saying which field they belong to. */
export type WireView = {
  /** what stands before the first field, if it came in a frame */
  head: WireHead[]
  /** in the order of the bytes, each message before its own fields */
  fields: WireViewField[]
  lines: WireLine[]
  /** bytes in all, the head's too */
  size: number
}

/** Bytes in hexadecimal, and what they are. */
export type WireHead = { hex: string; is: string }

/** `field` is an index into the fields; null for a bracket that no byte stands for. */
export type WireLine = { text: string; field: number | null }

export type WireViewField = {
  name: string | null
  number: number
  /** 0 a varint, 1 eight bytes, 2 a length and as many bytes, 5 four bytes */
  wire: number
  /** in hexadecimal: the tag, the length where there is one, the value where no fields are in it */
  tag: string
  length: string
  value: string
  /** of the value, with all that is in it */
  bytes: number
  /** the last field in it; itself if there is none */
  last: number
}

type Placed = { index: number; field: WireField; inside: Placed[] }

/**
 * Lays a decoded message out for reading side by side.
 *
 * @param head the bytes of a frame before the message
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function wireView(
  bytes: Uint8Array,
  { json, fields }: DecodedMessage,
  head: WireHead[] = [],
): WireView {
  const shown: WireViewField[] = []
  const placed = place(bytes, fields, shown)
  const lines: WireLine[] = []
  writeObject(lines, bytes, json, placed, { before: '', after: '', indent: '' }, null)
  const before = head.reduce((sum, { hex }) => sum + hex.split(' ').length, 0)
  return { head, fields: shown, lines, size: bytes.length + before }
}

function place(bytes: Uint8Array, fields: readonly WireField[], out: WireViewField[]): Placed[] {
  return fields.map((field) => {
    const { start, end, valueStart, number, name } = field
    const wire = (bytes[start] ?? 0) & 7
    let afterTag = start + 1
    while ((bytes[afterTag - 1] ?? 0) >= 0x80) afterTag += 1
    const index = out.length
    const shown: WireViewField = {
      ...{ name, number, wire, last: index, bytes: end - valueStart },
      tag: hex(bytes.subarray(start, afterTag)),
      length: wire === 2 ? hex(bytes.subarray(afterTag, valueStart)) : '',
      value: field.fields ? '' : hex(bytes.subarray(valueStart, end)),
    }
    out.push(shown)
    const inside = field.fields ? place(bytes, field.fields, out) : []
    shown.last = out.length - 1
    return { index, field, inside }
  })
}

type Around = { before: string; after: string; indent: string }

function writeObject(
  lines: WireLine[],
  bytes: Uint8Array,
  json: object,
  placed: readonly Placed[],
  { before, after, indent }: Around,
  at: number | null,
): void {
  const entries = Object.entries(json)
  if (entries.length === 0) {
    lines.push({ text: `${before}{}${after}`, field: at })
    return
  }
  lines.push({ text: `${before}{`, field: at })
  entries.forEach(([name, value], i) => {
    const own = placed.filter(({ field }) => field.name === name)
    writeValue(lines, bytes, value, own, {
      before: `${indent}  ${JSON.stringify(name)}: `,
      after: i < entries.length - 1 ? ',' : '',
      indent: `${indent}  `,
    })
  })
  lines.push({ text: `${indent}}${after}`, field: at })
}

function writeValue(
  lines: WireLine[],
  bytes: Uint8Array,
  value: unknown,
  own: readonly Placed[],
  around: Around,
): void {
  const { before, after, indent } = around
  const isMap = own[0]?.field.kind === 'map'
  if (!Array.isArray(value) && !isMap) {
    writeOne(lines, bytes, value, own[0], around)
    return
  }
  const items: [string, unknown, Placed | undefined][] = isMap
    ? Object.entries(value as object).map(([key, item]) => [
        `${JSON.stringify(key)}: `,
        item,
        own.find((entry) => keyOf(bytes, entry) === key),
      ])
    : (value as unknown[]).map((item, i) => ['', item, own[i] ?? own[0]])
  lines.push({ text: `${before}${isMap ? '{' : '['}`, field: null })
  items.forEach(([name, item, entry], i) => {
    const next = { before: `${indent}  ${name}`, after: i < items.length - 1 ? ',' : '' }
    writeOne(lines, bytes, item, entry, { ...next, indent: `${indent}  ` })
  })
  lines.push({ text: `${indent}${isMap ? '}' : ']'}${after}`, field: null })
}

function writeOne(
  lines: WireLine[],
  bytes: Uint8Array,
  value: unknown,
  placed: Placed | undefined,
  around: Around,
): void {
  const at = placed?.index ?? null
  if (typeof value === 'object' && value !== null) {
    // a map's entry has its message one level further in
    const inside = placed?.field.kind === 'map' ? placed.inside[1]?.inside : placed?.inside
    writeObject(lines, bytes, value, inside ?? [], around, at)
  } else {
    lines.push({ text: `${around.before}${JSON.stringify(value)}${around.after}`, field: at })
  }
}

function keyOf(bytes: Uint8Array, { inside }: Placed): string {
  const key = inside.find(({ field }) => field.number === 1)?.field
  return key ? new TextDecoder().decode(bytes.subarray(key.valueStart, key.end)) : ''
}

/** `0a 1a` */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
}
