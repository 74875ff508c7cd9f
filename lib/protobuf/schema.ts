export type Scalar =
  | 'string'
  | 'bytes'
  | 'bool'
  | 'int32'
  | 'int64'
  | 'uint32'
  | 'uint64'
  | 'double'

export type FieldSchema = {
  number: number
  name: string
  /** a scalar, or the name of a message or of an enumeration; a map's is that of its values */
  type: string
  kind: 'one' | 'optional' | 'repeated' | 'map'
}

export type MessageSchema = { name: string; fields: readonly FieldSchema[] }

/** The messages and enumerations of one interface. */
export type Schema = {
  /** @throws Error for a name that the interface does not have */
  message(name: string): MessageSchema
  /** Numbers and names of an enumeration; null for the name of anything else. */
  values(name: string): ReadonlyMap<number, string> | null
}

const SCALARS = new Set(['string', 'bytes', 'bool', 'int32', 'int64', 'uint32', 'uint64', 'double'])

export function isScalar(type: string): type is Scalar {
  return SCALARS.has(type)
}

/**
 * Reads two tables, one line a message and one line an enumeration: `Name: 1 field type, 2 …`.
 *
 * @param of names the interface in errors
 */
export function schemaOf(of: string, tables: { messages: string; enums: string }): Schema {
  const messages = new Map(
    rows(tables.messages).map((row): [string, MessageSchema] => {
      const [name, list] = split(row)
      return [name, { name, fields: list.map(fieldOf) }]
    }),
  )
  const enums = new Map(
    rows(tables.enums).map((row): [string, ReadonlyMap<number, string>] => {
      const [name, list] = split(row)
      return [name, new Map(list.map(([number, value = '']) => [Number(number), value]))]
    }),
  )
  return {
    message(name) {
      const message = messages.get(name)
      if (!message) throw new Error(`no message ${name} in ${of}`)
      return message
    },
    values: (name) => enums.get(name) ?? null,
  }
}

export function rows(table: string): string[] {
  return table.split('\n').filter(Boolean)
}

function split(row: string): [string, string[][]] {
  const [name = '', list = ''] = row.split(/: ?/, 2)
  return [name, list ? list.split(', ').map((item) => item.split(' ')) : []]
}

function fieldOf([number = '', name = '', ...rest]: string[]): FieldSchema {
  const type = rest.join(' ')
  const map = /^map<string (.+)>$/.exec(type)?.[1]
  if (map) return { number: Number(number), name, type: map, kind: 'map' }
  const kind = type.endsWith('[]') ? 'repeated' : type.endsWith('?') ? 'optional' : 'one'
  return { number: Number(number), name, type: type.replace(/\[\]$|\?$/, ''), kind }
}
