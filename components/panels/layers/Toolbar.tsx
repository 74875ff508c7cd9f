import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { formatBytes } from '../values'
import type { Show } from './address'
import type { View } from './explorer'
import type { Sort } from './rows'
import styles from './Toolbar.module.css'
import type { LayersWords } from './words'

export type Tools = {
  layer: number
  count: number
  show: Show
  find: string
  sort: Sort
  onlyLayer: boolean
  showGone: boolean
}

export type ToolActions = {
  onLayer: (layer: number) => void
  onShow: (show: Show) => void
  onFind: (find: string) => void
  onSort: (sort: Sort) => void
  onOnlyLayer: (on: boolean) => void
  onShowGone: (on: boolean) => void
  onOpen: (all: boolean) => void
}

type Props = {
  tools: Tools
  words: LayersWords
  /** without them nothing happens: the page has no script yet */
  actions?: ToolActions
}

/** Which layer is on top, and what is shown of the tree. */
export function Stepper({ tools, words, actions }: Props) {
  const { layer, count, show } = tools
  const { step } = words
  return (
    <div className={styles.stepper}>
      <fieldset className={styles.steps} aria-label={step.label}>
        <button
          type="button"
          disabled={layer === 0}
          onClick={actions && (() => actions.onLayer(layer - 1))}
        >
          <span aria-hidden="true">↓</span> {step.back}
        </button>
        <p role="status">{format(step.position, { n: layer + 1, count })}</p>
        <button
          type="button"
          disabled={layer === count - 1}
          onClick={actions && (() => actions.onLayer(layer + 1))}
        >
          <span aria-hidden="true">↑</span> {step.next}
        </button>
      </fieldset>
      <fieldset className={styles.shows}>
        <legend>{words.show.label}</legend>
        {(['built', 'alone', 'sizes'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="layers-show"
              checked={show === each}
              readOnly={!actions}
              onChange={actions && (() => actions.onShow(each))}
            />
            <span>{words.show[each]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

/** What the list is narrowed to and ordered by. */
export function Filters({ tools, words, actions, built }: Props & { built: boolean }) {
  const { find, sort, onlyLayer, showGone } = tools
  const says = words.tools
  return (
    <div className={styles.filters}>
      <label className={styles.find}>
        <span>{says.find}</span>
        <input
          type="search"
          value={find}
          readOnly={!actions}
          placeholder={says.findHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={actions && ((event) => actions.onFind(event.target.value))}
        />
      </label>
      <label className={styles.find}>
        <span>{says.sort}</span>
        <select
          {...(actions ? { value: sort } : { defaultValue: sort })}
          onChange={actions && ((event) => actions.onSort(event.target.value as Sort))}
        >
          <option value="name">{says.byName}</option>
          <option value="size">{says.bySize}</option>
        </select>
      </label>
      {built && (
        <>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={onlyLayer}
              readOnly={!actions}
              onChange={actions && ((event) => actions.onOnlyLayer(event.target.checked))}
            />
            {says.onlyLayer}
          </label>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={showGone}
              readOnly={!actions}
              onChange={actions && ((event) => actions.onShowGone(event.target.checked))}
            />
            {says.showGone}
          </label>
        </>
      )}
      <span className={styles.opens}>
        <button type="button" onClick={actions && (() => actions.onOpen(true))}>
          {says.openAll}
        </button>
        <button type="button" onClick={actions && (() => actions.onOpen(false))}>
          {says.closeAll}
        </button>
      </span>
    </div>
  )
}

type CountProps = { view: View; find: string; words: LayersWords; locale: Locale }

/** How much the list holds. */
export function Count({ view, find, words, locale }: CountProps) {
  const number = (value: number) => value.toLocaleString('en')
  return (
    <p className={styles.count} role="status">
      {find === ''
        ? format(words.tools.count, {
            count: number(view.total),
            seen: number(view.seen),
            size: formatBytes(locale, view.bytes),
          })
        : format(words.tools.found, { count: number(view.total) })}
    </p>
  )
}
