import { format } from '@/lib/i18n/format'
import { nowhere, type PanelAddress, writeAddress } from './address'
import styles from './PanelIsland.module.css'
import type { Shown } from './state'
import type { ImagePanelWords } from './words'

type Props = {
  shown: Shown
  words: ImagePanelWords
  prefix: string
  platform: string | null
  pin: { document: string; at: string } | null
}

/** What the figure shows, and links that bring another reader to the same. */
export function Caption({ shown, words, prefix, platform, pin }: Props) {
  const first = shown.index.status === 'absent' ? shown.manifest : shown.index
  const { registry, repository } = shown.reference
  const href = (more: Partial<PanelAddress>) =>
    writeAddress('', prefix, { ...nowhere, reference: shown.canonical, platform, ...more })
  return (
    <figcaption className={styles.caption}>
      {format(words.title, { reference: shown.canonical })}
      <span className={styles.links}>
        {words.links.heading} <a href={href({})}>{words.links.byReference}</a>
        {first.status === 'ready' && (
          <a href={href({ reference: `${registry}/${repository}@${first.document.digest}` })}>
            {words.links.byDigest}
          </a>
        )}
        {pin && <a href={href(pin)}>{words.links.byField}</a>}
      </span>
    </figcaption>
  )
}
