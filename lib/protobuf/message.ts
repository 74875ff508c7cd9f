import { decodeBase64, encodeBase64 } from '../oci/base64.ts'
import { type FieldSchema, isScalar, type Schema } from './schema.ts'

/**
 * A message as JSON: fields by their names in the schema, enumerations by name, `bytes` as base64,
 * 64-bit integers as decimal text. What has its default value is not on the wire and not here.
 */
export type MessageJson = { [name: string]: unknown }

/** Where a field stands in the bytes: from its tag to the end of its value. */
export type WireField = {
  start: number
  end: number
  number: number
  /** null when the schema does not know the number */
  name: string | null
  type: string | null
  kind: FieldSchema['kind'] | null
  /** of the value, after tag and length */
  valueStart: number
  /** of a message or of a map's entry */
  fields?: WireField[]
}

export type DecodedMessage = { json: MessageJson; fields: WireField[] }

/** Nesting deeper than this is refused; the deepest message of the CRI has seven levels. */
const MOST_LEVELS = 32

/**
 * Decodes a protobuf message, and says which bytes are which field.
 *
 * @param type its name in the schema: `VersionRequest`
 * @throws Error where the bytes are no such message
 */
export function decodeWith(schema: Schema, bytes: Uint8Array, type: string): DecodedMessage {
  const { fields } = schema.message(type)
  return readMessage({ schema, bytes, at: 0 }, bytes.length, fields, 0)
}

/**
 * Encodes as Go's generated code does: fields by number, defaults left out, numbers packed.
 *
 * @throws Error for a field or a value that the schema does not have
 */
export function encodeWith(schema: Schema, json: MessageJson, type: string): Uint8Array {
  const out: number[] = []
  const { fields, name } = schema.message(type)
  const unknown = Object.keys(json).find((key) => !fields.some((field) => field.name === key))
  if (unknown !== undefined) throw new Error(`${name} has no field ${unknown}`)
  for (const field of [...fields].sort((a, b) => a.number - b.number)) {
    const value = json[field.name]
    if (value !== undefined) writeField(schema, out, field, value)
  }
  return Uint8Array.from(out)
}

type Cursor = { schema: Schema; bytes: Uint8Array; at: number }

const entryFields = (type: string): FieldSchema[] => [
  { number: 1, name: 'key', type: 'string', kind: 'one' },
  { number: 2, name: 'value', type, kind: 'one' },
]

function readMessage(
  cursor: Cursor,
  end: number,
  known: readonly FieldSchema[],
  level: number,
): DecodedMessage {
  if (level > MOST_LEVELS) throw new Error('nested too deep')
  const json: MessageJson = {}
  const fields: WireField[] = []
  while (cursor.at < end) {
    const start = cursor.at
    const tag = Number(readVarint(cursor))
    const [number, wire] = [tag >>> 3, tag & 7]
    const field = known.find((each) => each.number === number)
    const found: WireField = {
      ...{ start, end: 0, number, name: field?.name ?? null, type: field?.type ?? null },
      ...{ kind: field?.kind ?? null, valueStart: 0 },
    }
    if (wire === 2) {
      const length = Number(readVarint(cursor))
      found.valueStart = cursor.at
      const stop = cursor.at + length
      if (stop > end) throw new Error(`field ${number} runs over its message at ${start}`)
      if (field) readDelimited(cursor, stop, field, json, found, level)
      cursor.at = stop
    } else {
      found.valueStart = cursor.at
      const value = readNumber(cursor, wire)
      if (field) put(json, field, jsonNumber(cursor.schema, field, value))
    }
    if (cursor.at > end) throw new Error(`field ${number} runs over its message at ${start}`)
    found.end = cursor.at
    fields.push(found)
  }
  return { json, fields }
}

function readDelimited(
  cursor: Cursor,
  stop: number,
  field: FieldSchema,
  json: MessageJson,
  found: WireField,
  level: number,
): void {
  const { type, kind } = field
  const { schema } = cursor
  if (kind === 'map') {
    const entry = readMessage(cursor, stop, entryFields(type), level + 1)
    found.fields = entry.fields
    const map = (json[field.name] ?? {}) as MessageJson
    json[field.name] = map
    const value = entry.json.value ?? (isScalar(type) ? '' : {})
    Object.defineProperty(map, String(entry.json.key ?? ''), {
      ...{ value, enumerable: true, configurable: true, writable: true },
    })
  } else if (type === 'string') {
    put(json, field, text(cursor.bytes.subarray(cursor.at, stop)))
  } else if (type === 'bytes') {
    put(json, field, encodeBase64(cursor.bytes.subarray(cursor.at, stop)))
  } else if (isScalar(type) || schema.values(type)) {
    // packed: numbers one after the other
    while (cursor.at < stop) {
      put(json, field, jsonNumber(schema, field, readNumber(cursor, wireOf(type))))
    }
  } else {
    const inner = readMessage(cursor, stop, schema.message(type).fields, level + 1)
    found.fields = inner.fields
    put(json, field, inner.json)
  }
}

