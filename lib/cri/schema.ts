import { ENUMS, MESSAGES, METHODS } from './runtime-v1.ts'

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

export type MethodSchema = {
  service: string
  name: string
  request: string
  response: string
  /** the answer is a stream of messages */
  streams: boolean
}

const SCALARS = new Set(['string', 'bytes', 'bool', 'int32', 'int64', 'uint32', 'uint64', 'double'])

const messages = new Map(
  rows(MESSAGES).map((row): [string, MessageSchema] => {
    const [name, list] = split(row)
    return [name, { name, fields: list.map(fieldOf) }]
  }),
)

const enums = new Map(
  rows(ENUMS).map((row): [string, ReadonlyMap<number, string>] => {
    const [name, list] = split(row)
    return [name, new Map(list.map(([number, value = '']) => [Number(number), value]))]
  }),
)

export const methods: readonly MethodSchema[] = rows(METHODS).map((row) => {
  const [service = '', name = '', request = '', ...answer] = row.split(' ')
  return { service, name, request, response: answer.at(-1) ?? '', streams: answer.length > 1 }
})

/** @throws Error for a name that the interface does not have */
export function messageSchema(name: string): MessageSchema {
  const message = messages.get(name)
  if (!message) throw new Error(`no message ${name} in runtime.v1`)
  return message
}

export function methodSchema(name: string): MethodSchema {
  const method = methods.find((each) => each.name === name)
  if (!method) throw new Error(`no method ${name} in runtime.v1`)
  return method
}

/** Numbers and names of an enumeration; null for the name of anything else. */
export function enumValues(name: string): ReadonlyMap<number, string> | null {
  return enums.get(name) ?? null
}

export function isScalar(type: string): type is Scalar {
  return SCALARS.has(type)
}

/** The path of a call over HTTP/2: `/runtime.v1.RuntimeService/Version`. */
export function pathOf({ service, name }: MethodSchema): string {
  return `/runtime.v1.${service}/${name}`
}

function rows(table: string): string[] {
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
