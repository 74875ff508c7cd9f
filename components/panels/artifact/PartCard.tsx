import { format } from '@/lib/i18n/format'
import type { Fact } from '@/lib/oci/artifact/fact'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import styles from './ObjectPane.module.css'
import type { ObjectView } from './object'
import { SPECS } from './specs'
import type { CardWords } from './words'

type Props = { part: ObjectView['parts'][number]; words: CardWords }

/** What one part of a document says, as a list of facts; each tells where it stands. */
export function PartCard({ part, words }: Props) {
  const { name, means } = words.parts[part.kind]
  const spec = SPECS[part.kind]
  return (
    <section className={styles.card} aria-label={name}>
      <header>
        <h3>{name}</h3>
        <p>{means}</p>
        {part.inside !== null && (
          <p className={styles.inside}>{format(words.inside, { at: part.inside })}</p>
        )}
      </header>
      {part.facts.length > 0 && (
        <dl className={styles.list}>
          {part.facts.map((fact, i) => (
            <FactRow key={i} fact={fact} words={words} />
          ))}
        </dl>
      )}
      {spec && (
        <p className={styles.spec}>
          <a href={spec.url}>{spec.label}</a>
        </p>
      )}
    </section>
  )
}

function FactRow({ fact, words }: { fact: Fact; words: CardWords }) {
  return (
    <div title={fact.at || undefined}>
      <dt>{words.facts[fact.name]}</dt>
      <dd>
        {fact.values.map(({ text, digest }, i) => (
          <span key={i} className={styles.value}>
            {text && <Glyphs>{text}</Glyphs>}
            {text && digest && ' '}
            {digest && <DigestText digest={digest} />}
          </span>
        ))}
        {fact.more > 0 && (
          <span className={styles.more}>{format(words.more, { count: fact.more })}</span>
        )}
      </dd>
    </div>
  )
}
