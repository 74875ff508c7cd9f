import { type FieldWords, fieldAt } from '@/lib/content/fields'
import { isDigest } from '@/lib/oci/digest'
import type { DecodedDocument } from '@/lib/oci/document'
import type { JsonNode } from '@/lib/oci/json'
import { walk } from '@/lib/oci/pointer'
import { findingSentence } from '../finding/model'
import type { FindingVocabulary } from '../finding/words'
import type { DocumentKind } from './kind'
import type { FieldNote, ReaderDocument, ReaderField } from './reader'
import { summarise } from './summary'

/** The catalogue of each kind of document, in the reader's language. */
export type PanelFields = Partial<Record<DocumentKind, readonly FieldWords[]>>

export type PrepareOptions = {
  digest: string
  fields: PanelFields
  findings: FindingVocabulary
}

/** A decoded document as the reader's: every field located, the known ones explained. */
export function prepareDocument(decoded: DecodedDocument, options: PrepareOptions): ReaderDocument {
  const { digest, fields: catalogues, findings } = options
  const catalogue = catalogues[decoded.kind] ?? []
  const notes: FieldNote[] = []
  const numbers = new Map<FieldWords, number>()
  const noteOf = (at: string): number => {
    const entry = fieldAt(catalogue, at)
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

function digestOf(node: JsonNode): { digest?: string } {
  return node.type === 'string' && isDigest(node.value) ? { digest: node.value } : {}
}
