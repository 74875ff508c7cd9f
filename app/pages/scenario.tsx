import { ScenarioFigure } from '@/components/diagrams/scenario/ScenarioFigure'
import { tellScenario } from '@/content/scenarios/scenarios'
import { panelWords } from '@/content/ui/panel'
import type { Locale } from '@/lib/i18n/locale'

/** The tag `<Scenario of="run-by-cri" />` of a chapter, in its language. */
export function scenarioTag(locale: Locale) {
  return async function Scenario({ of }: { of: string }) {
    const told = await tellScenario(of, locale)
    return <ScenarioFigure {...told} words={panelWords[locale].panel.player} />
  }
}
