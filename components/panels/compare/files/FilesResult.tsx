import { useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { FilesComparison } from '@/lib/oci/compare-files'
import { formatBytes } from '../../values'
import type { CompareWords } from '../words'
import { DifferenceList } from './DifferenceList'
import styles from './Files.module.css'
import type { FilesSummary, Group, Rows, RowsQuery } from './reader'
import type { FilesWords } from './words'

type Props = {
  summary: FilesSummary
  ask: (query: RowsQuery) => Promise<Rows>
  first: ((group: Group) => Rows) | null
  words: FilesWords
  sides: CompareWords['sides']
  locale: Locale
}

const FOLDED = ['time', 'unproven'] as const

/** How many names differ and in what, then the names; what is likely of no interest stays folded. */
export function FilesResult({ summary, ask, first, words, sides, locale }: Props) {
  const [find, setFind] = useState('')
  const { totals } = summary
  const main = totals.added.count + totals.removed.count + totals.changed.count
  const list = (group: Group, whole: number, label: string) => (
    <DifferenceList
      {...{ group, find, whole, label, ask, words }}
      first={first ? first(group) : null}
    />
  )
  const folded = FOLDED.filter((group) => totals[group].count > 0)
  return (
    <>
      <Totals totals={totals} words={words.totals} sides={sides} locale={locale} />
      {(['foreign', 'fromToc', 'mismatched'] as const).map(
        (note) =>
          summary[note] > 0 && (
            <p key={note} className={styles.note}>
              {format(words.notes[note], { count: summary[note] })}
            </p>
          ),
      )}
      {main + folded.length > 0 && (
        <label className={styles.find}>
          <span>{words.find}</span>
          <input
            type="search"
            value={find}
            placeholder={words.findHint}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setFind(event.target.value)}
          />
        </label>
      )}
      {main > 0 ? list('main', main, words.list) : <p>{words.nothing}</p>}
      {folded.map((group) => {
        const { name } = words.totals.kinds[group]
        const { count } = totals[group]
        return (
          <details key={group} className={styles.folded}>
            <summary>{format(words.folded, { name, count: count.toLocaleString('en') })}</summary>
            {list(group, count, name)}
          </details>
        )
      })}
    </>
  )
}

const KINDS = ['added', 'removed', 'changed', 'time', 'unproven', 'same'] as const
const SIGNS = {
  ...{ added: '+', removed: '−', changed: '≠', time: '◷', unproven: '?', same: '=' },
} as const

function Totals({
  totals,
  words,
  sides,
  locale,
}: {
  totals: FilesComparison['totals']
  words: FilesWords['totals']
  sides: CompareWords['sides']
  locale: Locale
}) {
  return (
    <table className={styles.totals} aria-label={words.label}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.names}</th>
          {(['a', 'b'] as const).map((side) => (
            <th key={side} scope="col">
              {format(words.bytes, { side: sides[side] })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => {
          const { count, a, b } = totals[kind]
          const size = (bytes: number, absent: boolean) =>
            absent ? '–' : formatBytes(locale, bytes)
          return (
            <tr key={kind} data-type={kind} data-none={count === 0 || undefined}>
              <th scope="row">
                <span className={styles.sign} aria-hidden="true">
                  {SIGNS[kind]}
                </span>
                <b>{words.kinds[kind].name}</b>
                <span className={styles.means}>{words.kinds[kind].means}</span>
              </th>
              <td>{count.toLocaleString('en')}</td>
              <td data-side={sides.a}>{size(a, kind === 'added' || count === 0)}</td>
              <td data-side={sides.b}>{size(b, kind === 'removed' || count === 0)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
