import { join, relative } from 'node:path'
import { z } from 'zod'
import { parseJson, readJson, readText } from './file.ts'
import { readRecording, recordingDirectory } from './recording.ts'

const headers = z.array(z.tuple([z.string().min(1), z.string()]).readonly())
const side = z.strictObject({
  /** as they travelled; values of secrets read `‹redacted›` */
  headers,
  /** of the body */
  bytes: z.int().nonnegative(),
  /** JSON of at most 6,144 bytes; tokens in it read `‹redacted›` */
  body: z.string().optional(),
})

/** One HTTP request of a client, and the answer. `lib/oci/conversation.ts` has those of this site. */
export const clientExchangeSchema = z.strictObject({
  /** from 0, in the order in which the requests arrived; several may be under way at once */
  seq: z.int().nonnegative(),
  /** index into the conversation's commands */
  command: z.int().nonnegative(),
  to: z.enum(['registry', 'token server', 'storage']),
  /** since the first request */
  startedMs: z.number().nonnegative(),
  durationMs: z.number().nonnegative(),
  request: side.extend({
    method: z.enum(['HEAD', 'GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
    url: z.url(),
  }),
  response: side.extend({ status: z.int().min(100).max(599) }),
})

const about = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** the key in recording.json's `tools` */
  client: z.string().min(1),
  registry: z.enum(['docker-registry', 'distribution']),
  /** what there was before */
  staged: z.string().min(1),
  /** run before, unheard; as typed in a shell */
  before: z.array(z.string().min(1)),
  commands: z
    .array(z.strictObject({ line: z.string().min(1), exit: z.int().nonnegative() }))
    .min(1),
})

export type ClientExchange = z.infer<typeof clientExchangeSchema>
export type RegistryConversation = z.infer<typeof about> & { exchanges: ClientExchange[] }

export const REGISTRY_CONVERSATIONS = 'registry-conversations'

/** What clients said to registries, in the order of `conversations.json`. @throws Error naming file and line */
export async function readRegistryConversations() {
  const recording = await readRecording(REGISTRY_CONVERSATIONS)
  const folder = recordingDirectory(REGISTRY_CONVERSATIONS)
  const list = await readJson(join(folder, 'conversations.json'), z.array(about))
  if (list === null) throw new Error(`${REGISTRY_CONVERSATIONS}: conversations.json is missing`)
  const conversations = await Promise.all(
    list.map(async (each): Promise<RegistryConversation> => {
      const file = join(folder, `${each.name}.ndjson`)
      const where = relative(process.cwd(), file)
      const text = await readText(file)
      if (text === null) throw new Error(`${where} is missing`)
      const rows = text.split('\n').filter(Boolean)
      const exchanges = rows.map((row, i) => {
        const exchange = parseJson(row, clientExchangeSchema, `${where}:${i + 1}`)
        if (exchange.seq !== i) throw new Error(`${where}:${i + 1}: seq is ${exchange.seq}`)
        return exchange
      })
      return { ...each, exchanges }
    }),
  )
  return { recording, conversations }
}
