'use client'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import styles from './VirtualRows.module.css'

type Props<Item> = {
  items: readonly Item[]
  /** names the list for those who come to it by keyboard */
  label: string
  /** height of each row, rem: rows of one height are what makes a long list cheap */
  rowHeight: number
  className?: string
  children: (item: Item, i: number) => ReactNode
}

/** Up to so many rows are simply drawn: as HTML before any script, and in print. */
const PLAIN = 120
/** Rows beyond the edges, so that the next keystroke finds its row. */
const SPARE = 8

/**
 * A list of any length in a box that scrolls by itself: only the rows in sight are in the page.
 *
 * The row that has the focus stays, wherever the box is scrolled.
 */
export function VirtualRows<Item>({ items, label, rowHeight, className, children }: Props<Item>) {
  const box = useRef<HTMLElement>(null)
  const [seen, setSeen] = useState({ top: 0, height: 480, row: rowHeight * 16 })
  const [held, setHeld] = useState(-1)
  const long = items.length > PLAIN

  useLayoutEffect(() => {
    const element = box.current
    if (!element || !long) return
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const row = rowHeight * (rem || 16)
      const { scrollTop, clientHeight: height } = element
      // By whole rows: a move within one draws nothing anew.
      const top = Math.floor(scrollTop / row) * row
      setSeen((was) =>
        was.top === top && was.height === height && was.row === row ? was : { top, height, row },
      )
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [long, rowHeight])

  const { top, height, row } = seen
  const first = long ? Math.max(0, Math.floor(top / row) - SPARE) : 0
  const end = long
    ? Math.min(items.length, Math.ceil((top + height) / row) + 1 + SPARE)
    : items.length
  const drawn = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i)
  if (long && held >= 0 && held < items.length && (held < first || held >= end)) drawn.push(held)
  return (
    <section
      ref={box}
      className={`${styles.box} ${className ?? ''}`}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll what has the focus
      tabIndex={0}
    >
      <ul className={styles.rows} {...(long && { style: { blockSize: items.length * row } })}>
        {drawn.map((i) => (
          <li
            key={i}
            aria-setsize={items.length}
            aria-posinset={i + 1}
            data-apart={long || undefined}
            onFocus={() => setHeld(i)}
            onBlur={() => setHeld(-1)}
            {...(long && { style: { insetBlockStart: i * row, blockSize: row } })}
          >
            {children(items[i]!, i)}
          </li>
        ))}
      </ul>
    </section>
  )
}
