import type { ConversationLine, ListLine } from '@/lib/oci/conversation'
import { type BodyKind, type Problem, ProblemError } from '@/lib/oci/problem'

/** Bytes. design: manifest and config. The mirror keeps it too; a browser counts for itself. */
export const DOCUMENT_LIMIT = 4 * 1024 * 1024

/** One line of NDJSON; the longest header lists stay far below it. Characters. */
const LINE_LIMIT = 256 * 1024

/**
 * The conversation about a reference, line by line as it happens.
 *
 * @throws ProblemError `conversation-cut` when the stream ends without an outcome; what the
 *   server answers instead of a stream
 */
export async function* fetchConversation(
  reference: string,
  signal: AbortSignal,
): AsyncGenerator<ConversationLine> {
  yield* fetchLines<ConversationLine>(new URLSearchParams({ reference }), signal)
}

/**
 * What this site asked a registry for one page of its tags.
 *
 * @param query of that page: `n=100&last=1.0`
 * @throws ProblemError as `fetchConversation`
 */
export async function* fetchTagsConversation(
  reference: string,
  query: string,
  signal: AbortSignal,
): AsyncGenerator<ListLine> {
  const search = new URLSearchParams(query)
  search.set('reference', reference)
  search.set('list', 'tags')
  yield* fetchLines<ListLine>(search, signal)
}

async function* fetchLines<Line extends { type: string }>(
  query: URLSearchParams,
  signal: AbortSignal,
): AsyncGenerator<Line> {
  const answer = await fetch(`/api/conversation?${query}`, { signal })
  if (!answer.ok || !answer.body) throw new ProblemError(await problemFrom(answer))
  let ended = false
  for await (const text of lines(answer.body)) {
    const line = JSON.parse(text) as Line
    ended = line.type !== 'exchange'
    yield line
  }
  if (!ended) throw new ProblemError({ kind: 'conversation-cut' })
}

/**
 * The bytes of a document or of a small blob from our own origin, and the type they are said to have.
 *
 * @throws ProblemError `too-large`; what the mirror answers
 */
export async function fetchBytes(
  path: string,
  what: 'manifest' | 'config' | 'blob',
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; mediaType: string | null; headers: Headers }> {
  const answer = await fetch(path, { signal })
  const bytes = await readLimited(answer, what, DOCUMENT_LIMIT)
  const { headers } = answer
  return { bytes, mediaType: headers.get('content-type'), headers }
}

/**
 * The body of an answer of ours, counted.
 *
 * @param limit bytes
 * @throws ProblemError `too-large`; what the mirror answers
 */
export async function readLimited(
  answer: Response,
  what: BodyKind,
  limit: number,
): Promise<Uint8Array> {
  if (!answer.ok || !answer.body) throw new ProblemError(await problemFrom(answer))
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of chunks(answer.body)) {
    size += part.length
    if (size > limit) throw new ProblemError({ kind: 'too-large', what, limit, size: null })
    parts.push(part)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Not `for await` over the stream itself: Safari's streams are not iterable.
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/**
 * The lines of a stream of NDJSON, without the empty ones.
 *
 * @throws ProblemError `conversation-cut` for a line that is too long or has no end
 */
export async function* lines(
  body: ReadableStream<Uint8Array>,
  limit = LINE_LIMIT,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const part of chunks(body)) {
    rest += decoder.decode(part, { stream: true })
    const whole = rest.split('\n')
    rest = whole.pop() ?? ''
    if (rest.length > limit) throw new ProblemError({ kind: 'conversation-cut' })
    yield* whole.filter(Boolean)
  }
  // A last line without its line feed was cut in the middle.
  if (rest.trim()) throw new ProblemError({ kind: 'conversation-cut' })
}

/** The Problem in an error body of ours: bare from `/api`, as `errors[].detail` from `/v2`. */
export async function problemFrom(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null)
  return (
    asProblem(body) ??
    asProblem(property(body, 'problem')) ??
    asProblem(property(property(property(body, 'errors'), '0'), 'detail')) ?? {
      kind: 'registry',
      registry: location.host,
      status: answer.status,
      contentType: answer.headers.get('content-type'),
      diagnostics: [],
    }
  )
}

function asProblem(value: unknown): Problem | null {
  return typeof property(value, 'kind') === 'string' ? (value as Problem) : null
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
