import { format } from '@/lib/i18n/format'
import type { ConversationLine, Exchange, HeaderLine } from '@/lib/oci/conversation'
import type { Actor, Scenario, Step, Tone } from '../../diagrams/scenario-player/model'
import type { ConversationWords } from './words'

type Options = {
  id: string
  words: ConversationWords
  /** false in a recording: whoever recorded spoke to the registry directly */
  mirrored: boolean
}

/**
 * The lines of a conversation as a scenario: parties as they occur, one step an exchange.
 *
 * Works on a conversation that is still going on.
 */
export function conversationScenario(
  lines: readonly ConversationLine[],
  options: Options,
): Scenario {
  const { id, words, mirrored } = options
  const exchanges = lines.filter((line) => line.type === 'exchange')
  const speaker: Actor = mirrored
    ? { id: 'mirror', name: words.actors.mirror, role: 'mirror' }
    : { id: 'recorder', name: words.actors.recorder, role: 'mirror' }
  const actors: Actor[] = mirrored
    ? [{ id: 'reader', name: words.actors.reader, role: 'reader' }, speaker]
    : [speaker]
  const party = (exchange: Exchange): Actor => {
    const host = hostOf(exchange.request.url)
    const role = roleOf(exchange, exchanges)
    const known = actors.find((actor) => actor.id === `${role} ${host}`)
    if (known) return known
    const actor = { id: `${role} ${host}`, name: words.actors[role], role, note: host }
    actors.push(actor)
    return actor
  }
  const steps = exchanges.map((exchange) =>
    exchangeStep(exchange, speaker.id, party(exchange).id, words),
  )
  const last = lines.find((line) => line.type !== 'exchange')
  if (last?.type === 'resolved') {
    steps.push({
      from: speaker.id,
      to: mirrored ? 'reader' : speaker.id,
      call: shortDigest(last.descriptor.digest),
      words: format(words.resolved, {
        reference: last.reference,
        digest: last.descriptor.digest,
        size: last.descriptor.size,
      }),
      evidence: [],
    })
  }
  return { id, title: words.title, actors, steps }
}

function exchangeStep(
  exchange: Exchange,
  from: string,
  to: string,
  words: ConversationWords,
): Step {
  const { request, response } = exchange
  const url = safeUrl(request.url)
  const asks =
    exchange.purpose === 'manifest' && request.method === 'HEAD' ? 'head' : exchange.purpose
  const what = url ? lastSegment(url.pathname) : request.url
  return {
    from,
    to,
    call: `${request.method} ${url?.pathname ?? request.url}`,
    ...(response && {
      answer: { text: statusText(response.status), tone: toneOf(response.status) },
    }),
    words: [
      format(words.asks[asks], { host: hostOf(request.url), what }),
      ...(exchange.keptFrom ? [words.kept] : []),
      answerWords(exchange, words),
    ].join(' '),
    evidence: [
      {
        label: words.request,
        lines: [
          `${request.method} ${url ? url.pathname + url.search : request.url}`,
          ...(url ? [`host: ${url.host}`] : []),
          ...headerLines(request.headers, 'host'),
        ],
      },
      response
        ? {
            label: words.response,
            lines: [
              statusText(response.status),
              ...headerLines(response.headers),
              '',
              ...(response.error === undefined
                ? [format(words.body, { size: response.bytes })]
                : response.error.split('\n')),
            ],
          }
        : { label: words.response, lines: [words.noAnswer] },
    ],
  }
}

function answerWords(exchange: Exchange, words: ConversationWords): string {
  const { response, redirect } = exchange
  if (!response) return words.answers.none
  const challenge = exchange.challenges?.[0]
  if (response.status === 401 && challenge) {
    const { realm, scope = '–', error } = challenge.parameters
    const { scheme } = challenge
    if (error) return format(words.answers.challengeError, { error, scope })
    return realm && scheme.toLowerCase() === 'bearer'
      ? format(words.answers.challenge, { scheme, realm, scope })
      : format(words.answers.challengePlain, { scheme })
  }
  if (redirect) {
    const went = format(words.answers.redirect, { to: hostOf(redirect.to) })
    if (redirect.dropped.length === 0) return went
    return `${went} ${format(words.answers.dropped, { dropped: redirect.dropped.join(', ') })}`
  }
  if (exchange.problem) return words.answers.unusable
  if (response.status < 300) {
    return exchange.purpose === 'token' ? words.answers.token : words.answers.ok
  }
  if (response.status === 404) return words.answers.missing
  if (response.status === 429) return words.answers.limited
  return format(words.answers.other, { status: response.status })
}

/** A host that only ever answers a redirect's call is where blobs lie. */
function roleOf(exchange: Exchange, all: readonly Exchange[]): 'registry' | 'token' | 'blob' {
  if (exchange.purpose === 'token') return 'token'
  const host = hostOf(exchange.request.url)
  const before = all.filter((other) => other.seq < exchange.seq)
  const sentHere = before.some((other) => other.redirect && hostOf(other.redirect.to) === host)
  const first = before.find((other) => other.purpose !== 'token')
  return sentHere && first && hostOf(first.request.url) !== host ? 'blob' : 'registry'
}

function toneOf(status: number): Tone {
  if (status < 300) return 'good'
  return status < 400 || status === 401 ? 'turn' : 'bad'
}

/** Reason phrases do not travel in HTTP/2; these are RFC 9110's. */
const REASONS: Record<number, string> = {
  200: 'OK',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  416: 'Range Not Satisfiable',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** `404 Not Found` */
export function statusText(status: number): string {
  const reason = REASONS[status]
  return reason ? `${status} ${reason}` : String(status)
}

function headerLines(headers: readonly HeaderLine[], without?: string): string[] {
  return headers
    .filter(([name]) => name.toLowerCase() !== without)
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
}

function safeUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}

function hostOf(url: string): string {
  return safeUrl(url)?.host ?? url
}

function lastSegment(path: string): string {
  const segments = path.split('/').filter(Boolean)
  return shortDigest(segments[segments.length - 1] ?? path)
}

/** `sha256:0123456789ab…` */
function shortDigest(text: string): string {
  return /^[a-z0-9+._-]+:[0-9a-f]{24,}$/.test(text)
    ? `${text.slice(0, text.indexOf(':') + 13)}…`
    : text
}
