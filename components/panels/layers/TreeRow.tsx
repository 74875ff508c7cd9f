import { format } from '@/lib/i18n/format'
import { Glyphs } from '../image/Glyphs'
import type { Row } from './rows'
import styles from './Tree.module.css'
import { formatMode, formatTime } from './values'
import type { LayersWords } from './words'

type Props = {
  row: Row
  /** position in the whole list, from 0 */
  at: number
  id?: string
  words: LayersWords
  active?: boolean
  chosen?: boolean
  onToggle?: () => void
  onChoose?: () => void
}

/** Levels that are drawn deeper and deeper. */
const DEEPEST = 14

const SIGNS = {
  ...{ same: '', added: '+', changed: '~', removed: '−', gone: '−', whiteout: '×' },
} as const

/**
 * One name. All that is in it came from a registry: text, never anything else.
 *
 * The keys are the tree's own: it has the focus, and `aria-activedescendant` names the row.
 */
export function TreeRow({ row, at, id, words, active, chosen, onToggle, onChoose }: Props) {
  const { tree } = words
  const { kind, state, opens, open } = row
  const what = whatOf(row, words)
  const toggle: React.MouseEventHandler = (event) => {
    event.stopPropagation()
    onToggle?.()
  }
  return (
    <tr
      id={id}
      className={styles.row}
      aria-rowindex={at + 2}
      aria-level={row.depth + 1}
      aria-expanded={opens ? open : undefined}
      aria-selected={chosen ?? false}
      data-active={active || undefined}
      data-state={state}
      onClick={onChoose}
    >
      <td className={styles.name} data-depth={Math.min(DEEPEST, row.depth)}>
        <span className={styles.line}>
          <span className={styles.sign} aria-hidden="true">
            {SIGNS[state]}
          </span>
          {opens ? (
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <span
              className={styles.twisty}
              data-open={open || undefined}
              onClick={onToggle && toggle}
            />
          ) : (
            <span className={styles.leaf} />
          )}
          <span className={styles.text} title={row.name}>
            <Glyphs>{row.name}</Glyphs>
            {kind === 'directory' && '/'}
          </span>
          {row.link !== undefined && (
            <span className={styles.link}>
              <Glyphs>{format(tree.link, { link: row.link })}</Glyphs>
            </span>
          )}
          {row.hardlink !== undefined && (
            <span className={styles.link}>
              <Glyphs>{format(tree.hardlink, { path: row.hardlink })}</Glyphs>
            </span>
          )}
        </span>
        <span className={styles.narrow} aria-hidden="true">
          {what}
        </span>
      </td>
      <td className={styles.number}>
        {kind === 'file' || kind === 'directory' ? row.size.toLocaleString('en') : ''}
      </td>
      <td className={styles.mode}>{row.index < 0 ? '' : formatMode(row.kind, row.mode)}</td>
      <td className={styles.owner}>{row.index < 0 ? '' : `${row.uid}:${row.gid}`}</td>
      <td className={styles.time}>{row.index < 0 ? '' : formatTime(row.mtime)}</td>
      <td className={styles.what}>{what}</td>
    </tr>
  )
}

function whatOf({ state, layer, how, whiteout, touched, kind, index }: Row, words: LayersWords) {
  const { tree } = words
  if (whiteout) {
    const path = 'path' in whiteout ? whiteout.path : ''
    return <Glyphs>{format(words.whiteout[whiteout.type], { path })}</Glyphs>
  }
  if (state === 'removed' || state === 'gone') {
    const says =
      how === 'opaque' ? tree.opaque : how === 'replaced' ? tree.replaced : tree.states[state]
    return format(says, { n: layer + 1 })
  }
  if (state !== 'same') return tree.states[state]
  if (kind === 'directory' && touched) return tree.below
  return index < 0 ? tree.implied : ''
}

/** The names of the columns. */
export function TreeHead({ words }: { words: LayersWords }) {
  const { tree } = words
  const columns = [
    [tree.name, styles.name],
    [tree.size, styles.number],
    [tree.mode, styles.mode],
    [tree.owner, styles.owner],
    [tree.time, styles.time],
    [tree.what, styles.what],
  ] as const
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(([name, style]) => (
          <th key={name} scope="col" className={style}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
