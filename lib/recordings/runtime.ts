import { join, relative } from 'node:path'
import { z } from 'zod'
import { parseJson, readJson, readText } from './file.ts'
import { listRecordings, readRecording, recordingDirectory } from './recording.ts'

/** What a system call does for the container. */
export const TRACE_TAGS = [
  // a child, a session, a signal, an end
  'process',
  // the runtime runs from a copy of itself that a container cannot write to
  'self',
  'namespace',
  'cgroup',
  'limit',
  'mount',
  // the root of the file system is exchanged
  'root',
  'device',
  'privilege',
  'seccomp',
  // the pipe or the socket on which a created container waits for `start`
  'handover',
  'program',
] as const

export type TraceTag = (typeof TRACE_TAGS)[number]

const traceEvent = z.strictObject({
  /** since the first call of the trace, milliseconds; strace slows everything down */
  ms: z.number().nonnegative(),
  pid: z.int().positive(),
  /** its name in the kernel, which it may change: `runc:[2:INIT]` */
  process: z.string(),
  call: z.string().min(1),
  /** as strace writes them */
  args: z.string(),
  result: z.string(),
  error: z.string().optional(),
  tag: z.enum(TRACE_TAGS),
})

export type TraceEvent = z.infer<typeof traceEvent>

const links = z.record(z.string(), z.string())

/** A state as `state` prints it and hooks get it. runtime-spec v1.3.0, runtime.md#state */
const state = z.looseObject({
  ociVersion: z.string(),
  id: z.string(),
  status: z.enum(['creating', 'created', 'running', 'stopped']),
  // gVisor writes -1 where there is no process
  pid: z.int().min(-1).optional(),
  bundle: z.string(),
})

export type ContainerState = z.infer<typeof state>

/** The container's first process, as the kernel shows it to the host. */
const processView = z.strictObject({
  /** of /proc/<pid>/ns: kind to `mnt:[4026532000]` */
  namespaces: links,
  commandLine: z.array(z.string()),
  /** lines of /proc/<pid>/status by their names */
  status: z.record(z.string(), z.string()),
  /** descriptor to what it is */
  descriptors: links,
  /** lines of /proc/<pid>/mountinfo */
  mounts: z.array(z.string()),
  /** lines of /proc/<pid>/cgroup */
  cgroups: z.array(z.string()),
  /** lines of /proc/<pid>/limits */
  limits: z.array(z.string()),
})

/** A process of the container as the host sees it, or one that is there for the container. */
const hostProcess = z.strictObject({
  pid: z.int().positive(),
  parent: z.int().nonnegative(),
  /** in the kernel, which it may change */
  name: z.string(),
  /** what /proc/<pid>/exe points at */
  executable: z.string(),
  commandLine: z.array(z.string()),
  threads: z.int().positive(),
  /** CapEff, hexadecimal */
  capabilities: z.string(),
  seccompFilters: z.int().nonnegative(),
  namespaces: links,
})

export type HostProcess = z.infer<typeof hostProcess>

const STAGES = [
  'spec',
  'create',
  'start',
  'exec',
  // what a command inside sees of its kernel
  'inside',
  // each goes over that limit
  'pids',
  'cpu',
  'memory',
  'kill',
  'delete',
] as const

const stage = z.strictObject({
  name: z.enum(STAGES),
  /** as typed; empty where nothing was run */
  command: z.array(z.string()),
  /** of the command */
  exitCode: z.int().nullable(),
  stdout: z.string(),
  stderr: z.string(),
  /** on this one machine */
  durationMs: z.number().nonnegative(),
  /** what `state` says after it; null with its words in `stateError` */
  state: state.nullable(),
  stateError: z.string().nullable(),
  process: processView.nullable(),
  hostProcesses: z.array(hostProcess),
  /** hooks that were called during the command, in order */
  hooks: z.array(z.string()),
  /** control file to its text, in the container's cgroup */
  cgroupFiles: z.record(z.string(), z.string()),
  /** the same before a command that goes over a limit, to compare with; null for the others */
  cgroupFilesBefore: z.record(z.string(), z.string()).nullable(),
  /** in the runtime's own folder for this container */
  stateFiles: z.array(z.strictObject({ path: z.string(), type: z.string(), mode: z.string() })),
})

