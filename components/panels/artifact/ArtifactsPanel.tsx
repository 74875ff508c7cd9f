import type { Locale } from '@/lib/i18n/locale'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import { recordedImages } from '../image/ImagePanel'
import type { ImagePanelWords } from '../image/words'
import { ArtifactsIsland } from './ArtifactsIsland'
import type { ObjectOptions } from './prepare-object'
import { readAround } from './recorded'
import type { ArtifactsWords } from './words'

type Props = {
  locale: Locale
  words: ArtifactsWords
  panel: ImagePanelWords
  flip: FlipByteWords
  options: ObjectOptions
}

/**
 * Everything around one image: the graph of what names what, the object chosen in it with a card
 * for what it says, and who refers to the image by each way of asking.
 *
 * Complete in the HTML for a recorded image. In the browser any other reference can be typed.
 */
export async function ArtifactsPanel({ locale, words, panel, flip, options }: Props) {
  return (
    <ArtifactsIsland
      locale={locale}
      words={words}
      panel={panel}
      flip={flip}
      start={await readAround('hello-attested', options)}
      recordings={await recordedImages()}
    />
  )
}
