import type { ChapterEntry } from '@/lib/content/catalog'
import { type Locale, localePath } from '@/lib/i18n/locale'

/** Every chapter: its part, the question it answers, one sentence. */
export function ChapterList({ chapters, locale }: { chapters: ChapterEntry[]; locale: Locale }) {
  return (
    <ol className="chapter-list">
      {chapters.map(({ slug, part, frontmatter }) => (
        <li key={slug}>
          <a href={localePath(locale, `/learn/${slug}`)}>
            <span className="chapter-part">{part.title[locale]}</span>
            <span>
              <strong>{frontmatter[locale].title}</strong>
              <span className="chapter-summary">{frontmatter[locale].summary}</span>
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}
