import type { ReactNode } from 'react'
import styles from './ProblemNote.module.css'

type Props = {
  /** from `problemSentence` */
  says: string
  try: string
  /** ways on, as buttons or links */
  children?: ReactNode
}

/** What is wrong and what to try, where it happened. */
export function ProblemNote({ says, try: attempt, children }: Props) {
  return (
    <div className={styles.problem} role="alert">
      <p className={styles.says}>{says}</p>
      <p>{attempt}</p>
      {children}
    </div>
  )
}
