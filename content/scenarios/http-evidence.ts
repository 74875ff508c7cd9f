import type { TextEvidence } from '@/components/diagrams/scenario-player/model'
import { format } from '@/lib/i18n/format'
import type { ClientExchange, RegistryConversation } from '@/lib/recordings/registry-conversation'
import { type EvidenceWords, pretty, valueAt } from './evidence'
import type { HttpCommand, HttpPointer, HttpSizes } from './scenario'

/** Of RFC 9110; HTTP/1.1 sends such a phrase, the recording keeps the number. */
const REASONS: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  307: 'Temporary Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
}

/**
 * What a pointer into a client's conversation points at, as text.
 *
 * @throws Error where no exchange fits
 */
export function httpEvidenceOf(
  pointer: HttpPointer | HttpCommand | HttpSizes,
  conversations: readonly RegistryConversation[],
  words: EvidenceWords,
): TextEvidence[] {
  const missing = () => new Error(`nothing in the recording fits ${JSON.stringify(pointer)}`)
  const conversation = conversations.find(({ name }) => name === pointer.conversation)
  if (!conversation) throw missing()
  if (pointer.of === 'typed') {
    const command = conversation.commands[pointer.command ?? 0]
    if (!command) throw missing()
    return [{ label: words.command, lines: [`$ ${command.line}`] }]
  }
  if (pointer.of === 'sizes') return [sizesOf(pointer, conversation, words, missing)]
  const { exchanges } = conversation
  const uploads = exchanges.filter(({ request }) => isUploadOf(request.url, pointer.into))
  const exchange = exchanges.find(
    (each) =>
      fits(each, pointer) &&
      (!pointer.into ||
        uploads.some(({ request }) => pathOf(request.url) === pathOf(each.request.url))),
  )
  if (!exchange) throw missing()
  if (pointer.at !== undefined) return [valueIn(exchange, pointer.at, words, missing)]
  return sidesOf(exchange, pointer.marks ?? [], words, missing)
}

function fits({ request, response, command }: ClientExchange, pointer: HttpPointer): boolean {
  const { method, url, statusIs, sends } = pointer
  return (
    request.method === method &&
    request.url.includes(url) &&
    response.status === statusIs &&
    (pointer.command === undefined || command === pointer.command) &&
    (!sends || request.headers.some(([name, value]) => `${name}: ${value}` === sends))
  )
}

/** Whether this is the request that closes the upload of a blob, and names it. */
function isUploadOf(url: string, digest: string | undefined): boolean {
  return new URL(url).searchParams.get('digest') === digest
}

function pathOf(url: string): string {
  return new URL(url).pathname
}

function sidesOf(
  { request, response }: ClientExchange,
  marks: readonly string[],
  words: EvidenceWords,
  missing: () => Error,
): TextEvidence[] {
  // as it was written: URL would escape what stands for a secret
  const target = request.url.slice(new URL(request.url).origin.length)
  const status = `${response.status} ${REASONS[response.status] ?? ''}`.trimEnd()
  const sides = [
    { label: words.httpRequest, lines: [`${request.method} ${target}`], side: request },
    { label: words.httpResponse, lines: [status], side: response },
  ]
  const isMarked = (line: string) => marks.some((mark) => line.trimStart().startsWith(mark))
  const shown = sides.map(({ label, lines, side }): TextEvidence => {
    const head = [...lines, ...side.headers.map(([name, value]) => `${name}: ${value}`)]
    const body = bodyOf(side, words)
    const all = body.length > 0 ? [...head, '', ...body] : head
    return { label, lines: all, marks: all.flatMap((line, i) => (isMarked(line) ? [i] : [])) }
  })
  for (const mark of marks) {
    if (!shown.some(({ lines }) => lines.some((line) => line.trimStart().startsWith(mark)))) {
      throw missing()
    }
  }
  return shown
}

function bodyOf(
  { bytes, body }: { bytes: number; body?: string | undefined },
  words: EvidenceWords,
): string[] {
  if (bytes === 0) return []
  if (body === undefined) return [format(words.bytesOnly, { size: bytes })]
  return pretty(JSON.parse(body))
}

function valueIn(
  { response }: ClientExchange,
  at: string,
  words: EvidenceWords,
  missing: () => Error,
): TextEvidence {
  const value = valueAt(JSON.parse(response.body ?? 'null'), at)
  if (value === undefined) throw missing()
  return { label: format(words.valueAt, { at }), lines: pretty(value) }
}

type Blob = { digest: string; size: number }

function sizesOf(
  { manifest }: HttpSizes,
  { exchanges }: RegistryConversation,
  words: EvidenceWords,
  missing: () => Error,
): TextEvidence {
  const body = exchanges.find(
    ({ request, response }) => request.url.endsWith(manifest) && response.status === 200,
  )?.response.body
  if (body === undefined) throw missing()
  const { config, layers }: { config: Blob; layers: Blob[] } = JSON.parse(body)
  const lines = [config, ...layers].map(({ digest, size }) => {
    const came = exchanges.find(
      ({ request, response }) =>
        request.url.includes(digest.slice('sha256:'.length)) && response.status === 200,
    )
    if (!came) throw missing()
    const name = `${digest.slice(0, 19)}…`
    return `${name}  ${String(size).padStart(5)}  ${String(came.response.bytes).padStart(5)}`
  })
  return { label: words.sizes, lines }
}
