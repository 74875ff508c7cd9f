import { decodeBase64 } from '../base64.ts'

/** The bytes of base64 in either alphabet, padded or not, as envelopes are written; null if it is none. */
export function looseBase64(text: string): Uint8Array | null {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  return decodeBase64(plain + '='.repeat((4 - (plain.length % 4)) % 4))
}

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g

/** Certificates of one PEM text; a chain longer than any real one is not followed. */
const CHAIN = 10

/** The DER bytes of the certificates in a PEM text, in order. RFC 7468 */
export function pemCertificates(text: string): Uint8Array[] {
  const found: Uint8Array[] = []
  for (const [, body = ''] of text.matchAll(PEM)) {
    const der = decodeBase64(body.replace(/\s+/g, ''))
    if (der) found.push(der)
    if (found.length === CHAIN) break
  }
  return found
}