export type Stage = z.infer<typeof stage>

const lifecycle = z.strictObject({
  runtime: z.string().min(1),
  /**
   * Whether the program's system calls reach the host's kernel, from namespaces, or are answered by
   * a kernel of the runtime's own in user space
   */
  isolation: z.enum(['namespaces', 'user-space-kernel']),
  /** the same of the host, to compare with */
  hostNamespaces: links,
  /**
   * In order. A limit that may end the whole sandbox comes after `delete`, in a container that was
   * made for it
   */
  stages: z.array(stage).min(1),
  /** what the container wrote */
  output: z.string(),
})

const hookCall = z.strictObject({
  hook: z.enum([
    'prestart',
    'createRuntime',
    'createContainer',
    'startContainer',
    'process',
    'poststart',
    'poststop',
  ]),
  /** of one clock that starts with the machine, nanoseconds; of the sandbox's own inside gVisor */
  ns: z.int().positive(),
  pid: z.int().positive(),
  namespaces: links,
  root: z.string(),
  cwd: z.string(),
  /** what came on its stdin; null for the container's own process. crun has statuses of its own */
  state: state.extend({ status: z.string() }).nullable(),
})

export type HookCall = z.infer<typeof hookCall>

export type RuntimeRecording = {
  lifecycle: z.infer<typeof lifecycle>
  /** the default that `spec` writes */
  spec: Record<string, unknown>
  /** what the container ran with */
  config: Record<string, unknown>
  /** in the order in which they were called */
  hooks: HookCall[]
  traces: Record<'create' | 'start', TraceEvent[]>
}

const anyObject = z.record(z.string(), z.unknown())

/**
 * A container's life under a low-level runtime, as it was recorded.
 *
 * @param directory where it lies, if not in content/recordings
 * @throws ProblemError `sample-unknown`
 * @throws Error naming the file and the field, where a file is wrong or missing
 */
export async function readRuntime(
  name: string,
  directory = recordingDirectory(name),
): Promise<RuntimeRecording> {
  const { kind } = await readRecording(name)
  if (kind !== 'runtime') throw new Error(`recording ${name} is of kind ${kind}, not runtime`)
  const json = async <T>(file: string, schema: z.ZodType<T>) => {
    const value = await readJson(join(directory, file), schema)
    if (value === null) throw new Error(`recording ${name}: no ${file}`)
    return value
  }
  const lines = async <T>(file: string, schema: z.ZodType<T>) => {
    const path = join(directory, file)
    const text = await readText(path)
    if (text === null) throw new Error(`recording ${name}: no ${file}`)
    const where = relative(process.cwd(), path)
    return text
      .trimEnd()
      .split('\n')
      .map((row, i) => parseJson(row, schema, `${where}:${i + 1}`))
  }
  const [life, spec, config, hooks, create, start] = await Promise.all([
    json('lifecycle.json', lifecycle),
    json('spec.json', anyObject),
    json('config.json', anyObject),
    lines('hooks.ndjson', hookCall),
    lines('trace-create.ndjson', traceEvent),
    lines('trace-start.ndjson', traceEvent),
  ])
  return { lifecycle: life, spec, config, hooks, traces: { create, start } }
}

/** The recordings of a container's life, by name. */
export async function listRuntimes(): Promise<string[]> {
  const all = (await listRecordings()).filter(({ kind }) => kind === 'runtime')
  const names = await Promise.all(
    all.map(async ({ name }) => {
      const text = await readText(join(recordingDirectory(name), 'lifecycle.json'))
      return text === null ? [] : [name]
    }),
  )
  return names.flat()
}
