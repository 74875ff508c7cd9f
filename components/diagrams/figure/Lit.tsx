import type { ReactNode } from 'react'

type LitProps = {
  /** Name of a node, an edge or a message. */
  readonly node: string
  /** Given by `remarkDiagrams`. */
  readonly figure?: string
  readonly children: ReactNode
}

/** A term of the prose that lights its part of a drawing. Without JavaScript it leads there. */
export function Lit({ node, figure, children }: LitProps) {
  const part = /^message-\d+$/.test(node) ? node : `node-${node}`
  return (
    <a
      className="lit"
      href={`#${figure}-${part}`}
      data-figure={figure}
      data-node={node}
      suppressHydrationWarning
    >
      {children}
    </a>
  )
}
