import type { MoreFields } from '@/components/panels/open/catalogue'
import { openFields } from '@/content/ui/open'
import { type Locale, locales } from '@/lib/i18n/locale'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => locales.map((locale) => ({ locale }))

/** What is explained of documents that no registry holds; fetched where a reader may open some. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = (await params) as { locale: Locale }
  return Response.json(openFields(locale) satisfies MoreFields)
}
