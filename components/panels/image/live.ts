import { type Digest, isDigest } from '@/lib/oci/digest'
import { decodeDocument } from '@/lib/oci/document'
import { verifyDigest } from '@/lib/oci/hash'
import { isIndexType } from '@/lib/oci/media-type'
import { blobPath, referencePath } from '@/lib/oci/mirror-path'
import { type Problem, ProblemError, problemOf } from '@/lib/oci/problem'
import { parseReference, type Reference } from '@/lib/oci/reference'
import { formatReference } from '@/lib/oci/reference-text'
import type { PanelCatalogue } from './catalogue'
import { fetchBytes, fetchConversation } from './mirror'
import { prepareDocument } from './prepare'
import type { PlatformRow, ReaderDocument } from './reader'
import type { Shown, Slot } from './state'

export { problemSentence } from '../problem/model'
export { loadCatalogue } from './catalogue'
export { formatReference, parseReference, problemOf }

export type Session = {
  catalogue: PanelCatalogue
  signal: AbortSignal
  /** tells what to show from now on */
  show: (change: (shown: Shown) => Shown) => void
}

/**
 * Asks the registry for a reference and opens what it names: the conversation as it happens, then
 * index, manifest and config, each verified here before it is shown.
 *
 * A document that fails fails in its place.
 *
 * @param wanted `linux/arm64`, or a digest of a row; null takes what fits most machines
 * @throws ProblemError for a reference that leads nowhere
 */
export async function openReference(
  reference: Reference,
  wanted: string | null,
  session: Session,
): Promise<void> {
  const { show, signal } = session
  const canonical = formatReference(reference)
  show(() => ({
    origin: { kind: 'pending' },
    canonical,
    reference,
    lines: [],
    index: { status: 'absent' },
    manifest: { status: 'waiting', digest: null },
    config: { status: 'absent' },
    platform: null,
  }))
  for await (const line of fetchConversation(canonical, signal)) {
    show((shown) => ({ ...shown, lines: [...shown.lines, line] }))
    if (line.type === 'problem') throw new ProblemError(line.problem)
    if (line.type !== 'resolved') continue
    const { descriptor, source, observedAt } = line
    show((shown) => ({
      ...shown,
      origin:
        source === 'recording'
          ? { kind: 'recorded', name: '', observedAt, tools: [] }
          : { kind: source, observedAt },
    }))
    await openTop(reference, descriptor.digest, descriptor.mediaType, wanted, session)
  }
}

/** Opens another manifest of the index that is shown. */
export async function openPlatform(shown: Shown, wanted: string, session: Session): Promise<void> {
  if (shown.index.status !== 'ready') return
  const row = chooseRow(shown.index.document, wanted)
  if (!row) {
    const offered = rowsOf(shown.index.document).map(({ platform }) => platform ?? '–')
    throw new ProblemError({ kind: 'platform-missing', platform: wanted, offered })
  }
  const paths = pathsOf(shown)
  session.show((now) => ({ ...now, platform: row.platform }))
  await openManifest(paths, row.digest, session)
}

/** A recorded image by our own registry's address: `/v2/samples/<name>/…`. */
export async function openSample(
  name: string,
  reference: Reference,
  observedAt: string,
  wanted: string | null,
  session: Session,
): Promise<void> {
  session.show(() => ({
    origin: { kind: 'recorded', name, observedAt, tools: [] },
    canonical: formatReference(reference),
    reference,
    lines: [],
    index: { status: 'absent' },
    manifest: { status: 'waiting', digest: null },
    config: { status: 'absent' },
    platform: null,
  }))
  const path = `/v2/samples/${name}/manifests/${reference.digest ?? reference.tag ?? 'latest'}`
  const answer = await fetch(path, { method: 'HEAD', signal: session.signal })
  const digest = answer.headers.get('docker-content-digest')
  if (!answer.ok || !digest) throw new ProblemError({ kind: 'sample-unknown', name })
  await openTop(reference, digest, answer.headers.get('content-type'), wanted, session, name)
}

type Paths = { manifest: (digest: string) => string; config: (digest: string) => string }

