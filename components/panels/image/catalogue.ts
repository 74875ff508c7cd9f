import type { Locale } from '@/lib/i18n/locale'
import type { ArtifactFields } from '../artifact/prepare-object'
import type { FindingVocabulary } from '../finding/words'
import type { ProblemVocabulary } from '../problem/words'
import type { PanelFields } from './prepare'

/** What a live panel says about any image: `GET /fields/<locale>`, static, fetched on first use. */
export type PanelCatalogue = {
  fields: PanelFields
  /** of the documents inside artifacts, by what defines them */
  artifacts: ArtifactFields
  problems: ProblemVocabulary
  findings: FindingVocabulary
}

const loading = new Map<Locale, Promise<PanelCatalogue>>()

/** @throws TypeError when this site cannot be reached */
export function loadCatalogue(locale: Locale): Promise<PanelCatalogue> {
  const known = loading.get(locale)
  if (known) return known
  const asked = fetch(`/fields/${locale}`).then((answer) => {
    if (!answer.ok) throw new TypeError(`/fields/${locale}: ${answer.status}`)
    return answer.json() as Promise<PanelCatalogue>
  })
  loading.set(locale, asked)
  // A failure is not kept: the next try asks again.
  asked.catch(() => loading.delete(locale))
  return asked
}
