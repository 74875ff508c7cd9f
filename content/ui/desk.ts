import type { HistoryWords } from '@/components/panels/history-aligner/words'
import type { IdentityWords } from '@/components/panels/identity-map/words'
import type { Locale } from '@/lib/i18n/locale'
import { history as historyEn } from './history.en'
import { history as historyKo } from './history.ko'
import { identity as identityEn } from './identity.en'
import { identity as identityKo } from './identity.ko'

/** What stands on the desk below the image panel. */
export const deskWords: Record<Locale, { identity: IdentityWords; history: HistoryWords }> = {
  en: { identity: identityEn, history: historyEn },
  ko: { identity: identityKo, history: historyKo },
}
