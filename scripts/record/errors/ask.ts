/**
 * Asks a registry as this site does and prints what was said, as NDJSON.
 *
 *   node --conditions=react-server scripts/record/errors/ask.ts <reference> manifest|config|tags|<platform>
 *
 * A process of its own: settings, trusted authorities and caches begin anew for each failure.
 * Several questions are numbered as one conversation.
 */
import type { ConversationLine, Exchange } from '../../../lib/oci/conversation.ts'
import { decodeDocument } from '../../../lib/oci/document.ts'
import { readIndex, runnableOf } from '../../../lib/oci/image-index.ts'
import { readManifest } from '../../../lib/oci/manifest.ts'
import { parsePlatform } from '../../../lib/oci/platform.ts'
import { selectPlatform } from '../../../lib/oci/platform-match.ts'
import { problemOf } from '../../../lib/oci/problem.ts'
import { parseReference } from '../../../lib/oci/reference.ts'
import { formatReference, manifestReference } from '../../../lib/oci/reference-text.ts'
import { createMirror } from '../../../lib/registry/mirror.ts'
import { parseSettings } from '../../../lib/settings.mjs'

const [text = '', goal = 'manifest'] = process.argv.slice(2)
const reference = parseReference(text)
const mirror = createMirror(parseSettings(process.env))
let seq = 0
const print = (line: ConversationLine) => console.log(JSON.stringify(line))
const onExchange = (exchange: Exchange) => print({ ...exchange, seq: seq++ })
const reader = { visitor: '192.0.2.1', signal: new AbortController().signal, onExchange }

async function ask(): Promise<ConversationLine> {
  if (goal === 'tags') {
    await mirror.tags(reference, '', reader)
    throw new Error('the list came')
  }
  const top = await mirror.manifest(reference, manifestReference(reference), reader)
  const { mediaType, digest, bytes } = top.manifest
  if (goal === 'manifest') {
    return {
      ...{ type: 'resolved', reference: formatReference(reference) },
      descriptor: { mediaType, digest, size: bytes.length },
      ...{ source: 'live', observedAt: top.observedAt },
    }
  }
  let manifest = decodeDocument(bytes, mediaType)
  if (manifest.kind === 'index') {
    const wanted = parsePlatform(goal === 'config' ? 'linux/amd64' : goal)
    const { descriptor } = selectPlatform(runnableOf(readIndex(manifest)), wanted)
    const { manifest: child } = await mirror.manifest(reference, descriptor.digest, reader)
    manifest = decodeDocument(child.bytes, child.mediaType)
  }
  const { config } = readManifest(manifest)
  if (!config) throw new Error(`${text} has no config`)
  await mirror.blob(reference, config.digest, reader)
  throw new Error('the blob came')
}

try {
  print(await ask())
} catch (error) {
  const problem = problemOf(error)
  if (problem.kind === 'internal') throw error
  print({ type: 'problem', problem })
}
await mirror.close()
