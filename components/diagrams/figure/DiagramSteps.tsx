import type { ReactNode } from 'react'
import type { DiagramWords } from './words.ts'

type StepsProps = {
  /** Id of the figure. */
  readonly for: string
  readonly children: ReactNode
  readonly words: DiagramWords
}

/** Captions that walk through a drawing: a numbered list, one at a time once the script runs. */
export function DiagramSteps({ for: figure, children, words }: StepsProps) {
  return (
    <div
      className="diagram-walk"
      data-walk={figure}
      data-says={words.step}
      suppressHydrationWarning
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
      <div className="diagram-controls" role="group" aria-label={words.walk}>
        <button type="button" data-act="previous" aria-disabled="true" suppressHydrationWarning>
          {words.previous}
        </button>
        <button type="button" data-act="next" suppressHydrationWarning>
          {words.next}
        </button>
        <span
          className="diagram-status"
          role="status"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the script writes here
          dangerouslySetInnerHTML={{ __html: '' }}
          suppressHydrationWarning
        />
      </div>
      <ol className="diagram-steps">{children}</ol>
    </div>
  )
}

type StepProps = {
  /** Names of the parts it lights, with spaces between. */
  readonly lights: string
  /** Given by `remarkDiagrams`. */
  readonly figure?: string
  readonly number?: string
  readonly children: ReactNode
}

export function DiagramStep({ lights, figure, number, children }: StepProps) {
  return (
    <li id={`${figure}-step-${number}`} data-lights={lights} suppressHydrationWarning>
      {children}
    </li>
  )
}
