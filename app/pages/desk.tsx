import { Shell } from '@/components/chrome/Shell'
import { BudgetPart } from '@/components/panels/budget/BudgetPart'
import { HistoryPart } from '@/components/panels/history-aligner/HistoryPart'
import { IdentityMap } from '@/components/panels/identity-map/IdentityMap'
import { ImagePanel } from '@/components/panels/image/ImagePanel'
import { LayersPanel } from '@/components/panels/layers/LayersPanel'
import { Registries } from '@/components/panels/registries/Registries'
import { TagsPart } from '@/components/panels/tags/TagsPart'
import { pageMetadata } from '@/components/views/metadata'
import { deskWords } from '@/content/ui/desk'
import { panelWords } from '@/content/ui/panel'
import { words } from '@/content/ui/words'
import { type Locale, localePath } from '@/lib/i18n/locale'
import { panelProps } from './panel'
import { budgetProps, registriesProps } from './registries'
import { tagsProps, tagsShare } from './tags'

export function deskMetadata(locale: Locale) {
  const { chrome, views } = words[locale]
  const { title, lead } = views.desk
  return pageMetadata({ locale, path: '/desk', title, description: lead, site: chrome.site })
}

export async function deskPage(locale: Locale) {
  const { chrome, views } = words[locale]
  const { identity, history, layers } = deskWords[locale]
  const { commands, copy, share } = panelWords[locale].panel
  const tags = await tagsProps(locale, 'hello')
  return (
    <Shell locale={locale} path="/desk" words={chrome}>
      <div className="desk">
        <h1 className="page-title">{views.desk.title}</h1>
        <p className="page-lead">{views.desk.lead}</p>
        <ul className="desk-links">
          <li>
            <a href={localePath(locale, '/desk/compare')}>{views.desk.compare}</a>
          </li>
          <li>
            <a href={localePath(locale, '/desk/errors')}>{views.desk.errors}</a>
          </li>
          <li>
            <a href={localePath(locale, '/desk/open')}>{views.desk.open}</a>
          </li>
          <li>
            <a href={localePath(locale, '/desk/artifacts')}>{views.desk.artifacts}</a>
          </li>
        </ul>
        <ImagePanel
          id="desk"
          alone
          level={2}
          recorded="hello"
          {...panelProps(locale)}
          below={(start) => (
            <>
              <IdentityMap start={start} words={identity} locale={locale} />
              <HistoryPart words={history} />
              <LayersPanel
                start={start}
                words={layers}
                panel={{ commands, copy, share }}
                predict={panelWords[locale].predict}
                locale={locale}
              />
              <TagsPart {...tags} share={tagsShare(start, locale)} />
              <BudgetPart {...budgetProps(locale)} />
              <Registries {...registriesProps(locale)} />
            </>
          )}
        />
      </div>
    </Shell>
  )
}
