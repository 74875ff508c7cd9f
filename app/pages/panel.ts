import { findingSentence } from '@/components/panels/finding/model'
import { findingsEn } from '@/content/ui/findings.en'
import { findingsKo } from '@/content/ui/findings.ko'
import { panelFields, panelWords } from '@/content/ui/panel'
import type { Locale } from '@/lib/i18n/locale'
import type { Finding } from '@/lib/oci/finding'

const findingWords = { en: findingsEn, ko: findingsKo }

/** What every image panel of a page is given, in one language. */
export function panelProps(locale: Locale) {
  const { panel, flipByte } = panelWords[locale]
  return {
    locale,
    words: panel,
    flip: flipByte,
    fields: panelFields(locale),
    sayFinding: (finding: Finding) => {
      const { says, so } = findingSentence(findingWords[locale], finding)
      return `${says} ${so}`
    },
  }
}
