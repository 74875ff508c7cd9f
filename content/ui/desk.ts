import type { HistoryWords } from '@/components/panels/history-aligner/words'
import type { IdentityWords } from '@/components/panels/identity-map/words'
import type { LayersWords } from '@/components/panels/layers/words'
import type { Locale } from '@/lib/i18n/locale'
import { history as historyEn } from './history.en'
import { history as historyKo } from './history.ko'
import { identity as identityEn } from './identity.en'
import { identity as identityKo } from './identity.ko'
import { layers as layersEn } from './layers.en'
import { layers as layersKo } from './layers.ko'

/** What stands on the desk below the image panel. */
export const deskWords: Record<
  Locale,
  { identity: IdentityWords; history: HistoryWords; layers: LayersWords }
> = {
  en: { identity: identityEn, history: historyEn, layers: layersEn },
  ko: { identity: identityKo, history: historyKo, layers: layersKo },
}
