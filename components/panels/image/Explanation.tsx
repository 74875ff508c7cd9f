import { format } from '@/lib/i18n/format'
import styles from './Explanation.module.css'
import { Glyphs } from './Glyphs'
import type { ReaderDocument, ReaderField } from './reader'
import type { ImagePanelWords } from './words'

type Props = {
  field: ReaderField | undefined
  document: ReaderDocument
  words: ImagePanelWords
  pinned: boolean
  onUnpin: () => void
  href?: string
}

/** What one field means, what goes wrong if it is wrong, and where that is written. */
export function Explanation({ field, document, words, pinned, onUnpin, href }: Props) {
  const note = field && document.notes[field.note]
  const findings = document.findings.filter((finding) => finding.at === field?.at)
  return (
    <section
      className={styles.pane}
      aria-label={`${words.documents[document.kind].name}: ${words.field.heading}`}
      aria-live="polite"
    >
      <p className={styles.at}>
        <code>
          <Glyphs>{field?.at || '/'}</Glyphs>
        </code>
        {pinned && (
          <button type="button" onClick={onUnpin}>
            {words.field.unpin}
          </button>
        )}
      </p>
      {note ? (
        <>
          <p className={styles.means}>{note.means}</p>
          <p>
            <b>{words.field.breaks}</b> {note.breaks}
          </p>
        </>
      ) : (
        <p className={styles.means}>
          {field
            ? format(words.field.unknown, { kind: words.documents[document.kind].name })
            : words.field.hint}
        </p>
      )}
      {findings.map((finding, i) => (
        <p key={i} className={styles.finding}>
          <b>{words.field.finding}</b> {finding.says} {finding.so}
        </p>
      ))}
      <p className={styles.foot}>
        {note && (
          <span>
            {words.field.spec} <a href={note.spec.url}>{note.spec.label}</a>
          </span>
        )}
        {!note && document.definedBy && (
          <span>
            {words.field.spec} <a href={document.definedBy.url}>{document.definedBy.label}</a>
          </span>
        )}
        {href && <a href={href}>{words.field.link}</a>}
      </p>
    </section>
  )
}
