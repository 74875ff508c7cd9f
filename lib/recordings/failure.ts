import { join } from 'node:path'
import { z } from 'zod'
import type { ConversationLine } from '../oci/conversation.ts'
import { FAILURES, type Failure } from '../oci/failure.ts'
import { parseConversation } from './conversation.ts'
import { readJson, readText } from './file.ts'
import { readRecording, recordingDirectory } from './recording.ts'

const toolRun = z.strictObject({
  tool: z.string(),
  /** as typed in a shell */
  command: z.string().min(1),
  exit: z.int().nonnegative(),
  /** as printed */
  stdout: z.string(),
  stderr: z.string(),
  /** wall time: some wait and ask again */
  seconds: z.number().nonnegative(),
  /** how often it asked; known only where the fake registry counted */
  requests: z.int().nonnegative().optional(),
})

const scene = z.strictObject({
  /** the key in recording.json's `tools` of what answered; null: the tests' own fake registry */
  registry: z.string().nullable(),
  /** who spoke in the conversation */
  speaker: z.enum(['mirror', 'recorder']),
  /** what was done to make it fail */
  staged: z.string().min(1),
  runs: z.array(toolRun),
})

/** What a tool was told, and all that it printed. */
export type ToolRun = z.infer<typeof toolRun>

/** A failure as it was played: who answered, what was said over HTTP, what each tool made of it. */
export type RecordedFailure = z.infer<typeof scene> & {
  failure: Failure
  /** ends with `problem` */
  lines: ConversationLine[]
}

export const FAILURES_RECORDING = 'errors'

/** All played failures, in the order of the lab. @throws Error naming the file that is missing or wrong */
export async function readFailures() {
  const recording = await readRecording(FAILURES_RECORDING)
  const failures = await Promise.all(FAILURES.map(readFailure))
  return { recording, failures }
}

async function readFailure(failure: Failure): Promise<RecordedFailure> {
  const folder = join(recordingDirectory(FAILURES_RECORDING), failure)
  const about = await readJson(join(folder, 'scene.json'), scene)
  const text = await readText(join(folder, 'conversation.ndjson'))
  if (about === null || text === null) throw new Error(`the failure ${failure} was not recorded`)
  return { failure, ...about, lines: parseConversation(text, `${failure}/conversation.ndjson`) }
}
