import type { HeaderLine } from '../oci/conversation.ts'

/** Stands where a secret stood. */
export const REDACTED = '‹redacted›'

const SECRET = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  // names the address that Docker Hub counts against: ours
  'docker-ratelimit-source',
])
const WITH_URL = new Set(['location', 'content-location', 'link', 'www-authenticate'])

/** What a reader may see of a query; all else in it may be a signature. */
export const PLAIN: ReadonlySet<string> = new Set(['service', 'scope', 'n', 'last', 'artifacttype'])

/** Headers as they travelled, without secrets; order and spelling kept. */
export function redactHeaders(
  headers: readonly HeaderLine[],
  plain: ReadonlySet<string> = PLAIN,
): HeaderLine[] {
  return headers.map(([name, value]) => {
    const key = name.toLowerCase()
    if (key === 'authorization') return [name, `${value.split(' ', 1)[0]} ${REDACTED}`]
    if (SECRET.has(key)) return [name, REDACTED]
    return [name, WITH_URL.has(key) ? redactUrl(value, plain) : value]
  })
}

/**
 * A URL, or a header with URLs in it, with every query value hidden but those that a reader may see.
 *
 * Works on the text, so that what stays is spelled as it was sent.
 *
 * @param plain names, in lower case, whose values stay
 */
export function redactUrl(text: string, plain: ReadonlySet<string> = PLAIN): string {
  return text
    .replace(/\/\/[^/?#@\s"<>]*@/g, `//${REDACTED}@`)
    .replace(/\?[^#\s"<>]*/g, (query) =>
      query.replace(/([?&;])([^=&;]*)=([^&;]*)/g, (whole, mark: string, name: string) =>
        plain.has(name.toLowerCase()) ? whole : `${mark}${name}=${REDACTED}`,
      ),
    )
}

/**
 * Text that an answer carries, without the secrets that went out with its request.
 *
 * A server that echoes what it was sent would otherwise show a reader the operator's password; a
 * blob store's error may repeat the signature of the address it was asked at.
 */
export function redactText(text: string, url: URL, sent: readonly HeaderLine[]): string {
  const signatures = [...url.searchParams]
    .filter(([name]) => !PLAIN.has(name.toLowerCase()))
    .map(([, value]) => value)
  const secrets = sent.flatMap(([name, value]) => {
    if (!SECRET.has(name.toLowerCase())) return []
    const [scheme = '', proof = ''] = value.split(' ')
    if (!proof) return [value]
    const plain = /^basic$/i.test(scheme) ? Buffer.from(proof, 'base64').toString('utf8') : ''
    return [proof, plain, plain.slice(plain.indexOf(':') + 1)]
  })
  return [...secrets, ...signatures]
    .filter((secret) => secret.length > 0)
    .reduce((clean, secret) => clean.replaceAll(secret, REDACTED), text)
}
