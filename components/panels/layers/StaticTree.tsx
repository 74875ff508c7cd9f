import { format } from '@/lib/i18n/format'
import type { View } from './explorer'
import styles from './Tree.module.css'
import { TreeHead, TreeRow } from './TreeRow'
import type { LayersWords } from './words'

type Props = { view: View; layer: number; chosen: string | null; words: LayersWords }

/** All rows at once: what stands in the HTML. */
export function StaticTree({ view, layer, chosen, words }: Props) {
  return (
    <div className={styles.box}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own example is a table
        role="treegrid"
        className={styles.tree}
        aria-label={format(words.tree.label, { n: layer + 1 })}
        aria-rowcount={view.total + 1}
        tabIndex={0}
      >
        <TreeHead words={words} />
        <tbody>
          {view.rows.map((row, i) => (
            <TreeRow
              key={`${row.index} ${row.path}`}
              row={row}
              at={i}
              words={words}
              chosen={row.path === chosen}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