function pathsOf({ origin, reference }: Pick<Shown, 'origin' | 'reference'>): Paths {
  if (origin.kind === 'recorded' && origin.name) {
    const base = `/v2/samples/${origin.name}`
    return { manifest: (d) => `${base}/manifests/${d}`, config: (d) => `${base}/blobs/${d}` }
  }
  return {
    manifest: (digest) => referencePath({ ...reference, digest: digest as Digest }),
    config: (digest) => blobPath(reference, digest as Digest),
  }
}

async function openTop(
  reference: Reference,
  digest: string,
  mediaType: string | null,
  wanted: string | null,
  session: Session,
  sample?: string,
): Promise<void> {
  const origin: Shown['origin'] = sample
    ? { kind: 'recorded', name: sample, observedAt: '', tools: [] }
    : { kind: 'pending' }
  const paths = pathsOf({ origin, reference })
  if (!isIndexType(mediaType ?? '')) return openManifest(paths, digest, session)
  const index = await openDocument('index', paths.manifest(digest), digest, 'manifest', session)
  if (!index) return
  const row = chooseRow(index, wanted)
  if (!row) {
    const offered = rowsOf(index).map(({ platform }) => platform ?? '–')
    failSlot(
      'manifest',
      null,
      { kind: 'platform-missing', platform: wanted ?? '–', offered },
      session,
    )
    return
  }
  session.show((shown) => ({ ...shown, platform: row.platform }))
  await openManifest(paths, row.digest, session)
}

async function openManifest(paths: Paths, digest: string, session: Session): Promise<void> {
  session.show((shown) => ({ ...shown, config: { status: 'waiting', digest: null } }))
  const manifest = await openDocument(
    'manifest',
    paths.manifest(digest),
    digest,
    'manifest',
    session,
  )
  const config =
    manifest?.summary?.kind === 'manifest'
      ? manifest.summary.rows.find(({ role }) => role === 'config')
      : undefined
  if (!config) {
    session.show((shown) => ({ ...shown, config: { status: 'absent' } }))
    return
  }
  await openDocument(
    'config',
    paths.config(config.digest),
    config.digest,
    'config',
    session,
    config.mediaType,
  )
}

/** Fetches, verifies, decodes and shows one document; null when it failed, which is shown too. */
async function openDocument(
  slot: 'index' | 'manifest' | 'config',
  path: string,
  digest: string,
  what: 'manifest' | 'config',
  session: Session,
  declared?: string,
): Promise<ReaderDocument | null> {
  const put = (next: Slot) => session.show((shown) => ({ ...shown, [slot]: next }))
  put({ status: 'waiting', digest })
  try {
    if (!isDigest(digest)) throw new ProblemError({ kind: 'digest-syntax', input: digest })
    const { bytes, mediaType } = await fetchBytes(path, what, session.signal)
    await verifyDigest(bytes, digest)
    const decoded = decodeDocument(bytes, declared ?? mediaType)
    const { fields, findings } = session.catalogue
    const document = prepareDocument(decoded, { digest, fields, findings })
    put({ status: 'ready', document })
    return document
  } catch (error) {
    if (session.signal.aborted) throw error
    failSlot(slot, digest, problemOf(error), session)
    return null
  }
}

function failSlot(
  slot: 'index' | 'manifest' | 'config',
  digest: string | null,
  problem: Problem,
  { show }: Session,
) {
  show((shown) => ({ ...shown, [slot]: { status: 'failed', digest, problem } }))
}

function rowsOf(index: ReaderDocument): PlatformRow[] {
  return index.summary?.kind === 'index' ? index.summary.rows : []
}

/** The row asked for; unasked, Linux on amd64, else the first that is an image and no attestation. */
function chooseRow(index: ReaderDocument, wanted: string | null): PlatformRow | undefined {
  const rows = rowsOf(index)
  if (wanted !== null) {
    return rows.find(({ digest, platform }) => digest === wanted || platform === wanted)
  }
  const images = rows.filter(({ attests }) => attests === undefined)
  return images.find(({ platform }) => platform === 'linux/amd64') ?? images[0] ?? rows[0]
}
