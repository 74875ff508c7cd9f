import type { ChromeWords } from '@/components/chrome/words'

export const chromeEn = {
  site: 'Below the Kubelet',
  tagline: 'What happens below Kubernetes when a container runs',
  skip: 'Skip to the text',
  learn: 'Chapters',
  desk: 'Registry desk',
  mainNav: 'Main',
  otherLanguage: '한국어',
  otherLanguageTag: 'ko',
  switchLanguage: 'Read this page in Korean',
  theme: 'Colours',
  themeSystem: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  source: 'Code: Apache-2.0. Text and drawings: CC BY 4.0.',
  licence: 'Licences',
  offerKorean: '이 페이지는 한국어로도 읽을 수 있다.',
  offerKoreanLink: '한국어로 읽기',
  dismiss: '닫기',
} satisfies ChromeWords
