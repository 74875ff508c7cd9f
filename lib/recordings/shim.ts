import { z } from 'zod'
import { filesOf } from './file.ts'
import { recordingDirectory } from './recording.ts'

const ms = z.number()
const texts = z.record(z.string(), z.string())
const message = z.record(z.string(), z.unknown())

/** A message as it was, and as JSON with what its Anys hold opened. */
const wire = z.strictObject({ bytes: z.base64(), json: message })

/** The shim's program as containerd runs it: to start a shim, to clean up after one, to ask what it can do. */
const run = z.strictObject({
  ms,
  durationMs: ms,
  action: z.enum(['info', 'start', 'delete']),
  args: z.array(z.string()),
  /** what containerd adds for it */
  env: texts,
  /** `BootstrapParams` for start, an Any for info; null when it was empty */
  stdin: wire.nullable(),
  /** `BootstrapResult` for start, `RuntimeInfo`, `DeleteResponse` */
  stdout: wire.nullable(),
  stderr: z.string(),
  exitCode: z.int(),
})

/** One call over ttrpc; `bytes` are those of the whole frame, `json` is the payload. */
const call = z.strictObject({
  seq: z.int().positive(),
  /** who is asked */
  to: z.enum(['shim', 'containerd']),
  /** by number, in the order they were opened */
  connection: z.int().positive(),
  stream: z.int().positive(),
  /** `containerd.task.v3.Task` */
  service: z.string().min(1),
  method: z.string().min(1),
  /** on the clock of the calls over the CRI */
  startedMs: ms,
  /** null where no answer came */
  durationMs: ms.nullable(),
  /** `containerd-namespace-ttrpc` and what else the client says beside the payload */
  metadata: texts,
  request: wire,
  response: wire.nullable(),
  status: z.strictObject({ code: z.string().min(1), message: z.string() }).nullable(),
})

/** An `Envelope` from containerd's events service; `ms` is when it arrived. */
const event = wire.extend({ ms, topic: z.string().startsWith('/') })

export type ShimRun = z.infer<typeof run>
export type ShimCall = z.infer<typeof call>
export type ContainerdEvent = z.infer<typeof event>

export type ShimRecording = {
  runs: ShimRun[]
  calls: ShimCall[]
  events: ContainerdEvent[]
}

/**
 * What containerd and the shim said to each other while the calls of a recorded conversation over the CRI
 * were answered, and containerd's own events.
 *
 * @param directory where it lies, if not in content/recordings
 * @throws Error naming the file that is missing or wrong
 */
export async function readShim(
  name: string,
  directory = recordingDirectory(name),
): Promise<ShimRecording> {
  const { lines } = filesOf(name, directory)
  return {
    runs: await lines('shim-runs.ndjson', run),
    calls: await lines('shim.ndjson', call),
    events: await lines('events.ndjson', event),
  }
}
