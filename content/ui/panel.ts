import type { FlipByteWords } from '@/components/devices/flip-byte/words'
import type { PredictWords } from '@/components/devices/predict/words'
import type { ArtifactFields } from '@/components/panels/artifact/prepare-object'
import type { FindingVocabulary } from '@/components/panels/finding/words'
import type { PanelFields } from '@/components/panels/image/prepare'
import type { ImagePanelWords } from '@/components/panels/image/words'
import type { ProblemVocabulary } from '@/components/panels/problem/words'
import { type FieldWords, fieldsIn } from '@/lib/content/fields'
import type { Locale } from '@/lib/i18n/locale'
import type { DocumentKind } from '@/lib/oci/document'
import { artifactCatalogues } from '../fields/artifact-catalogues'
import { catalogues } from '../fields/catalogues'
import { findingsEn } from './findings.en'
import { findingsKo } from './findings.ko'
import * as en from './panel.en'
import * as ko from './panel.ko'
import { problemsEn } from './problems.en'
import { problemsKo } from './problems.ko'

/** What the panels and devices of a page say. */
export const panelWords: Record<
  Locale,
  { panel: ImagePanelWords; flipByte: FlipByteWords; predict: PredictWords }
> = { en, ko }

export const problemWords: Record<Locale, ProblemVocabulary> = { en: problemsEn, ko: problemsKo }

export const findingWords: Record<Locale, FindingVocabulary> = { en: findingsEn, ko: findingsKo }

const made = new Map<Locale, Record<DocumentKind, FieldWords[]>>()

/** The field catalogue in one language, by kind of document. */
export function panelFields(locale: Locale): PanelFields {
  const known = made.get(locale)
  if (known) return known
  const fields = {
    index: fieldsIn(catalogues.index, locale),
    manifest: fieldsIn(catalogues.manifest, locale),
    config: fieldsIn(catalogues.config, locale),
    schema1: fieldsIn(catalogues.schema1, locale),
    unknown: [],
  }
  made.set(locale, fields)
  return fields
}

const madeForArtifacts = new Map<Locale, ArtifactFields>()

/** The catalogue of the documents inside artifacts, in one language, by what defines them. */
export function artifactFields(locale: Locale): ArtifactFields {
  const known = madeForArtifacts.get(locale)
  if (known) return known
  const fields = Object.fromEntries(
    Object.entries(artifactCatalogues).map(([kind, one]) => [kind, fieldsIn(one, locale)]),
  )
  madeForArtifacts.set(locale, fields)
  return fields
}
