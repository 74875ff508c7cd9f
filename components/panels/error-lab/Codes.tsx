import { ScrollRegion } from '../../ui/ScrollRegion'
import styles from './ErrorLab.module.css'
import type { ErrorLabWords } from './words'

/** A code in one language. */
export type CodeWords = {
  code: string
  id: string | null
  status: string
  pull: boolean
  means: string
  next: string
}

type Props = { codes: CodeWords[]; words: ErrorLabWords }

const SPEC = 'https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes'

/** The specification's list of codes, those that are sent beside it, and answers without any. */
export function Codes({ codes, words }: Props) {
  const { codes: says } = words
  return (
    <section className={styles.allCodes} aria-labelledby="codes">
      <h2 id="codes">{says.heading}</h2>
      <p>
        {says.lead} <a href={SPEC}>{says.source}</a>
      </p>
      <CodeTable caption={says.spec} codes={codes.filter(({ id }) => id)} words={says} />
      <CodeTable caption={says.other} codes={codes.filter(({ id }) => !id)} words={says} />
      <h3>{says.withoutHeading}</h3>
      <dl className={styles.without}>
        {says.without.map(({ heading, text }) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type TableProps = { caption: string; codes: CodeWords[]; words: ErrorLabWords['codes'] }

function CodeTable({ caption, codes, words }: TableProps) {
  return (
    <ScrollRegion label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.means}</th>
            <th scope="col">{words.next}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map(({ code, status, pull, means, next }) => (
            <tr key={code} id={`code-${code}`}>
              <th scope="row">
                {code}
                {!pull && <small>{words.push}</small>}
              </th>
              <td>{status}</td>
              <td>{means}</td>
              <td>{next}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
