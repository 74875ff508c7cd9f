import { type Asked, type Command, commandsFor } from '@/lib/oci/commands'
import type { Challenge } from '@/lib/oci/conversation'
import { isRecord } from '@/lib/oci/descriptor'
import { isDigest } from '@/lib/oci/digest'
import type { Platform } from '@/lib/oci/platform'
import type { Reference } from '@/lib/oci/reference'
import type { ReaderDocument } from './reader'
import type { Shown } from './state'

export type SlotName = 'index' | 'manifest' | 'config'

/** What is on screen and can be asked for by other tools: a document, a layer, a list. */
export type Subject =
  | { kind: 'document'; slot: SlotName }
  | { kind: 'layer'; digest: string; mediaType: string; size: number }
  | { kind: 'tags' }
  | { kind: 'referrers'; digest: string }

/**
 * The request for something that is shown, in the words of each tool.
 *
 * A recorded image is asked of this site, which serves it as a registry does: its own registry is
 * the recorder's and not the reader's.
 *
 * @param origin of this site, `http://localhost:3000`
 */
export function requestsFor(shown: Shown, of: Subject | SlotName, origin: string): Command[] {
  const asked = askedFor(shown, typeof of === 'string' ? { kind: 'document', slot: of } : of)
  if (!asked) return []
  const sample = shown.origin.kind === 'recorded' ? shown.origin.name : ''
  const commands = commandsFor(
    sample ? sampleReference(shown, sample, origin) : shown.reference,
    asked,
    {
      origin,
      plainHttp: sample ? origin.startsWith('http:') : isPlain(shown),
      challenge: sample ? null : challengeOf(shown),
    },
  )
  // Through the mirror and straight is the same for what the mirror itself holds.
  return sample ? commands.filter(({ tool }) => tool !== 'mirror') : commands
}

function askedFor(shown: Shown, of: Subject): Asked | null {
  const index = documentOf(shown, 'index')
  const manifest = documentOf(shown, 'manifest')
  const config = documentOf(shown, 'config')
  if (of.kind === 'tags') return { what: 'tags' }
  if (of.kind === 'referrers') {
    return isDigest(of.digest) ? { what: 'referrers', digest: of.digest } : null
  }
  if (of.kind === 'layer') {
    if (!isDigest(of.digest)) return null
    const its = manifest && isDigest(manifest.digest) ? { manifest: manifest.digest } : {}
    return { what: 'blob', digest: of.digest, ...its }
  }
  const { slot } = of
  if (slot === 'index') {
    return { what: 'manifest', ...(index && isDigest(index.digest) && { digest: index.digest }) }
  }
  if (!manifest || !isDigest(manifest.digest)) return null
  if (slot === 'config') {
    return config && isDigest(config.digest)
      ? { what: 'config', digest: config.digest, manifest: manifest.digest }
      : null
  }
  if (!index) return { what: 'manifest', digest: manifest.digest }
  const platform = platformOf(index, manifest.digest)
  return platform
    ? { what: 'child', platform, digest: manifest.digest }
    : { what: 'check', digest: manifest.digest }
}

function documentOf(shown: Shown, slot: SlotName): ReaderDocument | null {
  const { [slot]: its } = shown
  return its.status === 'ready' ? its.document : null
}

/** As it stands in the index, which is what tools compare with. */
function platformOf(index: ReaderDocument, digest: string): Platform | null {
  const entries: unknown = (JSON.parse(index.text) as { manifests?: unknown }).manifests
  if (!Array.isArray(entries)) return null
  const entry: unknown = entries.find((each) => isRecord(each) && each.digest === digest)
  const platform = isRecord(entry) && isRecord(entry.platform) ? entry.platform : null
  return typeof platform?.os === 'string' && typeof platform.architecture === 'string'
    ? (platform as Platform)
    : null
}

function sampleReference(shown: Shown, name: string, origin: string): Reference {
  return { ...shown.reference, registry: new URL(origin).host, repository: `samples/${name}` }
}

function isPlain({ lines, reference }: Shown): boolean {
  const [first] = lines
  // Where no conversation is shown, tools' own rule: this machine's registries are plain.
  if (!first) return /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(reference.registry)
  return first.type === 'exchange' && first.request.url.startsWith('http:')
}

function challengeOf({ lines }: Shown): Challenge | null {
  const exchanges = lines.filter((line) => line.type === 'exchange')
  const asked = exchanges.findLast(({ challenges }) => challenges?.length)
  const kept = exchanges.findLast(({ keptFrom }) => keptFrom)
  return asked?.challenges?.[0] ?? kept?.keptFrom ?? null
}
