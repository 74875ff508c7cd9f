import { readFile } from 'node:fs/promises'
import type { ConversationLine } from '../../../lib/oci/conversation.ts'
import type { Descriptor } from '../../../lib/oci/descriptor.ts'
import { type Digest, digestAlgorithm } from '../../../lib/oci/digest.ts'
import { decodeDocument } from '../../../lib/oci/document.ts'
import { readImageConfig } from '../../../lib/oci/image-config.ts'
import {
  attestationsOf,
  type ImageIndex,
  readIndex,
  runnableOf,
} from '../../../lib/oci/image-index.ts'
import { readManifest } from '../../../lib/oci/manifest.ts'
import { ACCEPT, isConfigType, isIndexType, mediaTypeFacts } from '../../../lib/oci/media-type.ts'
import { formatPlatform, type Platform } from '../../../lib/oci/platform.ts'
import { selectPlatform } from '../../../lib/oci/platform-match.ts'
import { ProblemError } from '../../../lib/oci/problem.ts'
import type { Reference } from '../../../lib/oci/reference.ts'
import { formatReference, manifestReference } from '../../../lib/oci/reference-text.ts'
import type { Mirror } from '../../../lib/registry/mirror.ts'
import { listLayer } from './layer.ts'
import type { Options } from './options.ts'
import type { Polite } from './polite.ts'
import { findReferrers } from './referrers.ts'

/** A recorded image in memory, as `writeRecording` writes it. */
export type Recorded = {
  reference: string
  /** ISO 8601, UTC: when the registry said that the reference is this */
  observedAt: string
  conversation: ConversationLine[]
  /** of `index.json`: what was asked for, then what refers to it */
  entries: Descriptor[]
  /** verified bytes of manifests, configs and whatever was kept of layers */
  blobs: Map<Digest, Uint8Array>
  /** text of a layer's entries and their end */
  listings: Map<Digest, string>
  omitted: Map<Digest, string>
}

type Asked = Pick<Options, 'reference' | 'platforms' | 'layers'> & {
  /** the largest layer whose bytes are kept, where they are; larger ones are listed */
  bytesUpTo?: number
}

const MiB = 2 ** 20
/** Bytes of a recording in all: this repository is cloned by readers. */
const WHOLE = 16 * MiB
/** Bytes of what is neither a config nor a layer: a statement, a chart, a signature. */
const PART = 4 * MiB
/** Bytes of one layer. */
const LAYER = 8 * MiB
/** Manifests of one recording. */
const MANIFESTS = 200

/** Says which bound a recording is over, and what to leave out. */
export class TooMuch extends Error {
  override name = 'TooMuch' as const
}

/**
 * Fetches an image as far as it was asked for: tag by HEAD, everything else by digest.
 *
 * What the mirror's cache holds costs the registry nothing, so a run that was cut goes on from there.
 *
 * @throws ProblemError of the mirror; `platform-missing`, `digest-unverifiable`
 * @throws TooMuch
 */
