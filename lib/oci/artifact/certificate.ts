import { AsnConvert } from '@peculiar/asn1-schema'
import {
  Certificate as Asn1Certificate,
  id_ce_subjectAltName,
  type Name,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509'

/**
 * What a certificate says. Nothing here is verified: neither its signature nor its dates nor who
 * issued it.
 */
export type Certificate = {
  /** `CN=…, O=…`; empty in Fulcio's, which name the signer in `names` alone */
  subject: string
  issuer: string
  /** hex, as written */
  serial: string
  /** ISO 8601 */
  notBefore: string
  notAfter: string
  /** the subject alternative names: an e-mail address, the address of a workflow */
  names: string[]
  /** what Fulcio wrote down about the login */
  claims: { claim: FulcioClaim; value: string }[]
}

export type FulcioClaim =
  | 'issuer'
  | 'buildSigner'
  | 'runner'
  | 'repository'
  | 'commit'
  | 'ref'
  | 'owner'
  | 'buildConfig'
  | 'trigger'
  | 'run'
  | 'visibility'

/** Below 1.3.6.1.4.1.57264.1; those to 6 hold bare text, those from 8 a DER string. */
const FULCIO = '1.3.6.1.4.1.57264.1.'
const CLAIMS: readonly (readonly [number, FulcioClaim])[] = [
  [8, 'issuer'],
  [1, 'issuer'],
  [9, 'buildSigner'],
  [11, 'runner'],
  [12, 'repository'],
  [5, 'repository'],
  [13, 'commit'],
  [3, 'commit'],
  [14, 'ref'],
  [6, 'ref'],
  [16, 'owner'],
  [18, 'buildConfig'],
  [20, 'trigger'],
  [2, 'trigger'],
  [21, 'run'],
  [22, 'visibility'],
]

const ATTRIBUTES: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
}

/** Bytes; a certificate of more is somebody's joke. */
const LIMIT = 64 * 1024

/**
 * Reads an X.509 certificate; null when it is none.
 *
 * Loaded on demand, since it brings an ASN.1 library.
 *
 * @see RFC 5280; github.com/sigstore/fulcio v1.8.8, docs/oid-info.md
 */
export function readCertificate(der: Uint8Array): Certificate | null {
  if (der.length > LIMIT) return null
  try {
    return read(der)
  } catch {
    return null
  }
}

function read(der: Uint8Array): Certificate {
  const { tbsCertificate } = AsnConvert.parse(der, Asn1Certificate)
  const extensions = new Map<string, ArrayBuffer>()
  for (const { extnID, extnValue } of tbsCertificate.extensions ?? []) {
    extensions.set(extnID, extnValue.buffer)
  }
  const claims: Certificate['claims'] = []
  for (const [number, claim] of CLAIMS) {
    const raw = extensions.get(`${FULCIO}${number}`)
    if (!raw || claims.some((known) => known.claim === claim)) continue
    claims.push({ claim, value: number >= 8 ? derText(raw) : text(raw) })
  }
  const alternative = extensions.get(id_ce_subjectAltName)
  return {
    subject: nameText(tbsCertificate.subject),
    issuer: nameText(tbsCertificate.issuer),
    serial: hex(tbsCertificate.serialNumber),
    notBefore: time(tbsCertificate.validity.notBefore),
    notAfter: time(tbsCertificate.validity.notAfter),
    names: alternative ? namesOf(alternative) : [],
    claims,
  }
}

function nameText(name: Name): string {
  return [...name]
    .flatMap((part) => [...part])
    .map(({ type, value }) => `${ATTRIBUTES[type] ?? type}=${value.toString()}`)
    .join(', ')
}

function namesOf(raw: ArrayBuffer): string[] {
  const names = [...AsnConvert.parse(raw, SubjectAlternativeName)]
  return names.flatMap((name) => {
    const other = name.otherName?.value
    return [
      name.uniformResourceIdentifier,
      name.rfc822Name,
      name.dNSName,
      name.iPAddress,
      // Fulcio's user names: a UTF-8 string inside.
      other && derText(other),
    ].filter((one) => typeof one === 'string')
  })
}

function time(value: { getTime(): Date }): string {
  return value.getTime().toISOString().replace('.000', '')
}

function text(raw: ArrayBuffer): string {
  return new TextDecoder().decode(raw)
}

/** The text of a DER string: its tag and length are stepped over. X.690, section 8.1 */
function derText(raw: ArrayBuffer): string {
  const bytes = new Uint8Array(raw)
  const first = bytes[1] ?? 0
  const header = first < 0x80 ? 2 : 2 + (first & 0x7f)
  return new TextDecoder().decode(bytes.subarray(header))
}

function hex(raw: ArrayBuffer): string {
  return [...new Uint8Array(raw)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
