import { Shell } from '@/components/chrome/Shell'
import { ManifestExcerpt } from '@/components/panels/manifest-excerpt/ManifestExcerpt'
import { LandingView } from '@/components/views/LandingView'
import { pageMetadata } from '@/components/views/metadata'
import { words } from '@/content/ui/words'
import type { Locale } from '@/lib/i18n/locale'

export function landingMetadata(locale: Locale) {
  const { chrome, views } = words[locale]
  return pageMetadata({
    locale,
    path: '/',
    title: chrome.tagline,
    description: views.landing.lead,
    site: chrome.site,
  })
}

export function landingPage(locale: Locale) {
  const { chrome, views } = words[locale]
  return (
    <Shell locale={locale} path="/" words={chrome}>
      <LandingView
        locale={locale}
        words={views}
        manifest={<ManifestExcerpt recorded="hello" locale={locale} words={views.landing} />}
      />
    </Shell>
  )
}
