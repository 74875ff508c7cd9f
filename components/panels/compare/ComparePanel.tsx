import type { Locale } from '@/lib/i18n/locale'
import type { FindingVocabulary } from '../finding/words'
import { recordedImages } from '../image/ImagePanel'
import type { PanelFields } from '../image/prepare'
import { readShown } from '../image/recorded'
import type { ImagePanelWords } from '../image/words'
import { layersOf } from '../layers/facts'
import { CompareIsland } from './CompareIsland'
import { compareShown, diffCommands } from './comparison'
import { compareRecordedFiles } from './files/recorded'
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
  const [left, right] = [layersOf(a), layersOf(b)]
  if (!compared || !left || !right) {
    throw new Error('recordings hello, hello-zstd: no manifests to compare')
  }
  const files = await compareRecordedFiles({ a: 'hello', b: 'hello-zstd' }, left, right)
  return (
    <CompareIsland
      locale={locale}
      words={words}
      panel={panel}
      start={{ a, b, compared, files }}
      commands={diffCommands(a, b, HOME)}
      recordings={await recordedImages()}
    />
  )
}
