import { Shell } from '@/components/chrome/Shell'
import { LearnView } from '@/components/views/LearnView'
import { pageMetadata } from '@/components/views/metadata'
import { words } from '@/content/ui/words'
import type { Locale } from '@/lib/i18n/locale'

export function learnMetadata(locale: Locale) {
  const { chrome, views } = words[locale]
  const { title, lead } = views.learn
  return pageMetadata({ locale, path: '/learn', title, description: lead, site: chrome.site })
}

export function learnPage(locale: Locale) {
  const { chrome, views } = words[locale]
  return (
    <Shell locale={locale} path="/learn" words={chrome}>
      <LearnView locale={locale} words={views} />
    </Shell>
  )
}
