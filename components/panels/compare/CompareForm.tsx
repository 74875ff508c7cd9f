import type { FormEvent } from 'react'
import { format } from '@/lib/i18n/format'
import type { Shown } from '../image/state'
import type { SideName } from './address'
import styles from './ComparePanel.module.css'
import { platformsOf, rowName } from './model'
import type { CompareWords } from './words'

type Props = {
  words: CompareWords
  typed: Record<SideName, string>
  shown: Record<SideName, Shown>
  examples: { href: string; says: string }[]
  /** another pair than the page began with */
  away: boolean
  onType: (side: SideName, text: string) => void
  onFocus: () => void
  onPlatform: (side: SideName, platform: string) => void
  onSwap: () => void
  onBack: () => void
  onSubmit: (event: FormEvent) => void
}

/** Two references, and what to do with them. Hidden where no script runs. */
export function CompareForm(props: Props) {
  const { words, typed, shown, examples, away } = props
  return (
    <form className={styles.form} onSubmit={props.onSubmit}>
      <div className={styles.fields}>
        {(['a', 'b'] as const).map((side) => {
          const rows = platformsOf(shown[side])
          const { manifest } = shown[side]
          const opened = manifest.status === 'ready' ? manifest.document.digest : null
          const row = rows.find(({ digest }) => digest === opened)
          return (
            <div key={side} className={styles.field}>
              <label htmlFor={`compare-${side}`}>
                <b className={styles.side}>{words.sides[side]}</b> {words.form[side]}
              </label>
              <input
                id={`compare-${side}`}
                name={side}
                value={typed[side]}
                onChange={(event) => props.onType(side, event.target.value)}
                onFocus={props.onFocus}
                aria-describedby="compare-hint"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
              {rows.length > 1 && (
                <select
                  aria-label={format(words.form.platform, { side: words.sides[side] })}
                  value={row ? rowName(row, rows) : ''}
                  onChange={(event) => props.onPlatform(side, event.target.value)}
                >
                  {!row && <option value="">{words.form.anyPlatform}</option>}
                  {rows.map((each) => (
                    <option key={each.at} value={rowName(each, rows)}>
                      {each.platform ?? words.form.anyPlatform}
                    </option>
                  ))}
                </select>
              )}
            </div>
          )
        })}
      </div>
      <p className={styles.buttons}>
        <button type="submit" className="button-main">
          {words.form.submit}
        </button>
        <button type="button" onClick={props.onSwap}>
          <span aria-hidden="true">⇄</span> {words.form.swap}
        </button>
        {away && (
          <button type="button" onClick={props.onBack}>
            {words.form.back}
          </button>
        )}
      </p>
      <p id="compare-hint" className={styles.hint}>
        {words.form.hint}
      </p>
      <p className={styles.examples}>
        {words.form.examples}{' '}
        {examples.map(({ href, says }) => (
          <a key={href} href={href}>
            {says}
          </a>
        ))}
      </p>
    </form>
  )
}
