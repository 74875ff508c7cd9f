import { ProblemError } from './problem.ts'

/** One link of a Link header: where to, and its parameters by lower-case name. */
export type Link = { target: string; parameters: Map<string, string> }

// RFC 9110, section 5.6.2
const TOKEN = /[!#$%&'*+.^_`|~A-Za-z0-9-]+/y
// RFC 3986 has no place for controls, white space and these delimiters.
const TARGET = /<([^\x00-\x20\x7f<>"{}|\\^`]+)>/y
const QUOTED = /"((?:[^"\\]|\\.)*)"/y
const SPACE = /[ \t\r\n]*/y

/**
 * Reads the links of one or several Link headers, in order; of a parameter given twice the first counts.
 *
 * Unlike a challenge, a link that can be read in half is not read at all: what follows it would be a request.
 *
 * @throws ProblemError `link-refused`
 * @see RFC 8288, section 3
 */
export function parseLinks(headers: string | readonly string[]): Link[] {
  return (typeof headers === 'string' ? [headers] : headers).flatMap(parseHeader)
}

function parseHeader(header: string): Link[] {
  const links: Link[] = []
  let at = 0

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(header)
    at += found?.[0].length ?? 0
    return found
  }
  const takeMark = (mark: string): boolean => {
    take(SPACE)
    const found = header[at] === mark
    if (found) at += 1
    take(SPACE)
    return found
  }
  const malformed = () =>
    new ProblemError({ kind: 'link-refused', link: header, reason: 'malformed' })

  // RFC 9110, section 5.6.1: empty elements of a list are stepped over.
  while (takeMark(',')) {}
  while (at < header.length) {
    const target = take(TARGET)?.[1]
    if (target === undefined) throw malformed()
    const parameters = new Map<string, string>()
    while (takeMark(';')) {
      const name = take(TOKEN)?.[0].toLowerCase()
      if (name === undefined) break
      let value = ''
      if (takeMark('=')) {
        const quoted = take(QUOTED)?.[1]
        const text = quoted?.replace(/\\(.)/g, '$1') ?? take(TOKEN)?.[0]
        if (text === undefined) throw malformed()
        value = text
      }
      if (!parameters.has(name)) parameters.set(name, value)
    }
    links.push({ target, parameters })
    if (at < header.length && !takeMark(',')) throw malformed()
    while (takeMark(',')) {}
  }
  return links
}

/**
 * Where the next page of a list is; null on the last one.
 *
 * A link that says no relation counts, since some registries leave it out. The page must be one of the same
 * list: same origin, and a path that ends in the same two parts.
 *
 * @param from the URL that was answered
 * @throws ProblemError `link-refused`
 * @see distribution-spec v1.1.1, spec.md#listing-tags
 */
export function nextPage(headers: readonly string[], from: URL): URL | null {
  const links = parseLinks(headers)
  const next =
    links.find(({ parameters }) => relationsOf(parameters).includes('next')) ??
    links.find(({ parameters }) => !parameters.has('rel'))
  if (!next) return null
  const refuse = (reason: 'malformed' | 'other-origin' | 'other-list') =>
    new ProblemError({ kind: 'link-refused', link: next.target, reason })
  if (!URL.canParse(next.target, from)) throw refuse('malformed')
  const to = new URL(next.target, from)
  if (to.origin !== from.origin || to.username || to.password) throw refuse('other-origin')
  if (listOf(to) !== listOf(from)) throw refuse('other-list')
  return to
}

function relationsOf(parameters: Map<string, string>): string[] {
  return (parameters.get('rel') ?? '').toLowerCase().split(/\s+/)
}

/** `tags/list`, `referrers/sha256:…` */
function listOf({ pathname }: URL): string {
  return pathname.split('/').slice(-2).map(decodePart).join('/')
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
