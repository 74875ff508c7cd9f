import { join } from 'node:path'
import { z } from 'zod'
import { readJson } from './file.ts'
import { recordingDirectory } from './recording.ts'

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

export const JVM_BUILDERS = ['jib', 'buildpacks'] as const

const builder = z.enum(JVM_BUILDERS)

export type JvmBuilder = z.infer<typeof builder>

const image = z.strictObject({
  builder,
  reference: z.string().min(1),
  /** of the manifest */
  digest,
  entrypoint: z.array(z.string()),
  cmd: z.array(z.string()),
  env: z.array(z.string()),
  /** compressed, bytes, the base's first */
  layerSizes: z.array(z.int().positive()).min(1),
  /** where the program lies in it, and the same digest in both */
  jar: z.strictObject({ path: z.string().startsWith('/'), digest }),
})

export type JvmImage = z.infer<typeof image>

const flag = z.strictObject({
  name: z.string().min(1),
  value: z.string(),
  /**
   * As the JVM says. `ergonomic`: it chose the value for this machine. `environment`: it stands in
   * JAVA_TOOL_OPTIONS; of `-Xmx`, `-Xss` and ReservedCodeCacheSize there it says `command line`.
   */
  origin: z.enum([
    ...(['default', 'ergonomic', 'environment', 'command line'] as const),
    'command line, ergonomic',
  ]),
})

export type JvmFlag = z.infer<typeof flag>

/** Of one container that ran to its end. */
const run = z.strictObject({
  exitCode: z.int(),
  /** processes of it that the kernel killed for want of memory */
  oomKills: z.int().nonnegative(),
  /** until the program said that it is ready; null where there was no program */
  readyMs: z.number().positive().nullable(),
  /** until the runtime ended */
  elapsedMs: z.number().positive(),
  /** the most that its cgroup was charged with */
  peakBytes: z.int().nonnegative(),
})

const trial = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  builder,
  /** of the container's cgroup; null: it has none */
  limitMiB: z.int().positive().nullable(),
  /** of the cgroup above it, as of a pod or of a small machine */
  outerLimitMiB: z.int().positive().nullable(),
  /** what was set beside the image's own environment */
  settings: z.array(z.string()),
  /** how much heap the program is told to hold */
  holdMiB: z.int().nonnegative(),
  /** the program's process as /proc shows it; null where no JVM was reached */
  process: z
    .strictObject({ commandLine: z.array(z.string()), environment: z.array(z.string()) })
    .nullable(),
  /** of `-XX:+PrintFlagsFinal` in a run of its own with the same limits; null likewise */
  flags: z.array(flag).nullable(),
  /** `Runtime.maxMemory()`, bytes */
  maxMemory: z.int().positive().nullable(),
  /** the last amount that the program said it holds */
  heldMiB: z.int().nonnegative(),
  stdout: z.string(),
  stderr: z.string(),
  /** control file to its text, after the end: of its cgroup and the one above */
  cgroupFiles: z.record(z.string(), z.string()),
  /** the first is the one that was looked at, which takes a moment; the rest were only timed */
  runs: z.array(run).min(1),
})

export type JvmTrial = z.infer<typeof trial>

export const jvmMemory = z.strictObject({
  /** how the runtime was called */
  command: z.array(z.string()).min(1),
  /** /proc/meminfo's MemAvailable when the trials began, bytes */
  availableBytes: z.int().positive(),
  processors: z.int().positive(),
  images: z.array(image).length(JVM_BUILDERS.length),
  trials: z.array(trial).min(1),
})

export type JvmMemory = z.infer<typeof jvmMemory>

/**
 * One jar in two images under limits of memory, as it was recorded.
 *
 * @param name `jvm-memory`, or `jvm-memory-cgroup-v2`
 * @throws Error naming the file and the field, where the file is wrong or missing
 */
export async function readJvmMemory(name: string): Promise<JvmMemory> {
  const recording = await readJson(join(recordingDirectory(name), 'trials.json'), jvmMemory)
  if (recording === null) throw new Error(`recording ${name}: trials.json is missing`)
  return recording
}
