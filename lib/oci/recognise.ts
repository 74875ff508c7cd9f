import { type DecodedDocument, type DocumentKind, decodeDocument } from './document.ts'
import { textFindings } from './finding.ts'
import { type JsonNode, jsonValue, memberOf, parseJson } from './json.ts'
import { decodeText } from './text.ts'

/** JSON that is no document of an image, but is met below Kubernetes. */
export type ForeignKind =
  // a bundle's config.json, and what `runc state` prints
  | 'runtime-config'
  | 'runtime-state'
  // crictl inspect, inspectp, inspecti
  | 'cri-container'
  | 'cri-sandbox'
  | 'cri-image'
  | 'docker-container'
  | 'docker-image'
  // manifest.json of `docker save`; the oci-layout file
  | 'docker-archive'
  | 'layout'
  // in-toto, and DSSE around it
  | 'statement'
  | 'envelope'
  // an object of the Kubernetes API
  | 'kubernetes'

export type RecognisedKind = DocumentKind | ForeignKind

/** Why a document is taken for what it is: a field that tells, and what stands there. */
export type Evidence = { at: string; says: string }

/** A document of any kind that this site can explain, as received. */
export type RecognisedDocument = Omit<DecodedDocument, 'kind' | 'value'> & {
  kind: RecognisedKind
  value: unknown
  evidence: Evidence[]
}

/**
 * Reads JSON of which nobody said what it is, and tells by its fields.
 *
 * What tools print as a list of one, such as `docker inspect`, is told by its first item.
 *
 * @throws ProblemError `text-encoding`, `json-syntax`, `json-depth`
 */
export function recogniseDocument(
  bytes: Uint8Array,
  declaredMediaType: string | null = null,
): RecognisedDocument {
  const text = decodeText(bytes)
  const json = parseJson(text)
  const foreign = foreignKind(json)
  if (foreign || json.type !== 'object') {
    return {
      ...{ kind: foreign?.kind ?? 'unknown', mediaType: null, bytes, text, json },
      value: jsonValue(json),
      findings: textFindings(text, json),
      evidence: foreign?.evidence ?? [],
    }
  }
  const decoded = decodeDocument(bytes, declaredMediaType)
  return { ...decoded, evidence: evidenceOf(json, OWN[decoded.kind]) }
}

/** The fields by which `decodeDocument` knows its kinds, as far as they are there. */
const OWN: Record<DocumentKind, string[]> = {
  index: ['/schemaVersion', '/mediaType', '/manifests'],
  manifest: ['/schemaVersion', '/mediaType', '/config', '/layers'],
  config: ['/architecture', '/os', '/rootfs'],
  schema1: ['/schemaVersion', '/fsLayers', '/history'],
  unknown: [],
}

type Mark = {
  kind: ForeignKind
  /** stands in a list, as its tool prints it */
  listed?: true
  /** all of these have to be there */
  fields: string[]
  /** and this must not */
  without?: string
  /** what the text of a field has to look like */
  text?: [at: string, pattern: RegExp]
}

// The first that fits counts.
const MARKS: Mark[] = [
  { kind: 'kubernetes', fields: ['/apiVersion', '/kind'], text: ['/kind', /^[A-Z]\w+$/] },
  { kind: 'layout', fields: ['/imageLayoutVersion'] },
  { kind: 'runtime-state', fields: ['/ociVersion', '/id', '/status', '/bundle'] },
  { kind: 'runtime-config', fields: ['/ociVersion'], without: '/status' },
  { kind: 'cri-sandbox', fields: ['/status/state'], text: ['/status/state', /^SANDBOX_/] },
  { kind: 'cri-container', fields: ['/status/state'], text: ['/status/state', /^CONTAINER_/] },
  { kind: 'cri-image', fields: ['/status/id', '/status/repoTags', '/status/repoDigests'] },
  {
    kind: 'statement',
    fields: ['/_type', '/subject'],
    text: ['/_type', /^https:\/\/in-toto\.io\//],
  },
  { kind: 'envelope', fields: ['/payloadType', '/payload', '/signatures'] },
  { kind: 'docker-archive', listed: true, fields: ['/Config', '/Layers'], without: '/Id' },
  { kind: 'docker-container', listed: true, fields: ['/Id', '/State', '/Image'] },
  { kind: 'docker-image', listed: true, fields: ['/Id', '/RepoTags', '/RootFS'] },
]

function foreignKind(json: JsonNode): { kind: ForeignKind; evidence: Evidence[] } | null {
  const first = json.type === 'array' ? json.items[0] : undefined
  for (const { kind, listed, fields, without, text } of MARKS) {
    const root = listed && first ? first : json
    if (root.type !== 'object' || !fields.every((at) => nodeOf(root, at))) continue
    if (without && nodeOf(root, without)) continue
    const told = text && nodeOf(root, text[0])
    if (text && !(told?.type === 'string' && text[1].test(told.value))) continue
    return { kind, evidence: evidenceOf(root, fields, root === first ? '/0' : '') }
  }
  return null
}

function evidenceOf(root: JsonNode, fields: string[], prefix = ''): Evidence[] {
  return fields.flatMap((at) => {
    const node = nodeOf(root, at)
    return node ? [{ at: prefix + at, says: saysOf(node) }] : []
  })
}

function nodeOf(root: JsonNode, at: string): JsonNode | null {
  let node: JsonNode | null = root
  for (const key of at.split('/').slice(1)) node = memberOf(node, key)?.value ?? null
  return node
}

/** A short value as it stands there; of a container its brackets. */
function saysOf(node: JsonNode): string {
  if (node.type === 'object') return '{ }'
  if (node.type === 'array') return '[ ]'
  const text = node.type === 'number' ? node.text : JSON.stringify(node.value)
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text
}

const LONG = 80
