import { type Archive, type ArchiveImage, readArchive } from '@/lib/oci/archive/archive'
import { type ArchiveFiles, collectFiles, findFile } from '@/lib/oci/archive/file'
import { hashBlob, readDocument, readLayer } from '@/lib/oci/archive/layer'
import { OPEN_LIMITS, type OpenLimits } from '@/lib/oci/archive/limits'
import { type Container, SNIFF_LENGTH, sniff } from '@/lib/oci/archive/sniff'
import { indexTar } from '@/lib/oci/archive/tar-index'
import { unpackBlob } from '@/lib/oci/archive/unpack'
import { type Digest, digestAlgorithm } from '@/lib/oci/digest'
import { canHash, digestOf } from '@/lib/oci/hash'
import { ProblemError, problemOf } from '@/lib/oci/problem'
import { type RecognisedDocument, recogniseDocument } from '@/lib/oci/recognise'
import { prepareDocument } from '../image/prepare'
import type { ReaderDocument } from '../image/reader'
import type { Slot } from '../image/state'
import type { OpenCatalogue } from './catalogue'
import type {
  FileCheck,
  ImageDocuments,
  Opened,
  OpenedArchive,
  OpenInput,
  Progress,
} from './messages'

export type Work = {
  catalogue: OpenCatalogue
  signal: AbortSignal
  onProgress: (progress: Progress) => void
  limits?: OpenLimits
}

/** What was opened last, and what is still to be asked about it. */
export type Session = {
  opened: Opened
  documents(image: number): Promise<ImageDocuments>
  /** the bytes of an image's layers, base first; null where the archive lacks one */
  layers(image: number): (Blob | null)[]
  /** hashes every file that says what it hashes to */
  check(work: Work, onChecked: (check: FileCheck) => void): Promise<void>
}

/**
 * Finds out what somebody dropped, and reads it as far as its documents.
 *
 * @throws ProblemError whose kinds begin with `archive-`, `document-`, `file-`, and those of reading JSON
 */
export async function openInput(input: OpenInput, work: Work): Promise<Session> {
  if (input.kind === 'text') {
    const bytes = new TextEncoder().encode(input.text)
    return openFile('', new Blob([bytes]), work)
  }
  if (input.kind === 'folder') {
    const { limits = OPEN_LIMITS } = work
    const { files, add } = collectFiles()
    for (const { path, file } of input.files) {
      if (files.count >= limits.files) {
        throw new ProblemError({ kind: 'archive-entries', limit: limits.files })
      }
      add({ path, kind: 'file', size: file.size, blob: file })
    }
    return openFiles(input.name, 'folder', files.size, files, work)
  }
  return openFile(input.name, input.file, work)
}

async function openFile(name: string, file: Blob, work: Work): Promise<Session> {
  const head = new Uint8Array(await file.slice(0, SNIFF_LENGTH).arrayBuffer())
  const kind = sniff(head)
  if (kind === 'json') return openDocument(name, file, work)
  if (kind !== 'tar' && kind !== 'gzip' && kind !== 'zstd') {
    return only({ kind: 'foreign', name, what: kind, size: file.size })
  }
  const inside = kind === 'tar' ? file : await unpackArchive(file, kind, work)
  const within = kind === 'tar' ? 'tar' : await sniffBlob(inside)
  // JSON that was only compressed: what the reader means is the JSON.
  if (within === 'json') return openDocument(name, inside, work)
  if (within !== 'tar') return only({ kind: 'foreign', name, what: 'binary', size: file.size })
  const files = await indexTar(inside, {
    signal: work.signal,
    limit: (work.limits ?? OPEN_LIMITS).files,
    onProgress: (done, count) =>
      work.onProgress({ what: 'index', done, total: inside.size, files: count }),
  })
  return openFiles(name, kind, file.size, files, work)
}

async function sniffBlob(blob: Blob) {
  return sniff(new Uint8Array(await blob.slice(0, SNIFF_LENGTH).arrayBuffer()))
}

