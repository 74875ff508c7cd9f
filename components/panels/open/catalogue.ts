import type { Locale } from '@/lib/i18n/locale'
import { loadCatalogue, type PanelCatalogue } from '../image/catalogue'
import type { Graft, PanelFields } from '../image/prepare'

/** The image panel's catalogue, and what this page explains beyond: `GET /fields/<locale>/open`. */
export type OpenCatalogue = PanelCatalogue & { grafts: readonly Graft[] }

export type MoreFields = { fields: PanelFields; grafts: readonly Graft[] }

const loading = new Map<Locale, Promise<OpenCatalogue>>()

/** @throws TypeError when this site cannot be reached */
export function loadOpenCatalogue(locale: Locale): Promise<OpenCatalogue> {
  const known = loading.get(locale)
  if (known) return known
  const asked = Promise.all([loadCatalogue(locale), loadMore(locale)]).then(([all, more]) => ({
    ...all,
    fields: { ...all.fields, ...more.fields },
    grafts: more.grafts,
  }))
  loading.set(locale, asked)
  // A failure is not kept: the next try asks again.
  asked.catch(() => loading.delete(locale))
  return asked
}

async function loadMore(locale: Locale): Promise<MoreFields> {
  const answer = await fetch(`/fields/${locale}/open`)
  if (!answer.ok) throw new TypeError(`/fields/${locale}/open: ${answer.status}`)
  return answer.json() as Promise<MoreFields>
}
