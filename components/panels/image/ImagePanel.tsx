import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { parseReference } from '@/lib/oci/reference'
import { formatReference } from '@/lib/oci/reference-text'
import { readTags, readTop } from '@/lib/recordings/layout'
import { listRecordings } from '@/lib/recordings/recording'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import type { FindingVocabulary } from '../finding/words'
import type { RecordedImage } from './Offer'
import { PanelIsland } from './PanelIsland'
import type { PanelFields } from './prepare'
import { readShown } from './recorded'
import type { SlotName } from './requests'
import { shareOf } from './share'
import type { Shown } from './state'
import type { ImagePanelWords } from './words'

type Props = {
  /** letters, digits, `-`; unique on its page; names the panel's part of the address */
  id: string
  locale: Locale
  words: ImagePanelWords
  flip: FlipByteWords
  fields: PanelFields
  findings: FindingVocabulary
  /** a folder in content/recordings: shown first, and without JavaScript */
  recorded: string
  /** what "Fetch live" asks for; the recording's own reference if not given */
  live?: string
  /** opened first, `linux/amd64` if not given */
  platform?: string
  /** on the desk the address has no prefix */
  alone?: boolean
  /** level of the panel's own headings: one below what stands above it */
  level?: 2 | 3 | 4
  /** what stands below the panel, about the image on screen; made from the one shown first */
  below?: (start: Shown) => ReactNode
}

/** Where `npm start` serves; the browser writes its own address when the commands are opened. */
const HOME = 'http://localhost:3000'

/**
 * An image from its name to its config: the reference and how it is read, the conversation with
 * the registry, index, manifest and config, each with its bytes and every field explained.
 *
 * Complete in the HTML, from a recording. In the browser any other reference can be typed.
 */
export async function ImagePanel(props: Props) {
  const { id, locale, words, flip, fields, findings, recorded, live } = props
  const { platform = 'linux/amd64', alone = false, level = 3 } = props
  const start = await readShown(recorded, { fields, findings, platform })
  const recordings = await recordedImages()
  const share = (slot: SlotName) =>
    shareOf(start, { kind: 'document', slot }, { origin: HOME, locale, words: words.share })
  return (
    <PanelIsland
      id={id}
      locale={locale}
      words={words}
      flip={flip}
      start={start}
      shares={{ index: share('index'), manifest: share('manifest'), config: share('config') }}
      recordings={recordings}
      live={live ?? start.canonical}
      alone={alone}
      level={level}
    >
      {props.below?.(start)}
    </PanelIsland>
  )
}

/** The recorded images that a panel can offer. */
export async function recordedImages(): Promise<RecordedImage[]> {
  const images = (await listRecordings()).filter(({ kind }) => kind === 'image')
  return Promise.all(
    images.map(async ({ name, reference, observedAt }) => {
      const { digest } = await readTop(name)
      const place = parseReference(reference)
      const tagged = [...(await readTags(name)).keys()].map((tag) =>
        formatReference({ ...place, tag, digest: null }),
      )
      const others = tagged.filter((other) => other !== reference)
      return { name, reference, observedAt, digest, others }
    }),
  )
}
