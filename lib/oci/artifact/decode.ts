import { isRecord } from '../descriptor.ts'
import { type JsonNode, jsonValue, parseJson } from '../json.ts'
import { OCI_EMPTY, stripParameters } from '../media-type.ts'
import { ProblemError } from '../problem.ts'
import { decodeText } from '../text.ts'
import { isBundle, isNotaryJws, readBundle, readNotaryJws } from './bundle.ts'
import { type Fact, factsOf } from './fact.ts'
import { helmFacts } from './helm.ts'
import { cycloneDxFacts, isCycloneDx, isSpdx, spdxFacts } from './sbom.ts'
import {
  type CertificateBytes,
  isEnvelope,
  isSimpleSigning,
  type Packed,
  readCosignAnnotations,
  readEnvelope,
  simpleSigningPart,
} from './signature.ts'
import { isStatement, otherFacts, type Part, statementParts } from './statement.ts'

/** The content of an artifact, as received, and what a card says of it. */
export type DecodedArtifact = {
  /** the very bytes that were hashed */
  bytes: Uint8Array
  /** the same as text; null when it is no JSON, so that only its first bytes are told */
  text: string | null
  json: JsonNode | null
  /** the outermost first: an envelope before the statement in it; never empty */
  parts: Part[]
  /** to be read with `readCertificate`, which loads a library */
  certificates: CertificateBytes[]
  /** what was packed inside in base64, read the same way; its parts' pointers are its own */
  inner: { at: string; content: DecodedArtifact } | null
}

/** Bytes. As for a manifest; a larger one can be downloaded, not read here. */
export const ARTIFACT_LIMIT = 4 * 1024 * 1024

/** An envelope in a bundle, a statement in that: nobody packs deeper. */
const DEEPEST = 3

/**
 * Decodes a blob of an artifact: an in-toto statement, an SBOM, an envelope, a signature, a Helm
 * config; of anything else says what can be seen. The form decides, then the declared media type.
 *
 * @param mediaType what its descriptor says; null if nobody does
 * @param annotations of its descriptor: cosign keeps signature and certificate there
 * @throws ProblemError `too-large`, and `json-depth` where JSON is nested deeper than anyone writes
 */
export function decodeArtifact(
  bytes: Uint8Array,
  mediaType: string | null,
  annotations?: Record<string, string>,
): DecodedArtifact {
  return decode(bytes, mediaType, annotations, DEEPEST)
}

function decode(
  bytes: Uint8Array,
  mediaType: string | null,
  annotations: Record<string, string> | undefined,
  depth: number,
): DecodedArtifact {
  if (bytes.length > ARTIFACT_LIMIT) {
    const size = bytes.length
    throw new ProblemError({ kind: 'too-large', what: 'blob', limit: ARTIFACT_LIMIT, size })
  }
  const type = mediaType && stripParameters(mediaType)
  const read = readJson(bytes)
  if (!read) return { ...nothing(bytes), parts: [{ kind: 'bytes', facts: byteFacts(bytes) }] }
  const found = recognise(jsonValue(read.json), type)
  const beside = readCosignAnnotations(annotations, '/annotations')
  const packed = depth > 0 ? found.packed : null
  return {
    bytes,
    ...read,
    parts: [...found.parts, ...beside.parts],
    certificates: [...found.certificates, ...beside.certificates],
    inner: packed && {
      at: packed.at,
      content: decode(packed.bytes, packed.mediaType, undefined, depth - 1),
    },
  }
}

type Recognised = { parts: Part[]; certificates: CertificateBytes[]; packed: Packed | null }

function recognise(value: unknown, type: string | null): Recognised {
  const only = (kind: Part['kind'], facts: Fact[]): Recognised => ({
    parts: [{ kind, facts }],
    certificates: [],
    packed: null,
  })
  if (isStatement(value)) {
    return { parts: statementParts(value), certificates: [], packed: null }
  }
  if (isBundle(value)) return readBundle(value)
  if (isEnvelope(value)) return readEnvelope(value)
  if (isNotaryJws(value)) return readNotaryJws(value)
  if (isSimpleSigning(value)) {
    return { parts: [simpleSigningPart(value)], certificates: [], packed: null }
  }
  if (isSpdx(value)) return only('spdx', spdxFacts(value))
  if (isCycloneDx(value)) return only('cyclonedx', cycloneDxFacts(value))
  if (type === HELM_CONFIG) return only('helm', helmFacts(value))
  if (type === OCI_EMPTY || (isRecord(value) && Object.keys(value).length === 0)) {
    return only('empty', [])
  }
  return only('json', otherFacts(value, ''))
}

export const HELM_CONFIG = 'application/vnd.cncf.helm.config.v1+json'

function readJson(bytes: Uint8Array): { text: string; json: JsonNode } | null {
  try {
    const text = decodeText(bytes)
    return { text, json: parseJson(text) }
  } catch (error) {
    const kind = error instanceof ProblemError ? error.problem.kind : null
    if (kind === 'json-syntax' || kind === 'text-encoding') return null
    throw error
  }
}

function nothing(bytes: Uint8Array): Omit<DecodedArtifact, 'parts'> {
  return { bytes, text: null, json: null, certificates: [], inner: null }
}

/** The first bytes in hex and as far as they are ASCII: enough to see a magic number. */
function byteFacts(bytes: Uint8Array): Fact[] {
  const head = bytes.subarray(0, 16)
  const hex = [...head].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const ascii = [...head]
    .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
    .join('')
  const { facts, put } = factsOf(null)
  put('firstBytes', '', [{ text: hex ? `${hex}  ${ascii}` : '' }])
  return facts
}
