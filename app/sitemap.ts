import type { MetadataRoute } from 'next'
import { chapters } from '@/lib/content/catalog'
import { localePath, locales } from '@/lib/i18n/locale'
import { siteUrl } from '@/lib/site'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const slugs = (await chapters()).map(({ slug }) => `/learn/${slug}`)
  return [
    '/',
    '/learn',
    ...slugs,
    '/desk',
    '/desk/compare',
    '/desk/artifacts',
    '/desk/errors',
    '/desk/open',
    '/licences',
  ].flatMap((path) =>
    locales.map((locale) => ({
      url: siteUrl + localePath(locale, path),
      alternates: {
        languages: Object.fromEntries(locales.map((l) => [l, siteUrl + localePath(l, path)])),
      },
    })),
  )
}
