import { format } from '@/lib/i18n/format'
import { type Locale, localePath } from '@/lib/i18n/locale'
import type { Command } from '@/lib/oci/commands'
import { digestAlgorithm, digestEncoded, isDigest } from '@/lib/oci/digest'
import { verifyDigest } from '@/lib/oci/hash'
import { markdownNote, verifyLine } from '@/lib/oci/markdown'
import { mirrorRepository } from '@/lib/oci/mirror-path'
import { nowhere, writeAddress } from './address'
import { documentIn } from './content'
import type { DocumentKind } from './kind'
import { requestsFor, type Subject } from './requests'
import type { Shown } from './state'
import type { NoteTitle, ShareWords } from './words'

/** What a reader can take along of something on screen. Plain data. */
export type Shared = {
  commands: Command[]
  /** to this view, by digest */
  link: string
  /** null where there are no bytes of its own */
  file: { name: string; href: string; size: number } | null
  /** Markdown */
  note: string
}

export type ShareOptions = {
  /** of this site, `http://localhost:3000` */
  origin: string
  locale: Locale
  words: ShareWords
}

/** What is said of a subject: null where it is not on screen. */
type Facts = {
  kind: DocumentKind | 'layer' | 'tags' | 'referrers'
  digest: string | null
  mediaType: string | null
  size: number | null
  /** on this site */
  path: string
  /** heading that the link leads to */
  heading: string
}

/** Commands, link, file and note for something on screen; null where it is not there. */
export function shareOf(shown: Shown, of: Subject, options: ShareOptions): Shared | null {
  const { origin } = options
  const facts = factsOf(shown, of)
  if (!facts) return null
  const link = linkTo(shown, facts, options)
  const { digest, size, kind, path } = facts
  const isList = kind === 'tags' || kind === 'referrers'
  return {
    commands: requestsFor(shown, of, origin),
    link,
    file:
      digest === null || size === null || isList
        ? null
        : { name: fileName(shown, facts), href: path, size },
    note: noteOf(shown, facts, link, options),
  }
}

function factsOf(shown: Shown, of: Subject): Facts | null {
  const { reference, origin } = shown
  const base =
    origin.kind === 'recorded' && origin.name
      ? `/v2/samples/${origin.name}`
      : `/v2/${mirrorRepository(reference.registry, reference.repository)}`
  const none = { mediaType: null, size: null }
  switch (of.kind) {
    case 'tags':
      return { ...none, kind: 'tags', digest: null, path: `${base}/tags/list`, heading: 'tags' }
    case 'referrers': {
      const path = `${base}/referrers/${of.digest}`
      return { ...none, kind: 'referrers', digest: of.digest, path, heading: 'referrers' }
    }
    case 'layer': {
      const { digest, mediaType, size } = of
      const path = `${base}/blobs/${digest}`
      return { kind: 'layer', digest, mediaType, size, path, heading: 'layers' }
    }
    case 'document': {
      const document = documentIn(shown[of.slot])
      if (!document) return null
      const { kind, digest, mediaType, size } = document
      const path = `${base}/${kind === 'config' ? 'blobs' : 'manifests'}/${digest}`
      return { kind, digest, mediaType, size, path, heading: `desk-${of.slot}` }
    }
  }
}

/** The desk, with the image by its digest, so that the link means the same tomorrow. */
function linkTo(shown: Shown, { kind, heading }: Facts, { origin, locale }: ShareOptions): string {
  // What refers to an image has a page of its own, and moves whenever someone attaches something.
  if (kind === 'referrers') {
    const page = localePath(locale, '/desk/artifacts')
    const query = writeAddress('', '', { ...nowhere, reference: shown.canonical })
    return `${origin}${page}${query}#${heading}-heading`
  }
  const top = documentIn(shown.index) ?? documentIn(shown.manifest)
  const manifest = documentIn(shown.manifest)
  const { registry, repository } = shown.reference
  const whole = kind === 'index' || kind === 'tags'
  const chosen = shown.index.status === 'ready' && manifest && !whole
  const query = writeAddress('', '', {
    ...nowhere,
    reference: top ? `${registry}/${repository}@${top.digest}` : shown.canonical,
    platform: chosen ? manifest.digest : null,
  })
  return `${origin}${localePath(locale, '/desk')}${query}#${heading}-heading`
}

/** `hello-4bc855ad805b.index.json`: of characters that any system takes. */
function fileName({ reference }: Shown, { kind, digest, mediaType }: Facts): string {
  const name = reference.repository.split('/').at(-1) ?? 'image'
  const id = digest && isDigest(digest) ? digestEncoded(digest).slice(0, 12) : 'unknown'
  return `${name}-${id}.${kind === 'layer' ? `layer${layerEnding(mediaType)}` : `${kind}.json`}`
}

function layerEnding(mediaType: string | null): string {
  const type = mediaType ?? ''
  if (/[.+]gzip$/.test(type)) return '.tar.gz'
  if (/\+zstd$/.test(type)) return '.tar.zst'
  return /[.]tar$/.test(type) ? '.tar' : '.bin'
}

function noteOf(shown: Shown, facts: Facts, link: string, options: ShareOptions): string {
  const { note } = options.words
  const { origin, platform, reference } = shown
  const { kind, digest, mediaType, size, path } = facts
  const list = kind === 'tags'
  const date = origin.kind === 'pending' ? '' : origin.observedAt
  const rows: [string, string | null][] = [
    list
      ? [note.repository, `${reference.registry}/${reference.repository}`]
      : [note.reference, shown.canonical],
    [note.platform, kind === 'manifest' || kind === 'config' ? platform : null],
    [note.digest, digest],
    [note.mediaType, mediaType],
    [note.size, size === null ? null : format(note.bytes, { size: size.toLocaleString('en') })],
    [note.seen, date && format(origin.kind === 'recorded' ? note.recorded : note.live, { date })],
  ]
  const url = options.origin + path
  const verifies = digest !== null && isDigest(digest) && kind !== 'referrers'
  return markdownNote({
    title: kind in note.titles ? note.titles[kind as NoteTitle] : note.titles.unknown,
    facts: rows.filter((row): row is [string, string] => Boolean(row[1])),
    link: { label: note.link, url: link },
    verify: {
      label: note.verify,
      lines: verifies ? [verifyLine(url, digestAlgorithm(digest), digestEncoded(digest))] : [],
    },
  })
}

/**
 * Saves a document's bytes, if they still are the ones that its digest names.
 *
 * @param text UTF-8 of it gives the bytes back
 */
export async function saveText(text: string, digest: string, name: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(text)
  try {
    if (!isDigest(digest)) return false
    await verifyDigest(bytes, digest)
  } catch {
    return false
  }
  // Never a type that a browser would open on this origin.
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
  return true
}
