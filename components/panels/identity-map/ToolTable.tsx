import { format } from '@/lib/i18n/format'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { DigestText } from '../image/DigestText'
import { type IdentityPicture, printedFor } from './model'
import styles from './ToolTable.module.css'
import { TOOLS, type ToolGroup, type ToolRow } from './tools'
import type { IdentityWords } from './words'

type Props = { picture: IdentityPicture; words: IdentityWords['tools'] }

const GROUPS: ToolGroup[] = ['classic', 'containerd', 'node', 'registry']

/** Digests shown of one row. */
const SHOWN = 3

/** Where each tool prints which digest, with this image's own in the cells. */
export function ToolTable({ picture, words }: Props) {
  return (
    <div className={styles.tools}>
      <h3>{words.heading}</h3>
      <p>{words.lead}</p>
      <ScrollRegion className={styles.scroll} label={words.heading}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.command}</th>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.meaning}</th>
              <th scope="col">{words.here}</th>
              <th scope="col">{words.evidence}</th>
            </tr>
          </thead>
          {GROUPS.map((group) => (
            <tbody key={group}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={5}>
                  {words.groups[group].name} <span>{words.groups[group].note}</span>
                </th>
              </tr>
              {TOOLS[group].map((row, i) => (
                <Row key={i} row={row} picture={picture} words={words} />
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </div>
  )
}

function Row({ row, picture, words }: Props & { row: ToolRow }) {
  const printed = printedFor(picture, row.meaning)
  const { evidence } = row
  const values = { tool: evidence.tool, date: evidence.date }
  return (
    <tr>
      <th scope="row">
        <code>{row.command}</code>
      </th>
      <td className={styles.field}>{row.field ? <code>{row.field}</code> : words.whole}</td>
      <td>
        <span className={styles.meaning} data-meaning={colourOf(row, picture)}>
          {row.meaning === 'top' && !picture.index ? words.noIndex : words.meanings[row.meaning]}
        </span>
      </td>
      <td>
        {printed.slice(0, SHOWN).map((identity) => (
          <span key={identity.key} className={styles.digest}>
            <DigestText digest={identity.digest} />
          </span>
        ))}
        {printed.length > SHOWN && format(words.more, { count: printed.length - SHOWN })}
        {printed.length === 0 && words.nothing}
      </td>
      <td className={styles.evidence}>
        {format(evidence.how === 'run' ? words.run : words.read, values)}
        {evidence.how === 'read' && (
          <>
            {' '}
            <b>{words.notRun}</b> <a href={evidence.url}>{evidence.source}</a>
          </>
        )}
      </td>
    </tr>
  )
}

/** The colour of the document whose bytes the digest is of. */
function colourOf({ meaning }: ToolRow, { index }: IdentityPicture): string {
  if (meaning === 'top') return index ? 'index' : 'manifest'
  return meaning
}
