import { CONFIG, INDEX, MANIFEST, SCHEMA1 } from './document-shape.ts'
import type { Finding } from './finding.ts'
import { configFindings, manifestFindings, textFindings } from './finding.ts'
import type { JsonNode, JsonObject } from './json.ts'
import { jsonValue, memberOf, parseJson } from './json.ts'
import * as types from './media-type.ts'
import { ProblemError } from './problem.ts'
import type { Shape } from './shape.ts'
import { checkShape } from './shape.ts'
import { decodeText } from './text.ts'

/** A document of an image, as received: nothing is lost, nothing is corrected. */
export type DecodedDocument = {
  kind: DocumentKind
  /** what it is read as: its own word, else the declared type, else a guess; null if nobody knows */
  mediaType: string | null
  /** the very bytes that were hashed */
  bytes: Uint8Array
  /** the same as text, a byte order mark included */
  text: string
  json: JsonNode
  /** as `JSON.parse` would give it; always an object */
  value: Record<string, unknown>
  /** in the order of the text */
  findings: Finding[]
}

export type DocumentKind = 'index' | 'manifest' | 'config' | 'schema1' | 'unknown'

const SHAPES: Record<Exclude<DocumentKind, 'unknown'>, Shape> = {
  index: INDEX,
  manifest: MANIFEST,
  config: CONFIG,
  schema1: SCHEMA1,
}

/**
 * Decodes an index, a manifest (OCI or Docker schema 2), an image config or a schema 1 manifest.
 *
 * Odd but legal input gives findings. Any other JSON object is kind `unknown`.
 *
 * @param declaredMediaType the Content-Type it came with, or what its descriptor says; null if neither
 * @throws ProblemError `text-encoding`, `json-syntax`, `json-depth`, `document-shape` when it is no object
 * @see image-spec v1.1.1, media-types.md
 */
export function decodeDocument(
  bytes: Uint8Array,
  declaredMediaType: string | null,
): DecodedDocument {
  const text = decodeText(bytes)
  const json = parseJson(text)
  if (json.type !== 'object') {
    throw new ProblemError({ kind: 'document-shape', at: '', expected: 'object' })
  }
  const declared = declaredMediaType ? types.stripParameters(declaredMediaType) : null
  const own = memberOf(json, 'mediaType')?.value
  const body = own?.type === 'string' ? own.value : null
  const looks = kindByFields(json)
  const kind = kindOfType(body) ?? kindOfType(declared) ?? looks
  const known = kindOfType(declared) ? declared : null
  const mediaType = body ?? known ?? guessType(json, looks) ?? declared

  const whole = { pointer: '', start: json.start, end: json.end }
  const findings = textFindings(text, json)
  if (body !== null && declared !== null && types.stripParameters(body) !== declared) {
    const at = { pointer: '/mediaType', start: own?.start ?? 0, end: own?.end ?? 0 }
    findings.push({ ...at, kind: 'media-type-mismatch', declared, body })
  }
  if (body === null && (kind === 'index' || kind === 'manifest')) {
    findings.push({ ...whole, kind: 'media-type-missing', assumed: mediaType })
  }
  const foreign = FOREIGN_FIELDS[kind].flatMap((field): Finding[] => {
    const member = memberOf(json, field)
    if (!member || mediaType === null) return []
    const at = { pointer: `/${field}`, start: member.keyStart, end: member.keyEnd }
    return [{ ...at, kind: 'shape-mismatch', mediaType, field }]
  })
  findings.push(...foreign)
  if (kind === 'schema1') {
    findings.push({ ...whole, kind: 'schema1', signed: memberOf(json, 'signatures') !== null })
  }
  if (kind !== 'unknown') {
    // A foreign field is named above; that it is also unknown here says nothing more.
    const isNamed = ({ kind, pointer }: Finding) =>
      kind === 'unknown-field' && foreign.some((named) => named.pointer === pointer)
    findings.push(...checkShape(json, SHAPES[kind]).filter((finding) => !isNamed(finding)))
  }
  if (kind === 'index' || kind === 'manifest') findings.push(...manifestFindings(json, kind))
  if (kind === 'config') findings.push(...configFindings(json))

  return {
    kind,
    mediaType,
    bytes,
    text,
    json,
    // An object gives an object.
    value: jsonValue(json) as Record<string, unknown>,
    findings: findings.sort((a, b) => a.start - b.start),
  }
}

// A document with the fields of two kinds is two documents to two clients: CVE-2021-41190.
const FOREIGN_FIELDS: Record<DocumentKind, readonly string[]> = {
  index: ['layers', 'config', 'fsLayers'],
  manifest: ['manifests', 'fsLayers'],
  config: ['manifests', 'layers', 'fsLayers'],
  schema1: ['manifests', 'layers', 'config'],
  unknown: [],
}

function kindOfType(mediaType: string | null): Exclude<DocumentKind, 'unknown'> | null {
  if (mediaType === null) return null
  const found = types.mediaTypeClass(mediaType)
  return found === 'index' || found === 'manifest' || found === 'config' || found === 'schema1'
    ? found
    : null
}

function kindByFields(json: JsonObject): DocumentKind {
  const has = (field: string) => memberOf(json, field) !== null
  const version = memberOf(json, 'schemaVersion')?.value
  if (has('fsLayers') || (version?.type === 'number' && version.value === 1)) return 'schema1'
  if (version && has('manifests') && !has('layers')) return 'index'
  if (version && (has('layers') || has('config')) && !has('manifests')) return 'manifest'
  if (has('rootfs') && has('architecture') && has('os')) return 'config'
  return 'unknown'
}

// Docker's manifests must say what they are; what does not is OCI, unless it holds Docker's config.
function guessType(json: JsonObject, looks: DocumentKind): string | null {
  const config = memberOf(memberOf(json, 'config')?.value, 'mediaType')?.value
  switch (looks) {
    case 'index':
      return types.OCI_INDEX
    case 'manifest':
      return config?.type === 'string' && config.value === types.DOCKER_CONFIG
        ? types.DOCKER_MANIFEST
        : types.OCI_MANIFEST
    case 'schema1':
      return memberOf(json, 'signatures') ? types.SCHEMA1_SIGNED : types.SCHEMA1
    default:
      return null
  }
}
