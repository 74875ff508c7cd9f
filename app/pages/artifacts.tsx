import { Shell } from '@/components/chrome/Shell'
import { ArtifactsPanel } from '@/components/panels/artifact/ArtifactsPanel'
import { pageMetadata } from '@/components/views/metadata'
import { artifactsEn } from '@/content/ui/artifacts.en'
import { artifactsKo } from '@/content/ui/artifacts.ko'
import { artifactFields, findingWords, panelFields, panelWords } from '@/content/ui/panel'
import { words } from '@/content/ui/words'
import type { Locale } from '@/lib/i18n/locale'

const artifactsWords = { en: artifactsEn, ko: artifactsKo }

export function artifactsMetadata(locale: Locale) {
  const { chrome, views } = words[locale]
  const { title, lead } = views.artifacts
  return pageMetadata({
    locale,
    path: '/desk/artifacts',
    title,
    description: lead,
    site: chrome.site,
  })
}

export function artifactsPage(locale: Locale) {
  const { chrome, views } = words[locale]
  const { panel, flipByte } = panelWords[locale]
  return (
    <Shell locale={locale} path="/desk/artifacts" words={chrome}>
      <div className="desk">
        <h1 className="page-title">{views.artifacts.title}</h1>
        <p className="page-lead">{views.artifacts.lead}</p>
        <ArtifactsPanel
          locale={locale}
          words={artifactsWords[locale]}
          panel={panel}
          flip={flipByte}
          options={{
            fields: panelFields(locale),
            artifacts: artifactFields(locale),
            findings: findingWords[locale],
          }}
        />
      </div>
    </Shell>
  )
}
