import type { Locale } from '@/lib/i18n/locale'
import type { FindingVocabulary } from '../finding/words'
import { recordedImages } from '../image/ImagePanel'
import type { PanelFields } from '../image/prepare'
import { readShown } from '../image/recorded'
import type { ImagePanelWords } from '../image/words'
import { CompareIsland } from './CompareIsland'
import { compareShown, diffCommands } from './comparison'
import { withoutNotes } from './model'
import type { CompareWords } from './words'

type Props = {
  locale: Locale
  words: CompareWords
  panel: ImagePanelWords
  findings: FindingVocabulary
}

/** Where `npm start` serves; the browser writes its own address when the commands are opened. */
const HOME = 'http://localhost:3000'
const FIELDS: PanelFields = {}

/**
 * Two images side by side: which documents, layers and settings they share, and who built them.
 *
 * Complete in the HTML for two recorded images. In the browser any two can be typed.
 */
export async function ComparePanel({ locale, words, panel, findings }: Props) {
  const read = async (name: string, platform: string) =>
    withoutNotes(await readShown(name, { fields: FIELDS, findings, platform }))
  const a = await read('hello', 'linux/amd64')
  const b = await read('hello-zstd', 'linux/arm64')
  const compared = compareShown(a, b)
  if (!compared) throw new Error('recordings hello, hello-zstd: no manifests to compare')
  return (
    <CompareIsland
      locale={locale}
      words={words}
      panel={panel}
      start={{ a, b, compared }}
      commands={diffCommands(a, b, HOME)}
      recordings={await recordedImages()}
    />
  )
}
