import type { ConversationLine, Exchange, ListLine } from '../oci/conversation.ts'
import { problemOf } from '../oci/problem.ts'
import type { Reference } from '../oci/reference.ts'
import { formatReference, manifestReference } from '../oci/reference-text.ts'
import type { ListAnswer } from './lists.ts'
import type { Mirror } from './mirror.ts'
import type { Reader } from './work.ts'

/**
 * What a registry and we say to each other about a reference, line by line as it happens.
 *
 * Ends with exactly one `resolved` or `problem`. From the cache come the exchanges of when it was fetched,
 * all at once: no delay is played.
 */
export function streamConversation(
  mirror: Mirror,
  reference: Reference,
  reader: Visit,
): ReadableStream<Uint8Array> {
  return streamLines(reader, (reader) => conversation(mirror, reference, reader))
}

/** The same about one page of a list, ended by `listed` or `problem`. */
export function streamList(
  ask: (reader: Reader) => Promise<ListAnswer>,
  reader: Visit,
): ReadableStream<Uint8Array> {
  return streamLines(reader, (reader) => listing(ask, reader))
}

type Visit = Pick<Reader, 'visitor' | 'signal'>

function streamLines(
  visit: Visit,
  lines: (reader: Reader) => AsyncIterable<ConversationLine | ListLine>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const left = new AbortController()
  return new ReadableStream({
    async start(stream) {
      const write = (line: ConversationLine | ListLine) => {
        if (!left.signal.aborted) stream.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      const reader = {
        ...visit,
        signal: AbortSignal.any([visit.signal, left.signal]),
        onExchange: write,
      }
      for await (const line of lines(reader)) write(line)
      if (!left.signal.aborted) stream.close()
    },
    cancel() {
      left.abort()
    },
  })
}

/** The lines that are not heard as they happen: those of the cache, and the last. */
async function* conversation(
  mirror: Mirror,
  reference: Reference,
  reader: Reader,
): AsyncGenerator<ConversationLine> {
  let heard = 0
  const onExchange = (exchange: Exchange) => {
    heard += 1
    reader.onExchange?.(exchange)
  }
  try {
    const found = await mirror.manifest(reference, manifestReference(reference), {
      ...reader,
      onExchange,
    })
    if (heard === 0) yield* found.exchanges
    const { mediaType, digest, size } = found.manifest
    const { source, observedAt } = found
    yield {
      type: 'resolved',
      reference: formatReference(reference),
      descriptor: { mediaType, digest, size },
      ...{ source, observedAt },
    }
  } catch (error) {
    const problem = problemOf(error)
    if (problem.kind === 'internal') console.error('conversation:', error)
    yield { type: 'problem', problem }
  }
}

async function* listing(
  ask: (reader: Reader) => Promise<ListAnswer>,
  reader: Reader,
): AsyncGenerator<ListLine> {
  let heard = 0
  const onExchange = (exchange: Exchange) => {
    heard += 1
    reader.onExchange?.(exchange)
  }
  try {
    const { exchanges, source, observedAt } = await ask({ ...reader, onExchange })
    if (heard === 0) yield* exchanges
    yield { type: 'listed', source, observedAt }
  } catch (error) {
    const problem = problemOf(error)
    if (problem.kind === 'internal') console.error('conversation:', error)
    yield { type: 'problem', problem }
  }
}
