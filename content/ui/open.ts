import type { MoreFields } from '@/components/panels/open/catalogue'
import type { OpenWords } from '@/components/panels/open/words'
import { fieldsIn } from '@/lib/content/fields'
import type { Locale } from '@/lib/i18n/locale'
import { grafts, openCatalogues } from '../fields/open'
import { openEn } from './open.en'
import { openKo } from './open.ko'

export const openWords: Record<Locale, OpenWords> = { en: openEn, ko: openKo }

/** The catalogues of documents that no registry holds, in one language. */
export function openFields(locale: Locale): MoreFields {
  const fields = Object.entries(openCatalogues).map(
    ([kind, catalogue]) => [kind, fieldsIn(catalogue, locale)] as const,
  )
  return { fields: Object.fromEntries(fields), grafts }
}
