import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { ImageComparison } from '@/lib/oci/compare'
import { formatBytes } from '../values'
import styles from './Sizes.module.css'
import type { CompareWords } from './words'

type Props = { comparison: ImageComparison; words: CompareWords; locale: Locale }

/** What both keep in common, what each has alone, and what a pull of one costs with the other there. */
export function Sizes({ comparison, words, locale }: Props) {
  const { sizes, shared } = comparison
  const total = { a: sizes.a.missing + shared, b: sizes.b.missing + shared }
  const scale = 1000 / Math.max(total.a, total.b, 1)
  return (
    <>
      <dl className={styles.sizes}>
        {(['a', 'b'] as const).map((side) => (
          <div key={side}>
            <dt>{format(words.sizes.image, { side: words.sides[side] })}</dt>
            <dd>
              <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles.shared} width={shared * scale} height="24" />
                <rect
                  className={styles.own}
                  x={shared * scale}
                  width={sizes[side].missing * scale}
                  height="24"
                />
              </svg>
              <span>
                {words.sizes.total} <b>{formatBytes(locale, total[side])}</b>
              </span>
              <span>
                <i className={styles.shared} data-swatch /> {words.sizes.shared}{' '}
                <b>{formatBytes(locale, shared)}</b>
              </span>
              <span>
                <i className={styles.own} data-swatch /> {words.sizes.own}{' '}
                <b>{formatBytes(locale, sizes[side].missing)}</b>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {format(words.sizes.fetch, {
          from: words.sides.a,
          to: words.sides.b,
          size: formatBytes(locale, sizes.b.missing),
        })}
      </p>
    </>
  )
}
