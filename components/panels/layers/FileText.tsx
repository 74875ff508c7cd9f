import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { Glyphs } from '../image/Glyphs'
import { formatBytes } from '../values'
import styles from './FileText.module.css'
import { hexLines, textOf } from './values'
import type { LayersWords } from './words'

type Props = {
  bytes: Uint8Array
  /** the layer it was read from, from 0 */
  layer: number
  /** bytes shown so far */
  limit: number
  words: LayersWords
  locale: Locale
  onMore?: () => void
}

const encoder = new TextEncoder()

/** What stands in a file: as text where it is text, else byte by byte. Never as anything else. */
export function FileText({ bytes, layer, limit, words, locale, onMore }: Props) {
  const { story } = words
  if (bytes.length === 0) return <p>{story.emptyFile}</p>
  const text = textOf(bytes)
  const part = text === null ? hexLines(bytes.subarray(0, limit)) : partOf(text, limit)
  const left =
    bytes.length - (text === null ? Math.min(limit, bytes.length) : encoder.encode(part).length)
  const size = formatBytes(locale, bytes.length)
  const title = format(text === null ? story.hex : story.text, { n: layer + 1, size })
  return (
    <div className={styles.file}>
      <p className={styles.title}>{title}</p>
      <ScrollRegion className={styles.box} label={title}>
        <pre data-hex={text === null || undefined}>
          <Glyphs>{part}</Glyphs>
        </pre>
      </ScrollRegion>
      {onMore && left > 0 && (
        <button type="button" onClick={onMore}>
          {format(story.more, { size: formatBytes(locale, left) })}
        </button>
      )}
    </div>
  )
}

/** Not in the middle of a surrogate pair. */
function partOf(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
