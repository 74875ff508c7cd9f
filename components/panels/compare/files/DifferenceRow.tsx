import { format } from '@/lib/i18n/format'
import type { FileDifference, FileField } from '@/lib/oci/compare-files'
import type { TarEntry } from '@/lib/oci/tar-entry'
import { Glyphs } from '../../image/Glyphs'
import { formatMode } from '../../layers/values'
import styles from './Files.module.css'
import { momentOf } from './values'
import type { FilesWords } from './words'

const SIGNS = { added: '+', removed: '−', changed: '≠', time: '◷', unproven: '?' } as const

/** One name that differs. All that is in it came from a registry: text, never anything else. */
export function DifferenceRow({
  difference,
  words,
}: {
  difference: FileDifference
  words: FilesWords
}) {
  const { type, path } = difference
  const here = difference.type === 'removed' ? difference.a : difference.b
  return (
    <div className={styles.difference} data-type={type}>
      <span className={styles.sign} aria-hidden="true">
        {SIGNS[type]}
      </span>
      <code className={styles.path} title={path}>
        <Glyphs>{here.kind === 'directory' ? `${path}/` : path}</Glyphs>
      </code>
      <span className={styles.size}>{sizeOf(difference)}</span>
      <span className={styles.what}>
        <b className="visually-hidden">{words.totals.kinds[type].name}: </b>
        {difference.type === 'added' || difference.type === 'removed' ? (
          <Plain entry={here} words={words} />
        ) : (
          <What difference={difference} words={words} />
        )}
      </span>
    </div>
  )
}

function Plain({ entry, words }: { entry: TarEntry; words: FilesWords }) {
  const { kind, mode, uid, gid, index, link } = entry
  return (
    <>
      {words.kinds[kind]}
      {index >= 0 && ` · ${formatMode(kind, mode)} ${uid}:${gid}`}
      {link !== undefined && kind !== 'file' && (
        <>
          {' → '}
          <Glyphs>{link}</Glyphs>
        </>
      )}
    </>
  )
}

type Both = Exclude<FileDifference, { type: 'added' | 'removed' }>

/** Each thing that differs, from what to what, and what is known of the bytes. */
function What({ difference, words }: { difference: Both; words: FilesWords }) {
  const { a, b, time, bytes } = difference
  const fields = difference.type === 'changed' ? difference.fields : []
  const told = fields.map((field) => {
    const [from, to] = [fieldValue(a, field, words), fieldValue(b, field, words)]
    return from === null ? words.fields[field] : `${words.fields[field]} ${from} → ${to}`
  })
  if (time) told.push(`${words.time} ${momentOf(a.mtime)} → ${momentOf(b.mtime)}`)
  const isFile = a.kind === 'file' && b.kind === 'file'
  if (isFile && bytes !== 'different') told.push(words.bytes[bytes])
  return <Glyphs>{told.join(' · ')}</Glyphs>
}

function fieldValue(entry: TarEntry, field: FileField, words: FilesWords): string | null {
  switch (field) {
    case 'kind':
      return words.kinds[entry.kind]
    case 'size':
      return entry.size.toLocaleString('en')
    case 'mode':
      return formatMode(entry.kind, entry.mode)
    case 'owner':
      return `${entry.uid}:${entry.gid}`
    case 'link':
      return entry.link ?? '–'
    case 'device':
      return entry.device?.join(',') ?? '–'
    case 'xattrs':
      return entry.xattrs?.join(', ') || '–'
    // Digests of files tell more than fits, and only that they differ.
    case 'bytes':
      return null
  }
}

/** Bytes of a file, of both where they differ. */
function sizeOf(difference: FileDifference): string {
  const bytes = (entry: TarEntry) =>
    entry.kind === 'file' ? entry.size.toLocaleString('en') : null
  if (difference.type === 'added') return bytes(difference.b) ?? ''
  if (difference.type === 'removed') return bytes(difference.a) ?? ''
  const [from, to] = [bytes(difference.a), bytes(difference.b)]
  if (from === null || to === null || from === to) return to ?? ''
  const grown = difference.b.size - difference.a.size
  return format(grown > 0 ? '+{n}' : '−{n}', { n: Math.abs(grown).toLocaleString('en') })
}
