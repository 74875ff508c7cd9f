import { format } from '@/lib/i18n/format'
import type { ConversationLine, Exchange } from '@/lib/oci/conversation'
import { mediaTypeFacts } from '@/lib/oci/media-type'
import type { Scenario } from '../../diagrams/scenario-player/model'
import { conversationScenario } from '../image/conversation-scenario'
import type { ConversationWords } from '../image/words'
import { problemSentence } from '../problem/model'
import type { ProblemVocabulary } from '../problem/words'
import type { ErrorLabWords } from './words'

/** An answer of 400 or more, with what its body says. */
export type ErrorBody = {
  /** laid out for reading where it is JSON, as it came where it is not */
  text: string
  /** of `errors[]`, each once; empty where the body has another form */
  codes: string[]
}

/** The last error that was heard with a body; null where the failure is no answer. */
export function errorBodyOf(lines: readonly ConversationLine[]): ErrorBody | null {
  const text = exchangesOf(lines).findLast(({ response }) => response?.error !== undefined)
    ?.response?.error
  if (text === undefined) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { text, codes: [] }
  }
  const errors = (json as { errors?: unknown } | null)?.errors
  const codes = (Array.isArray(errors) ? errors : [])
    .map((error: { code?: unknown } | null) => error?.code)
    .filter((code) => typeof code === 'string')
  return { text: JSON.stringify(json, null, 2), codes: [...new Set(codes)] }
}

/** The statuses in the order in which they came; `null` where no answer came. */
export function statusesOf(lines: readonly ConversationLine[]): (number | null)[] {
  return exchangesOf(lines).map(({ response }) => response?.status ?? null)
}

/** One question of those that differ by their Accept. */
export type AcceptRow = {
  tag: string
  /** short names of the types that were accepted */
  accept: string[]
  status: number
  type: string
  digest: string
}

/** How the answers to one tag differ by Accept; empty unless it was asked for more than once. */
export function acceptRows(lines: readonly ConversationLine[]): AcceptRow[] {
  return exchangesOf(lines).flatMap(({ request, response }) => {
    const [, repository, tag] = /\/v2\/(.+)\/manifests\/([^/]+)$/.exec(request.url) ?? []
    if (!repository || !response) return []
    const header = (name: string) =>
      response.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? ''
    const accept = request.headers
      .filter(([name]) => name.toLowerCase() === 'accept')
      .map(([, value]) => shortType(value))
    return [
      {
        ...{ tag: `${repository}:${tag}`, accept, status: response.status },
        type: header('content-type'),
        digest: header('docker-content-digest'),
      },
    ]
  })
}

function shortType(mediaType: string): string {
  const { family, class: kind } = mediaTypeFacts(mediaType)
  return [family === 'oci' ? 'OCI' : 'Docker', kind].join(' ')
}

/** The conversation as a story that ends with what this site makes of it. */
export function failureScenario(
  lines: readonly ConversationLine[],
  options: {
    id: string
    title: string
    mirrored: boolean
    conversation: ConversationWords
    problems: ProblemVocabulary
    words: Pick<ErrorLabWords, 'outcome' | 'resolved'>
  },
): Scenario {
  const { id, title, mirrored, conversation, problems, words } = options
  const scenario = conversationScenario(lines, {
    id,
    words: {
      ...conversation,
      ...{ title, resolved: words.resolved },
      // whoever recorded stood where a reader stands
      actors: { ...conversation.actors, reader: conversation.actors.recorder },
    },
    mirrored,
  })
  const last = lines.at(-1)
  if (last?.type !== 'problem' || !mirrored) return scenario
  const { says, try: attempt } = problemSentence(problems, last.problem)
  const [reader, mirror] = scenario.actors
  if (!reader || !mirror) return scenario
  const outcome = {
    ...{ from: mirror.id, to: reader.id, call: last.problem.kind },
    words: `${format(words.outcome, { says })} ${attempt}`,
    evidence: [],
  }
  return { ...scenario, steps: [...scenario.steps, outcome] }
}

function exchangesOf(lines: readonly ConversationLine[]): Exchange[] {
  return lines.filter((line) => line.type === 'exchange')
}
