import { DiagramFigure, type DiagramProps } from './DiagramFigure.tsx'
import { DiagramStep, DiagramSteps } from './DiagramSteps.tsx'
import { Lit } from './Lit.tsx'
import type { DiagramWords } from './words.ts'

/** The MDX elements that `remarkDiagrams` writes or an author uses, in one language. */
export function diagramComponents(words: DiagramWords) {
  return {
    Diagram: (props: DiagramProps) => <DiagramFigure {...props} words={words} />,
    Steps: (props: Omit<Parameters<typeof DiagramSteps>[0], 'words'>) => (
      <DiagramSteps {...props} words={words} />
    ),
    Step: DiagramStep,
    Lit,
  }
}
