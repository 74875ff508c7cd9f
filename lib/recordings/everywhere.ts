import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { filesOf } from './file.ts'
import { recordingDirectory } from './recording.ts'

export const EVERYWHERE = 'hello-everywhere'

/** A line typed into a shell, and all that it printed. */
const asked = z.strictObject({
  command: z.string().min(1),
  exit: z.int().nonnegative(),
  stdout: z.string(),
  stderr: z.string(),
})

const storedFile = z.discriminatedUnion('kind', [
  z.strictObject({ path: z.string().min(1), kind: z.literal('directory') }),
  /** of overlay: marks a file of the layers below as deleted */
  z.strictObject({ path: z.string().min(1), kind: z.literal('device') }),
  z.strictObject({ path: z.string().min(1), kind: z.literal('link'), to: z.string().min(1) }),
  z.strictObject({
    path: z.string().min(1),
    kind: z.literal('file'),
    /** bytes */
    size: z.int().nonnegative(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** of a short document that is not among the blobs of `hello` */
    text: z.string().optional(),
  }),
])

const place = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** what each program here says about its version */
  tools: z.record(z.string(), z.string().min(1)),
  /** the configuration of the daemon, by file; none where nothing runs */
  configuration: z.record(z.string(), z.string()),
  asked: z.array(asked).min(1),
  /** what lies on disk then, as `find` would list it */
  folders: z.array(z.strictObject({ path: z.string().min(1), files: z.array(storedFile).min(1) })),
  /** what was saved: files of this recording */
  archives: z.array(z.string().regex(/^[a-z0-9.-]+\.tar$/)),
})

export type Asked = z.infer<typeof asked>
export type StoredFile = z.infer<typeof storedFile>
/** Somewhere the image is: a registry, a folder, an engine's store. */
export type Place = z.infer<typeof place>

/**
 * The recorded image `hello` in every place it can be in, as scripts/record/everywhere.ts found it.
 *
 * @throws Error naming the file that is missing, or the line and field that is wrong
 */
export function readPlaces(directory = recordingDirectory(EVERYWHERE)): Promise<Place[]> {
  return filesOf(EVERYWHERE, directory).lines('places.ndjson', place)
}

/** An archive that one of the places saved. @param name as in `archives` */
export async function readSaved(
  name: string,
  directory = recordingDirectory(EVERYWHERE),
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(directory, name)))
}
