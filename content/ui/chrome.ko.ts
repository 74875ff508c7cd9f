import type { ChromeWords } from '@/components/chrome/words'

export const chromeKo = {
  site: 'Below the Kubelet',
  tagline: '컨테이너가 뜰 때 쿠버네티스 아래에서 벌어지는 일',
  skip: '본문으로 건너뛰기',
  learn: '차례',
  desk: '레지스트리 데스크',
  mainNav: '주 메뉴',
  otherLanguage: 'English',
  otherLanguageTag: 'en',
  switchLanguage: '이 페이지를 영어로 읽기',
  theme: '화면 색',
  themeSystem: '시스템',
  themeLight: '밝게',
  themeDark: '어둡게',
  source: '코드는 Apache-2.0, 글과 그림은 CC BY 4.0이다.',
  licence: '라이선스',
  offerKorean: '이 페이지는 한국어로도 읽을 수 있다.',
  offerKoreanLink: '한국어로 읽기',
  dismiss: '닫기',
} satisfies ChromeWords