function put(json: MessageJson, { name, kind }: FieldSchema, value: unknown): void {
  if (kind !== 'repeated') json[name] = value
  else if (json[name] === undefined) json[name] = [value]
  else (json[name] as unknown[]).push(value)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function text(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

function wireOf(type: string): number {
  return type === 'double' ? 1 : 0
}

function readNumber(cursor: Cursor, wire: number): bigint | number {
  if (wire === 0) return readVarint(cursor)
  const length = wire === 1 ? 8 : wire === 5 ? 4 : 0
  if (length === 0) throw new Error(`wire type ${wire} at ${cursor.at}`)
  if (cursor.at + length > cursor.bytes.length) throw new Error('cut')
  const view = new DataView(cursor.bytes.buffer, cursor.bytes.byteOffset + cursor.at, length)
  cursor.at += length
  return length === 8 ? view.getFloat64(0, true) : view.getFloat32(0, true)
}

function readVarint(cursor: Cursor): bigint {
  let value = 0n
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = cursor.bytes[cursor.at]
    if (byte === undefined) throw new Error(`cut at ${cursor.at}`)
    cursor.at += 1
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return BigInt.asUintN(64, value)
  }
  throw new Error(`a number of more than ten bytes at ${cursor.at}`)
}

function jsonNumber(schema: Schema, { type }: FieldSchema, value: bigint | number): unknown {
  if (typeof value === 'number') return value
  if (type === 'bool') return value !== 0n
  if (type === 'uint64') return String(value)
  if (type === 'int64') return String(BigInt.asIntN(64, value))
  if (type === 'uint32') return Number(BigInt.asUintN(32, value))
  const number = Number(BigInt.asIntN(32, value))
  return schema.values(type)?.get(number) ?? number
}

function writeField(schema: Schema, out: number[], field: FieldSchema, value: unknown): void {
  const { number, type, kind } = field
  if (kind === 'map') {
    for (const [key, item] of Object.entries(value as object)) {
      const entry: number[] = []
      const [keyField, valueField] = entryFields(type) as [FieldSchema, FieldSchema]
      // both are written even when empty, as Go does
      writeOne(schema, entry, keyField, key)
      writeOne(schema, entry, valueField, item)
      writeDelimited(out, number, entry)
    }
  } else if (kind === 'repeated') {
    const items = value as unknown[]
    const isPacked =
      type !== 'string' && type !== 'bytes' && (isScalar(type) || schema.values(type))
    if (isPacked && items.length > 0) {
      const packed: number[] = []
      for (const item of items) writeNumber(schema, packed, type, item)
      writeDelimited(out, number, packed)
    } else for (const item of items) writeOne(schema, out, field, item)
  } else writeOne(schema, out, field, value)
}

function writeOne(
  schema: Schema,
  out: number[],
  { number, type }: FieldSchema,
  value: unknown,
): void {
  if (type === 'string') writeDelimited(out, number, new TextEncoder().encode(String(value)))
  else if (type === 'bytes') {
    const bytes = decodeBase64(String(value))
    if (!bytes) throw new Error(`field ${number} is no base64`)
    writeDelimited(out, number, bytes)
  } else if (isScalar(type) || schema.values(type)) {
    writeVarint(out, BigInt(number * 8 + wireOf(type)))
    writeNumber(schema, out, type, value)
  } else writeDelimited(out, number, encodeWith(schema, value as MessageJson, type))
}

function writeNumber(schema: Schema, out: number[], type: string, value: unknown): void {
  if (type === 'double') {
    out.push(...new Uint8Array(new Float64Array([Number(value)]).buffer))
    return
  }
  if (type === 'bool') {
    out.push(value ? 1 : 0)
    return
  }
  const names = schema.values(type)
  const named = names && [...names].find(([, name]) => name === value)?.[0]
  if (names && named === undefined && typeof value !== 'number') {
    throw new Error(`${type} has no value ${String(value)}`)
  }
  writeVarint(out, BigInt.asUintN(64, BigInt(named ?? (value as number | string))))
}

function writeDelimited(out: number[], number: number, bytes: ArrayLike<number>): void {
  writeVarint(out, BigInt(number * 8 + 2))
  writeVarint(out, BigInt(bytes.length))
  for (let i = 0; i < bytes.length; i += 1) out.push(bytes[i] as number)
}

function writeVarint(out: number[], value: bigint): void {
  let rest = value
  while (rest > 0x7fn) {
    out.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  out.push(Number(rest))
}
