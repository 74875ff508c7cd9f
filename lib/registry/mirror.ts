import type { LookupFunction } from 'node:net'
import type { Settings } from '../settings.mjs'
import { type Blobs, createBlobs } from './blobs.ts'
import { createLayers, type Layers } from './layers/layers.ts'
import { LIMITS, type Limits } from './limits.ts'
import { createLists, type Lists } from './lists.ts'
import { createManifests, type Manifests } from './manifests.ts'
import type { Registries } from './registries.ts'
import { createWorkshop } from './work.ts'

/** The registry that this site is: everything its routes can ask for. */
export type Mirror = Manifests &
  Blobs &
  Lists &
  Layers & { registries: Registries; close(): Promise<void> }

export type MirrorOptions = {
  limits?: Limits
  /** tests give names addresses of their own */
  lookup?: LookupFunction
}

export function createMirror(settings: Settings, options: MirrorOptions = {}): Mirror {
  const workshop = createWorkshop(settings, options.limits ?? LIMITS, options.lookup)
  const blobs = createBlobs(workshop)
  return {
    ...createManifests(workshop),
    ...blobs,
    ...createLayers(workshop, blobs),
    ...createLists(workshop),
    registries: workshop.registries,
    close: workshop.close,
  }
}
