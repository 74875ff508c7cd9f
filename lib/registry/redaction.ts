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
const PLAIN = new Set(['service', 'scope', 'n', 'last', 'artifacttype'])

/** Headers as they travelled, without secrets; order and spelling kept. */
export function redactHeaders(headers: readonly HeaderLine[]): HeaderLine[] {
  return headers.map(([name, value]) => {
    const key = name.toLowerCase()
    if (key === 'authorization') return [name, `${value.split(' ', 1)[0]} ${REDACTED}`]
    if (SECRET.has(key)) return [name, REDACTED]
    return [name, WITH_URL.has(key) ? redactUrl(value) : value]
  })
}

/**
 * A URL, or a header with URLs in it, with every query value hidden but `service` and `scope`.
 *
 * Works on the text, so that what stays is spelled as it was sent.
 */
export function redactUrl(text: string): string {
  return text
    .replace(/\/\/[^/?#@\s"<>]*@/g, `//${REDACTED}@`)
    .replace(/\?[^#\s"<>]*/g, (query) =>
      query.replace(/([?&;])([^=&;]*)=([^&;]*)/g, (whole, mark: string, name: string) =>
        PLAIN.has(name.toLowerCase()) ? whole : `${mark}${name}=${REDACTED}`,
      ),
    )
}
