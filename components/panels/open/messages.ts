import type { ArchiveForm, ArchiveImage } from '@/lib/oci/archive/archive'
import type { ArchiveFinding } from '@/lib/oci/archive/finding'
import type { Container, Foreign } from '@/lib/oci/archive/sniff'
import type { Problem } from '@/lib/oci/problem'
import type { Evidence } from '@/lib/oci/recognise'
import type { ReaderDocument } from '../image/reader'
import type { Slot } from '../image/state'
import type { OpenCatalogue } from './catalogue'

/** What a reader gave: a file, a folder's files, or text. It goes to the worker and nowhere else. */
export type OpenInput =
  | { kind: 'file'; name: string; file: Blob }
  | { kind: 'folder'; name: string; files: { path: string; file: Blob }[] }
  | { kind: 'text'; text: string }

/** What it turned out to be. */
export type Opened =
  | { kind: 'document'; name: string; document: ReaderDocument; evidence: Evidence[] }
  | OpenedArchive
  // a tar or a folder without an image; `layer` when it can be read as one
  | { kind: 'files'; name: string; container: Container | 'folder'; files: number; first: string[] }
  | { kind: 'foreign'; name: string; what: Foreign | 'empty'; size: number }

export type OpenedArchive = {
  kind: 'archive'
  name: string
  container: Container | 'folder'
  /** bytes of the file as it was given; of a folder, of all its files */
  size: number
  files: number
  forms: ArchiveForm[]
  evidence: string[]
  images: ArchiveImage[]
  findings: ArchiveFinding[]
  /** files whose name or whose place in an image says what they hash to, and their bytes */
  checkable: { count: number; bytes: number }
  /** index.json and manifest.json: they name the images, and no digest names them */
  lists: { path: string; document: ReaderDocument }[]
  listProblems: { path: string; problem: Problem }[]
}

/** The documents of one image of an archive. */
export type ImageDocuments = { index: Slot; manifest: Slot; config: Slot }

/** How a file of the archive came out of the check. */
export type FileCheck = {
  path: string
  /** what its bytes hash to, and what its name or a manifest says; null where nothing says it */
  got: string
  want: string | null
  /** the same of a layer, unpacked; null where it is no layer or could not be unpacked */
  diffId: { got: string; want: string | null } | null
  /** bytes once unpacked */
  unpacked: number | null
  problem: Problem | null
}

export type Progress = {
  what: 'unpack' | 'index' | 'hash'
  /** bytes */
  done: number
  total: number
  files: number
}

/** What the page tells its worker. Every number is answered until `done` or `problem`. */
export type ToWorker =
  | { type: 'ready'; catalogue: OpenCatalogue }
  | { type: 'open'; number: number; input: OpenInput }
  | { type: 'image'; number: number; image: number }
  | { type: 'check'; number: number }
  | { type: 'stop'; number: number }

export type FromWorker = { number: number } & (
  | { type: 'progress'; progress: Progress }
  | { type: 'opened'; opened: Opened }
  | { type: 'documents'; documents: ImageDocuments; layers: (Blob | null)[] }
  | { type: 'checked'; check: FileCheck }
  | { type: 'problem'; problem: Problem }
  | { type: 'done' }
)
