import type { Catalogue } from '../../../lib/content/fields.ts'
import { hookFields } from './hooks.ts'
import { linuxFields } from './linux.ts'
import { platformFields } from './platforms.ts'
import { processFields } from './process.ts'
import { resourceFields } from './resources.ts'
import { seccompFields } from './seccomp.ts'
import { topFields } from './top.ts'

/** The config.json of a bundle. runtime-spec v1.3.0, config.md */
export const runtimeConfig: Catalogue = [
  ...topFields,
  ...processFields,
  ...linuxFields,
  ...resourceFields,
  ...seccompFields,
  ...hookFields,
  ...platformFields,
]
