import { z } from 'zod'
import { filesOf } from './file.ts'
import { recordingDirectory } from './recording.ts'

const ms = z.number()
const texts = z.record(z.string(), z.string())
const wire = z.strictObject({ bytes: z.base64(), json: z.record(z.string(), z.unknown()) })

/** One call of the CRI, with the bytes of each message as they were on the wire. */
export const callSchema = z.strictObject({
  seq: z.int().positive(),
  /** `RunPodSandbox` */
  method: z.string().min(1),
  /** of the HTTP/2 request */
  path: z.string().startsWith('/'),
  /** what it is an example of, where the method alone does not say */
  says: z.string().optional(),
  /** milliseconds since the recording began; one machine's, slowed down by strace */
  startedMs: ms,
  durationMs: ms,
  request: wire,
  /** null for an error, and for a stream */
  response: wire.nullable(),
  /** of a stream, each with its time */
  messages: z.array(wire.extend({ ms })).optional(),
  /** gRPC's */
  status: z.strictObject({ code: z.string().min(1), message: z.string() }),
  /** with the trailers */
  headers: texts,
})

export const processSchema = z.strictObject({
  pid: z.int().positive(),
  parent: z.int().nonnegative(),
  command: z.array(z.string()),
  /** only those that are not the host's */
  namespaces: texts,
  cgroup: z.string(),
})

const stage = z.strictObject({
  name: z.string().min(1),
  /** the call before it */
  after: z.int().nonnegative(),
  ms,
  processes: z.array(processSchema),
  /** lines of /proc/self/mountinfo */
  mounts: z.array(z.string()),
  folders: z.array(
    z.strictObject({ name: z.string(), path: z.string(), entries: z.array(z.string()) }),
  ),
})

/** One run of a CNI plugin. @see CNI spec 1.1.0, section 2 */
const cni = z.strictObject({
  ms,
  durationMs: ms,
  plugin: z.string().min(1),
  env: texts,
  stdin: z.string(),
  exitCode: z.int(),
  stdout: z.string(),
  stderr: z.string(),
})

const execution = z.strictObject({
  ms,
  pid: z.int().positive(),
  path: z.string().min(1),
  args: z.array(z.string()),
})

const exchange = z.strictObject({
  ms,
  durationMs: ms,
  method: z.string(),
  url: z.string().startsWith('/'),
  userAgent: z.string(),
  accept: z.array(z.string()),
  status: z.int(),
  headers: texts,
  /** bytes of the body */
  size: z.int().nonnegative(),
})

/** What went over the URL that Exec, Attach or PortForward answered. */
const talk = z.strictObject({
  method: z.enum(['Exec', 'Attach', 'PortForward']),
  url: z.string().startsWith('http'),
  request: texts,
  status: z.int(),
  headers: texts,
  frames: z.array(
    z.strictObject({
      from: z.enum(['client', 'server']),
      channel: z.int().nonnegative(),
      bytes: z.base64(),
    }),
  ),
  body: z.string().optional(),
})

const printed = z.strictObject({ command: z.string().min(1), output: z.string() })

const files = {
  calls: callSchema,
  stages: stage,
  cni,
  execve: execution,
  registry: exchange,
  talks: talk,
}

export type CriCall = z.infer<typeof callSchema>
export type CriStage = z.infer<typeof stage>
export type CniCall = z.infer<typeof cni>
export type Execution = z.infer<typeof execution>
export type RegistryExchange = z.infer<typeof exchange>
export type StreamTalk = z.infer<typeof talk>

export type CriRecording = {
  calls: CriCall[]
  stages: CriStage[]
  cni: CniCall[]
  /** every program that was executed below the runtime, in order */
  execve: Execution[]
  /** what the runtime asked of the registry */
  registry: RegistryExchange[]
  talks: StreamTalk[]
  crictl: z.infer<typeof printed>[]
  /** the runtime's own configuration */
  configuration: string
  /** the container's, in the format of the CRI */
  log: string
  /** config.json as the runtime wrote it */
  bundles: { sandbox: string; container: string }
}

/**
 * A recorded conversation over the CRI, and what happened below it.
 *
 * @param directory where it lies, if not in content/recordings
 * @throws Error naming the file that is missing or wrong
 */
export async function readCri(
  name: string,
  directory = recordingDirectory(name),
): Promise<CriRecording> {
  const { text, lines } = filesOf(name, directory)
  return {
    calls: await lines('calls.ndjson', files.calls),
    stages: await lines('stages.ndjson', files.stages),
    cni: await lines('cni.ndjson', files.cni),
    execve: await lines('execve.ndjson', files.execve),
    registry: await lines('registry.ndjson', files.registry),
    talks: await lines('talks.ndjson', files.talks),
    crictl: await lines('crictl.ndjson', printed),
    configuration: await text('configuration.toml'),
    log: await text('container.log'),
    bundles: {
      sandbox: await text('sandbox-config.json'),
      container: await text('container-config.json'),
    },
  }
}
