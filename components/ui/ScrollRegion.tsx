import type { ReactNode } from 'react'
import styles from './ScrollRegion.module.css'

type Props = {
  /** what is inside, for those who come to it by keyboard */
  label: string
  className?: string | undefined
  /** found by the code around it */
  half?: 'raw' | 'view'
  children: ReactNode
}

/** A named part of the page that scrolls by itself, so the keyboard has to reach it. */
export function ScrollRegion({ label, className, half, children }: Props) {
  const names = className ? `${styles.region} ${className}` : styles.region
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll what has the focus
    <section className={names} aria-label={label} tabIndex={0} data-half={half}>
      {children}
    </section>
  )
}
