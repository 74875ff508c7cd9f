import type { Exchange, HeaderLine } from '@/lib/oci/conversation'
import { Glyphs } from '../image/Glyphs'
import styles from './ExchangeText.module.css'

type Props = {
  method: string
  /** a URL, or a path of this site */
  target: string
  status: number | null
  headers: readonly HeaderLine[]
  /** header names in lower case that the text around speaks of */
  marks?: readonly string[]
}

/** A request line and the answer's status and headers, as they travelled. */
export function ExchangeText({ method, target, status, headers, marks = [] }: Props) {
  return (
    <pre className={styles.text}>
      <b>
        {method} <Glyphs>{target}</Glyphs>
      </b>
      {'\n'}
      {status ?? '–'}
      {headers.map(([name, value], i) => {
        const line = (
          <>
            <Glyphs>{name}</Glyphs>: <Glyphs>{value}</Glyphs>
          </>
        )
        return (
          <span key={i}>
            {'\n'}
            {marks.includes(name.toLowerCase()) ? <mark>{line}</mark> : line}
          </span>
        )
      })}
    </pre>
  )
}

/** One exchange of a conversation, the same way. */
export function ExchangeOf({ exchange, marks }: { exchange: Exchange; marks?: readonly string[] }) {
  const { request, response } = exchange
  return (
    <ExchangeText
      method={request.method}
      target={request.url}
      status={response?.status ?? null}
      headers={response?.headers ?? []}
      {...(marks && { marks })}
    />
  )
}
