import type { Catalogue } from '../../lib/content/fields.ts'
import type { PartKind } from '../../lib/oci/artifact/statement.ts'
import { bundle } from './artifact-bundle.ts'
import { envelope, simpleSigning } from './artifact-envelope.ts'
import { helm } from './artifact-helm.ts'
import { jws } from './artifact-jws.ts'
import { provenance } from './artifact-provenance.ts'
import { cyclonedx, spdx } from './artifact-sbom.ts'
import { statement } from './artifact-statement.ts'

/** The catalogue of each document inside artifacts: the fields that its card shows. */
export const artifactCatalogues: Partial<Record<PartKind, Catalogue>> = {
  statement,
  provenance,
  spdx,
  cyclonedx,
  envelope,
  'simple-signing': simpleSigning,
  bundle,
  'notary-jws': jws,
  helm,
}
