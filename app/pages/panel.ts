import { findingWords, panelFields, panelWords } from '@/content/ui/panel'
import type { Locale } from '@/lib/i18n/locale'

/** What every image panel of a page is given, in one language. */
export function panelProps(locale: Locale) {
  const { panel, flipByte } = panelWords[locale]
  return {
    locale,
    words: panel,
    flip: flipByte,
    fields: panelFields(locale),
    findings: findingWords[locale],
  }
}
