import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import { formatBytes } from '../values'
import type { Reading } from './explorer'
import type { AnyLayers } from './facts'
import styles from './LayerTable.module.css'
import type { LayersWords } from './words'

type Props = {
  image: AnyLayers
  readings: readonly Reading[]
  /** the layer that is on top, from 0 */
  chosen: number
  /** for each layer up to `chosen` the bytes that are still seen; null when not built up */
  alive: number[] | null
  words: LayersWords
  locale: Locale
  /** without it nothing can be chosen: the page has no script yet */
  onChoose?: (layer: number) => void
}

/** Characters of a command before it is cut; it stands whole in the part about history. */
const LONG = 64

/** The layers with their three sizes, and how much of each is still seen. */
export function LayerTable({ image, readings, chosen, alive, words, locale, onChoose }: Props) {
  const { table } = words
  const brought = readings.map(({ applied }) => applied?.contributed ?? null)
  const widest = Math.max(1, ...brought.map((bytes) => bytes ?? 0))
  const sum = image.layers.reduce((total, { stored }) => total + stored, 0)
  const isBuilt = alive !== null && chosen === image.layers.length - 1
  const carried = brought.reduce<number>((total, bytes) => total + (bytes ?? 0), 0)
  const size = (bytes: number) => bytes.toLocaleString('en')
  return (
    <table className={styles.table} aria-label={table.label}>
      <thead>
        <tr>
          <th scope="col">{table.layer}</th>
          <th scope="col">{table.madeBy}</th>
          <th scope="col" className={styles.number}>
            {table.stored}
          </th>
          <th scope="col" className={styles.number}>
            {table.brought}
          </th>
          <th scope="col">{table.seen}</th>
          <th scope="col" className={styles.number}>
            {table.total}
          </th>
          <th scope="col">{table.checked}</th>
        </tr>
      </thead>
      <tbody>
        {image.layers.map((layer, i) => {
          const reading = readings[i]
          const applied = reading?.applied ?? null
          const seen = i <= chosen ? (alive?.[i] ?? null) : null
          return (
            <tr key={i} data-on={i <= chosen || undefined} data-top={i === chosen || undefined}>
              <th scope="row">
                <label className={styles.layer}>
                  <input
                    type="radio"
                    name={`layer ${image.key}`}
                    checked={i === chosen}
                    readOnly={!onChoose}
                    aria-label={format(table.choose, { n: i + 1 })}
                    onChange={onChoose && (() => onChoose(i))}
                  />
                  <b>{i + 1}</b>
                </label>
              </th>
              <td className={styles.made}>
                {layer.createdBy ? (
                  <code>
                    <Glyphs>{cut(layer.createdBy)}</Glyphs>
                  </code>
                ) : (
                  <span className={styles.quiet}>{table.noStep}</span>
                )}
                {layer.digest !== null && <DigestText digest={layer.digest} />}
              </td>
              <td className={styles.number} data-name={table.stored}>
                {size(layer.stored)}
              </td>
              <td className={styles.number} data-name={table.brought}>
                {applied && !layer.foreign ? size(applied.contributed) : '–'}
              </td>
              <td className={styles.seen}>
                {applied && seen !== null && !layer.foreign && (
                  <>
                    <Bar brought={applied.contributed} seen={seen} widest={widest} />
                    <span>
                      {format(table.seenOf, {
                        seen: size(seen),
                        brought: size(applied.contributed),
                      })}
                    </span>
                  </>
                )}
              </td>
              <td className={styles.number} data-name={table.total}>
                {applied ? size(applied.total) : '–'}
              </td>
              <td className={styles.checked}>
                {layer.foreign ? words.reading.foreign : <Status reading={reading} words={words} />}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {table.sum}
          </th>
          <td className={styles.number} data-name={table.stored}>
            {size(sum)}
          </td>
          <td className={styles.number} data-name={table.brought}>
            {isBuilt ? size(carried) : '–'}
          </td>
          <td className={styles.seen}>
            {isBuilt && (
              <span>
                {format(table.seenOf, {
                  seen: size(readings[chosen]?.applied?.total ?? 0),
                  brought: size(carried),
                })}
              </span>
            )}
          </td>
          <td colSpan={2} className={styles.quiet}>
            {formatBytes(locale, sum)}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Status({ reading, words }: { reading: Reading | undefined; words: LayersWords }) {
  const { reading: says, checks } = words
  if (!reading || reading.status === 'unread') return <span>{says.unread}</span>
  const entries = reading.entries.toLocaleString('en')
  if (reading.status === 'reading') return <span>{format(says.reading, { entries })}</span>
  if (reading.status === 'stopped') return <span>{format(says.stopped, { entries })}</span>
  if (reading.status === 'failed') return <b className={styles.bad}>{says.failed}</b>
  const { end } = reading
  if (!end) return null
  if (end.diffIdVerified === false) return <b className={styles.bad}>{checks.diffMismatch}</b>
  if (end.digestVerified === false) return <b className={styles.bad}>{checks.digestMismatch}</b>
  // A reader's own archive may have no manifest, and so no digest to hold against.
  if (end.digestVerified === null && end.diffIdVerified && end.method === 'stream') {
    return <span className={styles.good}>{checks.diffOnly}</span>
  }
  if (end.digestVerified && end.diffIdVerified) {
    return <span className={styles.good}>{checks.both}</span>
  }
  return (
    <span className={end.digestVerified ? styles.good : undefined}>
      {end.digestVerified ? checks.digestOnly : checks.unproven}
    </span>
  )
}

/** Of what a layer brought, the part that is seen is full, the hidden part is an outline. */
function Bar({ brought, seen, widest }: { brought: number; seen: number; widest: number }) {
  const scale = 1000 / widest
  const width = (bytes: number) => (bytes > 0 ? Math.max(4, bytes * scale) : 0)
  return (
    <svg
      className={styles.bar}
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {brought > seen && (
        <rect
          className={styles.hiddenPart}
          x={width(seen)}
          y="0.5"
          width={width(brought - seen)}
          height="9"
        />
      )}
      <rect className={styles.seenPart} width={width(seen)} height="10" />
    </svg>
  )
}

function cut(text: string): string {
  return text.length <= LONG ? text : `${text.slice(0, LONG)}…`
}
