import { ACCEPT } from '@/lib/oci/media-type'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { shorten } from '../values'
import styles from './ErrorLab.module.css'
import type { AcceptRow } from './model'
import type { ErrorLabWords } from './words'

type Props = { rows: AcceptRow[]; words: ErrorLabWords['accept'] }

/** The same tag, asked for in several ways: what came each time. */
export function AcceptTable({ rows, words }: Props) {
  return (
    <>
      <h4>{words.heading}</h4>
      <ScrollRegion label={words.heading}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.repository}</th>
              <th scope="col">{words.accept}</th>
              <th scope="col">{words.status}</th>
              <th scope="col">{words.type}</th>
              <th scope="col">{words.digest}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                <th scope="row">{row.tag}</th>
                <td className={styles.accept}>{acceptOf(row, words)}</td>
                <td data-bad={row.status >= 400 || undefined}>{row.status}</td>
                <td>{row.type}</td>
                <td className={styles.digest}>{row.digest ? shorten(row.digest) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

function acceptOf({ accept }: AcceptRow, words: Props['words']): string {
  if (accept.length === 0) return words.none
  return accept.length === ACCEPT.length ? words.all : accept.join(', ')
}
