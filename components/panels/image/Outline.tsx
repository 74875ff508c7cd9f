import { format } from '@/lib/i18n/format'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { Glyphs } from './Glyphs'
import styles from './Outline.module.css'
import type { ReaderDocument, ReaderField } from './reader'
import type { ImagePanelWords } from './words'

type Props = {
  id: string
  document: ReaderDocument
  active: number
  rows: number
  words: ImagePanelWords
  onMore: () => void
}

/** The document's fields in order, each explained where it first occurs. A view, not the object. */
export function Outline({ id, document, active, rows, words, onMore }: Props) {
  const seen = new Set<number>()
  const shown = document.fields.slice(0, rows)
  return (
    <ScrollRegion
      className={styles.box}
      half="view"
      label={`${words.documents[document.kind].name}: ${words.view.label}`}
    >
      <ol className={styles.outline}>
        {shown.map((field, i) => {
          const first = field.note >= 0 && !seen.has(field.note)
          seen.add(field.note)
          const note = first ? document.notes[field.note] : undefined
          return (
            <li
              key={i}
              id={`${id}-${i}`}
              data-f={i}
              data-on={i === active ? '' : undefined}
              data-depth={Math.min(5, depthOf(field))}
            >
              <span className={styles.name}>
                <Glyphs>{nameOf(field)}</Glyphs>
              </span>
              <span className={styles.value} data-digest={field.digest}>
                <Glyphs>{shortValue(document, field)}</Glyphs>
              </span>
              {note && (
                <div className={styles.note}>
                  <p>{note.means}</p>
                  <details>
                    <summary>{words.field.breaks}</summary>
                    <p>{note.breaks}</p>
                    <p>
                      {words.field.spec} <a href={note.spec.url}>{note.spec.label}</a>
                    </p>
                  </details>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {rows < document.fields.length && (
        <p>
          <button type="button" onClick={onMore}>
            {format(words.view.more, { count: document.fields.length - rows })}
          </button>
        </p>
      )}
    </ScrollRegion>
  )
}

function depthOf(field: ReaderField): number {
  return field.at.split('/').length - 2
}

/** The last segment of a pointer, decoded; an item of an array is its number in brackets. */
function nameOf(field: ReaderField): string {
  const segment = field.at.slice(field.at.lastIndexOf('/') + 1)
  const name = segment.replaceAll('~1', '/').replaceAll('~0', '~')
  return field.key === null ? `[${name}]` : name
}

const LONG = 72

function shortValue(document: ReaderDocument, field: ReaderField): string {
  const [from, to] = field.value
  if (field.nests) return document.text[from] === '[' ? '[ ]' : '{ }'
  if (to - from <= LONG) return document.text.slice(from, to)
  return `${document.text.slice(from, from + LONG - 24)}…${document.text.slice(to - 20, to)}`
}
