import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { PageScript } from './PageScript'

// Before the first paint, so that no wrong theme flashes. The CSP names this text's hash.
const FIRST_PAINT =
  "(d=>{let t;try{t=localStorage.getItem('theme')}catch{}d.dataset.theme=t||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light')})(document.documentElement)"

const LATIN = ['latin-400', 'latin-600', 'mono-400', 'mono-600']

/** All a page may need: an optional font that came too late would leave one word in two faces. */
const FONTS: Record<Locale, string[]> = {
  en: [...LATIN, 'ko-name'],
  ko: [...LATIN, 'ko-400', 'ko-600'],
}

/** `<html>` of every page; both root layouts use it. */
export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <html lang={locale} data-theme="light" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant */}
        <script dangerouslySetInnerHTML={{ __html: FIRST_PAINT }} />
        {FONTS[locale].map((name) => (
          <link
            key={name}
            rel="preload"
            href={`/fonts/${name}.woff2`}
            as="font"
            type="font/woff2"
            crossOrigin=""
          />
        ))}
        <PageScript name="chrome.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
