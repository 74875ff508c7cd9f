import type { ReactNode } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { DocumentPair } from '@/lib/oci/compare'
import type { HistoryStyle } from '@/lib/oci/history-style'
import { writeAddress } from '../image/address'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import { formatExactBytes, shorten } from '../values'
import { fieldAddress, type SideName } from './address'
import { Builders } from './Builders'
import { Changes } from './Changes'
import styles from './CompareView.module.css'
import { Layers } from './Layers'
import { type Compared, verdictOf } from './model'
import { Sizes } from './Sizes'
import type { CompareWords } from './words'

type Props = {
  compared: Compared
  images: Record<SideName, { reference: string; platform: string | null }>
  words: CompareWords
  locale: Locale
  /** path of the desk in the reader's language */
  desk: string
  /** the part about files */
  files: ReactNode
}

const SIDES = ['a', 'b'] as const
const KINDS = ['same', 'repacked', 'different'] as const

/** The whole comparison, from the digests down to the marks of the builders. */
export function CompareView({ compared, images, words, locale, desk, files }: Props) {
  const { comparison, builders } = compared
  const { verdict, counts } = verdictOf(comparison)
  const pairs = KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    format(words.verdict.count, { kind: words.layers.kinds[kind].name, count: counts[kind] }),
  )
  const hrefOf = (side: SideName, document: string, at: string) => {
    const { reference, platform } = images[side]
    return desk + writeAddress('', '', fieldAddress(reference, platform, document, at))
  }
  const { config, annotations, history, layers } = comparison
  return (
    <>
      <section className={styles.verdict} aria-label={words.verdict.heading}>
        <p>{format(words.verdict[verdict], { pairs: pairs.join(', ') })}</p>
      </section>

      <section className={styles.part}>
        <h2>{words.documents.heading}</h2>
        <p className={styles.lead}>{words.documents.lead}</p>
        <ul className={styles.documents}>
          {comparison.documents.map((pair) => (
            <Documents key={pair.kind} pair={pair} words={words} locale={locale} />
          ))}
        </ul>
      </section>

      <section className={styles.part}>
        <h2>{words.layers.heading}</h2>
        <p className={styles.lead}>{words.layers.lead}</p>
        <Layers pairs={layers} words={words} locale={locale} />
      </section>

      <section className={styles.part}>
        <h2>{words.sizes.heading}</h2>
        <p className={styles.lead}>{words.sizes.lead}</p>
        <Sizes comparison={comparison} words={words} locale={locale} />
      </section>

      {files}

      <section className={styles.part}>
        <h2>{words.config.heading}</h2>
        <p className={styles.lead}>{words.config.lead}</p>
        {config === null ? (
          <p>{words.config.unknown}</p>
        ) : config.length === 0 ? (
          <p>{isSame(comparison.documents, 'config') ? words.config.same : words.config.equal}</p>
        ) : (
          <Changes
            changes={config}
            fields={words.config.fields}
            words={words}
            label={words.config.label}
            hrefOf={(side, at) => hrefOf(side, 'config', at)}
          />
        )}
      </section>

      <section className={styles.part}>
        <h2>{words.annotations.heading}</h2>
        <p className={styles.lead}>{words.annotations.lead}</p>
        {annotations.length === 0 ? (
          <p>{words.annotations.same}</p>
        ) : (
          <Changes
            changes={annotations}
            fields={{ annotations: words.annotations }}
            words={words}
            label={words.annotations.label}
            hrefOf={(side, at) => hrefOf(side, 'manifest', at)}
          />
        )}
      </section>

      {history && (
        <section className={styles.part}>
          <h2>{words.history.heading}</h2>
          <p className={styles.lead}>{words.history.lead}</p>
          <p>
            {history.common > 0
              ? format(words.history.common, { common: history.common })
              : words.history.differs}
          </p>
          <div className={styles.columns}>
            {SIDES.map((side) => (
              <div key={side}>
                <h3>
                  <b>{words.sides[side]}</b> {images[side].reference}
                </h3>
                <Steps style={history[side]} words={words.history} />
              </div>
            ))}
          </div>
        </section>
      )}

      <section className={styles.part}>
        <h2>{words.builders.heading}</h2>
        <p className={styles.lead}>{words.builders.lead}</p>
        <div className={styles.columns}>
          {SIDES.map((side) => (
            <div key={side}>
              <h3>
                <b>{words.sides[side]}</b> {images[side].reference}
              </h3>
              <Builders
                found={builders[side]}
                words={words.builders}
                hrefOf={(document, at) => hrefOf(side, document, at)}
              />
            </div>
          ))}
        </div>
        <p className={styles.lead}>{words.builders.base}</p>
      </section>
    </>
  )
}

function isSame(documents: DocumentPair[], kind: DocumentPair['kind']): boolean {
  return documents.some((pair) => pair.kind === kind && pair.same)
}

function Documents({
  pair,
  words,
  locale,
}: {
  pair: DocumentPair
  words: CompareWords
  locale: Locale
}) {
  const { documents } = words
  return (
    <li data-kind={pair.kind}>
      <p className={styles.document}>
        <b>{documents.names[pair.kind]}</b>{' '}
        <span className={styles.sign} data-same={pair.same || undefined}>
          <span aria-hidden="true">{pair.same ? '=' : '≠'}</span>{' '}
          {pair.same ? documents.same : documents.different}
        </span>
      </p>
      <p className={styles.means}>{documents.means[pair.kind][pair.same ? 'same' : 'different']}</p>
      <dl>
        {SIDES.map((side) => {
          const its = pair[side]
          return (
            <div key={side}>
              <dt>{words.sides[side]}</dt>
              <dd>
                {its ? (
                  <>
                    <DigestText digest={its.digest} />{' '}
                    <span>{formatExactBytes(locale, its.size)}</span>{' '}
                    <code className={styles.type}>
                      <Glyphs>{its.mediaType ?? '–'}</Glyphs>
                    </code>
                  </>
                ) : (
                  documents.missing
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </li>
  )
}

function Steps({ style, words }: { style: HistoryStyle; words: CompareWords['history'] }) {
  if (style.steps === 0) return <p>{words.none}</p>
  return (
    <>
      <p>{format(words.count, { steps: style.steps, layers: style.layers })}</p>
      <ul className={styles.steps}>
        {style.styles.map(({ style: name, steps, text }) => (
          <li key={name}>
            <span>
              {words.styles[name]} {format(words.steps, { steps })}
            </span>
            {text && (
              <code>
                <Glyphs>{shorten(text)}</Glyphs>
              </code>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
