import { Part } from '../../ui/Part'
import { ScrollRegion } from '../../ui/ScrollRegion'
import styles from './Forms.module.css'
import type { FormRow, OpenWords } from './words'

/** What can be opened, and which command makes it. HTML alone. */
export function Forms({ words }: { words: OpenWords['what'] }) {
  return (
    <Part id="forms-heading" words={words}>
      <Rows rows={words.rows} words={words} label={`${words.name}: ${words.heading}`} />
      <h3 className={styles.more}>{words.jsonHeading}</h3>
      <Rows rows={words.json} words={words} label={words.jsonHeading} />
    </Part>
  )
}

type RowsProps = { rows: FormRow[]; words: OpenWords['what']; label: string }

function Rows({ rows, words, label }: RowsProps) {
  return (
    <ScrollRegion label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.what}</th>
            <th scope="col">{words.columns.command}</th>
            <th scope="col">{words.columns.holds}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, commands, holds }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {commands.map((command) => (
                  <code key={command}>{command}</code>
                ))}
              </td>
              <td>{holds}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
