import type { ReactNode } from 'react'
import type { DiagramGraph } from '../../../lib/content/diagram-graph.ts'
import { format } from '../../../lib/i18n/format.ts'
import { DiagramList } from './DiagramList.tsx'
import { DiagramTools } from './DiagramTools.tsx'
import { listItems } from './list.ts'
import type { DiagramWords } from './words.ts'

/** What `remarkDiagrams` gives; see there. */
export type DiagramProps = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly source: string
  readonly svg: string
  /** A `DiagramGraph` as JSON. */
  readonly graph: string
  readonly wide?: string
  /** The figure's `<Steps>`, if any. */
  readonly children?: ReactNode
}

const DRAW_COMMAND = 'npm run diagrams'

/**
 * A drawing with its steps and its list form. All of it can be read without JavaScript;
 * `public/diagram.js` adds walking, lighting, enlarging, copying and saving.
 *
 * That script marks what it lights by attributes and writes into elements that React leaves
 * alone, hence `suppressHydrationWarning`.
 */
export function DiagramFigure({ words, ...diagram }: DiagramProps & { words: DiagramWords }) {
  const { id, title, source, svg, wide, children } = diagram
  if (!svg) {
    return (
      <figure className="diagram" id={id}>
        <p>{format(words.undrawn, { command: DRAW_COMMAND })}</p>
        <pre>
          <code>{source}</code>
        </pre>
        <figcaption>{title}</figcaption>
        {children}
      </figure>
    )
  }
  const graph = JSON.parse(diagram.graph) as DiagramGraph
  return (
    <figure
      className={wide ? 'diagram diagram-wide' : 'diagram'}
      id={id}
      data-diagram={id}
      suppressHydrationWarning
    >
      <div className="diagram-stage" suppressHydrationWarning>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide drawing is scrolled by keyboard */}
        {/* biome-ignore lint/a11y/useSemanticElements: it holds no fields */}
        <div className="diagram-canvas" role="group" aria-label={title} tabIndex={0}>
          <div
            className="diagram-sheet"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us, kept in the repository
            dangerouslySetInnerHTML={{ __html: svg }}
            suppressHydrationWarning
          />
        </div>
        {children}
        <DiagramTools words={words} />
      </div>
      <figcaption>{title}</figcaption>
      <details className="diagram-text">
        <summary>{words.list}</summary>
        <DiagramList items={listItems(graph, words)} />
        <p>{words.source}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
        <pre tabIndex={0}>
          <code>{source}</code>
        </pre>
      </details>
    </figure>
  )
}
