import type { Locale } from '@/lib/i18n/locale'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import type { ImagePanelWords } from '../image/words'
import { Example } from './Example'
import { Forms } from './Forms'
import { OpenIsland } from './OpenIsland'
import type { BelowWords, OpenWords } from './words'

type Props = {
  locale: Locale
  words: OpenWords
  panel: ImagePanelWords
  flip: FlipByteWords
  below: BelowWords
}

/**
 * Opens what a reader brings: an archive, a folder, JSON. It is read in the browser alone.
 *
 * Complete in the HTML as far as there is no file yet: what each form is, which command makes it,
 * and a recorded image in two of them.
 */
export function OpenPanel({ locale, words, panel, flip, below }: Props) {
  return (
    <OpenIsland locale={locale} words={words} panel={panel} flip={flip} below={below}>
      <Example words={words.example} />
      <Forms words={words.what} />
    </OpenIsland>
  )
}
