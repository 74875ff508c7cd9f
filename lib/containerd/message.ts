import { decodeBase64 } from '../oci/base64.ts'
import {
  type DecodedMessage,
  decodeWith,
  encodeWith,
  type MessageJson,
} from '../protobuf/message.ts'
import { rows, schemaOf } from '../protobuf/schema.ts'
import { ENUMS, MESSAGES, METHODS, PACKAGES } from './api.ts'

export const containerdSchema = schemaOf('containerd’s API', { messages: MESSAGES, enums: ENUMS })

export type MethodSchema = { service: string; name: string; request: string; response: string }

export const methods: readonly MethodSchema[] = rows(METHODS).map((row) => {
  const [service = '', name = '', request = '', response = ''] = row.split(' ')
  return { service, name, request, response }
})

/** @throws Error for a method that is not in the table */
export function methodSchema(service: string, name: string): MethodSchema {
  const method = methods.find((each) => each.service === service && each.name === name)
  if (!method) throw new Error(`no method ${name} in ${service}`)
  return method
}

/** @throws Error as `decodeWith` */
export function decodeMessage(bytes: Uint8Array, type: string): DecodedMessage {
  return decodeWith(containerdSchema, bytes, type)
}

/** @throws Error as `encodeWith` */
export function encodeMessage(json: MessageJson, type: string): Uint8Array {
  return encodeWith(containerdSchema, json, type)
}

/** The message that an Any holds, as the schema names it; null where the schema has none. */
export function typeInAny(url: string): string | null {
  const dot = url.lastIndexOf('.')
  return PACKAGES.includes(url.slice(0, dot)) ? url.slice(dot + 1) : null
}

/**
 * The same message with every Any in it opened: its value is a message by its type, or the JSON text that
 * containerd puts there for types of the runtime specification. What the schema does not know stays base64.
 */
export function openAnys(json: MessageJson): MessageJson {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, opened(value)]))
}

function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened)
  if (typeof value !== 'object' || value === null) return value
  const json = value as MessageJson
  return typeof json.type_url === 'string' ? { ...json, value: inside(json) } : openAnys(json)
}

function inside({ type_url: url, value }: MessageJson): unknown {
  const bytes = decodeBase64(String(value ?? ''))
  if (!bytes) return value
  const type = typeInAny(String(url))
  if (type) return openAnys(decodeMessage(bytes, type).json)
  const isJson = String(url).startsWith('types.containerd.io/opencontainers/runtime-spec/')
  return isJson ? JSON.parse(new TextDecoder().decode(bytes)) : value
}

/** What a `Request` or a `Response` of ttrpc carries. */
export function payloadOf({ payload }: MessageJson): Uint8Array {
  return decodeBase64(String(payload ?? '')) ?? new Uint8Array()
}
