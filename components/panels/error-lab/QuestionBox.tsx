import { predictTags } from '../../devices/predict/Predict'
import type { PredictWords } from '../../devices/predict/words'
import type { Question } from './words'

type Props = { id: string; question: Question; words: PredictWords }

/** Predict first; each choice then says why. */
export function QuestionBox({ id, question, words }: Props) {
  const { Predict, Choice, Why } = predictTags(words)
  return (
    <Predict id={id}>
      <p>{question.asks}</p>
      {question.choices.map(({ text, why, right = false }) => (
        <Choice key={text} right={right}>
          {text}
          <Why>{why}</Why>
        </Choice>
      ))}
    </Predict>
  )
}
