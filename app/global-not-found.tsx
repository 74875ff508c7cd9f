import './styles/site.css'
import { Document } from '@/components/chrome/Document'
import { Shell } from '@/components/chrome/Shell'
import { words } from '@/content/ui/words'
import { localePath, locales } from '@/lib/i18n/locale'

export const metadata = { title: '404 · Below the Kubelet', robots: { index: false } }

/** The address says nothing reliable about the language, so both are here. */
export default function NotFound() {
  return (
    <Document locale="en">
      <Shell locale="en" path="/" words={words.en.chrome}>
        <div className="page">
          {locales.map((locale) => {
            const { title, text, home } = words[locale].views.notFound
            const Title = locale === 'en' ? 'h1' : 'h2'
            return (
              <section key={locale} lang={locale} className="not-found">
                <Title className="page-title">{title}</Title>
                <p className="page-lead">{text}</p>
                <p>
                  <a href={localePath(locale, '/')}>{home}</a>
                </p>
              </section>
            )
          })}
        </div>
      </Shell>
    </Document>
  )
}
