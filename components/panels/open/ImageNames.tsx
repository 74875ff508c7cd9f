import { format } from '@/lib/i18n/format'
import type { ArchiveImage } from '@/lib/oci/archive/archive'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import { shorten } from '../values'
import type { ImageDocuments } from './messages'
import styles from './Open.module.css'
import type { OpenWords } from './words'

type Props = {
  image: ArchiveImage
  documents: ImageDocuments | null
  words: OpenWords['image']
}

/** Names shown at once. */
const LISTED = 8

/** By which digests this image goes in this archive, and which of them another archive shares. */
export function ImageNames({ image, documents, words }: Props) {
  const digestIn = (slot: keyof ImageDocuments) => {
    const found = documents?.[slot]
    return found?.status === 'ready' ? found.document.digest : null
  }
  const config = image.config?.digest ?? digestIn('config')
  const manifest = image.manifest?.digest ?? digestIn('manifest')
  const index = image.indexes.at(-1)?.digest ?? null
  return (
    <dl className={styles.names}>
      {image.names.length > 0 && (
        <div>
          <dt>{words.names}</dt>
          <dd>
            {image.names.slice(0, LISTED).map((name) => (
              <code key={name}>
                <Glyphs>{shorten(name)}</Glyphs>
              </code>
            ))}{' '}
            <span className={styles.quiet}>{format(words.from, { via: image.via })}</span>
          </dd>
        </div>
      )}
      {config && <Name tone="config" term={words.config} digest={config} why={words.configWhy} />}
      {image.manifest ? (
        manifest && (
          <Name
            tone="manifest"
            term={words.manifest}
            digest={manifest}
            why={image.manifest.digest ? words.manifestWhy : words.manifestDir}
          />
        )
      ) : (
        <div data-tone="manifest">
          <dt>{words.manifest}</dt>
          <dd>
            <p>{words.manifestNone}</p>
          </dd>
        </div>
      )}
      {index && <Name tone="index" term={words.index} digest={index} why={words.indexWhy} />}
    </dl>
  )
}

type NameProps = { tone: string; term: string; digest: string; why: string }

function Name({ tone, term, digest, why }: NameProps) {
  return (
    <div data-tone={tone}>
      <dt>{term}</dt>
      <dd>
        <DigestText digest={digest} whole />
        <p>{why}</p>
      </dd>
    </div>
  )
}
