import { format } from '@/lib/i18n/format'
import type { Reference } from '@/lib/oci/reference'
import { formatReference } from '@/lib/oci/reference-text'
import { DigestText } from './DigestText'
import styles from './ReferenceView.module.css'
import type { ImagePanelWords } from './words'

/** What was typed, its parts, and what was filled in to make it whole. */
export function ReferenceView({
  reference,
  words,
}: {
  reference: Reference
  words: ImagePanelWords['reference']
}) {
  const { input, registry, repository, tag, digest, steps } = reference
  return (
    <div className={styles.reference}>
      <dl className={styles.parts}>
        <div>
          <dt>{words.registry}</dt>
          <dd>{registry}</dd>
        </div>
        <div>
          <dt>{words.repository}</dt>
          <dd data-mark="/">{repository}</dd>
        </div>
        {tag !== null && (
          <div>
            <dt>{words.tag}</dt>
            <dd data-mark=":">{tag}</dd>
          </div>
        )}
        {digest !== null && (
          <div>
            <dt>{words.digest}</dt>
            <dd data-mark="@">
              <DigestText digest={digest} />
            </dd>
          </div>
        )}
      </dl>
      <ul className={styles.steps}>
        {steps.length === 0 && <li>{words.whole}</li>}
        {steps.map((step) => (
          <li key={step.kind}>{format(words.steps[step.kind], step)}</li>
        ))}
      </ul>
      <p className={styles.normal}>
        <span>
          {words.typed} <code>{input}</code>
        </span>{' '}
        <span>
          {words.normal} <code>{formatReference(reference)}</code>
        </span>
      </p>
    </div>
  )
}
