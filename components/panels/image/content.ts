import { readDescriptors } from '@/lib/oci/descriptor'
import { type ImageConfig, readImageConfig } from '@/lib/oci/image-config'
import { type Manifest, readManifest } from '@/lib/oci/manifest'
import type { ReaderDocument } from './reader'
import type { Shown, Slot } from './state'

/** What the documents on screen say; null where there is none, or not of that kind. */
export type ShownContent = {
  /** how many manifests the index names */
  manifests: number
  manifest: Manifest | null
  config: ImageConfig | null
}

export function contentOf(shown: Pick<Shown, 'index' | 'manifest' | 'config'>): ShownContent {
  const index = documentIn(shown.index)
  const manifest = documentIn(shown.manifest)
  const config = documentIn(shown.config)
  return {
    manifests: index?.kind === 'index' ? readDescriptors(jsonOf(index).manifests, '').length : 0,
    manifest: manifest?.kind === 'manifest' ? readManifest({ value: jsonOf(manifest) }) : null,
    config: config?.kind === 'config' ? readImageConfig({ value: jsonOf(config) }) : null,
  }
}

export function documentIn(slot: Slot): ReaderDocument | null {
  return slot.status === 'ready' ? slot.document : null
}

// It was decoded before it was shown, so it is a JSON object; a byte order mark is no JSON.
function jsonOf({ text }: ReaderDocument): Record<string, unknown> {
  return JSON.parse(text.replace(/^\uFEFF/, ''))
}
