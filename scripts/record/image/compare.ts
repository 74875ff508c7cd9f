import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Descriptor } from '../../../lib/oci/descriptor.ts'
import { compareStructures } from '../lab/compare.ts'
import type { Recorded } from './record.ts'

const recordings = join(import.meta.dirname, '../../../content/recordings')

/**
 * Compares an image recorded again with the kept one: tags and types of its entries, types of its
 * documents and layers, and how many. Digests differ with times, keys and the versions of tools.
 *
 * @param name the folder in content/recordings
 */
export async function compareImage(recorded: Recorded, name: string): Promise<void> {
  const directory = join(recordings, name)
  const layout = JSON.parse(await readFile(join(directory, 'index.json'), 'utf8'))
  const { omittedBlobs } = JSON.parse(await readFile(join(directory, 'recording.json'), 'utf8'))
  const blobs = join(directory, 'blobs/sha256')
  const kept = await Promise.all((await readdir(blobs)).map((hex) => readFile(join(blobs, hex))))
  const listings = await readdir(join(directory, 'listings')).catch(() => [])
  const entries: Descriptor[] = layout.manifests
  const was = structureOf({ entries, blobs: kept, listings, omitted: omittedBlobs })
  const is = structureOf({
    ...{ entries: recorded.entries, blobs: [...recorded.blobs.values()] },
    ...{ listings: [...recorded.listings], omitted: [...recorded.omitted] },
  })
  compareStructures(name, was, is)
  const digests = (list: Descriptor[]) => list.map(({ digest }) => digest).join()
  console.log(`  ${digests(entries) === digests(recorded.entries) ? 'the same' : 'other'} digests`)
}

type Parts = {
  entries: Descriptor[]
  blobs: Uint8Array[]
  listings: unknown[]
  omitted: unknown[]
}

function structureOf({ entries, blobs, listings, omitted }: Parts): Record<string, unknown> {
  return {
    entries: entries
      .map(({ mediaType, artifactType, annotations }) => {
        const tag = annotations?.['org.opencontainers.image.ref.name'] ?? ''
        return [mediaType, artifactType ?? '', tag.replace(/[0-9a-f]{64}/, '…')].join(' ')
      })
      .sort(),
    blobs: blobs.map(kindOf).sort(),
    listings: listings.length,
    omitted: omitted.length,
  }
}

/** The media type that a document says of itself; a layer is known by its first bytes. */
function kindOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (head.startsWith('1f8b')) return 'gzip'
  if (head === '28b52ffd') return 'zstd'
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes))
    return json.mediaType ?? 'JSON'
  } catch {
    return 'bytes'
  }
}
