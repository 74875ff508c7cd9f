export const locales = ['en', 'ko'] as const
export type Locale = (typeof locales)[number]

/** Path of a page in a locale: English has no prefix. */
export function localePath(locale: Locale, path: string): string {
  if (locale === 'en') return path
  return path === '/' ? '/ko' : `/ko${path}`
}
