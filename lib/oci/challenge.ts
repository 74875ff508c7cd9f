import type { Challenge } from './conversation.ts'

// RFC 9110, section 5.6.2
const TOKEN = /[!#$%&'*+.^_`|~A-Za-z0-9-]+/y
// RFC 9110, section 11.2; must end the challenge, else it is a parameter or another scheme.
const TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/y
// Registries write `realm=/` without quotes; take what stands up to the next comma or space.
const LOOSE = /[^\s,"]+/y
const SPACE = /[ \t]*/y

/**
 * Reads the challenges of one or several WWW-Authenticate headers, in order.
 *
 * Schemes and parameter names come out in lower case; of a parameter given twice the first counts.
 * A `token68` is the parameter of that name. Junk is stepped over and an unfinished parameter dropped,
 * because a reader is better served by the half that can be read: this never throws.
 *
 * @see RFC 9110, section 11.6.1
 */
export function parseChallenges(headers: string | readonly string[]): Challenge[] {
  return (typeof headers === 'string' ? [headers] : headers).flatMap(parseHeader)
}

function parseHeader(header: string): Challenge[] {
  const found: { scheme: string; parameters: Map<string, string> }[] = []
  let at = 0

  function take(pattern: RegExp): string {
    pattern.lastIndex = at
    const text = pattern.exec(header)?.[0] ?? ''
    at += text.length
    return text
  }

  // null when the closing quote is missing
  function takeQuoted(): string | null {
    let text = ''
    for (at += 1; at < header.length; at += 1) {
      const character = header[at]
      if (character === '"') {
        at += 1
        return text
      }
      if (character === '\\') at += 1
      text += header[at] ?? ''
    }
    return null
  }

  while (at < header.length) {
    const name = take(TOKEN).toLowerCase()
    if (!name) {
      if (header[at] === '"') takeQuoted()
      else at += 1
      continue
    }
    const afterName = at
    take(SPACE)
    if (header[at] === '=') {
      at += 1
      take(SPACE)
      const value = header[at] === '"' ? takeQuoted() : take(LOOSE) || null
      const parameters = found.at(-1)?.parameters
      if (value !== null && parameters && !parameters.has(name)) parameters.set(name, value)
      continue
    }
    const challenge = { scheme: name, parameters: new Map<string, string>() }
    found.push(challenge)
    if (at > afterName) {
      const token68 = take(TOKEN68)
      if (token68) challenge.parameters.set('token68', token68)
    }
  }
  // fromEntries, because a hostile `__proto__=` must stay an ordinary key
  return found.map(({ scheme, parameters }) => ({
    scheme,
    parameters: Object.fromEntries(parameters),
  }))
}