/** Pieces of this size are handed to the browser, which keeps large blobs on disk. */
const PIECE = 4 * 1024 * 1024

/** A compressed archive has no places to jump to, so it is unpacked once, into a blob of the browser. */
async function unpackArchive(file: Blob, kind: 'gzip' | 'zstd', work: Work): Promise<Blob> {
  const { limits = OPEN_LIMITS, signal, onProgress } = work
  let blobs: Blob[] = []
  let parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  await unpackBlob(file, kind, {
    what: 'archive',
    limits: { ...limits.layer, unpacked: limits.archive },
    signal,
    take(bytes, done) {
      // The piece is only ours during the call.
      parts.push(bytes.slice())
      size += bytes.length
      if (size >= PIECE) {
        blobs.push(new Blob(parts))
        parts = []
        size = 0
      }
      onProgress({ what: 'unpack', done, total: file.size, files: 0 })
    },
    restart() {
      blobs = []
      parts = []
      size = 0
    },
  })
  return new Blob([...blobs, ...parts])
}

async function openDocument(name: string, file: Blob, work: Work): Promise<Session> {
  const bytes = await readDocument(file, (work.limits ?? OPEN_LIMITS).document)
  const decoded = recogniseDocument(bytes)
  const digest = await digestOf(bytes)
  const document = prepare(decoded, digest, work.catalogue)
  return only({ kind: 'document', name, document, evidence: decoded.evidence })
}

function prepare(
  decoded: RecognisedDocument,
  digest: string,
  { fields, grafts, findings }: OpenCatalogue,
): ReaderDocument {
  return prepareDocument(decoded, { digest, fields, grafts, findings })
}

function only(opened: Opened): Session {
  const nothing = { status: 'absent' } as const
  return {
    opened,
    documents: async () => ({ index: nothing, manifest: nothing, config: nothing }),
    layers: () => [],
    check: async () => {},
  }
}

const FIRST = 12

async function openFiles(
  name: string,
  container: Container | 'folder',
  size: number,
  files: ArchiveFiles,
  work: Work,
): Promise<Session> {
  const limits = work.limits ?? OPEN_LIMITS
  const archive = await readArchive(files, limits)
  if (archive.forms.length === 0) {
    const first = [...files.byPath.keys()].slice(0, FIRST)
    return only({ kind: 'files', name, container, files: files.count, first })
  }
  const lists: OpenedArchive['lists'] = []
  const listProblems: OpenedArchive['listProblems'] = []
  const paths = archive.forms.includes('dir') ? [] : ['index.json', 'manifest.json']
  for (const path of paths.filter((each) => archive.evidence.includes(each))) {
    try {
      const blob = findFile(files, path)?.file.blob
      if (!blob) continue
      const bytes = await readDocument(blob, limits.document)
      lists.push({
        path,
        document: prepare(recogniseDocument(bytes), await digestOf(bytes), work.catalogue),
      })
    } catch (error) {
      listProblems.push({ path, problem: problemOf(error) })
    }
  }
  const wanted = filesToCheck(archive)
  const sizes = [...wanted.keys()].map((path) => files.byPath.get(path)?.size ?? 0)
  const { forms, evidence, images, findings } = archive
  return {
    opened: {
      ...{ kind: 'archive', name, container, size, files: files.count },
      ...{ forms, evidence, images, findings, lists, listProblems },
      checkable: { count: sizes.length, bytes: sizes.reduce((sum, each) => sum + each, 0) },
    },
    documents: (image) => documentsOf(images[image], files, work.catalogue, limits),
    layers: (image) =>
      (images[image]?.layers ?? []).map(({ path }) =>
        path === null ? null : (files.byPath.get(path)?.blob ?? null),
      ),
    check: (now, onChecked) => checkFiles(wanted, files, now, onChecked),
  }
}

