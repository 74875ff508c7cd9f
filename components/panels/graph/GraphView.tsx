import { type KeyboardEvent, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { type EdgeRole, GRAPH_LIMIT, type Graph } from '@/lib/oci/graph'
import { ScrollRegion } from '../../ui/ScrollRegion'
import type { CardWords } from '../artifact/words'
import { digestParts } from '../image/reader'
import { GraphList } from './GraphList'
import styles from './GraphView.module.css'
import { BOX, type Layout, layOut, type Placed, type Step, stepFrom } from './model'
import { nameOf, shortened } from './name'
import type { GraphWords } from './words'

export type GraphViewProps = {
  graph: Graph
  reference: string
  words: GraphWords
  kinds: CardWords['kinds']
  /** digest of the object that is read below */
  chosen: string | null
  /** digest of the one that is being fetched */
  busy: string | null
  onChoose: (digest: string) => void
  onToggle: (digest: string, open: boolean) => void
}

const ROLES: readonly EdgeRole[] = ['entry', 'config', 'layer', 'subject', 'about']

const KEYS: Record<string, Step> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** The objects of a repository around one reference: a picture on wide screens, a list on narrow ones. */
export function GraphView(props: GraphViewProps) {
  const { graph, reference, words, chosen } = props
  const [form, setForm] = useState<'auto' | 'list'>('auto')
  const layout = layOut(graph)
  const roles = ROLES.filter((role) => layout.edges.some((edge) => edge.role === role))
  return (
    <div className={styles.graph} data-form={form}>
      <div className={styles.bar}>
        <p className={styles.hint}>{words.hint}</p>
        <button
          type="button"
          className={styles.switch}
          aria-pressed={form === 'list'}
          onClick={() => setForm(form === 'list' ? 'auto' : 'list')}
        >
          {words.list}
        </button>
      </div>
      <div className={styles.picture}>
        <ScrollRegion label={format(words.label, { reference })} className={styles.scroll}>
          <Picture {...props} layout={layout} />
        </ScrollRegion>
        <dl className={styles.legend} aria-label={words.legend}>
          {roles.map((role) => (
            <div key={role}>
              <dt>
                <svg width="34" height="10" aria-hidden="true">
                  <path className={styles.edge} data-role={role} d="M1 5H33" />
                </svg>
              </dt>
              <dd>{words.roles[role]}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.list}>
        <GraphList {...props} layout={layout} at={graph.root} chosen={chosen} />
      </div>
      {graph.left > 0 && (
        <p className={styles.left}>
          {format(words.left, { count: graph.left, limit: GRAPH_LIMIT })}
        </p>
      )}
    </div>
  )
}

function Picture(props: GraphViewProps & { layout: Layout }) {
  const { graph, layout, words, reference, kinds, chosen, busy, onChoose, onToggle } = props
  const picture = useRef<SVGSVGElement>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const has = (digest: string | null) => layout.order.some(({ node }) => node.digest === digest)
  const entry = has(focused) ? focused : has(chosen) ? chosen : graph.root

  const onKeyDown = (event: KeyboardEvent, { node, opens }: Placed) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(node.digest)
      return
    }
    if (event.key === '-' && node.open) return onToggle(node.digest, false)
    const step = KEYS[event.key]
    if (!step) return
    event.preventDefault()
    // As in a tree: the first press opens, the next one goes in.
    if (step === 'right' && opens && !node.open) return onToggle(node.digest, true)
    const to = stepFrom(layout, node.digest, step)
    picture.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(to)}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a picture
    <svg
      ref={picture}
      role="group"
      aria-label={format(words.label, { reference })}
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      className={styles.svg}
    >
      <defs>
        {ROLES.map((role) => (
          <marker
            key={role}
            id={`graph-arrow-${role}`}
            viewBox="0 0 8 8"
            refX="7.5"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path className={styles.head} data-role={role} d="M0 .5L8 4L0 7.5z" />
          </marker>
        ))}
      </defs>
      {layout.edges.map(({ from, to, role, path }) => (
        <path
          key={`${from} ${to} ${role}`}
          className={styles.edge}
          data-role={role}
          data-on={from === chosen || to === chosen || undefined}
          d={path}
          markerEnd={`url(#graph-arrow-${role})`}
        />
      ))}
      {layout.order.map((placed) => {
        const { node, x, y, opens } = placed
        const name = nameOf(node, words, kinds)
        const [head, , tail] = digestParts(node.digest)
        const title = shortened(name, opens ? 22 : 25)
        const digest = shortened(tail ? `${head.slice(0, 15)}…${tail.slice(-4)}` : head, 24)
        return (
          <g key={node.digest} transform={`translate(${x} ${y})`} data-kind={node.kind}>
            <title>{`${name} ${node.digest}`}</title>
            {/* biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand in a picture */}
            <g
              role="button"
              className={styles.node}
              data-node={node.digest}
              data-digest={node.digest}
              data-busy={node.digest === busy || undefined}
              tabIndex={node.digest === entry ? 0 : -1}
              aria-pressed={node.digest === chosen}
              {...(opens && { 'aria-expanded': node.open })}
              onClick={({ target }) => {
                // The keyboard opens with the arrow keys, and the list has a button for it.
                const fold = target instanceof Element && target.closest('[data-fold]')
                if (fold) onToggle(node.digest, !node.open)
                else onChoose(node.digest)
              }}
              onKeyDown={(event) => onKeyDown(event, placed)}
              onFocus={() => setFocused(node.digest)}
            >
              <rect width={BOX.width} height={BOX.height} rx="3" />
              <rect className={styles.side} width="5" height={BOX.height} rx="1.5" />
              {/* The space is not seen: it parts the two texts of the button's name. */}
              <text x="13" y="17" className={styles.name}>
                {`${title} `}
              </text>
              <text x="13" y="33" className={styles.digest}>
                {digest}
              </text>
              {opens && (
                <g
                  className={styles.toggle}
                  data-fold=""
                  transform={`translate(${BOX.width - 17} 11)`}
                >
                  <circle r="8.5" />
                  <path d={node.open ? 'M-4 0H4' : 'M-4 0H4M0-4V4'} />
                </g>
              )}
            </g>
          </g>
        )
      })}
    </svg>
  )
}
