import type { Locale } from '@/lib/i18n/locale'
import { chainIds } from '@/lib/oci/chain-id'
import type { Shown } from '../image/state'
import { IdentityPart } from './IdentityPart'
import { diffIdsOf } from './model'
import type { IdentityWords } from './words'

type Props = {
  /** what the panel above shows first */
  start: Shown
  words: IdentityWords
  locale: Locale
}

/**
 * Every digest of the image on screen in one picture: which document names what, what is hashed
 * to get each, and which tool prints it. Stands below an image panel.
 */
export async function IdentityMap({ start, words, locale }: Props) {
  const diffIds = diffIdsOf(start)
  return (
    <IdentityPart
      first={{ diffIds, chain: await chainIds(diffIds) }}
      words={words}
      locale={locale}
    />
  )
}
