import type { ReactNode } from 'react'

/** A sentence of ours in which back-quotes mark what is code. */
export function marked(sentence: string): ReactNode[] {
  return sentence.split('`').map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>))
}
