import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, digestEncoded } from '../../../lib/oci/digest.ts'
import type { RecordingFile } from '../../../lib/recordings/recording.ts'
import type { Recorded } from './record.ts'

const DRAFTS = join(import.meta.dirname, '../../../.cache/record-drafts')

/** What a recording says about itself beside what was fetched. */
export type About = Pick<RecordingFile, 'tools' | 'script' | 'commands' | 'kernel'>

/**
 * Writes an image as a recording: an OCI image layout, listings, the conversation.
 *
 * The folder appears at once and whole, in the place of what stood there.
 *
 * @param drafts a folder on the same disk as `directory`
 * @see image-spec v1.1.1, image-layout.md
 */
export async function writeRecording(
  recorded: Recorded,
  about: About,
  { directory, drafts = DRAFTS }: { directory: string; drafts?: string },
): Promise<void> {
  const { reference, observedAt, conversation, entries, blobs, listings, omitted } = recorded
  await mkdir(drafts, { recursive: true })
  const draft = await mkdtemp(join(drafts, 'recording-'))
  try {
    await writeAll(join(draft, 'blobs', 'sha256'), blobs, (hex) => hex)
    if (listings.size > 0) {
      await writeAll(join(draft, 'listings'), listings, (hex) => `${hex}.ndjson`)
    }
    const layout = {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: entries,
    }
    await writeJson(join(draft, 'index.json'), layout)
    await writeFile(join(draft, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
    const lines = conversation.map((line) => `${JSON.stringify(line)}\n`)
    await writeFile(join(draft, 'conversation.ndjson'), lines.join(''))
    const file: RecordingFile = {
      ...{ kind: 'image', reference, observedAt, ...about },
      omittedBlobs: [...omitted]
        .map(([digest, reason]) => ({ digest, reason }))
        .sort((a, b) => (a.digest < b.digest ? -1 : 1)),
    }
    await writeJson(join(draft, 'recording.json'), file)
    await rm(directory, { recursive: true, force: true })
    await rename(draft, directory)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function writeAll(
  folder: string,
  files: Map<Digest, Uint8Array | string>,
  nameOf: (hex: string) => string,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [digest, content] of files) {
    await writeFile(join(folder, nameOf(digestEncoded(digest))), content)
  }
}

function writeJson(file: string, value: object): Promise<void> {
  return writeFile(file, `${JSON.stringify(value, null, 2)}\n`)
}
