import { join } from 'node:path'
import { z } from 'zod'
import type { Descriptor } from '../oci/descriptor.ts'
import { isDigest } from '../oci/digest.ts'
import { ACCEPT, isIndexType } from '../oci/media-type.ts'
import { readJson } from './file.ts'
import { readKeptBlob, recordingDirectory } from './recording.ts'

const descriptor: z.ZodType<Descriptor> = z.looseObject({
  mediaType: z.string(),
  digest: z.custom<Descriptor['digest']>((value) => typeof value === 'string' && isDigest(value)),
  size: z.int().nonnegative(),
  annotations: z.record(z.string(), z.string()).optional(),
})

const schema = z.looseObject({ schemaVersion: z.literal(2), manifests: z.array(descriptor).min(1) })

const TAG = 'org.opencontainers.image.ref.name'

/**
 * The tags of a recorded image, and what each names; empty where a recording has no `index.json`.
 *
 * @throws ProblemError `sample-unknown`
 * @throws Error naming the file and the field, where the file is wrong
 * @see image-spec v1.1.1, image-layout.md#indexjson-file
 */
export async function readTags(name: string): Promise<Map<string, Descriptor>> {
  const tags = new Map<string, Descriptor>()
  for (const manifest of await readEntries(name)) {
    const tag = manifest.annotations?.[TAG]
    if (tag !== undefined) tags.set(tag, manifest)
  }
  return tags
}

/**
 * What was recorded: the first of `index.json`; what refers to it stands behind it.
 *
 * @throws ProblemError `sample-unknown`
 * @throws Error where the recording holds no image
 */
export async function readTop(name: string): Promise<Descriptor> {
  const [top] = await readEntries(name)
  if (!top) throw new Error(`recording ${name}: no image`)
  return top
}

async function readEntries(name: string): Promise<Descriptor[]> {
  const layout = await readJson(join(recordingDirectory(name), 'index.json'), schema)
  return layout?.manifests ?? []
}

/**
 * Every manifest and index that a recorded image's `index.json` leads to, tagged or not, by digest.
 *
 * What refers to an image has no tag as a rule. A manifest is served only if it stands here: its media type
 * is known from who names it.
 *
 * A manifest of a platform that was left out is named here as well; its bytes are an omitted blob.
 *
 * @throws ProblemError `sample-unknown`
 */
export async function readManifests(name: string): Promise<Map<string, Descriptor>> {
  const found = new Map<string, Descriptor>()
  const visit = async (one: Descriptor): Promise<void> => {
    if (found.has(one.digest) || !ACCEPT.includes(one.mediaType)) return
    found.set(one.digest, one)
    if (!isIndexType(one.mediaType)) return
    const bytes = await readKeptBlob(name, one.digest)
    if (bytes === null) return
    const index = schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
    for (const child of index.manifests) await visit(child)
  }
  for (const top of await readEntries(name)) await visit(top)
  return found
}
