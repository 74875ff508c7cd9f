import { chainText } from '@/lib/oci/chain-id'
import { contentOf, documentIn } from '../image/content'
import type { ReaderDocument } from '../image/reader'
import type { ShownDocuments } from '../image/shown-context'
import type { Shown } from '../image/state'

export type IdentityKind = 'index' | 'manifest' | 'config' | 'layer' | 'diffId' | 'chainId'

/** One name that something of the image goes by, and what is hashed to get it. */
export type Identity = {
  /** unique in its picture: `config`, `diffId-2` */
  key: string
  kind: IdentityKind
  digest: string
  /** counted from 1, bottom first; null for a document */
  layer: number | null
  of:
    | { what: 'document'; text: string; size: number }
    | { what: 'blob'; size: number; mediaType: string }
    | { what: 'unpacked'; blob: { digest: string; size: number; mediaType: string } | null }
    /** null: the bottom of the chain, its diffID itself */
    | { what: 'chain'; text: string | null }
}

/** The three names of one layer; null where the documents disagree on how many there are. */
export type LayerNames = {
  layer: Identity | null
  diffId: Identity | null
  chainId: Identity | null
}

export type IdentityPicture = {
  index: Identity | null
  manifest: Identity | null
  config: Identity | null
  layers: LayerNames[]
  /** manifests of the index that are not the one shown */
  others: number
  /** the recording whose layers this site holds: `/v2/samples/<sample>/…` */
  sample: string | null
}

/** The DiffIDs that the config on screen promises. */
export function diffIdsOf(shown: Pick<Shown, 'index' | 'manifest' | 'config'>): string[] {
  return contentOf(shown).config?.diffIds ?? []
}

/**
 * Every name in the image on screen.
 *
 * @param chain ChainIDs of its DiffIDs, as far as they are computed
 */
export function identitiesOf(shown: ShownDocuments, chain: readonly string[]): IdentityPicture {
  const { manifests, manifest, config } = contentOf(shown)
  const layers = manifest && (config || isImage(shown)) ? manifest.layers : []
  const diffIds = config?.diffIds ?? []
  const rows = Array.from({ length: Math.max(layers.length, diffIds.length) }, (_, i) => {
    const blob = layers[i]?.descriptor ?? null
    const diffId = diffIds[i]
    const chainId = chain[i]
    return {
      layer: blob && named('layer', blob.digest, i, { what: 'blob', ...sizeAndType(blob) }),
      diffId:
        diffId === undefined
          ? null
          : named('diffId', diffId, i, {
              what: 'unpacked',
              blob: blob && { digest: blob.digest, ...sizeAndType(blob) },
            }),
      chainId:
        diffId === undefined || chainId === undefined
          ? null
          : named('chainId', chainId, i, {
              what: 'chain',
              text: chainText(chain[i - 1] ?? null, diffId),
            }),
    }
  })
  return {
    index: document('index', documentIn(shown.index)),
    manifest: document('manifest', documentIn(shown.manifest)),
    config: document('config', documentIn(shown.config)),
    layers: rows,
    others: Math.max(0, manifests - 1),
    sample: shown.origin.kind === 'recorded' && shown.origin.name ? shown.origin.name : null,
  }
}

/** In reading order. */
export function allOf(picture: IdentityPicture): Identity[] {
  const { index, manifest, config, layers } = picture
  return [
    index,
    manifest,
    config,
    ...layers.flatMap(({ layer, diffId, chainId }) => [layer, diffId, chainId]),
  ].filter((identity) => identity !== null)
}

/** Explained before anything is pointed at: the name that most people call the image's. */
export function firstOf(picture: IdentityPicture): Identity | null {
  return picture.config ?? picture.manifest ?? picture.index
}

/** What a tool means by the digest it prints. `top`: what the reference leads to. */
export type Meaning =
  | 'top'
  | 'manifest'
  | 'config'
  | 'layers'
  | 'diffIds'
  | 'chainIds'
  /** of all layers together */
  | 'topChainId'

/** What a tool would print for the image on screen; empty where that is not known here. */
export function printedFor(picture: IdentityPicture, meaning: Meaning): Identity[] {
  const { index, manifest, config, layers } = picture
  const column = (name: keyof LayerNames) => layers.flatMap((row) => (row[name] ? [row[name]] : []))
  const one = (identity: Identity | null | undefined) => (identity ? [identity] : [])
  switch (meaning) {
    case 'top':
      return one(index ?? manifest)
    case 'manifest':
      return one(manifest)
    case 'config':
      return one(config)
    case 'layers':
      return column('layer')
    case 'diffIds':
      return column('diffId')
    case 'chainIds':
      return column('chainId')
    case 'topChainId':
      return one(layers.at(-1)?.chainId)
  }
}

// While the config is on its way, its layers are known already; an artifact's blobs are none.
function isImage({ config }: Pick<Shown, 'config'>): boolean {
  return config.status === 'waiting' || config.status === 'failed'
}

function document(
  kind: 'index' | 'manifest' | 'config',
  found: ReaderDocument | null,
): Identity | null {
  if (!found) return null
  const { digest, text, size } = found
  return { key: kind, kind, digest, layer: null, of: { what: 'document', text, size } }
}

function named(
  kind: 'layer' | 'diffId' | 'chainId',
  digest: string,
  i: number,
  of: Identity['of'],
): Identity {
  return { key: `${kind}-${i + 1}`, kind, digest, layer: i + 1, of }
}

function sizeAndType({ size, mediaType }: { size: number; mediaType: string }) {
  return { size, mediaType }
}
