import type { PanelCatalogue } from '@/components/panels/image/catalogue'
import { artifactFields, findingWords, panelFields, problemWords } from '@/content/ui/panel'
import { type Locale, locales } from '@/lib/i18n/locale'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => locales.map((locale) => ({ locale }))

/** What a panel says about any image, in one language; fetched when a reader goes live. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = (await params) as { locale: Locale }
  return Response.json({
    fields: panelFields(locale),
    artifacts: artifactFields(locale),
    problems: problemWords[locale],
    findings: findingWords[locale],
  } satisfies PanelCatalogue)
}
