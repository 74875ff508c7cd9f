'use client'
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { draw, move, nameLines, ROW, type Scenario, type Step, type WireEvidence } from './model'
import styles from './ScenarioPlayer.module.css'
import type { ScenarioPlayerWords } from './words'

type Props = {
  scenario: Scenario
  words: ScenarioPlayerWords
  /** shown first, from 0; the permalink's */
  start?: number
  onStep?: (step: number) => void
  /** the address of a step, where it has one */
  linkOf?: (step: number) => string
  /** shows a message as JSON and bytes; only who has such evidence loads what can */
  wire?: (evidence: WireEvidence) => ReactNode
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
export function ScenarioPlayer({
  scenario,
  words,
  start = 0,
  onStep,
  linkOf,
  wire,
  following = false,
}: Props) {
  const [chosen, setChosen] = useState<number | null>(null)
  const count = scenario.steps.length
  const current = Math.min(chosen ?? (following ? count - 1 : start), Math.max(0, count - 1))
  const list = useRef<HTMLOListElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const isLinked = start > 0 && !following
  // Scrolls the list alone, never the page, and only where the reader moved or came by a link.
  useEffect(() => {
    const item = list.current?.children[current]
    if (!(moved.current || isLinked) || !list.current || !(item instanceof HTMLElement)) return
    list.current.scrollTop = item.offsetTop
    const row = stage.current?.querySelector('[data-current]')
    const box = stage.current?.querySelector('section')
    if (row && box) {
      const [at, within] = [row.getBoundingClientRect(), box.getBoundingClientRect()]
      if (at.top < within.top || at.bottom > within.bottom) {
        box.scrollTop += at.top - within.top - within.height / 2
      }
    }
  }, [current, isLinked])
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
        data-long={count > LONG || undefined}
        data-moved={(chosen ?? start) > 0 || chosen !== null || undefined}
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
          {/* Not `disabled`: at either end the keys would lose the focus that they work on. */}
          <div className={styles.controls}>
            <button
              type="button"
              aria-disabled={current === 0}
              onClick={() => go(move(current, count, 'previous'))}
              onKeyDown={onKeyDown}
            >
              {words.previous}
            </button>
            <button
              type="button"
              aria-disabled={current >= count - 1}
              onClick={() => go(move(current, count, 'next'))}
              onKeyDown={onKeyDown}
            >
              {words.next}
            </button>
            <output className={styles.position}>
              {format(words.position, { n: Math.min(current + 1, count), count })}
            </output>
            {linkOf && (
              <a className={styles.link} href={linkOf(current)}>
                {words.link}
              </a>
            )}
          </div>
          <p className={styles.keys}>{words.keys}</p>
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
                <StepBody step={step} wire={wire} />
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

function StepBody({ step, wire }: { step: Step; wire: Props['wire'] }) {
  return (
    <div className={styles.body}>
      <p>{step.words}</p>
      {step.evidence.map((evidence, i) => {
        if ('wire' in evidence) {
          return <Fragment key={i}>{wire?.(evidence)}</Fragment>
        }
        const again = i > 0 && step.evidence[i - 1]?.label === evidence.label
        return (
          <figure key={i} className={styles.evidence}>
            {!again && <figcaption>{evidence.label}</figcaption>}
            <pre>
              {evidence.lines.map((line, at) => {
                const Line = evidence.marks?.includes(at) ? 'mark' : 'span'
                // an empty line keeps its height
                return <Line key={at}>{line || ' '}</Line>
              })}
            </pre>
          </figure>
        )
      })}
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
  const { width, head, height, box, lanes, rows } = draw(scenario)
  return (
    // The list beside it says the same and can be operated; the drawing is its picture.
    <div
      className={styles.drawing}
      role="img"
      aria-label={label}
      data-wide={width > 520 || undefined}
    >
      <svg className={styles.head} viewBox={`0 0 ${width} ${head}`} aria-hidden="true">
        {lanes.map((lane, i) => {
          const { role, name = '', note } = scenario.actors[i] ?? {}
          const names = nameLines(name, box)
          const top = (note ? 20 : 27) - (names.length - 1) * 7
          return (
            <g key={lane.id} className={styles.actor} data-role={role}>
              <line x1={lane.x} y1={46} x2={lane.x} y2={head} />
              <rect x={lane.x - box / 2} y={1} width={box} height={45} rx={3} />
              {names.map((line, at) => (
                <text key={line} x={lane.x} y={top + at * 14}>
                  {line}
                </text>
              ))}
              {note && (
                <text className={styles.note} x={lane.x} y={37}>
                  {note.length > 24 ? `${note.slice(0, 14)}…${note.slice(-9)}` : note}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <svg className={styles.rows} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {lanes.map((lane) => (
          <line key={lane.id} className={styles.life} x1={lane.x} y1={0} x2={lane.x} y2={height} />
        ))}
        {rows.map(({ y, from, to, self, call, answer }, i) => {
          const way = Math.sign(to - from) || 1
          const tone = scenario.steps[i]?.answer?.tone
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the list's summaries do
            <g
              key={i}
              className={styles.step}
              data-current={i === current || undefined}
              data-later={i > current || undefined}
              onClick={() => onPick(i)}
            >
              <rect className={styles.hit} x={0} y={y - 19} width={width} height={ROW - 1} />
              <path
                className={styles.line}
                pathLength={1}
                d={self ? `M${from} ${y} h30 v12 h-24` : `M${from} ${y} H${to - way * 7}`}
              />
              <path
                className={styles.arrow}
                d={
                  self
                    ? `M${from + 1} ${y + 12} l8 -4.5 v9 z`
                    : `M${to - way} ${y} l${-way * 8} -4.5 v9 z`
                }
              />
              <circle className={styles.from} cx={from} cy={y} r={2.5} />
              <text
                className={styles.call}
                x={call.x}
                y={self ? y + 4 : y - 6}
                data-self={self || undefined}
              >
                {call.text}
              </text>
              {answer && (
                <g className={styles.answer} data-tone={tone}>
                  <path d={`M${to} ${y + 20} H${from + way * 7}`} />
                  <path
                    className={styles.arrow}
                    d={`M${from + way} ${y + 20} l${way * 8} -4.5 v9 z`}
                  />
                  <text x={answer.x} y={y + 15}>
                    {answer.text}
                  </text>
                </g>
              )}
              <g className={styles.badge}>
                <circle cx={12} cy={y} r={9} />
                <text x={12} y={y + 3.5}>
                  {i + 1}
                </text>
              </g>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
