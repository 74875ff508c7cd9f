import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { digestAlgorithm, digestEncoded, isDigest } from '../oci/digest.ts'
import { ProblemError } from '../oci/problem.ts'
import { readJson } from './file.ts'

const omittedBlob = z.strictObject({
  digest: z.custom<`${string}:${string}`>((value) => typeof value === 'string' && isDigest(value)),
  /** a sentence in English: shown where the blob is asked for */
  reason: z.string().min(1),
})

const schema = z.strictObject({
  kind: z.enum(['image', 'conversation', 'runtime', 'cri', 'engine', 'places', 'jvm']),
  /** what was recorded: `localhost:5000/hello:1.0` */
  reference: z.string().min(1),
  /** ISO 8601, UTC */
  observedAt: z.iso.datetime(),
  /** what each tool says about its version, by the name of its package */
  tools: z.record(z.string(), z.string().min(1)),
  /** makes it again */
  script: z.string().startsWith('scripts/record/'),
  /** as they were typed, in order; in neutral paths */
  commands: z.array(z.string().min(1)).optional(),
  /** `Linux 6.18.5 #1 SMP …` */
  kernel: z.string().min(1).optional(),
  /** which cgroups the machine had; hybrid is v1 with an empty v2 tree beside it */
  cgroups: z.enum(['v1', 'hybrid', 'v2']).optional(),
  /** whether the machine was emulated, so that its times mean nothing; not if it does not say */
  emulated: z.boolean().optional(),
  /** what was changed after it was recorded, each a sentence; hashed bytes never are */
  edits: z.array(z.string().min(1)).optional(),
  omittedBlobs: z.array(omittedBlob),
})

/** `recording.json`. */
export type RecordingFile = z.infer<typeof schema>

/** What `recording.json` says about a recording; `name` is its folder. */
export type Recording = RecordingFile & { name: string }

const NAME = /^[a-z0-9][a-z0-9-]*$/

/**
 * Where a recording lies.
 *
 * @throws ProblemError `sample-unknown` for a name that no folder may have
 */
export function recordingDirectory(name: string): string {
  if (!NAME.test(name)) throw new ProblemError({ kind: 'sample-unknown', name })
  return join(recordingsDirectory(), name)
}

function recordingsDirectory(): string {
  return join(process.cwd(), 'content', 'recordings')
}

/** All recordings, by name. @throws Error naming the file that is wrong */
export async function listRecordings(): Promise<Recording[]> {
  const entries = await readdir(recordingsDirectory(), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map(readRecording))
}

/**
 * What one recording says about itself.
 *
 * @throws ProblemError `sample-unknown`
 * @throws Error naming the file and the field, where the file is wrong
 */
export async function readRecording(name: string): Promise<Recording> {
  const file = join(recordingDirectory(name), 'recording.json')
  const recording = await readJson(file, schema)
  if (recording === null) throw new ProblemError({ kind: 'sample-unknown', name })
  return { ...recording, name }
}

/** The same, null too for a blob that the recording leaves out. @throws ProblemError as `readBlob` */
export async function readKeptBlob(name: string, digest: string): Promise<Uint8Array | null> {
  try {
    return await readBlob(name, digest)
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'blob-omitted') return null
    throw error
  }
}

/**
 * The bytes of a recorded manifest, config or layer; null when the recording never had them.
 *
 * Nothing is hashed here: the tests prove every file against its name.
 *
 * @throws ProblemError `sample-unknown`, `digest-syntax`, and `blob-omitted` with the reason
 */
export async function readBlob(name: string, digest: string): Promise<Uint8Array | null> {
  const directory = recordingDirectory(name)
  if (!isDigest(digest)) throw new ProblemError({ kind: 'digest-syntax', input: digest })
  const { omittedBlobs } = await readRecording(name)
  const omitted = omittedBlobs.find((blob) => blob.digest === digest)
  if (omitted) throw new ProblemError({ kind: 'blob-omitted', digest, reason: omitted.reason })
  // The grammar lets any algorithm pass, and `encoded` may hold `=`: only sha256 has a folder.
  if (digestAlgorithm(digest) !== 'sha256') return null
  try {
    return await readFile(join(directory, 'blobs', 'sha256', digestEncoded(digest)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
