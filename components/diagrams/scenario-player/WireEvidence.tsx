'use client'
import {
  type KeyboardEvent,
  type PointerEvent,
  type SyntheticEvent,
  useId,
  useRef,
  useState,
} from 'react'
import { format } from '@/lib/i18n/format'
import type { WireView } from '@/lib/protobuf/wire-view'
import styles from './WireEvidence.module.css'
import type { WireWords } from './words'

type Props = { label: string; wire: WireView; words: WireWords }

/**
 * A message as JSON beside its bytes; a field chosen in one is marked in both, and explained.
 *
 * Without JavaScript both stand side by side, tags and lengths marked.
 */
export function WireEvidence({ label, wire, words }: Props) {
  const id = useId()
  const [chosen, setChosen] = useState<number | null>(null)
  const pointer = useRef('')
  const { fields, lines, head, size } = wire
  const isIn = (field: number | null) =>
    chosen !== null && field !== null && field >= chosen && field <= (fields[chosen]?.last ?? -1)
  const choose = ({ target }: SyntheticEvent) => {
    const at = target instanceof Element && target.closest<HTMLElement>('[data-field]')
    if (at) setChosen(Number(at.dataset.field))
  }
  // Not what scrolls below a pointer that rests.
  const onPointerMove = (event: PointerEvent) => {
    const place = `${event.clientX} ${event.clientY}`
    if (place !== pointer.current) choose(event)
    pointer.current = place
  }
  // a byte inside a map's entry has no line of its own: the entry's line is active
  const stops = [...new Set(lines.flatMap(({ field }) => field ?? []))].sort((a, b) => a - b)
  const here = stops.findLastIndex((field) => field <= (chosen ?? -1))
  const active = lines.findIndex(({ field }) => field === stops[here])
  const onKeyDown = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (way === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setChosen(stops[Math.max(0, Math.min(stops.length - 1, here + way))] ?? null)
  }
  return (
    <figure className={styles.figure} onPointerDown={choose} onPointerMove={onPointerMove}>
      <figcaption>{label}</figcaption>
      <div className={styles.sides}>
        <div className={styles.side}>
          <p className={styles.head}>{words.json}</p>
          <div
            className={styles.json}
            role="listbox"
            tabIndex={0}
            aria-label={`${label}: ${words.json}`}
            aria-describedby={`${id}-about`}
            aria-activedescendant={chosen === null || active < 0 ? undefined : `${id}-${active}`}
            onKeyDown={onKeyDown}
            onFocus={() => chosen === null && setChosen(0)}
          >
            {lines.map(({ text, field }, i) =>
              field === null ? (
                <div key={i} role="presentation" className={styles.line}>
                  {text}
                </div>
              ) : (
                <div
                  key={i}
                  id={`${id}-${i}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={i === active && chosen !== null}
                  className={styles.line}
                  data-field={field}
                  data-marked={isIn(field) || undefined}
                >
                  {text}
                </div>
              ),
            )}
          </div>
        </div>
        <div className={styles.side}>
          <p className={styles.head}>{format(words.bytes, { size })}</p>
          <p className={styles.bytes}>
            {head.map(({ hex, is }) => (
              <span key={is} className={styles.frame} title={is}>
                {hex}{' '}
              </span>
            ))}
            {fields.map(({ tag, length, value }, i) => (
              <span key={i} data-field={i} data-marked={isIn(i) || undefined}>
                <b>{length ? `${tag} ${length}` : tag}</b> {value && `${value} `}
              </span>
            ))}
          </p>
        </div>
      </div>
      <p className={styles.about} id={`${id}-about`} aria-live="polite">
        {chosen === null ? words.legend : explain(wire, chosen, words)}
      </p>
    </figure>
  )
}

function explain({ fields }: WireView, chosen: number, words: WireWords): string {
  const field = fields[chosen]
  if (!field) return words.legend
  const { name, number, wire, tag, length, bytes } = field
  const kind = words.kinds[wire as keyof WireWords['kinds']] ?? ''
  return format(words.field, {
    ...{ name: name ?? words.unknown, number, tag, wire },
    kind: format(kind, { length, bytes }),
  })
}
