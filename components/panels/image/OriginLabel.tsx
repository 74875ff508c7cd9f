import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import styles from './PanelIsland.module.css'
import type { Origin } from './state'
import type { ImagePanelWords } from './words'

type Props = {
  origin: Origin
  /** asked, and it came to nothing */
  failed: boolean
  words: ImagePanelWords['origin']
  locale: Locale
}

/** Live or recorded, when, and with what. */
export function OriginLabel({ origin, failed, words, locale }: Props) {
  return (
    <p className={styles.origin} data-origin={origin.kind}>
      <b>{origin.kind === 'recorded' ? words.recordedShort : words.liveShort}</b>{' '}
      <span>{failed ? words.failed : sentence(origin, words, locale)}</span>
    </p>
  )
}

function sentence(origin: Origin, words: Props['words'], locale: Locale): string {
  if (origin.kind === 'pending') return words.pending
  if (origin.kind === 'recorded') {
    // UTC on the server and in the browser, so that both write the same.
    const date = origin.observedAt.slice(0, 10)
    const [first, ...others] = origin.tools
    if (!first) return date
    return format(words.recorded, { date, tool: first, others: others.length })
  }
  const time = new Date(origin.observedAt).toLocaleString(locale)
  return format(words[origin.kind], { time })
}
