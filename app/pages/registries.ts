import type { RegistryQuirk, RegistryRow } from '@/components/panels/registries/words'
import { budget as budgetEn } from '@/content/ui/budget.en'
import { budget as budgetKo } from '@/content/ui/budget.ko'
import { registries as en } from '@/content/ui/registries.en'
import { registries as ko } from '@/content/ui/registries.ko'
import type { Locale } from '@/lib/i18n/locale'
import { EXAMPLES } from '@/lib/registry/examples'
import { groupOf, type Quirk, type QuirkKind, UNCONFIRMED } from '@/lib/registry/quirk'
import { ARTIFACT_REGISTRY_QUIRKS, COMMON_QUIRKS, ROW_QUIRKS } from '@/lib/registry/row-quirks'
import { GOOGLE_STORAGE, type HostRule, ROWS } from '@/lib/registry/rows'

/** What the desk says of each registry: from the table that the mirror asks by. */
export function registriesProps(locale: Locale) {
  const registries = { en, ko }[locale]
  // The compiler asks for a name of every kind.
  const kinds: Record<QuirkKind, string> = registries.kinds
  return {
    words: { ...registries, kinds },
    common: COMMON_QUIRKS.map((quirk) => told(quirk, locale)),
    rows: EXAMPLES.map(({ registry: name, reference }): RegistryRow => {
      const row = ROWS.find((row) => row.name === name)
      const quirks = row ? (ROW_QUIRKS[name] ?? []) : ARTIFACT_REGISTRY_QUIRKS
      return {
        ...{ name, reference },
        realms: row ? hostsOf(row.realms ?? []) : [name],
        blobs: (row ? (row.blobs ?? []) : [GOOGLE_STORAGE]).map(hostText),
        quirks: quirks.map((quirk) => told(quirk, locale)),
      }
    }),
  }
}

/** Whose conversations tell what was counted, from the same table. */
export function budgetProps(locale: Locale) {
  const counting = ROWS.map(({ name }) => name).filter((name) =>
    ROW_QUIRKS[name]?.some(({ kind }) => kind === 'head-is-free'),
  )
  return { words: { en: budgetEn, ko: budgetKo }[locale], counting }
}

function told({ kind, note, source }: Quirk, locale: Locale): RegistryQuirk {
  return {
    ...{ kind, group: groupOf(kind), note: note[locale] },
    source: source === UNCONFIRMED ? null : source,
  }
}

function hostsOf(realms: readonly string[]): string[] {
  return [...new Set(realms.map((realm) => new URL(realm).host))]
}

function hostText(rule: HostRule): string {
  return 'host' in rule ? rule.host : `${rule.prefix ?? ''}*${rule.suffix}`
}
