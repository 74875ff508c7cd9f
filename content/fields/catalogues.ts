import type { Catalogue } from '../../lib/content/fields.ts'
import type { DocumentKind } from '../../lib/oci/document.ts'
import { config } from './config.ts'
import { index } from './index.ts'
import { manifest } from './manifest.ts'
import { schema1 } from './schema1.ts'

/** The catalogue of each kind of document; of an unknown one no field can be explained. */
export const catalogues: Record<DocumentKind, Catalogue> = {
  index,
  manifest,
  config,
  schema1,
  unknown: [],
}
