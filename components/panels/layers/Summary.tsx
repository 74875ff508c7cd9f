import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { EndLine } from '@/lib/oci/layer-entry'
import { Glyphs } from '../image/Glyphs'
import { formatBytes, formatExactBytes, formatList, shorten } from '../values'
import type { Reading } from './explorer'
import type { AnyLayers } from './facts'
import styles from './Summary.module.css'
import type { LayersWords } from './words'

type Props = {
  image: AnyLayers
  readings: readonly Reading[]
  chosen: number
  words: LayersWords
  locale: Locale
}

/** What the layer on top did, in sentences, and what became of all bytes so far. */
export function Summary({ image, readings, chosen, words, locale }: Props) {
  const layer = image.layers[chosen]
  const applied = readings[chosen]?.applied
  if (!layer) return null
  const n = chosen + 1
  if (layer.foreign) {
    const urls = formatList({ more: '{count}' }, layer.urls, '–')
    return <p className={styles.summary}>{format(words.reading.foreignLong, { n, urls })}</p>
  }
  if (!applied) return null
  const { summary } = words
  const exact = (bytes: number) => formatExactBytes(locale, bytes)
  const round = (bytes: number) => (bytes < 10_000 ? exact(bytes) : formatBytes(locale, bytes))
  const before = readings[chosen - 1]?.applied?.total ?? 0
  const growth = applied.total - before
  const { added, changed, removed } = applied
  const quiet = added + changed + removed === 0
  const values = { n, added, changed, removed, stored: round(layer.stored) }
  const below = readings.slice(0, n).map((reading) => reading.applied)
  const brought = below.reduce((sum, each) => sum + (each?.contributed ?? 0), 0)
  const grew = growth > 0 ? summary.grew : growth < 0 ? summary.shrank : summary.kept
  return (
    <div className={styles.summary}>
      <p>
        {format(quiet ? summary.nothing : summary.did, values)}{' '}
        {!quiet && format(grew, { size: round(Math.abs(growth)) })}{' '}
        {applied.wasted > 0 && (
          <b className={styles.hides}>{format(summary.hides, { size: round(applied.wasted) })}</b>
        )}
      </p>
      <p>
        {brought > applied.total
          ? format(summary.image, {
              brought: round(brought),
              total: round(applied.total),
              wasted: round(brought - applied.total),
            })
          : format(summary.imageClean, { brought: round(brought) })}
      </p>
      {applied.findings.length > 0 && (
        <ul className={styles.findings}>
          {applied.findings.map(({ kind, count, paths }) => (
            <li key={kind}>
              <Glyphs>
                {format(summary.findings[kind], {
                  count: count.toLocaleString('en'),
                  paths: paths.map(shorten).join(', ') + (count > paths.length ? ', …' : ''),
                })}
              </Glyphs>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What was proven about the layer on top, and what was not and why. */
export function Checks({ readings, chosen, words }: Omit<Props, 'image' | 'locale'>) {
  const end = readings[chosen]?.end
  if (!end) return null
  const { long, compressions } = words.checks
  const values = {
    n: chosen + 1,
    compressed: end.compressed.toLocaleString('en'),
    unpacked: end.unpacked.toLocaleString('en'),
    compression: compressions[end.compression] ?? end.compression,
    trailing: end.trailing.toLocaleString('en'),
  }
  const declared = end.declared === null ? '' : (compressions[end.declared] ?? end.declared)
  const diff =
    end.diffIdVerified === true
      ? long.diffMatch
      : end.diffIdVerified === false
        ? long.diffMismatch
        : end.diffId === null
          ? long.diffNotRead
          : long.diffNotGiven
  const toc = tocValues(end, words)
  const lead =
    end.method === 'toc'
      ? long.toc
      : end.digestVerified === null
        ? long.unnamed
        : end.digestVerified
          ? long.streamed
          : long.digestMismatch
  const says = [
    format(lead, { ...values, ...toc }),
    ...(end.unproven?.map((each) => words.checks.leftOpen[each]) ?? [diff]),
    end.toc?.failure ? format(long.tocFailed, toc) : '',
    end.declared !== null && end.declared !== end.compression
      ? format(long.mislabelled, { ...values, declared })
      : '',
    end.trailing > 0 ? format(long.trailing, values) : '',
    end.recordedAt ? format(long.recordedAt, { at: end.recordedAt.slice(0, 10) }) : '',
  ]
  return (
    <p
      className={styles.checks}
      data-wrong={end.diffIdVerified === false || end.digestVerified === false || undefined}
    >
      {says.filter(Boolean).join(' ')}
    </p>
  )
}

function tocValues({ toc }: EndLine, { checks }: LayersWords) {
  return {
    format: checks.formats[toc?.format ?? 'unknown'],
    failure: toc?.failure ? checks.failures[toc.failure] : '',
    fetched: toc?.fetched.toLocaleString('en') ?? '–',
    size: toc?.size?.toLocaleString('en') ?? '–',
  }
}
