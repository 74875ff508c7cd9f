import { format } from '@/lib/i18n/format'
import type { Fingerprint } from '@/lib/oci/builder-fingerprint'
import { Glyphs } from '../image/Glyphs'
import { shorten } from '../values'
import styles from './Builders.module.css'
import type { CompareWords } from './words'

type Props = {
  found: Fingerprint[]
  words: CompareWords['builders']
  /** where the desk explains a field */
  hrefOf: (document: string, at: string) => string
}

/** Who built an image, by the marks that say so; every mark with its place and its source. */
export function Builders({ found, words, hrefOf }: Props) {
  if (!found.some(({ named }) => named)) {
    return (
      <>
        <p>{words.nobody}</p>
        <Found found={found} words={words} hrefOf={hrefOf} />
      </>
    )
  }
  return <Found found={found} words={words} hrefOf={hrefOf} />
}

function Found({ found, words, hrefOf }: Props) {
  return (
    <ul className={styles.builders}>
      {found.map(({ builder, named, evidence }) => (
        <li key={builder}>
          <p className={styles.builder}>
            <b>{words.names[builder]}</b> <span>{named ? words.named : words.fits}</span>
          </p>
          <ul className={styles.evidence}>
            {evidence.map(({ mark, document, at, text, times, recorded, source }) => (
              <li key={mark}>
                <a className={styles.at} href={hrefOf(document, at)}>
                  {document} <Glyphs>{at}</Glyphs>
                </a>
                <code className={styles.text}>
                  <Glyphs>{shorten(text)}</Glyphs>
                </code>
                <p>
                  {words.marks[mark]} {times > 1 && format(words.times, { times })}
                </p>
                <p className={styles.source}>
                  {words.source} <a href={source.url}>{source.label}</a>
                  {!recorded && ` ${words.cited}`}
                </p>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
