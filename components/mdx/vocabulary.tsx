import type { MDXComponents } from 'mdx/types'
import type { ComponentProps, ReactNode } from 'react'
import { FlipByte } from '@/components/devices/flip-byte/FlipByte'
import { predictTags } from '@/components/devices/predict/Predict'
import type { PredictWords } from '@/components/devices/predict/words'
import { diagramComponents } from '@/components/diagrams/figure/components'
import type { DiagramWords } from '@/components/diagrams/figure/words'
import { ImagePanel } from '@/components/panels/image/ImagePanel'
import { Aside, heading, Recap, Spec, Table } from './elements'

type Options = {
  words: { copy: string; copied: string; facilitator: string }
  diagram: DiagramWords
  predict: PredictWords
  /** what every panel of the page is given */
  panel: Pick<
    ComponentProps<typeof ImagePanel>,
    'locale' | 'words' | 'flip' | 'fields' | 'findings'
  >
  /** plays a recorded scenario; words and recordings are the page's */
  scenario: MDXComponents['Scenario']
}

type Authored<T> = Omit<T, keyof Options['panel']>

/** The closed set of tags a chapter may use. A new tag is a design decision. */
export function vocabulary({ words, diagram, predict, panel, scenario }: Options): MDXComponents {
  return {
    h2: heading('h2'),
    h3: heading('h3'),
    table: Table,
    figure: (props: ComponentProps<'figure'>) =>
      props.className === 'code' ? (
        <figure {...props}>
          {props.children}
          <button type="button" hidden data-copy={words.copied} suppressHydrationWarning>
            {words.copy}
          </button>
        </figure>
      ) : (
        <figure {...props} />
      ),
    ...diagramComponents(diagram),
    ...predictTags(predict),
    ImagePanel: (props: Authored<ComponentProps<typeof ImagePanel>>) => (
      <ImagePanel {...panel} {...props} />
    ),
    FlipByte: (props: Omit<ComponentProps<typeof FlipByte>, 'words'>) => (
      <FlipByte {...props} words={panel.flip} />
    ),
    Scenario: scenario,
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
