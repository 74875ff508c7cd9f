import type { ReactNode } from 'react'
import type { ChapterEntry } from '@/lib/content/catalog'
import type { TocEntry } from '@/lib/content/headings'
import { format } from '@/lib/i18n/format'
import { type Locale, localePath } from '@/lib/i18n/locale'
import type { ViewWords } from './words'

type Props = {
  locale: Locale
  words: ViewWords
  chapter: ChapterEntry
  previous: ChapterEntry | null
  next: ChapterEntry | null
  toc: TocEntry[]
  children: ReactNode
}

/** A chapter: what it answers, its text, and the way on. */
export function ChapterView({ locale, words, chapter, previous, next, toc, children }: Props) {
  const { chapter: say } = words
  const { title, summary, spec, questions, objectives, minutes } = chapter.frontmatter[locale]
  const link = (entry: ChapterEntry) => localePath(locale, `/learn/${entry.slug}`)
  return (
    <article className="chapter">
      <header className="chapter-head">
        <p className="chapter-kicker">{chapter.part.title[locale]}</p>
        <h1 className="page-title">{title}</h1>
        <p className="page-lead">{summary}</p>
        <p className="chapter-facts">
          <span>
            {say.spec}: {spec}
          </span>
          <span>{format(say.minutes, minutes)}</span>
        </p>
        <div className="chapter-goals">
          <section aria-labelledby="goals-questions">
            <h2 id="goals-questions">{say.questions}</h2>
            <ul>
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="goals-objectives">
            <h2 id="goals-objectives">{say.objectives}</h2>
            <ul>
              {objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </section>
        </div>
      </header>
      <nav className="chapter-contents" aria-labelledby="contents" data-contents>
        <h2 id="contents">{say.contents}</h2>
        <ol>
          {toc.map(({ id, text, depth }) => (
            <li key={id} data-depth={depth}>
              {/* the page's script may have marked it before React wakes */}
              <a href={`#${id}`} suppressHydrationWarning>
                {text}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="chapter-text">
        <div className="prose">{children}</div>
        <nav className="chapter-turn">
          {previous ? (
            <a href={link(previous)} rel="prev">
              <span>{say.previous}</span>
              {previous.frontmatter[locale].title}
            </a>
          ) : null}
          {next ? (
            <a href={link(next)} rel="next">
              <span>{say.next}</span>
              {next.frontmatter[locale].title}
            </a>
          ) : null}
        </nav>
      </div>
    </article>
  )
}
