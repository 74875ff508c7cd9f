import type { FieldWords } from '@/lib/content/fields'
import { readCertificate } from '@/lib/oci/artifact/certificate'
import { type DecodedArtifact, decodeArtifact } from '@/lib/oci/artifact/decode'
import { artifactKindOf } from '@/lib/oci/artifact/kind'
import type { PartKind } from '@/lib/oci/artifact/statement'
import type { DecodedDocument } from '@/lib/oci/document'
import { textFindings } from '@/lib/oci/finding'
import { jsonValue } from '@/lib/oci/json'
import { readManifest } from '@/lib/oci/manifest'
import { type PrepareOptions, prepareDocument } from '../image/prepare'
import type { ReaderDocument } from '../image/reader'
import type { ObjectView } from './object'
import { SPECS } from './specs'

/** The catalogue of each kind of part, in the reader's language. */
export type ArtifactFields = Partial<Record<PartKind, readonly FieldWords[]>>

export type ObjectOptions = Omit<PrepareOptions, 'digest'> & { artifacts: ArtifactFields }

type Head = Pick<ObjectView, 'digest' | 'mediaType' | 'size' | 'path'>

/** An index, a manifest or an image config as an object. */
export function documentObject(
  head: Head,
  document: DecodedDocument,
  options: ObjectOptions,
): ObjectView {
  const { digest } = head
  return {
    ...head,
    kind: document.kind === 'manifest' ? artifactKindOf(readManifest(document)) : null,
    ...{ parts: [], certificates: [], chain: null, state: 'read' as const },
    documents: [prepareDocument(document, { ...options, digest })],
  }
}

/**
 * The content of an artifact as an object: its parts from the outside in, and both texts.
 *
 * @throws ProblemError as `decodeArtifact`
 */
export function contentObject(
  head: Head,
  bytes: Uint8Array,
  annotations: Record<string, string> | undefined,
  options: ObjectOptions,
): { object: ObjectView; subjects: string[] } {
  const outer = decodeArtifact(bytes, head.mediaType, annotations)
  const parts: ObjectView['parts'] = []
  const certificates: ObjectView['certificates'] = []
  const documents: ReaderDocument[] = []
  const subjects: string[] = []
  let inside: string | null = null
  for (let at: DecodedArtifact | null = outer; at; at = at.inner?.content ?? null) {
    for (const part of at.parts) {
      parts.push({ ...part, inside })
      for (const { name, values } of part.facts) {
        if (name !== 'subjects' && name !== 'signedDigest') continue
        subjects.push(...values.flatMap(({ digest }) => digest ?? []))
      }
    }
    certificates.push(...at.certificates.map(({ der }) => readCertificate(der)))
    const document = readerOf(at, head, inside !== null, options)
    if (document) documents.push(document)
    inside = at.inner?.at ?? null
  }
  return {
    object: {
      ...head,
      ...{ kind: null, parts, certificates, chain: null, documents },
      state: outer.text === null ? 'not-text' : 'read',
    },
    subjects,
  }
}

function readerOf(
  content: DecodedArtifact,
  head: Head,
  packed: boolean,
  options: ObjectOptions,
): ReaderDocument | null {
  const { bytes, text, json, parts } = content
  const first = parts[0]?.kind ?? 'json'
  if (text === null || !json) return null
  const value = jsonValue(json)
  const document: DecodedDocument = {
    ...{ kind: 'unknown', mediaType: packed ? null : head.mediaType, bytes, text, json },
    value: value as Record<string, unknown>,
    findings: textFindings(text, json),
  }
  const fields = { unknown: catalogueOf(parts, options.artifacts) }
  const spec = SPECS[parts[1]?.kind === 'predicate' ? 'predicate' : first]
  return {
    ...prepareDocument(document, { ...options, fields, digest: packed ? '' : head.digest }),
    ...(spec && { definedBy: spec }),
  }
}

/** The entries of a document's parts, each below where its part stands. */
function catalogueOf(
  parts: readonly { kind: PartKind }[],
  artifacts: ArtifactFields,
): readonly FieldWords[] {
  const [outer, predicate] = parts
  if (!outer) return []
  const own = artifacts[outer.kind] ?? []
  if (outer.kind !== 'statement' || !predicate) return own
  const below = (artifacts[predicate.kind] ?? []).filter(({ pattern }) => pattern !== '')
  return [...own, ...below.map((one) => ({ ...one, pattern: `/predicate${one.pattern}` }))]
}
