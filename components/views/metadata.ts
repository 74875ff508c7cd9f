import type { Metadata } from 'next'
import { type Locale, localePath } from '@/lib/i18n/locale'
import { siteUrl } from '@/lib/site'

/** `<head>` of a page that exists in both languages at the same path. */
export function pageMetadata(options: {
  locale: Locale
  path: string
  title: string
  description: string
  site: string
}): Metadata {
  const { locale, path, title, description, site } = options
  return {
    metadataBase: new URL(siteUrl),
    title: path === '/' ? `${site}: ${title}` : `${title} · ${site}`,
    description,
    alternates: {
      canonical: localePath(locale, path),
      languages: {
        en: localePath('en', path),
        ko: localePath('ko', path),
        'x-default': localePath('en', path),
      },
    },
    openGraph: {
      title,
      description,
      siteName: site,
      type: path.startsWith('/learn/') ? 'article' : 'website',
      locale: locale === 'ko' ? 'ko_KR' : 'en_US',
      url: localePath(locale, path),
    },
  }
}
