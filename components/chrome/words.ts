/** Words of the frame around every page. */
export type ChromeWords = {
  site: string
  tagline: string
  skip: string
  learn: string
  desk: string
  mainNav: string
  otherLanguage: string
  otherLanguageTag: 'en' | 'ko'
  switchLanguage: string
  theme: string
  themeSystem: string
  themeLight: string
  themeDark: string
  source: string
  licence: string
  offerKorean: string
  offerKoreanLink: string
  dismiss: string
}
