import type { ChromeWords } from '@/components/chrome/words'
import type { ViewWords } from '@/components/views/words'
import type { Locale } from '@/lib/i18n/locale'
import { chrome as chromeEn } from './chrome.en'
import { chrome as chromeKo } from './chrome.ko'
import { views as viewsEn } from './views.en'
import { views as viewsKo } from './views.ko'

/** Every word of the interface, one file a part and a language. */
export type Words = { chrome: ChromeWords; views: ViewWords }

export const words: Record<Locale, Words> = {
  en: { chrome: chromeEn, views: viewsEn },
  ko: { chrome: chromeKo, views: viewsKo },
}
