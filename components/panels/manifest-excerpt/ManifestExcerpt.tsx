import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { decodeDocument } from '@/lib/oci/document'
import { readManifests } from '@/lib/recordings/layout'
import { readKeptBlob, readRecording } from '@/lib/recordings/recording'
import styles from './ManifestExcerpt.module.css'
import { manifestRuns } from './model'

/** {reference} {date} {bytes} in the sentences */
export type ManifestExcerptWords = {
  manifestTitle: string
  manifestCaption: string
  notes: { config: string; layers: string; digest: string; whole: string }
}

type Props = { recorded: string; locale: Locale; words: ManifestExcerptWords }

/** First runnable manifest of a recording, its own text with four notes. Needs no JavaScript. */
export async function ManifestExcerpt({ recorded, locale, words }: Props) {
  const { reference, observedAt } = await readRecording(recorded)
  const manifest = await firstManifest(recorded)
  const { text, json } = decodeDocument(manifest.bytes, null)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <figure className={styles.excerpt}>
      <figcaption>
        <strong>{words.manifestTitle}</strong>{' '}
        {format(words.manifestCaption, {
          reference,
          date: date.format(new Date(observedAt)),
        })}
      </figcaption>
      <pre className={styles.raw} lang="en">
        {manifestRuns(text, json).map((run, i) => (
          <span
            key={i}
            data-role={run.role ?? undefined}
            data-note={run.number ?? undefined}
            className={run.digest ? styles.digest : undefined}
          >
            {run.text}
          </span>
        ))}
      </pre>
      <p className={styles.name}>
        <span>{manifest.digest}</span>
      </p>
      <ol className={styles.notes}>
        <li data-role="config">{words.notes.config}</li>
        <li>{words.notes.digest}</li>
        <li data-role="layer">{words.notes.layers}</li>
        <li>
          {format(words.notes.whole, {
            bytes: new Intl.NumberFormat(locale).format(manifest.bytes.length),
          })}
        </li>
      </ol>
    </figure>
  )
}

async function firstManifest(recorded: string) {
  for (const digest of (await readManifests(recorded)).keys()) {
    const bytes = await readKeptBlob(recorded, digest)
    if (bytes && decodeDocument(bytes, null).kind === 'manifest') return { digest, bytes }
  }
  throw new Error(`content/recordings/${recorded} has no image manifest`)
}
