import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import type { GraphViewProps } from './GraphView'
import styles from './GraphView.module.css'
import type { Layout } from './model'
import { nameOf } from './name'

type Props = GraphViewProps & { layout: Layout; at: string }

/** The same objects as nested lists: what stands below an item hangs from it. */
export function GraphList(props: Props) {
  const { graph, layout, at, words, kinds, chosen, busy, onChoose, onToggle } = props
  const placed = layout.order.find(({ node }) => node.digest === at)
  if (!placed) return null
  const { node, opens, children, parent } = placed
  const role = graph.edges.find(
    ({ from, to, role }) =>
      role !== 'about' && ((from === parent && to === at) || (from === at && to === parent)),
  )?.role
  return (
    <ul className={styles.items}>
      <li data-kind={node.kind}>
        <div className={styles.item} data-chosen={at === chosen || undefined}>
          <button
            type="button"
            className={styles.choose}
            aria-pressed={at === chosen}
            data-busy={at === busy || undefined}
            onClick={() => onChoose(at)}
          >
            <b>
              <Glyphs>{nameOf(node, words, kinds)}</Glyphs>
            </b>{' '}
            <DigestText digest={at} />
            {role && <span className={styles.role}>{words.roles[role]}</span>}
          </button>
          {opens && (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={node.open}
              aria-label={`${node.open ? words.close : words.open}: ${nameOf(node, words, kinds)}`}
              onClick={() => onToggle(at, !node.open)}
            >
              {node.open ? '−' : '+'}
            </button>
          )}
        </div>
        {children.map((child) => (
          <GraphList key={child} {...props} at={child} />
        ))}
      </li>
    </ul>
  )
}
