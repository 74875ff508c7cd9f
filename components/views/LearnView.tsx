import { chapters } from '@/lib/content/catalog'
import type { Locale } from '@/lib/i18n/locale'
import { ChapterList } from './ChapterList'
import type { ViewWords } from './words'

export async function LearnView({ locale, words }: { locale: Locale; words: ViewWords }) {
  return (
    <div className="page">
      <h1 className="page-title">{words.learn.title}</h1>
      <p className="page-lead">{words.learn.lead}</p>
      <ChapterList chapters={await chapters()} locale={locale} />
    </div>
  )
}
