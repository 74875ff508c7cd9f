import { DigestText } from '../image/DigestText'
import styles from './ObjectPane.module.css'
import { agrees, type Chain } from './object'
import type { CardWords } from './words'

/** Index → attestation manifest → statement → the image beside it, with the digests compared. */
export function ChainCard({ chain, words }: { chain: Chain; words: CardWords['chain'] }) {
  const steps = [
    [words.index, chain.index],
    [words.manifest, chain.statement],
    [words.statement, chain.statementSubject],
    [words.subject, chain.sibling ?? '–'],
  ] as const
  const good = agrees(chain)
  return (
    <section className={styles.chain} aria-label={words.heading}>
      <h3>{words.heading}</h3>
      <ol>
        {steps.map(([says, digest]) => {
          const [before, after] = says.split('{digest}')
          return (
            <li key={says}>
              {before}
              <DigestText digest={digest} />
              {after}
            </li>
          )
        })}
      </ol>
      <p className={styles.verdict} data-good={good || undefined}>
        {good ? words.same : words.other}
      </p>
    </section>
  )
}
