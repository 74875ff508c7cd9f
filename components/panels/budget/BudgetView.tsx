'use client'
import { format } from '@/lib/i18n/format'
import type { RateLimit } from '@/lib/oci/rate-limit'
import { Part } from '../../ui/Part'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { Glyphs } from '../image/Glyphs'
import { useShown } from '../image/shown-context'
import styles from './Budget.module.css'
import { type Budget, type BudgetStep, budgetOf, spanOf } from './model'
import type { BudgetWords } from './words'

const SOURCE = 'https://docs.docker.com/docker-hub/usage/pulls/'

type Props = {
  words: BudgetWords
  /** registries of which it is known that a GET of a manifest is counted and a HEAD is not */
  counting: readonly string[]
}

/** What the conversation on screen cost, as far as the registry said. */
export function BudgetView({ words, counting }: Props) {
  const { lines, reference } = useShown()
  const budget = budgetOf(lines, counting.includes(reference.registry))
  return (
    <Part id="budget-heading" words={words} source={{ href: SOURCE, says: words.source }}>
      <div className={styles.budget}>
        <div className={styles.now}>
          <Told budget={budget} words={words} />
          {budget.steps.length > 0 && <Steps steps={budget.steps} words={words.table} />}
          <Warnings warnings={budget.warnings} words={words.warnings} />
        </div>
        <dl className={styles.why}>
          {words.why.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Part>
  )
}

function Told({ budget: { told, steps }, words }: { budget: Budget; words: BudgetWords }) {
  if (steps.length === 0) return <p className={styles.untold}>{words.noConversation}</p>
  if (!told) {
    return <p className={styles.untold}>{format(words.untold, { count: steps.length })}</p>
  }
  const { limit, remaining, reset } = told
  return (
    <div className={styles.told}>
      <p>{leftSentence(told, words)}</p>
      {limit !== null && remaining !== null && limit > 0 && (
        <meter
          min={0}
          max={limit}
          low={limit / 4}
          optimum={limit}
          value={Math.min(remaining, limit)}
          aria-label={words.meter}
        />
      )}
      {reset !== null && <p>{format(words.reset, { wait: spanText(reset, words) })}</p>}
    </div>
  )
}

function leftSentence({ limit, remaining, window }: RateLimit, words: BudgetWords): string {
  const said = {
    limit: limit ?? '?',
    remaining: remaining ?? '?',
    window: window === null ? '' : spanText(window, words),
  }
  if (remaining === null) return format(words.limitOnly, said)
  return format(window === null ? words.leftPlain : words.left, said)
}

function spanText(seconds: number, words: BudgetWords): string {
  const { unit, count } = spanOf(seconds)
  return format(words.spans[unit], { count })
}

function Steps({ steps, words }: { steps: BudgetStep[]; words: BudgetWords['table'] }) {
  return (
    <ScrollRegion label={words.label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.request}</th>
            <th scope="col">{words.answer}</th>
            <th scope="col">{words.cost}</th>
            <th scope="col">{words.left}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ seq, method, url, status, cost, rate }) => (
            <tr key={seq} data-cost={cost}>
              <th scope="row">
                <b>{method}</b> <Glyphs>{url}</Glyphs>
              </th>
              <td>{status ?? '–'}</td>
              <td>{words.costs[cost]}</td>
              <td>{rate?.remaining ?? words.untold}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

type WarningsProps = { warnings: string[]; words: BudgetWords['warnings'] }

function Warnings({ warnings, words }: WarningsProps) {
  return (
    <section className={styles.warnings} aria-labelledby="budget-warnings">
      <h3 id="budget-warnings">{words.heading}</h3>
      <p>{warnings.length === 0 ? words.none : words.lead}</p>
      {warnings.length > 0 && (
        <ul>
          {warnings.map((warning) => (
            <li key={warning}>
              <Glyphs>{warning}</Glyphs>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
