import { mediaTypeFacts } from '@/lib/oci/media-type'
import { mirrorRepository } from '@/lib/oci/mirror-path'
import { alignHistory } from '../history-aligner/model'
import { contentOf } from '../image/content'
import type { Shown } from '../image/state'

/** What manifest and config say of a layer before anybody reads it. */
export type LayerFacts = {
  digest: string
  diffId: string | null
  mediaType: string
  /** bytes of the blob, as its descriptor says */
  stored: number
  /** the build step that made it */
  createdBy: string | null
  /** never fetched: the descriptor says that it lies elsewhere */
  foreign: boolean
  urls: string[]
  blob?: undefined
}

/** The same of a layer whose bytes a reader brought; an archive without a manifest names no digest. */
export type OwnLayer = Omit<LayerFacts, 'digest' | 'blob'> & { digest: string | null; blob: Blob }

/** The layers of the image on screen, base first. */
export type ImageLayers<Layer = LayerFacts> = {
  /** tells one image from another */
  key: string
  /** where they are listed: `/api/layers/samples/hello`; empty where the reader brought them */
  path: string
  layers: Layer[]
}

export type AnyLayers = ImageLayers<LayerFacts | OwnLayer>

/** @returns null while there is no manifest that names layers, or its config is on its way */
export function layersOf(shown: Shown): ImageLayers | null {
  const { manifest, config } = contentOf(shown)
  if (!manifest || manifest.layers.length === 0 || shown.manifest.status !== 'ready') return null
  // Without the config's diffIDs less would be checked.
  if (shown.config.status === 'waiting') return null
  const steps = config ? alignHistory(config, manifest).rows : []
  const { origin, reference } = shown
  const place =
    origin.kind === 'recorded' && origin.name
      ? `samples/${origin.name}`
      : mirrorRepository(reference.registry, reference.repository)
  return {
    key: `${place} ${shown.manifest.document.digest}`,
    path: `/api/layers/${place}`,
    layers: manifest.layers.map(({ descriptor }, i) => {
      const { digest, mediaType, size, urls = [] } = descriptor
      return {
        ...{ digest, mediaType, stored: size, urls: [...urls] },
        diffId: config?.diffIds[i] ?? null,
        createdBy: steps.find(({ layer }) => layer === i)?.createdBy ?? null,
        foreign: !mediaTypeFacts(mediaType).distributable,
      }
    }),
  }
}

/** Where a layer is listed; the unpacked bytes are held against its diffID. */
export function listingPath({ path }: AnyLayers, { digest, diffId }: LayerFacts): string {
  return `${path}/${digest}${diffId ? `?diffId=${diffId}` : ''}`
}

/** Where the bytes of one file are. */
export function filePath({ path }: AnyLayers, { digest }: LayerFacts, index: number): string {
  return `${path}/${digest}/entries/${index}`
}
