export type PredictWords = {
  /** names the question as a group */
  question: string
  /** before the text of a choice that was taken */
  right: string
  wrong: string
}
