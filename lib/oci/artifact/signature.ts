import { isRecord } from '../descriptor.ts'
import { isDigest } from '../digest.ts'
import { looseBase64, pemCertificates } from './bytes.ts'
import { type Fact, type FactValue, factsOf, isScalar, textAt } from './fact.ts'
import type { Part } from './statement.ts'

/** A certificate found in a document: DER, not looked into yet. */
export type CertificateBytes = { at: string; der: Uint8Array }

/** What lies packed inside a document, and where. */
export type Packed = { at: string; bytes: Uint8Array; mediaType: string | null }

export type SignatureContent = {
  parts: Part[]
  certificates: CertificateBytes[]
  packed: Packed | null
}

/** Whether a JSON value is a DSSE envelope. @see secure-systems-lab/dsse v1.0.2, envelope.md */
export function isEnvelope(value: unknown): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    typeof value.payload === 'string' &&
    typeof value.payloadType === 'string' &&
    Array.isArray(value.signatures)
  )
}

/** The envelope's own facts; the payload is handed on to be read. */
export function readEnvelope(value: Record<string, unknown>, base = ''): SignatureContent {
  const { facts, scalar, put, get, list } = factsOf(value, base)
  scalar('payloadType', '/payloadType')
  const signatures = get('/signatures')
  if (Array.isArray(signatures)) {
    put('signatures', '/signatures', [{ text: String(signatures.length) }])
  }
  list('keyIds', '/signatures', (item) => {
    const text = textAt(item, '/keyid')
    return text ? { text } : null
  })
  const bytes = looseBase64(textAt(value, '/payload'))
  const mediaType = textAt(value, '/payloadType') || null
  return {
    parts: [{ kind: 'envelope', facts }],
    certificates: [],
    packed: bytes && { at: `${base}/payload`, bytes, mediaType },
  }
}

/** Whether a JSON value is what cosign signs: Red Hat's simple signing. */
export function isSimpleSigning(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && isRecord(value.critical) && isRecord(value.critical.image)
}

/** @see github.com/sigstore/cosign v3.1.2, specs/SIGNATURE_SPEC.md#payloads */
export function simpleSigningPart(value: Record<string, unknown>): Part {
  const { facts, scalar, put, text, get } = factsOf(value)
  const digest = text('/critical/image/docker-manifest-digest')
  if (digest) {
    const at = '/critical/image/docker-manifest-digest'
    put('signedDigest', at, [isDigest(digest) ? { text: '', digest } : { text: digest }])
  }
  scalar('signedReference', '/critical/identity/docker-reference')
  scalar('signatureType', '/critical/type')
  const optional = get('/optional')
  if (isRecord(optional)) {
    const pairs = Object.entries(optional).filter(([, one]) => isScalar(one))
    put(
      'signedNotes',
      '/optional',
      pairs.map(([key, one]) => ({ text: `${key}=${one}` })),
    )
  }
  return { kind: 'simple-signing', facts }
}

const ANNOTATION = {
  signature: 'dev.cosignproject.cosign/signature',
  certificate: 'dev.sigstore.cosign/certificate',
  chain: 'dev.sigstore.cosign/chain',
  bundle: 'dev.sigstore.cosign/bundle',
}

/**
 * What cosign writes beside a signed payload: the annotations of its layer.
 *
 * @param at pointer of the annotations in the manifest, `/layers/0/annotations`
 * @see github.com/sigstore/cosign v3.1.2, specs/SIGNATURE_SPEC.md#properties
 */
export function readCosignAnnotations(
  annotations: Record<string, string> | undefined,
  at: string,
): Pick<SignatureContent, 'parts' | 'certificates'> {
  const get = (name: keyof typeof ANNOTATION) => annotations?.[ANNOTATION[name]] ?? ''
  const place = (name: keyof typeof ANNOTATION) => `${at}/${ANNOTATION[name].replace('/', '~1')}`
  const facts: Fact[] = []
  // A DSSE attestation leaves the annotation empty: its signatures are in the envelope.
  const signature = looseBase64(get('signature'))
  if (signature && signature.length > 0) {
    const values: FactValue[] = [{ text: String(signature.length) }]
    facts.push({ name: 'signedBytes', at: place('signature'), values, more: 0 })
  }
  const parts: Part[] = facts.length > 0 ? [{ kind: 'cosign-signature', facts }] : []
  const entry = parsed(get('bundle'))
  if (isRecord(entry)) {
    parts.push({ kind: 'log-entry', facts: rekorV1Facts(entry, place('bundle')) })
  }
  const certificates = (['certificate', 'chain'] as const).flatMap((name) =>
    pemCertificates(get(name)).map((der) => ({ at: place(name), der })),
  )
  return { parts, certificates }
}

/** The log entry in cosign's annotation. All facts stand in one string, so they share its place. */
function rekorV1Facts(entry: unknown, at: string): Fact[] {
  const { facts, put, get } = factsOf(entry)
  const time = get('/Payload/integratedTime')
  put('logIndex', '', scalarValue(get('/Payload/logIndex')))
  put('logTime', '', typeof time === 'number' ? [{ text: isoTime(time) }] : [])
  put('logId', '', scalarValue(get('/Payload/logID')))
  const body = parsed(utf8(looseBase64(textAt(entry, '/Payload/body'))))
  const kind = textAt(body, '/kind')
  if (kind) put('logKind', '', [{ text: `${kind} ${textAt(body, '/apiVersion')}`.trim() }])
  return facts.map((fact) => ({ ...fact, at }))
}

function scalarValue(value: unknown): FactValue[] {
  return isScalar(value) ? [{ text: String(value) }] : []
}

/** A count of seconds since 1970 as ISO 8601; the number itself when it is out of range. */
export function isoTime(seconds: number): string {
  const time = new Date(seconds * 1000)
  return Number.isNaN(time.getTime()) ? String(seconds) : time.toISOString().replace('.000', '')
}

/** JSON that may be none. Small texts only: what is inside an annotation or an envelope. */
export function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null
  } catch {
    return null
  }
}

export function utf8(bytes: Uint8Array | null): string {
  return bytes ? new TextDecoder().decode(bytes) : ''
}
