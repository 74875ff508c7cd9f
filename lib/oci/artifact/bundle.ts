import { isRecord } from '../descriptor.ts'
import { isDigest } from '../digest.ts'
import { looseBase64 } from './bytes.ts'
import { factsOf, isScalar, textAt, valueAt } from './fact.ts'
import {
  type CertificateBytes,
  isEnvelope,
  isoTime,
  readEnvelope,
  type SignatureContent,
} from './signature.ts'
import type { Part } from './statement.ts'

const VERSION =
  /^application\/vnd\.dev\.sigstore\.bundle(?:\.v(\d+(?:\.\d+)*)\+json|\+json;\s*version=(\d+(?:\.\d+)*))$/

/** `0.3` of a bundle's media type in either spelling; null for anything else. */
export function bundleVersion(mediaType: string): string | null {
  const [, after, parameter] = VERSION.exec(mediaType) ?? []
  return after ?? parameter ?? null
}

/** Whether a JSON value is a Sigstore bundle. */
export function isBundle(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && isRecord(value.verificationMaterial)
}

/** Certificates and log entries read from one bundle; real ones hold a handful. */
const READ = 10

/**
 * A Sigstore bundle, v0.1 to v0.3: who signed, what, and where the log says so.
 *
 * @see sigstore/protobuf-specs v0.5.2, protos/sigstore_bundle.proto
 */
export function readBundle(value: Record<string, unknown>): SignatureContent {
  const { facts, put, get } = factsOf(value)
  const mediaType = textAt(value, '/mediaType')
  const version = bundleVersion(mediaType)
  put('bundleVersion', '/mediaType', [{ text: version ?? mediaType }])
  const hint = textAt(value, '/verificationMaterial/publicKey/hint')
  put('keyHint', '/verificationMaterial/publicKey/hint', [{ text: hint }])
  const stamps = get('/verificationMaterial/timestampVerificationData/rfc3161Timestamps')
  if (Array.isArray(stamps) && stamps.length > 0) {
    put('timestamps', '/verificationMaterial/timestampVerificationData/rfc3161Timestamps', [
      { text: String(stamps.length) },
    ])
  }
  const digest = messageDigest(get('/messageSignature/messageDigest'))
  if (digest) put('messageDigest', '/messageSignature/messageDigest', [digest])
  const entries = asList(get('/verificationMaterial/tlogEntries')).slice(0, READ)
  const logs = entries.map((entry, i): Part => {
    return { kind: 'log-entry', facts: logFacts(entry, `/verificationMaterial/tlogEntries/${i}`) }
  })
  const envelope = value.dsseEnvelope
  const signed = isEnvelope(envelope) ? readEnvelope(envelope, '/dsseEnvelope') : null
  return {
    parts: [{ kind: 'bundle', facts }, ...logs, ...(signed?.parts ?? [])],
    certificates: certificatesOf(value.verificationMaterial),
    packed: signed?.packed ?? null,
  }
}

function logFacts(entry: unknown, base: string) {
  const { facts, scalar, put, text } = factsOf(entry, base)
  scalar('logIndex', '/logIndex')
  // protobuf writes 64-bit integers as strings; 0 stands for "not given".
  const time = Number(valueAt(entry, '/integratedTime') ?? 0)
  if (time > 0) put('logTime', '/integratedTime', [{ text: isoTime(time) }])
  const kind = [text('/kindVersion/kind'), text('/kindVersion/version')].filter(Boolean)
  put('logKind', '/kindVersion', [{ text: kind.join(' ') }])
  scalar('logId', '/logId/keyId')
  return facts
}

function certificatesOf(material: unknown): CertificateBytes[] {
  const single = textAt(material, '/certificate/rawBytes')
  const chain = asList(valueAt(material, '/x509CertificateChain/certificates'))
  const places = [
    ['/verificationMaterial/certificate/rawBytes', single],
    ...chain.slice(0, READ).map((one, i) => {
      const at = `/verificationMaterial/x509CertificateChain/certificates/${i}/rawBytes`
      return [at, textAt(one, '/rawBytes')]
    }),
  ] as const
  return places.flatMap(([at = '', text = '']) => {
    const der = text ? looseBase64(text) : null
    return der ? [{ at, der }] : []
  })
}

/** `{algorithm: "SHA2_256", digest: base64}` in the spelling of OCI. */
function messageDigest(value: unknown): { text: string; digest?: string } | null {
  const algorithm = { SHA2_256: 'sha256', SHA2_384: 'sha384', SHA2_512: 'sha512' }[
    textAt(value, '/algorithm')
  ]
  const bytes = looseBase64(textAt(value, '/digest'))
  if (!bytes || bytes.length === 0) return null
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const digest = `${algorithm}:${hex}`
  return algorithm && isDigest(digest) ? { text: '', digest } : { text: hex }
}

/** Whether a JSON value is a Notary signature in JWS form. */
export function isNotaryJws(value: unknown): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    typeof value.protected === 'string' &&
    typeof value.payload === 'string' &&
    isRecord(value.header)
  )
}

/**
 * A Notary Project signature in JWS form: what its protected header and payload say.
 *
 * @see notaryproject/specifications v1.1.0, specs/signature-envelope-jws.md
 */
export function readNotaryJws(value: Record<string, unknown>): SignatureContent {
  const header = jsonOf(textAt(value, '/protected'))
  const payload = jsonOf(textAt(value, '/payload'))
  const { facts, put } = factsOf(value)
  const told = (pointer: string) => {
    const found = valueAt(header, pointer)
    return isScalar(found) ? [{ text: String(found) }] : []
  }
  put('algorithm', '/protected', told('/alg'))
  put('payloadType', '/protected', told('/cty'))
  put('signingScheme', '/protected', told('/io.cncf.notary.signingScheme'))
  put('signingTime', '/protected', told('/io.cncf.notary.signingTime'))
  put('expiry', '/protected', told('/io.cncf.notary.expiry'))
  const digest = textAt(payload, '/targetArtifact/digest')
  if (digest) {
    put('signedDigest', '/payload', [isDigest(digest) ? { text: '', digest } : { text: digest }])
  }
  const certificates = asList(valueAt(value, '/header/x5c')).slice(0, READ)
  return {
    parts: [{ kind: 'notary-jws', facts }],
    certificates: certificates.flatMap((text, i) => {
      const der = typeof text === 'string' ? looseBase64(text) : null
      return der ? [{ at: `/header/x5c/${i}`, der }] : []
    }),
    packed: null,
  }
}

function jsonOf(base64: string): unknown {
  const bytes = looseBase64(base64)
  try {
    return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null
  } catch {
    return null
  }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
