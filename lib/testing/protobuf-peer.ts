import protobuf from 'protobufjs'
import type { FieldSchema, Schema } from '../protobuf/schema.ts'

/** The same tables, read by protobufjs: a decoder that others wrote. */
export function peerOf(
  schema: Schema,
  tables: { messages: string; enums: string },
): (type: string, bytes: Uint8Array) => Record<string, unknown> {
  const root = new protobuf.Root()
  for (const name of namesIn(tables.enums)) {
    const values = [...(schema.values(name) ?? [])].map(([number, value]) => [value, number])
    root.add(new protobuf.Enum(name, Object.fromEntries(values)))
  }
  for (const name of namesIn(tables.messages)) {
    const type = new protobuf.Type(name)
    for (const field of schema.message(name).fields) type.add(peerField(field))
    root.add(type)
  }
  root.resolveAll()
  return (name, bytes) => {
    const type = root.lookupType(name)
    return type.toObject(type.decode(bytes), { longs: String, enums: String, bytes: String })
  }
}

function peerField({ number, name, type, kind }: FieldSchema): protobuf.FieldBase {
  if (kind === 'map') return new protobuf.MapField(name, number, 'string', type)
  const rule = kind === 'repeated' ? 'repeated' : undefined
  const options = kind === 'optional' ? { proto3_optional: true } : {}
  return new protobuf.Field(name, number, type, rule, undefined, options)
}

function namesIn(table: string): string[] {
  return table
    .split('\n')
    .flatMap((row) => (row.includes(':') ? [row.slice(0, row.indexOf(':'))] : []))
}
