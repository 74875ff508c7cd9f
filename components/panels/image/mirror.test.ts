import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ConversationLine } from '../../../lib/oci/conversation.ts'
import { ProblemError } from '../../../lib/oci/problem.ts'
import { DOCUMENT_LIMIT, fetchBytes, fetchConversation } from './mirror.ts'

afterEach(() => vi.unstubAllGlobals())

const { signal } = new AbortController()

/** Answers the next fetch with these pieces, as they would come off the wire. */
function answer(pieces: (string | Uint8Array)[], init: ResponseInit = {}) {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece)
      }
      controller.close()
    },
  })
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, init)))
  vi.stubGlobal('location', { host: 'site.test' })
}

async function problemKind(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  )
  return error instanceof ProblemError ? error.problem.kind : String(error)
}

async function linesOf(): Promise<ConversationLine[]> {
  const lines: ConversationLine[] = []
  for await (const line of fetchConversation('a', signal)) lines.push(line)
  return lines
}

const problem = '{"type":"problem","problem":{"kind":"live-off","registry":"한글"}}\n'
const exchange = '{"type":"exchange","seq":0}\n'

describe('a conversation', () => {
  test.each([
    { why: 'line by line', pieces: [exchange, problem] },
    { why: 'two lines at once', pieces: [exchange + problem] },
    {
      why: 'a line in three pieces',
      pieces: [exchange.slice(0, 5), exchange.slice(5, 9), exchange.slice(9) + problem],
    },
    {
      why: 'a character cut in the middle',
      pieces: ((bytes) => [bytes.slice(0, bytes.length - 8), bytes.slice(bytes.length - 8)])(
        new TextEncoder().encode(exchange + problem),
      ),
    },
  ])('arrives whole: $why', async ({ pieces }) => {
    answer(pieces)
    expect((await linesOf()).map(({ type }) => type)).toEqual(['exchange', 'problem'])
  })

  test.each([
    { why: 'nothing at all', pieces: [] },
    { why: 'no outcome', pieces: [exchange] },
    { why: 'an outcome without its end', pieces: [exchange, problem.trimEnd()] },
    { why: 'a line without end', pieces: Array.from({ length: 40 }, () => ' '.repeat(8192)) },
  ])('was cut: $why', async ({ pieces }) => {
    answer(pieces)
    expect(await problemKind(linesOf())).toBe('conversation-cut')
  })

  test('refused before it began: the line says why', async () => {
    answer(['{"type":"problem","problem":{"kind":"cross-site"}}\n'], { status: 403 })
    expect(await problemKind(linesOf())).toBe('cross-site')
  })
})

describe('a document', () => {
  test('comes byte for byte, with its type', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])
    answer([bytes.slice(0, 2), bytes.slice(2)], { headers: { 'Content-Type': 'a/b' } })
    expect(await fetchBytes('/v2/x', 'manifest', signal)).toMatchObject({ bytes, mediaType: 'a/b' })
  })

  test('exactly at the limit passes, one byte more does not', async () => {
    answer([new Uint8Array(DOCUMENT_LIMIT)])
    expect((await fetchBytes('/v2/x', 'manifest', signal)).bytes).toHaveLength(DOCUMENT_LIMIT)
    answer([new Uint8Array(DOCUMENT_LIMIT), new Uint8Array(1)])
    expect(await problemKind(fetchBytes('/v2/x', 'manifest', signal))).toBe('too-large')
  })

  test.each([
    {
      why: 'an error body of the mirror',
      body: '{"errors":[{"code":"DENIED","detail":{"kind":"too-large"}}]}',
      kind: 'too-large',
    },
    { why: 'a page of a proxy between', body: '<h1>no</h1>', kind: 'registry' },
    { why: 'an error body without detail', body: '{"errors":[]}', kind: 'registry' },
  ])('refused: $why', async ({ body, kind }) => {
    answer([body], { status: 502 })
    expect(await problemKind(fetchBytes('/v2/x', 'config', signal))).toBe(kind)
  })
})
