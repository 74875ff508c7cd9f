import { decodeDocument } from '@/lib/oci/document'
import { parseReference } from '@/lib/oci/reference'
import { readConversation } from '@/lib/recordings/conversation'
import { readTop } from '@/lib/recordings/layout'
import { readBlob, readKeptBlob, readRecording } from '@/lib/recordings/recording'
import { type PrepareOptions, prepareDocument } from './prepare'
import type { ReaderDocument } from './reader'
import type { Shown } from './state'

type Options = Omit<PrepareOptions, 'digest'> & {
  /** opened first, where the recording has several */
  platform?: string
}

/**
 * A recorded image as a panel shows it: index, the manifest of one platform, its config.
 *
 * @throws Error when the recording has no image, or lacks a document on the way
 */
export async function readShown(name: string, options: Options): Promise<Shown> {
  const recording = await readRecording(name)
  const top = await readTop(name)
  const read = async (digest: string, mediaType: string | null): Promise<ReaderDocument> => {
    const bytes = await readBlob(name, digest)
    if (!bytes) throw new Error(`recording ${name}: ${digest} is missing`)
    return prepareDocument(decodeDocument(bytes, mediaType), { ...options, digest })
  }
  const shown: Shown = {
    origin: {
      kind: 'recorded',
      name,
      observedAt: recording.observedAt,
      tools: Object.entries(recording.tools).map(toolText),
    },
    canonical: recording.reference,
    reference: parseReference(recording.reference),
    lines: await readConversation(name),
    index: { status: 'absent' },
    manifest: { status: 'absent' },
    config: { status: 'absent' },
    platform: null,
  }
  let document = await read(top.digest, top.mediaType)
  if (document.summary?.kind === 'index') {
    shown.index = { status: 'ready', document }
    // A recording may hold some of the platforms that its index names.
    const rows = []
    for (const row of document.summary.rows) {
      if (await readKeptBlob(name, row.digest)) rows.push(row)
    }
    const row = rows.find(({ platform }) => platform === options.platform) ?? rows[0]
    if (!row) return shown
    shown.platform = row.platform
    document = await read(row.digest, row.mediaType)
  }
  shown.manifest = { status: 'ready', document }
  if (document.summary?.kind === 'manifest') {
    const config = document.summary.rows.find(({ role }) => role === 'config')
    if (config) {
      shown.config = { status: 'ready', document: await read(config.digest, config.mediaType) }
    }
  }
  return shown
}

/** `buildah 1.28.2`: the version that a tool's own sentence names. */
function toolText([name, said]: [string, string]): string {
  const version = /\d+(?:\.\d+)+/.exec(said)?.[0]
  return version ? `${name} ${version}` : name
}
