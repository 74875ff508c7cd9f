'use client'
import { useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { ComparedLayer, LayerPair } from '@/lib/oci/compare-layers'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import { formatExactBytes } from '../values'
import styles from './Layers.module.css'
import type { CompareWords } from './words'

type Props = { pairs: LayerPair[]; words: CompareWords; locale: Locale }

/** Rows drawn before the reader asks for more. */
const ROWS = 130

const SIGNS = { same: '=', repacked: '≈', different: '≠' } as const

/** Layers side by side, base first; what is equal is joined by a line, and the line is labelled. */
export function Layers({ pairs, words, locale }: Props) {
  const [limit, setLimit] = useState(ROWS)
  const { layers } = words
  if (pairs.length === 0) return <p>{layers.empty}</p>
  return (
    <>
      <table className={styles.layers} aria-label={layers.label}>
        <thead>
          <tr>
            <th scope="col">{words.sides.a}</th>
            <th scope="col">
              <span className="visually-hidden">{layers.heading}</span>
            </th>
            <th scope="col">{words.sides.b}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(0, limit).map((pair, i) => {
            const alone = pair.a === null ? layers.onlyB : pair.b === null ? layers.onlyA : null
            const content = pair.kind === 'repacked' ? pair.a.diffId : null
            return (
              <tr key={i} data-kind={pair.kind}>
                <td>{pair.a && <Layer layer={pair.a} words={layers} locale={locale} />}</td>
                <th scope="row">
                  <span className={styles.sign} aria-hidden="true">
                    {SIGNS[pair.kind]}
                  </span>
                  <span className={styles.kind}>{alone ?? layers.kinds[pair.kind].name}</span>
                  {content && (
                    <span className={styles.content}>
                      diffID <DigestText digest={content} />
                    </span>
                  )}
                </th>
                <td>{pair.b && <Layer layer={pair.b} words={layers} locale={locale} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {pairs.length > limit && (
        <button type="button" onClick={() => setLimit(limit + 500)}>
          {format(layers.more, { count: pairs.length - limit })}
        </button>
      )}
      <dl className={styles.legend}>
        {(['same', 'repacked', 'different'] as const).map((kind) => (
          <div key={kind}>
            <dt>
              <span className={styles.sign} data-kind={kind} aria-hidden="true">
                {SIGNS[kind]}
              </span>{' '}
              {layers.kinds[kind].name}
            </dt>
            <dd>{layers.kinds[kind].means}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Layer({
  layer,
  words,
  locale,
}: {
  layer: ComparedLayer
  words: CompareWords['layers']
  locale: Locale
}) {
  return (
    <div className={styles.layer}>
      <b>{format(words.layer, { number: layer.number })}</b>
      <span className={styles.size}>{formatExactBytes(locale, layer.size)}</span>
      <DigestText digest={layer.digest} />
      <code className={styles.type}>
        <Glyphs>{layer.mediaType}</Glyphs>
      </code>
      <span className={styles.diff}>
        {layer.diffId ? (
          <>
            diffID <DigestText digest={layer.diffId} />
          </>
        ) : (
          words.noDiffId
        )}
      </span>
    </div>
  )
}