export async function recordImage(
  { reference, platforms, layers, bytesUpTo = LAYER }: Asked,
  { mirror, polite, say }: { mirror: Mirror; polite: Polite; say: (line: string) => void },
): Promise<Recorded> {
  const blobs: Recorded['blobs'] = new Map()
  const listings: Recorded['listings'] = new Map()
  const omitted: Recorded['omitted'] = new Map()
  const subjects: Digest[] = []
  let size = 0
  let manifests = 0

  const count = (bytes: number) => {
    size += bytes
    if (size > WHOLE) {
      throw new TooMuch(
        `A recording may hold ${WHOLE / MiB} MiB, and this one is over it. Choose fewer platforms, or --layers=listing.`,
      )
    }
  }
  const keep = (digest: Digest, bytes: Uint8Array) => {
    if (digestAlgorithm(digest) !== 'sha256') {
      throw new ProblemError({ kind: 'digest-unverifiable', algorithm: digestAlgorithm(digest) })
    }
    if (!blobs.has(digest)) count(bytes.byteLength)
    omitted.delete(digest)
    blobs.set(digest, bytes)
  }
  const omit = (digest: Digest, reason: string) => {
    if (!blobs.has(digest)) omitted.set(digest, reason)
  }

  async function fetchManifest(named: string) {
    manifests += 1
    if (manifests > MANIFESTS) {
      throw new TooMuch(`More than ${MANIFESTS} manifests belong to this. Choose fewer platforms.`)
    }
    const found = await polite.ask((reader) => mirror.manifest(reference, named, reader), true)
    const { digest, mediaType, bytes } = found.manifest
    if (!ACCEPT.includes(mediaType)) {
      throw new ProblemError({ kind: 'media-type-refused', mediaType })
    }
    keep(digest, bytes)
    return found
  }

  async function keepTree(named: string): Promise<Descriptor> {
    const { manifest } = await fetchManifest(named)
    const { digest, mediaType, bytes } = manifest
    say(`${digest} ${mediaType}`)
    subjects.push(digest)
    const document = decodeDocument(bytes, mediaType)
    if (isIndexType(mediaType)) await keepIndex(readIndex(document))
    else await keepManifest(bytes, mediaType)
    return { mediaType, digest, size: bytes.byteLength }
  }

  async function keepIndex(index: ImageIndex): Promise<void> {
    const chosen = chooseEntries(index, platforms)
    for (const { descriptor } of index.manifests) {
      if (!ACCEPT.includes(descriptor.mediaType)) continue
      if (chosen.has(descriptor.digest)) await keepTree(descriptor.digest)
      else omit(descriptor.digest, otherPlatform(descriptor))
    }
  }

  async function keepManifest(bytes: Uint8Array, mediaType: string): Promise<void> {
    const { config, layers: rows } = readManifest(decodeDocument(bytes, mediaType))
    let diffIds: readonly (Digest | null)[] = []
    if (config) {
      const kept = await keepPart(config)
      if (kept && isConfigType(config.mediaType)) {
        diffIds = readImageConfig(decodeDocument(kept, config.mediaType)).diffIds
      }
    }
    for (const [i, { descriptor }] of rows.entries()) {
      const facts = mediaTypeFacts(descriptor.mediaType)
      if (facts.class !== 'layer') await keepPart(descriptor)
      else if (!facts.distributable) {
        omit(descriptor.digest, 'Not distributable: registries do not pass such a layer on.')
      } else await keepLayer(descriptor, diffIds[i] ?? null)
    }
  }

  /** Of what is no layer the bytes are kept, unless they are too many. */
  async function keepPart({ digest, size }: Descriptor): Promise<Uint8Array | null> {
    if (size > PART) {
      omit(digest, `Left out for its size: ${size} bytes.`)
      return null
    }
    return fetchBlob(digest)
  }

  async function fetchBlob(digest: Digest): Promise<Uint8Array> {
    const known = blobs.get(digest)
    if (known) return known
    const { path } = await polite.ask((reader) => mirror.blob(reference, digest, reader))
    const bytes = await readFile(path)
    keep(digest, bytes)
    return bytes
  }

  async function keepLayer({ digest, size }: Descriptor, diffId: Digest | null): Promise<void> {
    if (listings.has(digest) || blobs.has(digest)) return
    if (layers === 'bytes' && size <= bytesUpTo) {
      await fetchBlob(digest)
      return
    }
    const listed = await polite.ask((reader) => listLayer(mirror, reference, digest, reader))
    if (listed.kind === 'unreadable') {
      omit(digest, `A layer of ${size} bytes that could not be listed: ${listed.problem.kind}.`)
      return
    }
    count(Buffer.byteLength(listed.text))
    listings.set(digest, listed.text)
    omit(digest, `A layer of ${size} bytes: what is in it was recorded, its bytes were not.`)
    say(`${digest} ${listed.end.entries} entries`)
    if (diffId && listed.end.diffId && listed.end.diffId !== diffId) {
      say(`  unpacks to ${listed.end.diffId}, its config promises ${diffId}`)
    }
  }

  const found = await fetchManifest(manifestReference(reference))
  const top = await keepTree(found.manifest.digest)
  const entries: Descriptor[] = [reference.tag ? tagged(top, reference.tag) : top]
  // What refers to something may be referred to: a signature of an SBOM.
  const seen = new Set<Digest>()
  for (let subject = subjects.shift(); subject; subject = subjects.shift()) {
    if (seen.has(subject)) continue
    seen.add(subject)
    for (const { digest, tag } of await findReferrers(mirror, reference, subject, polite)) {
      const isNew = !blobs.has(digest)
      const entry = isNew ? await keepTree(digest) : null
      if (entry && !tag) entries.push(entry)
      if (tag) {
        const { mediaType, size } = (await fetchManifest(digest)).manifest
        entries.push(tagged({ mediaType, digest, size }, tag))
      }
    }
  }
  return {
    ...{ blobs, listings, omitted, entries },
    reference: formatReference(reference),
    observedAt: found.observedAt,
    conversation: conversationOf(reference, found),
  }
}

/** What of an index was asked for, with the attestations about it. @throws ProblemError `platform-missing` */
function chooseEntries(index: ImageIndex, platforms: Platform[] | null): Set<string> {
  if (platforms === null) return new Set(index.manifests.map(({ descriptor }) => descriptor.digest))
  const runnable = runnableOf(index)
  // An index of indexes, or of artifacts, has nothing to choose from.
  const plain = runnable.filter(({ descriptor }) => !descriptor.platform)
  const chosen = new Set<string>(plain.map(({ descriptor }) => descriptor.digest))
  if (plain.length < runnable.length) {
    for (const wanted of platforms) chosen.add(selectPlatform(runnable, wanted).descriptor.digest)
  }
  for (const { entry, about } of attestationsOf(index)) {
    if (about && chosen.has(about)) chosen.add(entry.descriptor.digest)
  }
  return chosen
}

function otherPlatform({ platform }: Descriptor): string {
  const text = platform && platform.os !== 'unknown' ? formatPlatform(platform) : null
  return text ? `Of another platform, ${text}, which was not recorded.` : 'It was not recorded.'
}

function tagged(descriptor: Descriptor, tag: string): Descriptor {
  return { ...descriptor, annotations: { 'org.opencontainers.image.ref.name': tag } }
}

type Found = Awaited<ReturnType<Mirror['manifest']>>

/** What was said when the reference was resolved; of a run that was cut, what that run heard. */
function conversationOf(reference: Reference, found: Found): ConversationLine[] {
  const { manifest, exchanges, source } = found
  const place = `/manifests/${manifestReference(reference)}`
  const whole = manifest.exchanges
  const isOfTag = whole.some(({ request }) => request.url.endsWith(place))
  const told = isOfTag && whole.length > exchanges.length ? whole : exchanges
  const { mediaType, digest, size } = manifest
  const observedAt = told === whole ? manifest.observedAt : found.observedAt
  return [
    ...told,
    {
      type: 'resolved',
      reference: formatReference(reference),
      descriptor: { mediaType, digest, size },
      ...{ source: told === whole ? ('live' as const) : source, observedAt },
    },
  ]
}
