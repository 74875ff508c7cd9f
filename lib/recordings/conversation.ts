import { join, relative } from 'node:path'
import { z } from 'zod'
import type { ConversationLine } from '../oci/conversation.ts'
import { parseJson, readText } from './file.ts'
import { recordingDirectory } from './recording.ts'

const header = z.tuple([z.string().min(1), z.string()]).readonly()
// A recording of a failure carries the Problem of its day; its kind is what is read.
const problem = z.custom<Extract<ConversationLine, { type: 'problem' }>['problem']>(
  (value) => z.looseObject({ kind: z.string() }).safeParse(value).success,
)

const challenge = z.strictObject({
  scheme: z.string(),
  parameters: z.record(z.string(), z.string()),
})

const exchange = z.strictObject({
  type: z.literal('exchange'),
  seq: z.int().nonnegative(),
  purpose: z.enum(['ping', 'token', 'manifest', 'blob', 'tags', 'referrers']),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  request: z.strictObject({
    method: z.enum(['GET', 'HEAD']),
    url: z.url(),
    headers: z.array(header),
  }),
  response: z
    .strictObject({
      status: z.int().min(100).max(599),
      headers: z.array(header),
      bytes: z.int().nonnegative(),
      error: z.string().optional(),
    })
    .nullable(),
  challenges: z.array(challenge).optional(),
  keptFrom: challenge.optional(),
  redirect: z.strictObject({ to: z.string(), dropped: z.array(z.string()) }).optional(),
  problem: problem.optional(),
})

const resolved = z.strictObject({
  type: z.literal('resolved'),
  reference: z.string(),
  descriptor: z.looseObject({
    mediaType: z.string(),
    digest: z.templateLiteral([z.string(), ':', z.string()]),
    size: z.int().nonnegative(),
  }),
  source: z.enum(['live', 'cache', 'recording']),
  observedAt: z.iso.datetime(),
})

const line: z.ZodType<ConversationLine> = z.discriminatedUnion('type', [
  exchange,
  resolved,
  z.strictObject({ type: z.literal('problem'), problem }),
])

/**
 * What was said to the registry when an image was recorded; empty where none was kept.
 *
 * Ends with `resolved` or `problem`, as the live stream does.
 *
 * @throws ProblemError `sample-unknown`
 * @throws Error naming the file and the line, where it is wrong or was cut
 */
export async function readConversation(name: string): Promise<ConversationLine[]> {
  const file = join(recordingDirectory(name), 'conversation.ndjson')
  const text = await readText(file)
  if (text === null) return []
  return parseConversation(text, relative(process.cwd(), file))
}

/** @param where names the text in an error */
export function parseConversation(text: string, where: string): ConversationLine[] {
  const rows = text.split('\n').filter((row) => row !== '')
  const lines = rows.map((row, i) => parseJson(row, line, `${where}:${i + 1}`))
  lines.forEach((each, i) => {
    const last = i === lines.length - 1
    if ((each.type === 'exchange') === last) {
      throw new Error(`${where}:${i + 1}: ${last ? 'was cut' : `goes on after ${each.type}`}`)
    }
    if (each.type === 'exchange' && each.seq !== i) {
      throw new Error(`${where}:${i + 1}: seq ${each.seq} is out of order`)
    }
  })
  return lines
}