async function documentsOf(
  image: ArchiveImage | undefined,
  files: ArchiveFiles,
  catalogue: OpenCatalogue,
  limits: OpenLimits,
): Promise<ImageDocuments> {
  const read = async (part: ArchiveImage['config'] | undefined): Promise<Slot> => {
    if (!part) return { status: 'absent' }
    try {
      const blob = findFile(files, part.path)?.file.blob
      if (!blob) return { status: 'absent' }
      const bytes = await readDocument(blob, limits.document)
      const decoded = recogniseDocument(bytes, part.mediaType)
      // A file that no digest names is shown under what it hashes to.
      const digest = part.digest ?? (await digestOf(bytes))
      return { status: 'ready', document: prepare(decoded, digest, catalogue) }
    } catch (error) {
      return { status: 'failed', digest: part.digest, problem: problemOf(error) }
    }
  }
  const [index, manifest, config] = await Promise.all([
    read(image?.indexes.at(-1)),
    read(image?.manifest),
    read(image?.config),
  ])
  return { index, manifest, config }
}

type Wanted = { digest: Digest | null; diffId: Digest | null; layer: boolean }

/** Every file that something says the hash of: its own name, a manifest, a config. */
function filesToCheck({ blobs, images }: Archive): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  const want = (path: string, more: Partial<Wanted>) => {
    const known = wanted.get(path) ?? { digest: null, diffId: null, layer: false }
    wanted.set(path, { ...known, ...more })
  }
  for (const { path, digest } of blobs) want(path, { digest })
  for (const { config, layers } of images) {
    if (config?.digest) want(config.path, { digest: config.digest })
    for (const { path, digest, diffId, mediaType } of layers) {
      // A blob of an artifact is no file system, whatever it is.
      const layer = mediaType === null || /\.(?:layer|image\.rootfs)\./.test(mediaType)
      if (path === null) continue
      want(path, { layer, ...(digest && { digest }), ...(layer && diffId && { diffId }) })
    }
  }
  return wanted
}

async function checkFiles(
  wanted: Map<string, Wanted>,
  files: ArchiveFiles,
  { signal, onProgress, limits = OPEN_LIMITS }: Work,
  onChecked: (check: FileCheck) => void,
): Promise<void> {
  const all = [...wanted].flatMap(([path, want]) => {
    const blob = files.byPath.get(path)?.blob
    return blob ? [{ path, want, blob }] : []
  })
  const total = all.reduce((sum, { blob }) => sum + blob.size, 0)
  let before = 0
  // Small files first: documents tell most, and soonest.
  all.sort((a, b) => a.blob.size - b.blob.size)
  for (const [i, { path, want, blob }] of all.entries()) {
    signal.throwIfAborted()
    const tell = (read: number) =>
      onProgress({ what: 'hash', done: before + read, total, files: i })
    onChecked(await checkFile(path, want, blob, { signal, tell, limits }))
    before += blob.size
    tell(0)
  }
}

async function checkFile(
  path: string,
  { digest, diffId, layer }: Wanted,
  blob: Blob,
  { signal, tell, limits }: { signal: AbortSignal; tell: (n: number) => void; limits: OpenLimits },
): Promise<FileCheck> {
  const algorithm = digest ? digestAlgorithm(digest) : 'sha256'
  const plain = { path, want: digest, diffId: null, unpacked: null }
  if (!canHash(algorithm)) {
    return { ...plain, got: '', problem: { kind: 'digest-unverifiable', algorithm } }
  }
  if (!layer) {
    const got = await hashBlob(blob, algorithm, { signal, onProgress: tell })
    return { ...plain, got, problem: null }
  }
  try {
    const end = await readLayer(blob, {
      ...{ digest, diffId, declared: null, signal, limits: limits.layer, onProgress: tell },
    })
    return {
      ...{ path, got: end.digest, want: digest, unpacked: end.unpacked, problem: null },
      diffId: { got: end.diffId ?? '', want: diffId },
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ProblemError)) throw error
    // It cannot be unpacked. Whether these are the right bytes can still be said.
    const got = await hashBlob(blob, algorithm, { signal, onProgress: tell })
    return { ...plain, got, problem: error.problem }
  }
}
