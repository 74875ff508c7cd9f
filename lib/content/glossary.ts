import type { Locale } from '../i18n/locale.ts'

/** A word of the trade: how it is written in a language, and what it means in one sentence. */
export type TermWords = { term: string; short: string }

export type GlossaryEntry = { id: string } & Record<Locale, TermWords>

/** The words of one language by id: what a page hands to the parts that show them. */
export function termsIn(
  glossary: readonly GlossaryEntry[],
  locale: Locale,
): Record<string, TermWords> {
  return Object.fromEntries(glossary.map((entry) => [entry.id, entry[locale]]))
}
