import { z } from 'zod'
import { processSchema } from './cri.ts'
import { filesOf } from './file.ts'
import { recordingDirectory } from './recording.ts'

/** milliseconds since the recording began; one machine's */
const ms = z.number()
const texts = z.record(z.string(), z.string())

/** One request to dockerd. */
const exchange = z.strictObject({
  seq: z.int().positive(),
  /** as typed: whose request it is */
  command: z.string().startsWith('docker '),
  ms,
  durationMs: ms,
  method: z.string().min(1),
  url: z.string().startsWith('/'),
  requestHeaders: texts,
  /** JSON; null where there was no body */
  request: z.unknown(),
  status: z.int(),
  headers: texts,
  /** JSON documents: one, several of a stream, none of an empty body */
  response: z.array(z.unknown()),
  /** a body that is no JSON */
  text: z.string().optional(),
  /** after `101 UPGRADED`: Docker's frames, 8 bytes of head before each */
  frames: z.array(z.strictObject({ ms, stream: z.enum(['stdout', 'stderr']), text: z.string() })),
})

/** What a command printed; `exit` is null where it was given up after the seconds it may take. */
const printed = z.strictObject({
  command: z.string().min(1),
  exit: z.int().nullable(),
  stdout: z.string(),
  stderr: z.string(),
})

const stage = z.strictObject({
  name: z.string().min(1),
  /** how many requests had been answered before it */
  after: z.int().nonnegative(),
  ms,
  processes: z.array(processSchema),
  printed: z.array(printed),
  folders: z.array(
    z.strictObject({ name: z.string(), path: z.string(), entries: z.array(z.string()) }),
  ),
})

/** One event of containerd. */
const event = z.strictObject({
  ms,
  namespace: z.string().min(1),
  topic: z.string().startsWith('/'),
  event: z.record(z.string(), z.unknown()),
})

/** A run of runc, or of the shim by containerd. */
const program = z.strictObject({
  ms,
  pid: z.int().positive(),
  parent: z.int().nonnegative(),
  program: z.enum(['runc', 'containerd-shim-runc-v2']),
  args: z.array(z.string()),
})

const moment = z.strictObject({
  /** `restarted` only where a daemon was killed, which is started again */
  name: z.enum(['before', 'left', 'restarted', 'removed']),
  ms,
  processes: z.array(processSchema),
  /** whether the container's first process, the same one, is still there */
  alive: z.boolean(),
  printed: z.array(printed),
})

/** Something is killed while a container runs. */
const trial = z.strictObject({
  name: z.string().min(1),
  liveRestore: z.boolean(),
  killed: z.array(z.enum(['dockerd', 'containerd', 'shim', 'runc', 'workload'])).min(1),
  signal: z.enum(['SIGKILL', 'SIGTERM']),
  /** of the container's first process, on the host */
  workload: z.int().positive(),
  moments: z.array(moment),
  /** what was executed from the kill on */
  programs: z.array(program),
  /** what the daemons warned of from the kill on */
  said: z.array(z.strictObject({ by: z.enum(['dockerd', 'containerd']), line: z.string() })),
})

export type EngineExchange = z.infer<typeof exchange>
export type EngineStage = z.infer<typeof stage>
export type EngineProgram = z.infer<typeof program>
export type KillTrial = z.infer<typeof trial>
export type Printed = z.infer<typeof printed>

export type EngineRecording = {
  api: EngineExchange[]
  stages: EngineStage[]
  events: z.infer<typeof event>[]
  programs: EngineProgram[]
  trials: KillTrial[]
  /** containerd's own */
  configuration: string
  /** config.json as dockerd made it */
  bundle: string
}

/**
 * `docker run` through dockerd's API, what happens below, and what is left when a part is killed.
 *
 * @throws Error naming the file that is missing or wrong
 */
export async function readEngine(
  directory = recordingDirectory('docker'),
): Promise<EngineRecording> {
  const { text, lines } = filesOf('docker', directory)
  return {
    api: await lines('api.ndjson', exchange),
    stages: await lines('stages.ndjson', stage),
    events: await lines('events.ndjson', event),
    programs: await lines('programs.ndjson', program),
    trials: await lines('trials.ndjson', trial),
    configuration: await text('configuration.toml'),
    bundle: await text('config.json'),
  }
}
