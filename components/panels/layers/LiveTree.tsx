import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { View } from './explorer'
import type { Row } from './rows'
import styles from './Tree.module.css'
import { TreeHead, TreeRow } from './TreeRow'
import type { LayersWords } from './words'

type Props = {
  view: View | null
  layer: number
  chosen: string | null
  words: LayersWords
  /** the row under the keys, from 0; set from outside it comes into sight */
  active: number
  onActive: (at: number) => void
  onWindow: (from: number, count: number) => void
  onToggle: (row: Row) => void
  onChoose: (row: Row) => void
  onParent: (row: Row) => void
  /** rows are whole paths */
  flat: boolean
  /** what stands in place of rows */
  empty: string
}

/** Rows drawn above and below what is in sight. */
const SPARE = 12
/** The window moves by so many rows, so that not every pixel asks for new ones. */
const STRIDE = 8

/** The tree with only the rows in sight in the page; one focus, moved by keys. */
export function LiveTree(props: Props) {
  const { view, layer, chosen, words, active, onActive, onWindow, flat, empty } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(28)
  const [from, setFrom] = useState(0)
  const [fits, setFits] = useState(20)
  const total = view?.total ?? 0
  const count = fits + 2 * SPARE

  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      setHeight(Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 28)
      setFits(Math.ceil(element.clientHeight / 24))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => onWindow(from, count), [from, count, onWindow])

  const onScroll = () => {
    const first = Math.floor((box.current?.scrollTop ?? 0) / height) - SPARE
    setFrom(Math.max(0, Math.floor(first / STRIDE) * STRIDE))
  }

  /** Brings a row into sight with the least movement. */
  const reveal = (at: number) => {
    const element = box.current
    if (!element) return
    const top = at * height
    const head = element.querySelector('thead')?.offsetHeight ?? height
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + height > element.scrollTop + element.clientHeight - head) {
      element.scrollTop = top + height - element.clientHeight + head
    }
  }
  const revealing = useRef(reveal)
  revealing.current = reveal
  const isKnown = total > active
  useEffect(() => {
    if (isKnown) revealing.current(active)
  }, [active, isKnown])

  const rows = view?.rows ?? []
  const offset = view?.from ?? 0
  const here = rows[active - offset]
  const page = Math.max(1, fits - 2)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Record<string, number> = {
      ...{ ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: total - 1 },
      ...{ PageDown: active + page, PageUp: active - page },
    }
    const to = moves[event.key]
    if (to !== undefined) onActive(Math.max(0, Math.min(total - 1, to)))
    else if (!here) return
    else if (event.key === 'Enter' || event.key === ' ') props.onChoose(here)
    else if (event.key === 'ArrowRight') {
      if (here.opens && !here.open) props.onToggle(here)
      else if (here.open) onActive(active + 1)
    } else if (event.key === 'ArrowLeft') {
      if (here.open) props.onToggle(here)
      else props.onParent(here)
    } else return
    event.preventDefault()
  }

  return (
    <div
      className={styles.box}
      ref={box}
      onScroll={onScroll}
      data-live
      data-flat={flat || undefined}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own example is a table
        role="treegrid"
        className={styles.tree}
        aria-label={format(words.tree.label, { n: layer + 1 })}
        aria-rowcount={total + 1}
        aria-activedescendant={here ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <TreeHead words={words} />
        <tbody>
          <Gap height={offset * height} />
          {rows.map((row, i) => (
            <TreeRow
              key={`${row.home} ${row.index} ${row.path}`}
              id={`${id}-${offset + i}`}
              row={row}
              at={offset + i}
              words={words}
              active={offset + i === active}
              chosen={row.path === chosen}
              onToggle={() => props.onToggle(row)}
              onChoose={() => {
                onActive(offset + i)
                props.onChoose(row)
              }}
            />
          ))}
          <Gap height={Math.max(0, total - offset - rows.length) * height} />
        </tbody>
      </table>
      {total === 0 && <p className={styles.empty}>{empty}</p>}
    </div>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={6} style={{ height }} />
    </tr>
  )
}
