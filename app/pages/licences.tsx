import { Shell } from '@/components/chrome/Shell'
import { pageMetadata } from '@/components/views/metadata'
import { words } from '@/content/ui/words'
import type { Locale } from '@/lib/i18n/locale'

export function licencesMetadata(locale: Locale) {
  const { chrome, views } = words[locale]
  const { title, lead } = views.licences
  return pageMetadata({ locale, path: '/licences', title, description: lead, site: chrome.site })
}

export function licencesPage(locale: Locale) {
  const { chrome, views } = words[locale]
  const { title, lead, rows } = views.licences
  return (
    <Shell locale={locale} path="/licences" words={chrome}>
      <div className="page">
        <h1 className="page-title">{title}</h1>
        <p className="page-lead">{lead}</p>
        <dl className="licence-rows">
          {rows.map(({ what, licence, href, who }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                <a href={href}>{licence}</a> {who}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Shell>
  )
}
