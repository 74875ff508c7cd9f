import { useMemo } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { ArchiveImage } from '@/lib/oci/archive/archive'
import { mediaTypeFacts } from '@/lib/oci/media-type'
import { Part } from '../../ui/Part'
import { alignHistory } from '../history-aligner/model'
import { contentOf } from '../image/content'
import type { StartLayers } from '../layers/client'
import type { AnyLayers } from '../layers/facts'
import { OfImage } from '../layers/LayersLive'
import type { LayersWords } from '../layers/words'
import type { ImageDocuments } from './messages'
import styles from './Open.module.css'
import type { OpenWords } from './words'

type Props = {
  image: ArchiveImage
  documents: ImageDocuments
  /** base first; null where the archive lacks one */
  blobs: (Blob | null)[]
  start: StartLayers
  words: LayersWords
  inside: OpenWords['inside']
  locale: Locale
}

const SPEC = 'https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#applying-changesets'

/** The layers of an opened image, file by file, as the desk shows those of a registry. */
export function LayersInside({ image, documents, blobs, start, words, inside, locale }: Props) {
  const layers = useMemo(() => layersIn(image, documents, blobs), [image, documents, blobs])
  const missing = blobs.indexOf(null)
  // Blobs of an artifact are no file system.
  if (!layers && missing < 0) return null
  return (
    <Part id="layers-heading" kind="layer" words={words} source={{ href: SPEC, says: words.spec }}>
      {layers ? (
        <div data-layers>
          <OfImage
            key={layers.key}
            image={layers}
            start={start}
            prefix={null}
            words={words}
            locale={locale}
            path={null}
            fallback={null}
          />
        </div>
      ) : (
        <p className={styles.quiet}>{format(inside.missing, { n: missing + 1 })}</p>
      )}
    </Part>
  )
}

function layersIn(
  image: ArchiveImage,
  documents: ImageDocuments,
  blobs: (Blob | null)[],
): AnyLayers | null {
  const { manifest, config } = contentOf(documents)
  const steps = config ? alignHistory(config, manifest).rows : []
  const layers = image.layers.flatMap(({ digest, diffId, mediaType }, i) => {
    const blob = blobs[i]
    const isLayer = mediaType === null || mediaTypeFacts(mediaType).class === 'layer'
    if (!blob || !isLayer) return []
    return {
      ...{ digest, diffId, mediaType: mediaType ?? '', stored: blob.size, blob },
      createdBy: steps.find(({ layer }) => layer === i)?.createdBy ?? null,
      ...{ foreign: false, urls: [] },
    }
  })
  if (layers.length === 0 || layers.length < image.layers.length) return null
  const names = layers.map(({ digest, diffId }) => digest ?? diffId).join(' ')
  return { key: `file ${names}`, path: '', layers }
}
