import { useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { FileDifference } from '@/lib/oci/compare-files'
import { VirtualRows } from '../../../ui/VirtualRows'
import { DifferenceRow } from './DifferenceRow'
import styles from './Files.module.css'
import type { Group, Rows, RowsQuery } from './reader'
import type { FilesWords } from './words'

/** Rows that are asked for at once. */
const PAGE = 200
/** rem; two lines */
const ROW = 3.25

type Props = {
  group: Group
  find: string
  /** names of the group in all */
  whole: number
  label: string
  ask: (query: RowsQuery) => Promise<Rows>
  /** the first rows without a search, where they are known before anybody asks */
  first: Rows | null
  words: FilesWords
}

type Known = { find: string; total: number; pages: ReadonlyMap<number, FileDifference[]> }

/** The names of one group, page by page as somebody comes near them. */
export function DifferenceList({ group, find, whole, label, ask, first, words }: Props) {
  const [known, setKnown] = useState<Known | null>(
    first && { find: '', total: first.total, pages: new Map([[0, first.rows]]) },
  )
  const wanted = useRef(find)
  wanted.current = find
  const asked = useRef(new Set<string>(first ? [' 0'] : []))

  const want = (page: number) => {
    const key = `${find} ${page}`
    if (asked.current.has(key)) return
    asked.current.add(key)
    ask({ group, find, from: page * PAGE, count: PAGE }).then(({ total, rows }) => {
      asked.current.delete(key)
      // Another search began meanwhile.
      if (wanted.current !== find) return
      setKnown((was) => ({
        ...{ find, total },
        pages: new Map([...(was?.find === find ? was.pages : []), [page, rows]]),
      }))
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each search is a new question
  useEffect(() => {
    if (known?.find !== find) want(0)
  }, [find])

  if (!known) return <p className={styles.quiet}>{words.loading}</p>
  const { total, pages } = known
  const numbers = { count: total.toLocaleString('en'), whole: whole.toLocaleString('en') }
  return (
    <>
      {known.find !== '' && (
        <p className={styles.quiet} role="status">
          {total > 0 ? format(words.found, numbers) : format(words.notFound, { find: known.find })}
        </p>
      )}
      {total > 0 && (
        <VirtualRows
          items={Array.from<undefined>({ length: total })}
          label={label}
          rowHeight={ROW}
          className={styles.list}
        >
          {(_, i) => {
            const page = Math.floor(i / PAGE)
            const difference = pages.get(page)?.[i % PAGE]
            return difference ? (
              <DifferenceRow difference={difference} words={words} />
            ) : (
              <Missing page={page} want={want} says={words.loading} />
            )
          }}
        </VirtualRows>
      )}
    </>
  )
}

function Missing({
  page,
  want,
  says,
}: {
  page: number
  want: (page: number) => void
  says: string
}) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each page
  useEffect(() => want(page), [page])
  return <span className={styles.quiet}>{says}</span>
}
