import { type FieldWords, fieldAt } from '@/lib/content/fields'
import { isDigest } from '@/lib/oci/digest'
import type { JsonNode } from '@/lib/oci/json'
import { formatPointer, parsePointer, walk } from '@/lib/oci/pointer'
import type { RecognisedDocument } from '@/lib/oci/recognise'
import { findingSentence } from '../finding/model'
import type { FindingVocabulary } from '../finding/words'
import type { DocumentKind } from './kind'
import type { FieldNote, ReaderDocument, ReaderField } from './reader'
import { summarise } from './summary'

/** The catalogue of each kind of document, in the reader's language. */
export type PanelFields = Partial<Record<DocumentKind, readonly FieldWords[]>>

/** A document inside another: `/info/runtimeSpec` of a CRI container is a runtime config. */
export type Graft = {
  /** what it stands in, and where; `*` as in the catalogue */
  in: DocumentKind
  at: string
  /** what it is, and the part of that which it begins with */
  of: DocumentKind
  from: string
}

export type PrepareOptions = {
  digest: string
  fields: PanelFields
  grafts?: readonly Graft[]
  findings: FindingVocabulary
}

/** What tools print as a list, even of one. */
const LISTED = new Set<DocumentKind>(['docker-container', 'docker-image', 'docker-archive'])

/** A decoded document as the reader's: every field located, the known ones explained. */
export function prepareDocument(
  decoded: Omit<RecognisedDocument, 'evidence'>,
  options: PrepareOptions,
): ReaderDocument {
  const { digest, fields: catalogues, findings, grafts = [] } = options
  // One item of a list, taken out of it: jq '.[0]' of what docker inspect prints.
  const prefix = LISTED.has(decoded.kind) && decoded.json.type === 'object' ? '/*' : ''
  const notes: FieldNote[] = []
  const numbers = new Map<FieldWords, number>()
  const noteOf = (at: string): number => {
    const entry = explain(catalogues, grafts, decoded.kind, prefix + at)
    if (!entry) return -1
    const known = numbers.get(entry)
    if (known !== undefined) return known
    const { means, breaks, spec } = entry
    const label = `${spec.name} ${spec.version}, ${spec.section}`
    numbers.set(entry, notes.push({ means, breaks, spec: { label, url: spec.url } }) - 1)
    return notes.length - 1
  }
  const fields: ReaderField[] = []
  for (const { pointer, node, member } of walk(decoded.json)) {
    if (pointer === '' && member === null) continue
    fields.push({
      at: pointer,
      key: member ? [member.keyStart, member.keyEnd] : null,
      value: [node.start, node.end],
      nests: node.type === 'object' || node.type === 'array',
      note: noteOf(pointer),
      ...digestOf(node),
    })
  }
  return {
    kind: decoded.kind,
    mediaType: decoded.mediaType,
    digest,
    size: decoded.bytes.length,
    text: decoded.text,
    fields,
    notes,
    findings: decoded.findings.map((finding) => ({
      ...findingSentence(findings, finding),
      at: finding.pointer,
    })),
    summary: summarise(decoded),
  }
}

/** The entry for a field: the document's own, else that of the document it belongs to. */
export function explain<Entry extends { pattern: string }>(
  catalogues: Partial<Record<DocumentKind, readonly Entry[]>>,
  grafts: readonly Graft[],
  kind: DocumentKind,
  at: string,
): Entry | undefined {
  const own = fieldAt(catalogues[kind] ?? [], at)
  if (own) return own
  for (const graft of grafts) {
    const rest = graft.in === kind ? restOf(graft.at, at) : null
    if (rest !== null) return explain(catalogues, grafts, graft.of, graft.from + rest)
  }
  return undefined
}

/** What of a pointer stands below a pattern; null when it does not fit. */
function restOf(pattern: string, at: string): string | null {
  const wanted = parsePointer(pattern) ?? []
  const tokens = parsePointer(at) ?? []
  const fits = wanted.every(
    (token, i) => i < tokens.length && (token === '*' || token === tokens[i]),
  )
  return fits ? formatPointer(tokens.slice(wanted.length)) : null
}

function digestOf(node: JsonNode): { digest?: string } {
  return node.type === 'string' && isDigest(node.value) ? { digest: node.value } : {}
}
