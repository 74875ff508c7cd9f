import {
  type DecodedMessage,
  decodeWith,
  encodeWith,
  type MessageJson,
} from '../protobuf/message.ts'
import { criSchema } from './schema.ts'

export type { MessageJson, WireField } from '../protobuf/message.ts'

/** A message of the CRI, with which bytes are which field. @throws Error as `decodeWith` */
export function decodeMessage(bytes: Uint8Array, type: string): DecodedMessage {
  return decodeWith(criSchema, bytes, type)
}

/** The bytes of a message of the CRI. @throws Error as `encodeWith` */
export function encodeMessage(json: MessageJson, type: string): Uint8Array {
  return encodeWith(criSchema, json, type)
}
