import type { Locale } from '@/lib/i18n/locale'
import { CopyButton } from '../image/CopyButton'
import { Glyphs } from '../image/Glyphs'
import styles from './Explained.module.css'
import { Live } from './Live'
import type { Identity } from './model'
import { formulaOf, howOf, isBottom, nameOf } from './sentence'
import type { IdentityWords } from './words'

type Props = {
  identity: Identity
  /** the recording whose layers can be fetched here */
  sample: string | null
  words: IdentityWords
  locale: Locale
}

/** One name: how it is computed, in words and as a formula, and computed again here. */
export function Explained({ identity, sample, words, locale }: Props) {
  const { explained, kinds } = words
  return (
    <section
      className={styles.explained}
      data-kind={identity.kind}
      aria-labelledby="identity-explained"
    >
      <h3 id="identity-explained">
        <span>{explained.heading}</span> {nameOf(identity, words)}
      </h3>
      <p className={styles.digest}>
        <code data-digest={identity.digest}>{identity.digest}</code>{' '}
        <CopyButton text={identity.digest} words={explained.copy} label={identity.digest} />
      </p>
      <p>{howOf(identity, words)}</p>
      <pre className={styles.formula}>
        <code>
          <Glyphs>{formulaOf(identity, words)}</Glyphs>
          {!isBottom(identity) && <span> = {shorten(identity.digest)}</span>}
        </code>
      </pre>
      <Live key={identity.key + identity.digest} {...{ identity, sample, words, locale }} />
      <p className={styles.where}>
        <b>{explained.where}</b> {kinds[identity.kind].where}
      </p>
    </section>
  )
}

function shorten(digest: string): string {
  return digest.length > 32 ? `${digest.slice(0, 19)}…${digest.slice(-6)}` : digest
}
