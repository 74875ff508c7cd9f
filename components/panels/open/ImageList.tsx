import { useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { ArchiveImage } from '@/lib/oci/archive/archive'
import { Glyphs } from '../image/Glyphs'
import { shorten } from '../values'
import styles from './Open.module.css'
import type { OpenWords } from './words'

type Props = {
  images: ArchiveImage[]
  chosen: number
  words: OpenWords['image']
  onChoose: (image: number) => void
}

/** Rows drawn before the reader asks for more. */
const ROWS = 30

/** The images of an archive, of which one is shown. */
export function ImageList({ images, chosen, words, onChoose }: Props) {
  const [limit, setLimit] = useState(ROWS)
  if (images.length === 0) return <p className={styles.quiet}>{words.none}</p>
  if (images.length === 1) return null
  return (
    <fieldset className={styles.images}>
      <legend>{format(words.choose, { count: images.length })}</legend>
      {images.slice(0, limit).map((image, i) => (
        // Two entries may be alike, so the key is the place.
        <label key={i} data-missing={image.config === null || undefined}>
          <input
            type="radio"
            name="opened-image"
            checked={i === chosen}
            onChange={() => onChoose(i)}
          />
          <span>
            <code>
              <Glyphs>{image.platform ?? '–'}</Glyphs>
            </code>{' '}
            <Glyphs>{image.names[0] ? shorten(image.names[0]) : words.noName}</Glyphs>
            {image.attestation && <b className={styles.attestation}>{words.attestation}</b>}
          </span>
        </label>
      ))}
      {images.length > limit && (
        <button type="button" onClick={() => setLimit(limit + 10 * ROWS)}>
          {format(words.more, { count: images.length - limit })}
        </button>
      )}
    </fieldset>
  )
}
