import type { ReactNode } from 'react'
import { type Locale, localePath } from '@/lib/i18n/locale'
import { Mark } from './Mark'
import type { ChromeWords } from './words'

type Props = {
  locale: Locale
  /** of this page, without a language prefix */
  path: string
  words: ChromeWords
  children: ReactNode
}

/**
 * The frame around every page. Works as plain HTML; `public/chrome.js` adds the theme
 * switch, keeps the reader's place across languages and offers Korean.
 */
export function Shell({ locale, path, words, children }: Props) {
  const other = words.otherLanguageTag
  const at = (target: string) => localePath(locale, target)
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="top">
        <a className="top-home" href={at('/')}>
          <Mark />
          <span>{words.site}</span>
        </a>
        <nav aria-label={words.mainNav} className="top-nav">
          <a href={at('/learn')} aria-current={path.startsWith('/learn') ? 'page' : undefined}>
            {words.learn}
          </a>
          <a href={at('/desk')} aria-current={path === '/desk' ? 'page' : undefined}>
            {words.desk}
          </a>
        </nav>
        <div className="top-tools">
          <a
            className="top-language"
            href={localePath(other, path)}
            hrefLang={other}
            lang={other}
            data-switch-language
            title={words.switchLanguage}
          >
            {words.otherLanguage}
          </a>
          <label className="top-theme" data-waiting data-theme-switch suppressHydrationWarning>
            <span className="visually-hidden">{words.theme}</span>
            <select defaultValue="system">
              <option value="system">{words.themeSystem}</option>
              <option value="light">{words.themeLight}</option>
              <option value="dark">{words.themeDark}</option>
            </select>
          </label>
        </div>
      </header>
      {locale === 'en' ? (
        <p className="offer" lang="ko" hidden data-offer-korean suppressHydrationWarning>
          {words.offerKorean}{' '}
          <a href={localePath('ko', path)} data-switch-language>
            {words.offerKoreanLink}
          </a>{' '}
          <button type="button">{words.dismiss}</button>
        </p>
      ) : null}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="bottom">
        <p>
          <Mark size={18} /> {words.tagline}
        </p>
        <p>
          {words.source} <a href={at('/licences')}>{words.licence}</a>
        </p>
      </footer>
    </>
  )
}
