import type { ReactNode } from 'react'
import styles from './Predict.module.css'
import type { PredictWords } from './words'

/**
 * The tags of a question: predict first, then see why.
 *
 * `<Predict id>` holds the question and its `<Choice>`s; one of them is `right`. In a choice, `<Why>`
 * says why it is right, or why it tempts; it shows once that choice is taken.
 *
 * Radio buttons and style rules: no script.
 */
export function predictTags(words: PredictWords) {
  function Predict({ id, children }: { id: string; children: ReactNode }) {
    return (
      // A form of its own keeps its radio buttons apart; `dialog` outside one goes nowhere.
      <form className={styles.predict} id={id} method="dialog">
        <fieldset aria-label={words.question}>
          <p className={styles.label} aria-hidden="true">
            {words.question}
          </p>
          {children}
        </fieldset>
      </form>
    )
  }

  function Choice({ right = false, children }: { right?: boolean; children: ReactNode }) {
    return (
      <label className={styles.choice} data-right={right || undefined}>
        <input type="radio" name="choice" />
        <span className={styles.text}>
          <strong className={styles.verdict}>{right ? words.right : words.wrong} </strong>
          {children}
        </span>
      </label>
    )
  }

  function Why({ children }: { children: ReactNode }) {
    return <span className={styles.why}>{children}</span>
  }

  return { Predict, Choice, Why }
}
