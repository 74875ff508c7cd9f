import type { ChromeWords } from '@/components/chrome/words'
import type { DiagramWords } from '@/components/diagrams/figure/words'
import type { ViewWords } from '@/components/views/words'
import type { Locale } from '@/lib/i18n/locale'
import { chromeEn } from './chrome.en'
import { chromeKo } from './chrome.ko'
import { diagramEn } from './diagram.en'
import { diagramKo } from './diagram.ko'
import { viewsEn } from './views.en'
import { viewsKo } from './views.ko'

/** Every word of the interface, one file a part and a language. */
export type Words = { chrome: ChromeWords; views: ViewWords; diagram: DiagramWords }

export const words: Record<Locale, Words> = {
  en: { chrome: chromeEn, views: viewsEn, diagram: diagramEn },
  ko: { chrome: chromeKo, views: viewsKo, diagram: diagramKo },
}
