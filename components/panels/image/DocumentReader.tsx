'use client'
import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import styles from './DocumentReader.module.css'
import { Explanation } from './Explanation'
import { Outline } from './Outline'
import { RawText } from './RawText'
import { firstField, nextField, type ReaderDocument, stopAt } from './reader'
import type { ImagePanelWords } from './words'

type Props = {
  /** unique on the page; ids of the view's rows start with it */
  id: string
  document: ReaderDocument
  words: ImagePanelWords
  /** JSON Pointer of the pinned field: the address says which, so whoever holds the address holds it */
  at: string | null
  onPin: (at: string | null) => void
  /** the address of this page with that field pinned; none for a document that has no address */
  hrefOf?: (at: string) => string
}

/** Characters of raw text drawn before the reader asks for more. */
const PART = 24 * 1024

/**
 * The bytes of a document as received, beside a view of the same fields with their meaning.
 *
 * Pointing at, tapping or focusing a key or value explains it. Without JavaScript the view
 * carries every meaning, and a key's link leads to its row.
 */
export function DocumentReader({ id, document, words, at, onPin, hrefOf }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = useState<{ field: number; from: 'raw' | 'view' } | null>(null)
  const pinned = fieldAt(document, at)
  const [stop, setStop] = useState(() => stopAt(document, PART))
  const [rows, setRows] = useState(ROWS)

  const { name } = words.documents[document.kind]
  const first = firstField(document)
  const active = pointed?.field ?? pinned ?? first
  const field = document.fields[active]

  // Brings the other half's place into sight, scrolling that half alone and never the page.
  useEffect(() => {
    const side = pointed
      ? pointed.from === 'raw'
        ? 'view'
        : 'raw'
      : pinned === null
        ? null
        : 'both'
    if (!side || !box.current) return
    for (const half of side === 'both' ? ['raw', 'view'] : [side]) {
      const scroller = box.current.querySelector<HTMLElement>(`[data-half="${half}"]`)
      const target = scroller?.querySelector<HTMLElement>(`[data-f="${active}"]`)
      if (scroller && target) reveal(scroller, target)
    }
  }, [pointed, pinned, active])

  const pin = (next: number | null) => {
    onPin(next === null ? null : (document.fields[next]?.at ?? null))
  }
  const point = (event: SyntheticEvent) => {
    const target = targetOf(event)
    if (!target) return
    setPointed((was) => (was?.field === target.field && was.from === target.from ? was : target))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setPointed(null)
      pin(null)
      return
    }
    const target = targetOf(event)
    if (target?.from !== 'raw' || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      pin(pinned === target.field ? null : target.field)
      return
    }
    const to = KEYS[event.key]
    if (!to) return
    event.preventDefault()
    focusField(box.current, nextField(document.fields.length, target.field, to), to)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for the links within
    <div
      ref={box}
      className={styles.reader}
      data-busy={pointed?.from === 'raw' || pinned !== null || undefined}
      onPointerOver={point}
      onPointerLeave={() => setPointed(null)}
      onFocus={point}
      onBlur={() => setPointed(null)}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const target = targetOf(event)
        if (!target) return
        if (target.from === 'raw') event.preventDefault()
        // A selection made by dragging is no click.
        if (getSelection()?.toString()) return
        pin(pinned === target.field ? null : target.field)
      }}
    >
      <div className={styles.raw}>
        <p className={styles.heading}>
          {words.raw.heading} <span>{words.raw.note}</span>
        </p>
        <RawText
          id={id}
          document={document}
          stop={stop}
          active={active}
          pinned={pinned}
          first={first}
          words={words.raw}
          label={`${name}: ${words.raw.label}`}
          onMore={() => setStop(stopAt(document, stop + PART))}
        />
      </div>
      <Explanation
        field={field}
        document={document}
        words={words}
        pinned={pinned !== null && pinned === active}
        onUnpin={() => pin(null)}
        {...(field && hrefOf && { href: hrefOf(field.at) })}
      />
      <div className={styles.view}>
        <p className={styles.heading}>
          {words.view.heading} <span>{words.view.note}</span>
        </p>
        <Outline
          id={id}
          document={document}
          active={active}
          rows={rows}
          words={words}
          onMore={() => setRows(rows + ROWS)}
        />
      </div>
    </div>
  )
}

/** Rows of the view drawn before the reader asks for more. */
const ROWS = 300

const KEYS: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
}

function fieldAt(document: ReaderDocument, at: string | null): number | null {
  if (at === null) return null
  const found = document.fields.findIndex((field) => field.at === at)
  return found < 0 ? null : found
}

function targetOf(event: SyntheticEvent): { field: number; from: 'raw' | 'view' } | null {
  if (!(event.target instanceof Element)) return null
  const element = event.target.closest('[data-f]')
  const half = element?.closest('[data-half]')?.getAttribute('data-half')
  if (!element || !half) return null
  // Inside a row its own controls keep their meaning.
  if (event.type === 'click' && half === 'view' && event.target.closest('a, button, summary')) {
    return null
  }
  return { field: Number(element.getAttribute('data-f')), from: half === 'raw' ? 'raw' : 'view' }
}

/** Moves the focus to a field's target; fields without one (items of an array) are stepped over. */
function focusField(
  box: HTMLElement | null,
  field: number,
  to: 'next' | 'previous' | 'first' | 'last',
) {
  const raw = box?.querySelector('[data-half="raw"]')
  const targets = [...(raw?.querySelectorAll<HTMLElement>('[data-f]') ?? [])]
  const forward = to === 'next' || to === 'first'
  const beyond = (element: HTMLElement) => {
    const its = Number(element.dataset.f)
    return forward ? its >= field : its <= field
  }
  // The key stands before the value, so from either side the key is met first or sought.
  const found = forward ? targets.find(beyond) : targets.filter(beyond).at(-1)
  const key = found && targets.find((element) => element.dataset.f === found.dataset.f)
  key?.focus()
}

function reveal(scroller: HTMLElement, target: HTMLElement) {
  const outer = scroller.getBoundingClientRect()
  const inner = target.getBoundingClientRect()
  if (inner.top < outer.top) scroller.scrollTop -= outer.top - inner.top + 24
  else if (inner.bottom > outer.bottom) {
    scroller.scrollTop += Math.min(inner.top - outer.top - 8, inner.bottom - outer.bottom + 24)
  }
}
