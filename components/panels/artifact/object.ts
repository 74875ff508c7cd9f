import type { Certificate } from '@/lib/oci/artifact/certificate'
import type { KindOfArtifact } from '@/lib/oci/artifact/kind'
import type { Part } from '@/lib/oci/artifact/statement'
import type { ReaderDocument } from '../image/reader'

/** One object, ready to be read. Plain data: made on the server for a recording, else in the browser. */
export type ObjectView = {
  digest: string
  mediaType: string
  /** bytes */
  size: number
  /** where it can be fetched on our own origin */
  path: string
  /** of a manifest: what it is for */
  kind: KindOfArtifact | null
  /** the outermost first; `inside` is the pointer of the base64 that held it */
  parts: (Part & { inside: string | null })[]
  certificates: (Certificate | null)[]
  chain: Chain | null
  /** the stored text, then what was packed in it */
  documents: ReaderDocument[]
  state: 'read' | 'not-text' | 'not-fetched'
}

/** From the index to the statement and back: three digests that have to be one. */
export type Chain = {
  manifest: string
  /** what the index says the attestation is about */
  index: string
  statement: string
  /** what the statement says */
  statementSubject: string
  /** the image among the entries of the index; null when none of them is it */
  sibling: string | null
}

/** Whether all three name one manifest. */
export function agrees({ index, statementSubject, sibling }: Chain): boolean {
  return index === statementSubject && statementSubject === sibling
}
