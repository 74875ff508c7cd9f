import type { DocumentKind } from './kind'

/**
 * One document, ready to be read: its text, where every field stands in it, and what is known
 * about each. Plain data: made on the server for a recording, in the browser for a live image.
 */
export type ReaderDocument = {
  kind: DocumentKind
  mediaType: string | null
  digest: string
  /** bytes */
  size: number
  /** UTF-8 of it gives the bytes back: a byte order mark is kept, other encodings are refused */
  text: string
  fields: ReaderField[]
  notes: FieldNote[]
  findings: ReaderFinding[]
  summary: Summary | null
  /** who defines the fields that no note explains, where that is not the specification of `kind` */
  definedBy?: { label: string; url: string }
}

export type ReaderField = {
  /** JSON Pointer; RFC 6901 */
  at: string
  /** from, to in `text`; null for an item of an array */
  key: readonly [number, number] | null
  value: readonly [number, number]
  /** an object's or array's value is not a target of its own */
  nests: boolean
  /** index into `notes`, or -1 */
  note: number
  digest?: string
}

/** What the catalogue says of a field, in the reader's language. */
export type FieldNote = {
  means: string
  breaks: string
  spec: { label: string; url: string }
}

/** Something odd that still can be read: what, and what follows from it. */
export type ReaderFinding = { at: string; says: string; so: string }

export type PlatformRow = {
  at: string
  digest: string
  mediaType: string
  size: number
  platform: string | null
  /** the digest of the image that this entry is an attestation of */
  attests?: string | null
}

export type PartRow = {
  at: string
  role: 'config' | 'layer' | 'subject'
  digest: string
  mediaType: string
  size: number
}

export type FactName =
  | 'platform'
  | 'created'
  | 'user'
  | 'entrypoint'
  | 'cmd'
  | 'env'
  | 'workingDir'
  | 'ports'
  | 'diffIds'

export type FactRow = { at: string; fact: FactName; values: string[] }

export type Summary =
  | { kind: 'index'; rows: PlatformRow[] }
  | { kind: 'manifest'; rows: PartRow[] }
  | { kind: 'config'; rows: FactRow[] }

/** A piece of the raw text: a target (the field's key or value) or what stands between. */
export type Piece = { text: string; from: number; field: number; part: 'key' | 'value' | null }

/**
 * Cuts the text into targets and the rest; joined, the pieces are the text again.
 *
 * @param end stop here: a long document is shown in parts
 */
export function pieces(document: ReaderDocument, end = document.text.length): Piece[] {
  const { text, fields } = document
  const targets = fields.flatMap((field, i) => {
    const key = field.key && { range: field.key, field: i, part: 'key' as const }
    const value = !field.nests && { range: field.value, field: i, part: 'value' as const }
    return [key, value].filter((target) => target !== null && target !== false)
  })
  targets.sort((a, b) => a.range[0] - b.range[0])
  const cut: Piece[] = []
  let from = 0
  const plain = (to: number) => {
    if (to > from) cut.push({ text: text.slice(from, to), from, field: -1, part: null })
  }
  for (const target of targets) {
    const [start, stop] = target.range
    if (stop > end) break
    plain(start)
    cut.push({ text: text.slice(start, stop), from: start, field: target.field, part: target.part })
    from = stop
  }
  plain(end)
  return cut
}

/** Where to stop so that no more than `limit` characters are drawn and no target is cut. */
export function stopAt(document: ReaderDocument, limit: number): number {
  if (document.text.length <= limit) return document.text.length
  let stop = 0
  for (const field of document.fields) {
    for (const range of [field.key, field.nests ? null : field.value]) {
      if (range && range[1] <= limit) stop = Math.max(stop, range[1])
    }
  }
  // Text that is not JSON, or one value longer than the limit.
  return stop > limit / 2 ? stop : limit
}

/** The field to explain before anyone has pointed at one: what this document is for. */
export function firstField(document: ReaderDocument): number {
  const wanted: Partial<Record<DocumentKind, string>> = {
    index: '/manifests/0/digest',
    manifest: '/config/digest',
    config: '/rootfs/diff_ids',
    schema1: '/fsLayers',
    'runtime-config': '/process/args',
    'cri-container': '/status/imageRef',
    'cri-sandbox': '/status/network/ip',
    'cri-image': '/status/id',
    'docker-container': '/0/State/Pid',
    'docker-image': '/0/Id',
    'docker-archive': '/0/Layers',
  }
  const at = wanted[document.kind]
  const found = document.fields.findIndex((field) => field.at === at)
  if (found >= 0) return found
  return document.fields.findIndex((field) => field.note >= 0)
}

/** The next or previous target for an arrow key; stays at the ends. */
export function nextField(
  count: number,
  current: number,
  to: 'next' | 'previous' | 'first' | 'last',
): number {
  if (count === 0) return -1
  if (to === 'first') return 0
  if (to === 'last') return count - 1
  return Math.min(count - 1, Math.max(0, current + (to === 'next' ? 1 : -1)))
}

/** `sha256:0123…cdef` in three parts; the middle is there to be copied, not to be seen. */
export function digestParts(digest: string): [head: string, middle: string, tail: string] {
  const colon = digest.indexOf(':') + 1
  if (digest.length - colon <= 24) return [digest, '', '']
  return [digest.slice(0, colon + 12), digest.slice(colon + 12, -6), digest.slice(-6)]
}
