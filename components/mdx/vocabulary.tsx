import type { MDXComponents } from 'mdx/types'
import type { ComponentProps, ReactNode } from 'react'
import { diagramComponents } from '@/components/diagrams/figure/components'
import type { DiagramWords } from '@/components/diagrams/figure/words'
import { Aside, heading, Recap, Spec, Table } from './elements'

type Options = {
  words: { copy: string; copied: string; facilitator: string }
  diagram: DiagramWords
}

/** The closed set of tags a chapter may use. A new tag is a design decision. */
export function vocabulary({ words, diagram }: Options): MDXComponents {
  return {
    h2: heading('h2'),
    h3: heading('h3'),
    table: Table,
    figure: (props: ComponentProps<'figure'>) =>
      props.className === 'code' ? (
        <figure {...props}>
          {props.children}
          <button type="button" hidden data-copy={words.copied}>
            {words.copy}
          </button>
        </figure>
      ) : (
        <figure {...props} />
      ),
    ...diagramComponents(diagram),
    Spec,
    Aside,
    Recap,
    Notes: ({ children }: { children: ReactNode }) => (
      <aside className="notes" aria-label={words.facilitator}>
        <h3>{words.facilitator}</h3>
        {children}
      </aside>
    ),
  }
}
