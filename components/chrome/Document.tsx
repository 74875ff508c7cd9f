import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale'

// Before the first paint, so that no wrong theme flashes. The CSP names this text's hash.
const FIRST_PAINT =
  "(d=>{let t;try{t=localStorage.getItem('theme')}catch{}d.dataset.theme=t||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light')})(document.documentElement)"

/** Address of a script in public/, with its hash, so that a cached copy is never behind. */
function versioned(name: string): string {
  const bytes = readFileSync(path.join(process.cwd(), 'public', name))
  return `/${name}?v=${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`
}

/** `<html>` of every page; both root layouts use it. */
export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <html lang={locale} data-theme="light" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant */}
        <script dangerouslySetInnerHTML={{ __html: FIRST_PAINT }} />
        <link
          rel="preload"
          href="/fonts/latin-400.woff2"
          as="font"
          type="font/woff2"
          crossOrigin=""
        />
        <script src={versioned('chrome.js')} defer />
      </head>
      <body>{children}</body>
    </html>
  )
}
