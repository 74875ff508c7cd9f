import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { formatBytes } from '../values'
import type { Progress } from './messages'
import styles from './Open.module.css'
import type { OpenWords } from './words'

type Props = {
  progress: Progress | null
  words: OpenWords['state']
  locale: Locale
  onStop: () => void
}

/** How far the worker is, and the way to stop it. */
export function ProgressBar({ progress, words, locale, onStop }: Props) {
  const says = progress
    ? format(words[progress.what], {
        files: progress.files.toLocaleString('en'),
        done: formatBytes(locale, progress.done),
        total: formatBytes(locale, progress.total),
      })
    : words.reading
  return (
    <div className={styles.busy}>
      <p>{says}</p>
      <progress
        aria-label={words.reading}
        max={progress?.total || 1}
        {...(progress && { value: progress.done })}
      />
      <button type="button" onClick={onStop}>
        {words.stop}
      </button>
    </div>
  )
}
