import type { ReactNode } from 'react'
import type { ProblemSays } from './model'
import styles from './ProblemNote.module.css'

type Props = ProblemSays & {
  /** ways on, as buttons or links */
  children?: ReactNode
}

/** What is wrong and what to try, where it happened. */
export function ProblemNote({ says, try: attempt, played, children }: Props) {
  return (
    <div className={styles.problem} role="alert">
      <p className={styles.says}>{says}</p>
      <p>{attempt}</p>
      {played && (
        <p>
          <a href={played.href}>{played.text}</a>
        </p>
      )}
      {children}
    </div>
  )
}
