import { Shell } from '@/components/chrome/Shell'
import { OpenPanel } from '@/components/panels/open/OpenPanel'
import { pageMetadata } from '@/components/views/metadata'
import { deskWords } from '@/content/ui/desk'
import { openWords } from '@/content/ui/open'
import { panelWords } from '@/content/ui/panel'
import { words } from '@/content/ui/words'
import type { Locale } from '@/lib/i18n/locale'

export function openMetadata(locale: Locale) {
  const { chrome, views } = words[locale]
  const { title, lead } = views.open
  return pageMetadata({ locale, path: '/desk/open', title, description: lead, site: chrome.site })
}

export function openPage(locale: Locale) {
  const { chrome, views } = words[locale]
  const { identity, history, layers } = deskWords[locale]
  const { panel, flipByte } = panelWords[locale]
  return (
    <Shell locale={locale} path="/desk/open" words={chrome}>
      <div className="desk">
        <h1 className="page-title">{views.open.title}</h1>
        <p className="page-lead">{views.open.lead}</p>
        <OpenPanel
          locale={locale}
          words={openWords[locale]}
          panel={panel}
          flip={flipByte}
          below={{ identity, history, layers }}
        />
      </div>
    </Shell>
  )
}
