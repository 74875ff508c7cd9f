import { isBase64 } from './base64.ts'
import { digestAlgorithm, isDigest, isRegisteredAlgorithm } from './digest.ts'
import type { FieldForm, FieldKind, Finding, FindingKind } from './finding.ts'
import type { JsonNode, JsonObject, JsonString } from './json.ts'
import { memberOf } from './json.ts'
import { isMediaType } from './media-type.ts'
import { childPointer } from './pointer.ts'

/** What may stand in an object. Data, so that each document's shape reads like the spec's list. */
export type Shape = { fields: Record<string, Field>; required?: readonly string[] }

export type Field =
  | Exclude<FieldKind, 'object' | 'array' | 'string-array'>
  | FieldForm
  | 'size'
  | 'any'
  | Shape
  | { items: Field }
  // a map whose keys the author chooses
  | { values: Field }
  // Go writes an empty list or map as null
  | { orNull: Field }

const FORMS: Record<Exclude<FieldForm, 'schema-version'>, (text: string) => boolean> = {
  'media-type': isMediaType,
  digest: isDigest,
  base64: isBase64,
  // RFC 3339, section 5.6
  'date-time': (text) =>
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(
      text,
    ),
  // RFC 3986, section 3: a scheme, and no character that must be escaped
  uri: (text) => /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/.test(text),
  environment: (text) => /^[^=]+=/.test(text),
}

/** Everything about a node that is not as its shape says, in the order of the text. */
export function checkShape(node: JsonNode, field: Field, pointer = ''): Finding[] {
  const finding = (kind: FindingKind): Finding => ({
    pointer,
    start: node.start,
    end: node.end,
    ...kind,
  })
  const wrongType = (expected: FieldKind) =>
    finding({ kind: 'wrong-type', expected, got: node.type })

  if (typeof field === 'object') {
    if ('items' in field) {
      if (node.type !== 'array') return [wrongType('array')]
      return node.items.flatMap((item, i) =>
        checkShape(item, field.items, childPointer(pointer, i)),
      )
    }
    if ('values' in field) {
      if (node.type !== 'object') return [wrongType('object')]
      return node.members.flatMap(({ key, value }) =>
        checkShape(value, field.values, childPointer(pointer, key)),
      )
    }
    if ('orNull' in field) {
      return node.type === 'null' ? [] : checkShape(node, field.orNull, pointer)
    }
    return node.type === 'object' ? checkObject(node, field, pointer) : [wrongType('object')]
  }
  switch (field) {
    case 'any':
      return []
    case 'boolean':
      return node.type === 'boolean' ? [] : [wrongType('boolean')]
    case 'integer':
    case 'size':
    case 'schema-version':
      if (node.type !== 'number' || !/^-?\d+$/.test(node.text)) return [wrongType('integer')]
      if (field === 'size' && node.text.startsWith('-')) {
        return [finding({ kind: 'size-negative', text: node.text })]
      }
      return field === 'schema-version' && node.text !== '2'
        ? [finding({ kind: 'wrong-form', expected: field, text: node.text })]
        : []
    case 'string-map':
      if (node.type !== 'object') return [wrongType('string-map')]
      return node.members.flatMap(({ key, value }) =>
        checkShape(value, 'string', childPointer(pointer, key)),
      )
    default:
      if (node.type !== 'string') return [wrongType('string')]
      return field === 'string' ? [] : checkForm(node, field).map(finding)
  }
}

function checkObject(node: JsonObject, shape: Shape, pointer: string): Finding[] {
  const missing = (shape.required ?? [])
    .filter((field) => !memberOf(node, field))
    .map(
      (field): Finding => ({
        pointer,
        start: node.start,
        end: node.end,
        kind: 'missing-required',
        field,
      }),
    )
  const present = node.members.flatMap(({ key, keyStart, keyEnd, value }): Finding[] => {
    const at = childPointer(pointer, key)
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined
    if (field) return checkShape(value, field, at)
    return [{ pointer: at, start: keyStart, end: keyEnd, kind: 'unknown-field', field: key }]
  })
  return [...missing, ...present]
}

function checkForm(node: JsonString, form: Exclude<FieldForm, 'schema-version'>): FindingKind[] {
  if (!FORMS[form](node.value)) return [{ kind: 'wrong-form', expected: form, text: node.value }]
  if (form === 'digest' && isDigest(node.value)) {
    const algorithm = digestAlgorithm(node.value)
    if (!isRegisteredAlgorithm(algorithm)) return [{ kind: 'unknown-digest-algorithm', algorithm }]
  }
  return []
}
