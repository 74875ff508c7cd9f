import { format } from '@/lib/i18n/format'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { DigestText } from '../image/DigestText'
import { type IdentityPicture, type Meaning, printedFor } from './model'
import styles from './ToolTable.module.css'
import { type Own, PROGRAMS, RAN, TOOLS, type ToolGroup, type ToolRow } from './tools'
import type { IdentityWords } from './words'

type Props = { picture: IdentityPicture; words: IdentityWords['tools'] }

const GROUPS: ToolGroup[] = ['classic', 'containerd', 'node', 'storage', 'registry']

/** Digests shown of one row. */
const SHOWN = 3

/** Where each tool prints which digest, with this image's own in the cells. */
export function ToolTable({ picture, words }: Props) {
  return (
    <div className={styles.tools}>
      <h3>{words.heading}</h3>
      <p>{words.lead}</p>
      <ScrollRegion label={words.heading}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.command}</th>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.meaning}</th>
              <th scope="col">{words.here}</th>
            </tr>
          </thead>
          {GROUPS.map((group) => (
            <tbody key={group}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={4}>
                  {words.groups[group].name} <span>{words.groups[group].note}</span>
                  <small>
                    {format(words.ran, { date: RAN, programs: PROGRAMS[group].join(', ') })}
                  </small>
                </th>
              </tr>
              {TOOLS[group].map((row, i, rows) => (
                <Row
                  key={i}
                  row={row}
                  lines={linesOf(rows, i)}
                  more={rows[i + 1]?.command === row.command}
                  picture={picture}
                  words={words}
                />
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </div>
  )
}

/** How many rows a command stands for; 0 where it stands already in a row above. */
function linesOf(rows: readonly ToolRow[], at: number): number {
  const { command } = rows[at] ?? {}
  if (rows[at - 1]?.command === command) return 0
  const end = rows.findIndex((row, i) => i > at && row.command !== command)
  return (end < 0 ? rows.length : end) - at
}

type RowProps = Props & {
  row: ToolRow
  lines: number
  /** the next row is of the same command */
  more: boolean
}

function Row({ row, lines, more, picture, words }: RowProps) {
  const { command, field, meaning, only } = row
  return (
    <tr data-more={more || undefined}>
      {lines > 0 && (
        <th scope={lines > 1 ? 'rowgroup' : 'row'} rowSpan={lines}>
          <code>{command}</code>
        </th>
      )}
      <td className={styles.field}>
        {field ? <code>{field}</code> : words.whole}
        {only && <small>{format(words.only, { programs: only.join(', ') })}</small>}
      </td>
      <td>
        <span
          className={styles.meaning}
          data-meaning={isOwn(meaning) ? 'own' : colourOf(meaning, picture)}
        >
          {nameOf(meaning, picture, words)}
        </span>
      </td>
      <td className={styles.here}>
        {isOwn(meaning) ? (
          <span className={styles.own}>{words.own[meaning].how}</span>
        ) : (
          <Printed meaning={meaning} picture={picture} words={words} />
        )}
      </td>
    </tr>
  )
}

function Printed({ meaning, picture, words }: Props & { meaning: Meaning }) {
  const printed = printedFor(picture, meaning)
  return (
    <>
      {printed.slice(0, SHOWN).map((identity) => (
        <span key={identity.key} className={styles.digest}>
          <DigestText digest={identity.digest} />
        </span>
      ))}
      {printed.length > SHOWN && format(words.more, { count: printed.length - SHOWN })}
      {printed.length === 0 && words.nothing}
    </>
  )
}

function isOwn(meaning: ToolRow['meaning']): meaning is Own {
  return meaning === 'cacheId' || meaning === 'storageLayer' || meaning === 'v1Id'
}

function nameOf(meaning: ToolRow['meaning'], { index }: IdentityPicture, words: Props['words']) {
  if (isOwn(meaning)) return words.own[meaning].name
  return meaning === 'top' && !index ? words.noIndex : words.meanings[meaning]
}

/** The colour of the document whose bytes the digest is of. */
function colourOf(meaning: ToolRow['meaning'], { index }: IdentityPicture): string {
  if (meaning === 'top') return index ? 'index' : 'manifest'
  return meaning
}
