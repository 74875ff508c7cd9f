import { isBase64 } from './base64.ts'
import type { JsonNode, JsonObject } from './json.ts'
import { isUnsafeInteger, memberOf } from './json.ts'
import { mediaTypeFacts, OCI_EMPTY } from './media-type.ts'
import { childPointer, walk } from './pointer.ts'

/**
 * Something odd in a document that still can be read: teaching material, never a reason to stop.
 *
 * `pointer` says where (JSON Pointer, empty for the whole document); `start` and `end` are the
 * offsets of that spot in the text, needed where a key comes twice and has one pointer.
 */
export type Finding = { pointer: string; start: number; end: number } & FindingKind

export type FindingKind =
  // The text
  | { kind: 'bom' }
  | { kind: 'duplicate-key'; key: string }
  | { kind: 'unsafe-integer'; text: string }
  // What kind of document it is
  | { kind: 'media-type-missing'; assumed: string | null }
  | { kind: 'media-type-mismatch'; declared: string; body: string }
  // `shape`: fields that contradict the media type, such as `manifests` in an image manifest
  | { kind: 'shape-mismatch'; mediaType: string; field: string }
  | { kind: 'schema1'; signed: boolean }
  // Fields
  | { kind: 'unknown-field'; field: string }
  | { kind: 'missing-required'; field: string }
  | { kind: 'wrong-type'; expected: FieldKind; got: string }
  // right type, but its text breaks a grammar: a media type, a digest, base64, a time, `NAME=value`
  | { kind: 'wrong-form'; expected: FieldForm; text: string }
  | { kind: 'size-negative'; text: string }
  | { kind: 'unknown-digest-algorithm'; algorithm: string }
  // What the fields say
  | { kind: 'empty-layers' }
  | { kind: 'foreign-layer'; mediaType: string }
  | { kind: 'urls'; urls: string[] }
  // `size` is the descriptor's, `got` the length of the embedded bytes
  | { kind: 'data-mismatch'; size: number; got: number }
  | { kind: 'artifact-type-missing' }
  | { kind: 'history-mismatch'; history: number; diffIds: number }

export type FieldKind =
  | 'object'
  | 'array'
  | 'string'
  | 'integer'
  | 'boolean'
  | 'string-array'
  | 'string-map'

export type FieldForm =
  | 'media-type'
  | 'digest'
  | 'base64'
  | 'date-time'
  | 'uri'
  | 'environment'
  | 'schema-version'

/** What the text itself shows: a byte order mark, keys that come twice, integers that lose digits. */
export function textFindings(text: string, json: JsonNode): Finding[] {
  const findings: Finding[] = []
  if (text.charCodeAt(0) === 0xfeff) findings.push({ pointer: '', start: 0, end: 1, kind: 'bom' })
  for (const { pointer, node } of walk(json)) {
    if (node.type === 'number' && isUnsafeInteger(node)) {
      const { start, end, text } = node
      findings.push({ pointer, start, end, kind: 'unsafe-integer', text })
    }
    if (node.type !== 'object') continue
    const seen = new Set<string>()
    for (const { key, keyStart, keyEnd } of node.members) {
      if (seen.has(key)) {
        const at = { pointer: childPointer(pointer, key), start: keyStart, end: keyEnd }
        findings.push({ ...at, kind: 'duplicate-key', key })
      }
      seen.add(key)
    }
  }
  return findings
}

/** What the descriptors of an index or a manifest say, and what is missing from them. */
export function manifestFindings(json: JsonObject, kind: 'index' | 'manifest'): Finding[] {
  const findings: Finding[] = []
  if (kind === 'manifest') {
    const layers = memberOf(json, 'layers')?.value
    if (layers?.type === 'array' && layers.items.length === 0) {
      const { start, end } = layers
      findings.push({ pointer: '/layers', start, end, kind: 'empty-layers' })
    }
    const config = memberOf(json, 'config')?.value
    if (text(config, 'mediaType') === OCI_EMPTY && !text(json, 'artifactType')) {
      const { start, end } = json
      findings.push({ pointer: '', start, end, kind: 'artifact-type-missing' })
    }
  }
  for (const { pointer, node } of walk(json)) {
    if (/^\/(?:config|subject|(?:layers|manifests)\/\d+)$/.test(pointer)) {
      findings.push(...descriptorFindings(node, pointer))
    }
  }
  return findings
}

function descriptorFindings(node: JsonNode, pointer: string): Finding[] {
  const findings: Finding[] = []
  const add = (field: string, kind: FindingKind) => {
    const member = memberOf(node, field)
    if (!member) return
    const { start, end } = member.value
    findings.push({ pointer: childPointer(pointer, field), start, end, ...kind })
  }
  const mediaType = text(node, 'mediaType')
  if (mediaType && !mediaTypeFacts(mediaType).distributable) {
    add('mediaType', { kind: 'foreign-layer', mediaType })
  }
  const urls = memberOf(node, 'urls')?.value
  if (urls?.type === 'array' && urls.items.length > 0) {
    const found = urls.items.flatMap((url) => (url.type === 'string' ? [url.value] : []))
    add('urls', { kind: 'urls', urls: found })
  }
  const data = text(node, 'data')
  const size = memberOf(node, 'size')?.value
  if (data !== null && isBase64(data) && size?.type === 'number') {
    const got = Math.floor((data.replace(/=+$/, '').length * 3) / 4)
    if (got !== size.value) add('data', { kind: 'data-mismatch', size: size.value, got })
  }
  return findings
}

/** Where an image config contradicts itself. @see image-spec v1.1.1, config.md#properties (history) */
export function configFindings(json: JsonObject): Finding[] {
  const history = memberOf(json, 'history')?.value
  const diffIds = memberOf(memberOf(json, 'rootfs')?.value, 'diff_ids')?.value
  if (history?.type !== 'array' || diffIds?.type !== 'array') return []
  const filled = history.items.filter((item) => {
    const empty = memberOf(item, 'empty_layer')?.value
    return !(empty?.type === 'boolean' && empty.value)
  }).length
  if (history.items.length === 0 || filled === diffIds.items.length) return []
  const { start, end } = history
  const counts = { history: filled, diffIds: diffIds.items.length }
  return [{ pointer: '/history', start, end, kind: 'history-mismatch', ...counts }]
}

function text(node: JsonNode | null | undefined, field: string): string | null {
  const value = memberOf(node, field)?.value
  return value?.type === 'string' ? value.value : null
}
