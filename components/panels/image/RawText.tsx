import { format } from '@/lib/i18n/format'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { Glyphs } from './Glyphs'
import styles from './RawText.module.css'
import { pieces, type ReaderDocument } from './reader'
import type { ImagePanelWords } from './words'

type Props = {
  id: string
  document: ReaderDocument
  /** characters of the text that are drawn */
  stop: number
  active: number
  pinned: number | null
  first: number
  words: ImagePanelWords['raw']
  label: string
  onMore: () => void
}

/** The text exactly as received, every key and value a link to what is said of it. */
export function RawText({
  id,
  document,
  stop,
  active,
  pinned,
  first,
  words,
  label,
  onMore,
}: Props) {
  const cut = pieces(document, stop)
  // One stop for the Tab key; the arrow keys move on from there.
  const entry = pinned ?? active
  const reachable = cut.find((piece) => piece.field === entry) ?? cut.find((piece) => piece.part)
  return (
    <>
      <ScrollRegion className={styles.raw} half="raw" label={label}>
        <pre data-roving>
          {cut.map((piece) =>
            piece.part === null ? (
              <Glyphs key={piece.from}>{piece.text}</Glyphs>
            ) : (
              <a
                key={piece.from}
                href={`#${id}-${piece.field}`}
                draggable={false}
                className={piece.part === 'key' ? styles.key : valueClass(piece.text)}
                data-f={piece.field}
                data-digest={
                  piece.part === 'value' ? document.fields[piece.field]?.digest : undefined
                }
                data-on={piece.field === active && piece.field !== first ? '' : undefined}
                data-first={piece.field === active && piece.field === first ? '' : undefined}
                data-pinned={piece.field === pinned ? '' : undefined}
                tabIndex={piece === reachable ? 0 : -1}
              >
                <Glyphs>{piece.text}</Glyphs>
              </a>
            ),
          )}
        </pre>
      </ScrollRegion>
      {stop < document.text.length && (
        <p className={styles.more}>
          {format(words.limited, { shown: stop, whole: document.text.length })}{' '}
          <button type="button" onClick={onMore}>
            {words.more}
          </button>
        </p>
      )}
    </>
  )
}

function valueClass(text: string): string | undefined {
  return text.startsWith('"') ? styles.string : styles.constant
}
