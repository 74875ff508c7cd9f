'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { draw, move, roomOn, type Scenario, type Step } from './model'
import styles from './ScenarioPlayer.module.css'
import type { ScenarioPlayerWords } from './words'

type Props = {
  scenario: Scenario
  words: ScenarioPlayerWords
  /** shown first, from 0; the permalink's */
  start?: number
  onStep?: (step: number) => void
  /** more may follow: the drawing grows as steps arrive, and the newest is shown */
  following?: boolean
}

/** More steps than this are not drawn smaller: the drawing scrolls. */
const LONG = 8

/**
 * Draws a scenario as a sequence, and lists the same steps as text with the evidence of each.
 *
 * Without JavaScript everything is there: the whole drawing, and a list whose items open.
 * With it: Next and Previous, arrow keys, and the current step lit in both.
 */
export function ScenarioPlayer({ scenario, words, start = 0, onStep, following = false }: Props) {
  const [chosen, setChosen] = useState<number | null>(null)
  const count = scenario.steps.length
  const current = Math.min(chosen ?? (following ? count - 1 : start), Math.max(0, count - 1))
  const list = useRef<HTMLOListElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  // Scrolls the list alone, never the page, and not before the reader has moved.
  useEffect(() => {
    const item = list.current?.children[current]
    if (!moved.current || !list.current || !(item instanceof HTMLElement)) return
    list.current.scrollTop = item.offsetTop
    const row = stage.current?.querySelector('[data-current]')
    const box = stage.current?.querySelector('section')
    if (row && box) {
      const [at, within] = [row.getBoundingClientRect(), box.getBoundingClientRect()]
      if (at.top < within.top || at.bottom > within.bottom) {
        box.scrollTop += at.top - within.top - within.height / 2
      }
    }
  }, [current])
  const go = (step: number) => {
    moved.current = true
    setChosen(step)
    onStep?.(step)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = KEYS[event.key]
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go(move(current, count, to))
  }
  const name = (id: string) => scenario.actors.find((actor) => actor.id === id)?.name ?? id
  return (
    <div className={styles.frame}>
      <div
        className={styles.player}
        data-long={scenario.steps.length > LONG || scenario.actors.length > 4 || undefined}
      >
        <div className={styles.stage} ref={stage}>
          <ScrollRegion className={styles.scroll} label={scenario.title}>
            <Sequence
              scenario={scenario}
              current={current}
              label={format(words.drawing, { title: scenario.title })}
              onPick={go}
            />
          </ScrollRegion>
          <div className={styles.controls}>
            <button
              type="button"
              disabled={current === 0}
              onClick={() => go(move(current, count, 'previous'))}
              onKeyDown={onKeyDown}
            >
              {words.previous}
            </button>
            <button
              type="button"
              disabled={current >= count - 1}
              onClick={() => go(move(current, count, 'next'))}
              onKeyDown={onKeyDown}
            >
              {words.next}
            </button>
            <output className={styles.position}>
              {format(words.position, { n: Math.min(current + 1, count), count })}
            </output>
          </div>
        </div>
        <ol ref={list} className={styles.steps} aria-label={words.list}>
          {scenario.steps.map((step, i) => (
            <li key={i} aria-current={i === current ? 'step' : undefined}>
              <details
                open={i === current}
                onToggle={(event) => {
                  if (event.currentTarget.open && i !== current) go(i)
                }}
              >
                {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control */}
                <summary onKeyDown={onKeyDown}>
                  <span className={styles.number}>{i + 1}</span>
                  <span className={styles.call}>{step.call}</span>
                  {step.answer && (
                    <span className={styles.answer} data-tone={step.answer.tone}>
                      {step.answer.text}
                    </span>
                  )}
                  <span className={styles.ways}>
                    {step.from === step.to
                      ? name(step.from)
                      : format(words.arrow, { from: name(step.from), to: name(step.to) })}
                  </span>
                </summary>
                <StepBody step={step} />
              </details>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

const KEYS: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
}

function StepBody({ step }: { step: Step }) {
  return (
    <div className={styles.body}>
      <p>{step.words}</p>
      {step.evidence.map((evidence, i) => (
        <figure key={i} className={styles.evidence}>
          <figcaption>{evidence.label}</figcaption>
          <pre>{evidence.lines.join('\n')}</pre>
        </figure>
      ))}
    </div>
  )
}

function Sequence({
  scenario,
  current,
  label,
  onPick,
}: {
  scenario: Scenario
  current: number
  label: string
  onPick: (step: number) => void
}) {
  const { width, height, box, lanes, rows } = draw(scenario)
  return (
    // The list beside it says the same and can be operated; the drawing is its picture.
    <svg
      className={styles.drawing}
      data-lanes={lanes.length}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {lanes.map((lane, i) => (
        <g key={lane.id} className={styles.actor} data-role={scenario.actors[i]?.role}>
          <line x1={lane.x} y1={48} x2={lane.x} y2={height} />
          <rect x={lane.x - box / 2} y={1} width={box} height={46} rx={3} />
          <text x={lane.x} y={scenario.actors[i]?.note ? 20 : 29}>
            {scenario.actors[i]?.name}
          </text>
          {scenario.actors[i]?.note && (
            <text className={styles.note} x={lane.x} y={37}>
              {shorten(scenario.actors[i].note, 24)}
            </text>
          )}
        </g>
      ))}
      {rows.map((row, i) => {
        const step = scenario.steps[i]
        if (!step) return null
        const way = Math.sign(row.to - row.from) || 1
        const middle = (row.from + row.to) / 2
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the list's summaries do
          <g
            key={i}
            className={styles.step}
            data-current={i === current || undefined}
            onClick={() => onPick(i)}
          >
            <rect className={styles.hit} x={0} y={row.y - 17} width={width} height={44} />
            {row.self ? (
              <path d={`M${row.from} ${row.y} h34 v12 h-28`} />
            ) : (
              <path d={`M${row.from} ${row.y} H${row.to - way * 7}`} />
            )}
            <path
              className={styles.head}
              d={
                row.self
                  ? `M${row.from + 2} ${row.y + 12} l7 -4 v8 z`
                  : `M${row.to - way} ${row.y} l${-way * 8} -4.5 v9 z`
              }
            />
            <text
              className={styles.call}
              x={row.self ? row.from + 44 : middle + 4 * way}
              y={row.y - 5}
              data-self={row.self || undefined}
            >
              {shorten(step.call, row.self ? 25 : roomOn(row))}
            </text>
            {step.answer && !row.self && (
              <>
                <path
                  className={styles.back}
                  data-tone={step.answer.tone}
                  d={`M${row.to} ${row.y + 18} H${row.from + way * 7}`}
                />
                <path
                  className={styles.backHead}
                  data-tone={step.answer.tone}
                  d={`M${row.from + way} ${row.y + 18} l${way * 8} -4.5 v9 z`}
                />
                <text
                  className={styles.result}
                  data-tone={step.answer.tone}
                  x={middle}
                  y={row.y + 13}
                >
                  {shorten(step.answer.text, roomOn(row) + 3)}
                </text>
              </>
            )}
            <g className={styles.badge}>
              <circle cx={row.from} cy={row.y} r={8.5} />
              <text x={row.from} y={row.y + 3.5}>
                {i + 1}
              </text>
            </g>
          </g>
        )
      })}
    </svg>
  )
}

/** The whole text is in the list; the drawing has only so much room. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const head = Math.ceil((length - 1) * 0.6)
  return `${text.slice(0, head)}…${text.slice(text.length - (length - 1 - head))}`
}
