import { rows, schemaOf } from '../protobuf/schema.ts'
import { ENUMS, MESSAGES, METHODS } from './runtime-v1.ts'

export type MethodSchema = {
  service: string
  name: string
  request: string
  response: string
  /** the answer is a stream of messages */
  streams: boolean
}

export const criSchema = schemaOf('runtime.v1', { messages: MESSAGES, enums: ENUMS })

export const methods: readonly MethodSchema[] = rows(METHODS).map((row) => {
  const [service = '', name = '', request = '', ...answer] = row.split(' ')
  return { service, name, request, response: answer.at(-1) ?? '', streams: answer.length > 1 }
})

export function methodSchema(name: string): MethodSchema {
  const method = methods.find((each) => each.name === name)
  if (!method) throw new Error(`no method ${name} in runtime.v1`)
  return method
}

/** The path of a call over HTTP/2: `/runtime.v1.RuntimeService/Version`. */
export function pathOf({ service, name }: MethodSchema): string {
  return `/runtime.v1.${service}/${name}`
}
