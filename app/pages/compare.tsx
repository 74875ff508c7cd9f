import { Shell } from '@/components/chrome/Shell'
import { ComparePanel } from '@/components/panels/compare/ComparePanel'
import { pageMetadata } from '@/components/views/metadata'
import { compareEn } from '@/content/ui/compare.en'
import { compareKo } from '@/content/ui/compare.ko'
import { findingWords, panelWords } from '@/content/ui/panel'
import { words } from '@/content/ui/words'
import type { Locale } from '@/lib/i18n/locale'

const compareWords = { en: compareEn, ko: compareKo }

export function compareMetadata(locale: Locale) {
  const { chrome, views } = words[locale]
  const { title, lead } = views.compare
  return pageMetadata({
    locale,
    path: '/desk/compare',
    title,
    description: lead,
    site: chrome.site,
  })
}

export function comparePage(locale: Locale) {
  const { chrome, views } = words[locale]
  return (
    <Shell locale={locale} path="/desk/compare" words={chrome}>
      <div className="desk">
        <h1 className="page-title">{views.compare.title}</h1>
        <p className="page-lead">{views.compare.lead}</p>
        <ComparePanel
          locale={locale}
          words={compareWords[locale]}
          panel={panelWords[locale].panel}
          findings={findingWords[locale]}
        />
      </div>
    </Shell>
  )
}
