'use client'
import { useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Change, Told } from '@/lib/oci/compare-config'
import { Glyphs } from '../image/Glyphs'
import styles from './Changes.module.css'
import type { CompareWords } from './words'

type Props<Field extends string> = {
  changes: Change<Field>[]
  fields: Record<Field, { name: string; means: string }>
  words: CompareWords
  label: string
  /** where the desk explains a field */
  hrefOf: (side: 'a' | 'b', at: string) => string
}

/** Rows drawn before the reader asks for more. */
const ROWS = 100
/** Characters of one value; the field itself is a link away. */
const LONGEST = 240

/** Before and after, field by field, each with what it means for a container. */
export function Changes<Field extends string>(props: Props<Field>) {
  const { changes, fields, words, label, hrefOf } = props
  const [limit, setLimit] = useState(ROWS)
  const drawn = changes.slice(0, limit)
  const groups = [...Map.groupBy(drawn, ({ field }) => field)]
  return (
    <>
      <table className={styles.changes} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.config.what}</th>
            <th scope="col">{words.sides.a}</th>
            <th scope="col">{words.sides.b}</th>
          </tr>
        </thead>
        {groups.map(([field, rows]) => (
          <tbody key={field}>
            <tr className={styles.field}>
              <th scope="rowgroup" colSpan={3}>
                <b>{fields[field].name}</b> <span>{fields[field].means}</span>
              </th>
            </tr>
            {rows.map(({ key, a, b }) => {
              const how = a === null ? 'added' : b === null ? 'removed' : 'changed'
              return (
                <tr key={key} data-how={how}>
                  <th scope="row">
                    {key !== null && (
                      <code>
                        <Glyphs>{key}</Glyphs>
                      </code>
                    )}
                    <span className={styles.how}>{words.config.hows[how]}</span>
                  </th>
                  {([a, b] as const).map((told, i) => (
                    <td key={i} data-side={i === 0 ? words.sides.a : words.sides.b}>
                      {told ? (
                        <Value
                          told={told}
                          href={hrefOf(i === 0 ? 'a' : 'b', told.at)}
                          cut={words.config.cut}
                        />
                      ) : (
                        <span className={styles.absent}>{words.config.absent}</span>
                      )}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
      {changes.length > limit && (
        <button type="button" onClick={() => setLimit(limit + 500)}>
          {format(words.config.more, { count: changes.length - limit })}
        </button>
      )}
    </>
  )
}

function Value({ told: { at, text }, href, cut }: { told: Told; href: string; cut: string }) {
  const characters = Array.from(text)
  const whole = characters.length <= LONGEST
  return (
    <>
      <code className={styles.value}>
        <Glyphs>{whole ? text : `${characters.slice(0, LONGEST).join('')}…`}</Glyphs>
      </code>
      {!whole && (
        <span className={styles.how}>
          {format(cut, { shown: LONGEST, whole: characters.length })}
        </span>
      )}
      <a className={styles.at} href={href}>
        <Glyphs>{at}</Glyphs>
      </a>
    </>
  )
}
