import type { Change } from './compare-config.ts'
import { compareConfigs, compareMaps } from './compare-config.ts'
import type { ComparedLayer, LayerPair } from './compare-layers.ts'
import { comparedLayers, pairLayers } from './compare-layers.ts'
import type { DecodedDocument } from './document.ts'
import type { HistoryStyle } from './history-style.ts'
import { commonSteps, historyStyle } from './history-style.ts'

/** A document with the digest it was found by; `size` in bytes. */
export type NamedDocument = {
  digest: string
  size: number
  document: Pick<DecodedDocument, 'kind' | 'mediaType' | 'value'>
}

/** One of two images. Without index, the reference led to the manifest at once. */
export type ImageDocuments = {
  index: NamedDocument | null
  manifest: NamedDocument
  /** null when it could not be had */
  config: NamedDocument | null
}

export type DocumentPair = {
  kind: 'index' | 'manifest' | 'config'
  a: { digest: string; mediaType: string | null; size: number } | null
  b: { digest: string; mediaType: string | null; size: number } | null
  same: boolean
}

export type ImageSizes = {
  layers: number
  /** bytes of the layers as stored, each digest once */
  stored: number
  /** bytes to fetch for a machine that has the other image: manifest, config and layers it lacks */
  missing: number
}

export type ImageComparison = {
  documents: DocumentPair[]
  layers: LayerPair[]
  /** bytes of the blobs that both name */
  shared: number
  sizes: { a: ImageSizes; b: ImageSizes }
  /** null when one of the configs is missing or no image config */
  config: Change[] | null
  annotations: Change<'annotations'>[]
  history: { a: HistoryStyle; b: HistoryStyle; common: number } | null
}

/** Compares two images by what their documents say; nothing is unpacked. */
export function compareImages(a: ImageDocuments, b: ImageDocuments): ImageComparison {
  const [left, right] = [layersOf(a), layersOf(b)]
  const [held, named] = [blobsOf(a, left), blobsOf(b, right)]
  const configs =
    a.config?.document.kind === 'config' && b.config?.document.kind === 'config'
      ? { a: a.config.document.value, b: b.config.document.value }
      : null
  return {
    documents: (['index', 'manifest', 'config'] as const).flatMap((kind) =>
      a[kind] || b[kind] ? [pairOf(kind, a[kind], b[kind])] : [],
    ),
    layers: pairLayers(left, right),
    shared: sum([...held].filter(([digest]) => named.has(digest))),
    sizes: { a: sizesOf(left, held, named), b: sizesOf(right, named, held) },
    config: configs && compareConfigs(configs.a, configs.b),
    annotations: compareMaps(
      'annotations',
      '/annotations',
      a.manifest.document.value.annotations,
      b.manifest.document.value.annotations,
    ),
    history: configs && {
      a: historyStyle(configs.a),
      b: historyStyle(configs.b),
      common: commonSteps(configs.a, configs.b),
    },
  }
}

function layersOf({ manifest, config }: ImageDocuments): ComparedLayer[] {
  return comparedLayers({ manifest: manifest.document.value, config: config?.document.value })
}

function pairOf(
  kind: DocumentPair['kind'],
  a: NamedDocument | null,
  b: NamedDocument | null,
): DocumentPair {
  const told = (named: NamedDocument | null) =>
    named && {
      digest: named.digest,
      mediaType: named.document.mediaType,
      size: named.size,
    }
  return { kind, a: told(a), b: told(b), same: a !== null && a.digest === b?.digest }
}

/** Sizes of what a pull stores, by digest. */
function blobsOf(
  { manifest, config }: ImageDocuments,
  layers: readonly ComparedLayer[],
): Map<string, number> {
  return new Map([
    [manifest.digest, manifest.size],
    ...(config ? [[config.digest, config.size] as const] : []),
    ...layers.map(({ digest, size }) => [digest, size] as const),
  ])
}

function sizesOf(
  layers: readonly ComparedLayer[],
  own: Map<string, number>,
  other: Map<string, number>,
): ImageSizes {
  return {
    layers: layers.length,
    stored: sum([...new Map(layers.map(({ digest, size }) => [digest, size]))]),
    missing: sum([...own].filter(([digest]) => !other.has(digest))),
  }
}

function sum(sizes: readonly (readonly [string, number])[]): number {
  return sizes.reduce((total, [, size]) => total + size, 0)
}
