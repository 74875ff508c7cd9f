import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { LateProblem } from '../problem/LateProblem'
import { formatBytes } from '../values'
import type { Reading } from './explorer'
import type { AnyLayers } from './facts'
import type { Progress } from './messages'
import styles from './ReadingBar.module.css'
import type { LayersWords } from './words'

type Props = {
  image: AnyLayers
  progress: Progress | null
  chosen: number
  words: LayersWords
  locale: Locale
  onRead: (layers: number[]) => void
  onStop: () => void
}

/** What is being read and how far it is, what could be read, and what went wrong. */
export function ReadingBar({ image, progress, chosen, words, locale, onRead, onStop }: Props) {
  const { reading: says } = words
  const readings = progress?.readings ?? []
  const current = progress?.current
  const size = (bytes: number) => formatBytes(locale, bytes)
  if (current) {
    const { layer, elapsed } = current
    const { compressed = 0, entries = 0 } = readings[layer] ?? {}
    const stored = image.layers[layer]?.stored ?? 0
    const speed = elapsed > 200 ? compressed / (elapsed / 1000) : 0
    return (
      <div className={styles.bar}>
        <p>
          {format(says.now, {
            n: layer + 1,
            done: size(compressed),
            size: size(stored),
            entries: entries.toLocaleString('en'),
          })}
          {speed > 0 && ` · ${format(says.speed, { speed: size(speed) })}`}
        </p>
        <progress
          max={stored}
          value={Math.min(compressed, stored)}
          aria-label={format(words.table.layer, {})}
        />
        <button type="button" onClick={onStop}>
          {says.stop}
        </button>
      </div>
    )
  }
  const isDone = (i: number) => readings[i]?.status === 'whole' || image.layers[i]?.foreign
  const missing = image.layers.map((_, i) => i).filter((i) => i <= chosen && !isDone(i))
  const problem = missing.map((i) => readings[i]?.problem).find(Boolean)
  const sum = missing.reduce((total, i) => total + (image.layers[i]?.stored ?? 0), 0)
  if (missing.length === 0 || !progress) return null
  const own = image.layers[chosen]
  const again = missing.some((i) => readings[i]?.status !== 'unread')
  return (
    <>
      {problem && <LateProblem problem={problem} siteAway={says.siteAway} locale={locale} />}
      <div className={styles.offer}>
        <button type="button" onClick={() => onRead(missing)}>
          {again && missing.length === 1 ? `${says.again}, ` : ''}
          {format(says.all, { n: chosen + 1, size: size(sum) })}
        </button>
        {missing.length > 1 && missing.includes(chosen) && own && (
          <button type="button" onClick={() => onRead([chosen])}>
            {format(says.one, { n: chosen + 1, size: size(own.stored) })}
          </button>
        )}
      </div>
    </>
  )
}

/** Whether a layer that cannot be read keeps the tree from being built up to the chosen one. */
export function isWaiting(image: AnyLayers, readings: readonly Reading[], chosen: number) {
  return image.layers.some(
    ({ foreign }, i) => i <= chosen && !foreign && readings[i]?.status !== 'whole',
  )
}
