import { notFound } from 'next/navigation'
import { PageScript } from '@/components/chrome/PageScript'
import { Shell } from '@/components/chrome/Shell'
import { vocabulary } from '@/components/mdx/vocabulary'
import { ChapterView } from '@/components/views/ChapterView'
import { pageMetadata } from '@/components/views/metadata'
import { panelWords } from '@/content/ui/panel'
import { words } from '@/content/ui/words'
import { chapterBody, chapters, findChapter } from '@/lib/content/catalog'
import { compileChapter } from '@/lib/content/mdx'
import type { Locale } from '@/lib/i18n/locale'
import { panelProps } from './panel'
import { scenarioTag } from './scenario'

export const chapterSlugs = async () => (await chapters()).map(({ slug }) => ({ slug }))

export async function chapterMetadata(locale: Locale, slug: string) {
  const found = await findChapter(slug)
  if (!found) notFound()
  const { title, summary } = found.chapter.frontmatter[locale]
  return pageMetadata({
    locale,
    path: `/learn/${slug}`,
    title,
    description: summary,
    site: words[locale].chrome.site,
  })
}

export async function chapterPage(locale: Locale, slug: string) {
  const found = await findChapter(slug)
  if (!found) notFound()
  const { chrome, views, diagram } = words[locale]
  const { file, body } = await chapterBody(found.chapter, locale)
  const { Body, toc } = await compileChapter(body, file)
  return (
    <Shell locale={locale} path={`/learn/${slug}`} words={chrome}>
      <PageScript name="diagram.js" />
      <ChapterView locale={locale} words={views} toc={toc} {...found}>
        <Body
          components={vocabulary({
            words: views.chapter,
            diagram,
            predict: panelWords[locale].predict,
            panel: panelProps(locale),
            scenario: scenarioTag(locale),
          })}
        />
      </ChapterView>
    </Shell>
  )
}
