import type { ReactNode } from 'react'
import styles from './Part.module.css'

type Props = {
  /** the heading's id: a link can lead here */
  id: string
  /** the colour of what the part is about; process and kernel neutral if not given */
  kind?: 'index' | 'manifest' | 'config' | 'layer' | 'referrer'
  words: { name: string; heading: string; lead: string }
  /** where a reader can check the lead */
  source?: { href: string; says: string }
  children: ReactNode
}

/** A part of the desk: a tab with its name, the question as heading, a lead, and what it shows. */
export function Part({ id, kind, words, source, children }: Props) {
  return (
    <section className={styles.part} data-kind={kind} aria-labelledby={id}>
      <header className={styles.header}>
        <p className={styles.tab}>{words.name}</p>
        <h2 id={id}>{words.heading}</h2>
        <p className={styles.lead}>
          {words.lead}
          {source && (
            <>
              {' '}
              <a href={source.href}>{source.says}</a>
            </>
          )}
        </p>
      </header>
      {children}
    </section>
  )
}
