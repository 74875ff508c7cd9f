import styles from './DigestText.module.css'
import { digestParts } from './reader'

/**
 * A digest, shortened in the middle to the eye; selected and copied it is whole.
 *
 * `data-digest` lets the same digest light up everywhere on the page (digest-light.ts).
 */
export function DigestText({ digest, whole = false }: { digest: string; whole?: boolean }) {
  const [head, middle, tail] = whole ? [digest, '', ''] : digestParts(digest)
  return (
    <code className={styles.digest} data-digest={digest} title={middle ? digest : undefined}>
      {head}
      {middle && <span className={styles.middle}>{middle}</span>}
      {tail}
    </code>
  )
}
