import type { ReactNode } from 'react'
import { chapters } from '@/lib/content/catalog'
import { type Locale, localePath } from '@/lib/i18n/locale'
import { ChapterList } from './ChapterList'
import type { ViewWords } from './words'

type Props = {
  locale: Locale
  words: ViewWords
  /** a recorded manifest, explained: the first thing a reader sees */
  manifest: ReactNode
}

export async function LandingView({ locale, words, manifest }: Props) {
  const { landing } = words
  const all = await chapters()
  return (
    <div className="page">
      <div className="landing-top">
        <div>
          <h1 className="page-title">{landing.title}</h1>
          <p className="page-lead">{landing.lead}</p>
          <form className="landing-live" action={localePath(locale, '/desk')}>
            <label htmlFor="landing-reference">{landing.live}</label>
            <div>
              <input
                id="landing-reference"
                name="reference"
                defaultValue="nginx"
                aria-label={landing.liveLabel}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                required
              />
              <input type="hidden" name="live" value="1" />
              <button className="button-main" type="submit">
                {landing.liveButton}
              </button>
            </div>
          </form>
        </div>
        {manifest}
      </div>
      <section className="landing-how" aria-labelledby="how">
        <h2 id="how">{landing.howTitle}</h2>
        <dl>
          {landing.how.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="landing-chapters" aria-labelledby="chapters">
        <h2 id="chapters">{landing.chaptersTitle}</h2>
        <ChapterList chapters={all} locale={locale} />
      </section>
    </div>
  )
}
