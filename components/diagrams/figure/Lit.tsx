import type { ReactNode } from 'react'

type LitProps = {
  /** Name of a node, an edge or a message. */
  readonly node: string
  /** Given by `remarkDiagrams`. */
  readonly figure?: string
  /** Id of the part in the drawing; given as well. */
  readonly target?: string
  readonly children: ReactNode
}

/** A term of the prose that lights its part of a drawing. Without JavaScript it leads there. */
export function Lit({ node, figure, target, children }: LitProps) {
  return (
    <a
      className="lit"
      href={`#${target}`}
      data-figure={figure}
      data-node={node}
      suppressHydrationWarning
    >
      {children}
    </a>
  )
}
